/**
 * A few threads that all do one kind of work: the door to `worker_threads`.
 *
 * A job goes to whichever thread has least to do. A thread that dies fails the jobs that it had, and is not used again.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

export interface WorkerPool<Job, Result> {
  readonly size: number;
  /** The job is copied to the thread. @throws Error where the thread died or the work threw */
  run(job: Job): Promise<Result>;
  /** Ends the threads; until then they keep the process. */
  close(): Promise<void>;
}

/** How a thread answers, told apart by the number of its job. */
export type WorkerAnswer<Result> =
  | { readonly number: number; readonly result: Result }
  | { readonly number: number; readonly error: string };

interface Waiting<Result> {
  resolve(result: Result): void;
  reject(error: Error): void;
}

interface Thread<Result> {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting<Result>>;
  isDead: boolean;
}

/** How many threads can work at once on this machine. */
export function countCores(): number {
  return availableParallelism();
}

/** A pool whose threads run the module at `entry` (see `worker-side`). @throws Error where no thread can be started */
export function createWorkerPool<Job, Result>(entry: URL, size: number): WorkerPool<Job, Result> {
  const threads = Array.from({ length: size }, () => startThread<Result>(entry));
  let number = 0;
  return {
    size,
    run(job) {
      const alive = threads.filter(({ isDead }) => !isDead);
      const [idlest] = alive.sort((a, b) => a.waiting.size - b.waiting.size);
      if (idlest === undefined) return Promise.reject(new Error('every thread has ended'));
      number += 1;
      const own = number;
      return new Promise((resolve, reject) => {
        idlest.waiting.set(own, { resolve, reject });
        idlest.worker.postMessage({ number: own, job });
      });
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** A thread collects its garbage sooner than a whole process: its work is small. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

function startThread<Result>(entry: URL): Thread<Result> {
  const thread: Thread<Result> = { worker: new Worker(entry, { resourceLimits }), waiting: new Map(), isDead: false };
  const fail = (error: Error) => {
    thread.isDead = true;
    for (const { reject } of thread.waiting.values()) reject(error);
    thread.waiting.clear();
  };
  thread.worker.on('message', (answer: WorkerAnswer<Result>) => {
    const waiting = thread.waiting.get(answer.number);
    thread.waiting.delete(answer.number);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.result);
  });
  thread.worker.on('error', fail);
  thread.worker.on('exit', () => fail(new Error('a thread has ended')));
  return thread;
}
