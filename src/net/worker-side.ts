/**
 * The other end of a pool: what a thread of `worker-pool` does with its jobs, one after the other.
 */
import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer } from './worker-pool.js';

/** Serves jobs until the pool ends the thread. What the work throws fails that job alone. */
export function serveJobs<Job, Result>(work: (job: Job) => Promise<Result>): void {
  let before = Promise.resolve();
  parentPort?.on('message', ({ number, job }: { readonly number: number; readonly job: Job }) => {
    before = before.then(() => answer(number, job, work));
  });
}

async function answer<Job, Result>(number: number, job: Job, work: (job: Job) => Promise<Result>): Promise<void> {
  let reply: WorkerAnswer<Result>;
  try {
    reply = { number, result: await work(job) };
  } catch (error) {
    reply = { number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(reply);
}
