/**
 * What is done with one message: it is read (`read-task`), then explained, and written as a line where lines are asked for.
 * Two threads may share it: what was read is plain data.
 */
import { explainRead } from '../explain/explain-read.js';
import type { Explained } from '../model/explained.js';
import { renderJsonLine } from '../render/render-json-line.js';
import { type Passed, type ReadTask, readTask, type Task } from './read-task.js';

/** A record, or its line of JSON. */
export type Made = { readonly record: Explained } | { readonly line: string };

/** `made`: null where nothing that could be explained stands in it. */
export type Done = Passed | { readonly state: 'made'; readonly made: Made | null; readonly octets: number };

/** Tasks that are done together: what goes to a thread and comes back costs less in batches. */
export interface TaskBatch {
  readonly tasks: readonly Task[];
  readonly asLines: boolean;
}

/** What became of each, in their order. */
export async function doTasks({ tasks, asLines }: TaskBatch): Promise<readonly Done[]> {
  const all: Done[] = [];
  for (const task of tasks) {
    const read = await readTask(task);
    all.push(read.state === 'read' ? finishTask(read, asLines) : read);
  }
  return all;
}

/** The second half. */
export function finishTask({ piece, octets }: ReadTask, asLines: boolean): Done {
  const record = explainRead(piece);
  const made = record === null ? null : asLines ? { line: renderJsonLine(record) } : { record };
  return { state: 'made', made, octets };
}
