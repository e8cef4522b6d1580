/**
 * What one thread does for another: whole tasks, or the first half of them. Everything that it gives is plain data.
 */
import type { BounceReport } from '../intake/bounce/bounce-report.js';
import type { Done, TaskBatch } from './explain-task.js';
import { type Passed, type ReadTask, readTask, type Task } from './read-task.js';

/** `onlyRead`: the thread that asks does the second half. */
export type ThreadJob = TaskBatch & { readonly onlyRead: boolean };

/** What a thread gives of a task. */
export type Answer =
  | Done
  | ReadTask
  /** More than is handed from thread to thread: whoever explains it reads it. */
  | { readonly state: 'kept-back' };

/** What became of each task of the job, in their order. */
export async function doJob(job: ThreadJob): Promise<readonly Answer[]> {
  if (job.onlyRead) return await readTasks(job.tasks);
  // Whoever only reads does without the knowledge.
  const { doTasks } = await import('./explain-task.js');
  return await doTasks(job);
}

async function readTasks(tasks: readonly Task[]): Promise<readonly Answer[]> {
  const all: Answer[] = [];
  for (const task of tasks) all.push(handOver(await readTask(task)));
  return all;
}

/** Longer reports are not copied: letters of all that is said about their recipients. */
const mostLetters = 200_000;
/** An address, a status, a host. */
const lettersOfFields = 200;

function handOver(read: Passed | ReadTask): Answer {
  return read.state === 'read' && read.piece.form === 'report' && measure(read.piece.report) > mostLetters ? { state: 'kept-back' } : read;
}

function measure({ recipients, carried }: BounceReport): number {
  const own = recipients.reduce(
    (sum, { words, prose }) => sum + lettersOfFields + words.join('').length + (prose?.piece.length ?? 0) + (prose?.report.length ?? 0),
    0,
  );
  return own + (carried === undefined ? 0 : measure(carried));
}
