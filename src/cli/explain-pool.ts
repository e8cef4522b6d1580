/**
 * Tasks done on every core where there are many: the order stays, and a few messages pay for no thread.
 */
import { type Done, doTasks, finishTask, type TaskBatch } from './explain-task.js';
import type { Answer, ExplainThreads, ThreadPool } from './explain-threads.js';
import type { Task } from './read-task.js';

/** So many messages are explained before a thread would have begun. */
const firstAlone = 32;
const batchTasks = 32;
const batchBytes = 1024 * 1024;
/** So many threads do no more than read. */
const fewThreads = 2;
/** Batches that a thread that reads has before it. */
const mostAhead = 4;
/** Batches whose answers wait for their turn, for each thread. */
const mostBatches = 16;

export interface DoneTask {
  readonly task: Task;
  readonly done: Done;
}

type Answers = readonly DoneTask[];

/** What became of the tasks, in their order. @throws what the tasks throw */
export async function* doAll(tasks: AsyncIterable<Task>, asLines: boolean, threads: ExplainThreads): AsyncGenerator<DoneTask> {
  const source = tasks[Symbol.asyncIterator]();
  for (let alone = 0; alone < firstAlone && !threads.haveBegun; ) {
    const next = await source.next();
    if (next.done === true) return;
    if (next.value.form !== 'record') alone += 1;
    yield* await doHere({ tasks: [next.value], asLines });
  }
  const pool = threads.begin();
  if (pool === null) yield* doAlone(source, asLines);
  else if (pool.size <= fewThreads) yield* doByHalves(source, pool, asLines);
  else yield* doTogether(source, pool, asLines);
}

async function* doAlone(source: AsyncIterator<Task>, asLines: boolean): AsyncGenerator<DoneTask> {
  for (let tasks = await gather(source); tasks.length > 0; tasks = await gather(source)) yield* await doHere({ tasks, asLines });
}

async function doHere(batch: TaskBatch): Promise<Answers> {
  return match(batch, await doTasks(batch));
}

function match({ tasks }: TaskBatch, all: readonly Done[]): Answers {
  return all.flatMap((done, at) => {
    const task = tasks[at];
    return task === undefined ? [] : [{ task, done }];
  });
}

/**
 * Each other thread does whole batches, one in hand and one that waits; what they cannot take is done here.
 */
async function* doTogether(source: AsyncIterator<Task>, pool: ThreadPool, asLines: boolean): AsyncGenerator<DoneTask> {
  const batches: Promise<Answers>[] = [];
  let away = 0;
  const send = async (batch: TaskBatch): Promise<Answers> => {
    away += 1;
    const answers = await doAway(batch, pool, false);
    away -= 1;
    return answers;
  };
  for (let tasks = await gather(source); tasks.length > 0; tasks = await gather(source)) {
    await hearOthers();
    const batch = { tasks, asLines };
    if (away < 2 * pool.size && isWork(batch)) batches.push(send(batch));
    else batches.push(Promise.resolve(await doHere(batch)));
    while (batches.length > mostBatches * pool.size) yield* (await batches.shift()) ?? [];
  }
  for (const answers of batches) yield* await answers;
}

/**
 * The other threads read and this one explains: each gets warm in its own half of the program, which is most of the time that
 * some thousand messages take.
 */
async function* doByHalves(source: AsyncIterator<Task>, pool: ThreadPool, asLines: boolean): AsyncGenerator<DoneTask> {
  const batches: Promise<Answers>[] = [];
  for (let tasks = await gather(source); tasks.length > 0; tasks = await gather(source)) {
    const batch = { tasks, asLines };
    batches.push(isWork(batch) ? doAway(batch, pool, true) : doHere(batch));
    while (batches.length > mostAhead * pool.size) yield* (await batches.shift()) ?? [];
  }
  for (const answers of batches) yield* await answers;
}

/** Records were made while they were read. */
function isWork({ tasks }: TaskBatch): boolean {
  return tasks.some(({ form }) => form !== 'record');
}

/** Whatever becomes of the thread, the tasks are still here. */
async function doAway(batch: TaskBatch, pool: ThreadPool, onlyRead: boolean): Promise<Answers> {
  return await pool.run({ ...batch, onlyRead }).then(
    (all) => finish(batch, all),
    () => doHere(batch),
  );
}

async function finish(batch: TaskBatch, all: readonly Answer[]): Promise<Answers> {
  const done: Done[] = [];
  for (const [at, each] of all.entries()) {
    if (each.state === 'kept-back') done.push(...(await doTasks({ ...batch, tasks: batch.tasks.slice(at, at + 1) })));
    else done.push(each.state === 'read' ? finishTask(each, batch.asLines) : each);
  }
  return match(batch, done);
}

/** Lets the answers of the other threads in: what is done here waits for nothing. */
function hearOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function gather(source: AsyncIterator<Task>): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  let bytes = 0;
  while (tasks.length < batchTasks && bytes < batchBytes) {
    const next = await source.next();
    if (next.done === true) break;
    tasks.push(next.value);
    if ('bytes' in next.value) bytes += next.value.bytes.length;
  }
  return tasks;
}
