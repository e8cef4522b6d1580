import { expect, it } from 'vitest';
import { createWorkerPool, type WorkerPool } from './worker-pool.js';

/** A thread that answers with twice the number, fails at 13, and dies at 99. */
const worker = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ number, job }) => {
  if (job === 99) process.exit(1);
  parentPort.postMessage(job === 13 ? { number, error: 'unlucky' } : { number, result: job * 2 });
});`;

async function withPool<Result>(size: number, use: (pool: WorkerPool<number, number>) => Promise<Result>): Promise<Result> {
  const pool = createWorkerPool<number, number>(new URL(`data:text/javascript,${encodeURIComponent(worker)}`), size);
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

it('does many jobs on its threads', async () => {
  const jobs = Array.from({ length: 50 }, (_, at) => at + 100);
  expect(await withPool(2, (pool) => Promise.all(jobs.map((job) => pool.run(job))))).toEqual(jobs.map((job) => job * 2));
});

it('fails the job that failed, and no other', async () => {
  const settled = await withPool(1, (pool) => Promise.allSettled([pool.run(1), pool.run(13), pool.run(2)]));
  expect(settled.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual([2, 'Error: unlucky', 4]);
});

it('fails the jobs of a thread that dies, and goes on with the others', async () => {
  await withPool(2, async (pool) => {
    await expect(pool.run(99)).rejects.toThrow('a thread has ended');
    expect(await pool.run(3)).toBe(6);
    await expect(pool.run(99)).rejects.toThrow('a thread has ended');
    await expect(pool.run(4)).rejects.toThrow('every thread has ended');
  });
});

it('fails every job where the threads cannot begin', async () => {
  const pool = createWorkerPool<number, number>(new URL('file:///nonexistent/worker.cjs'), 1);
  await expect(pool.run(1)).rejects.toThrow(/nonexistent|ended/);
  await pool.close();
});
