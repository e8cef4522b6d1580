/**
 * The entry of a thread that does tasks, or the first half of them: see `explain-pool`.
 */
import type { BounceReport } from '../intake/bounce/bounce-report.js';
import { serveJobs } from '../net/worker-side.js';
import type { Answer, ThreadJob } from './explain-threads.js';
import { type Passed, type ReadTask, readTask, type Task } from './read-task.js';

serveJobs(async (job: ThreadJob): Promise<readonly Answer[]> => {
  if (job.onlyRead) return await readTasks(job.tasks);
  const { doTasks } = await import('./explain-task.js');
  return await doTasks(job);
});

async function readTasks(tasks: readonly Task[]): Promise<readonly Answer[]> {
  const all: Answer[] = [];
  for (const task of tasks) all.push(handOver(await readTask(task)));
  return all;
}

/** Longer reports are not copied: letters of all that is said about their recipients. */
const mostLetters = 200_000;

function handOver(read: Passed | ReadTask): Answer {
  return read.state === 'read' && read.piece.form === 'report' && measure(read.piece.report) > mostLetters ? { state: 'kept-back' } : read;
}

function measure({ recipients, carried }: BounceReport): number {
  const own = recipients.reduce(
    (sum, { words, prose }) => sum + words.join('').length + (prose?.piece.length ?? 0) + (prose?.report.length ?? 0),
    0,
  );
  return own + (carried === undefined ? 0 : measure(carried));
}
