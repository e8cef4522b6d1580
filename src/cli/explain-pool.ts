/**
 * Tasks done on every core where there are many: the order stays, and a few messages pay for no thread.
 */
import type { Done, TaskBatch } from './explain-task.js';
import type { ExplainThreads, ThreadPool } from './explain-threads.js';
import { openFile, type Task } from './read-task.js';
import type { Answer } from './thread-job.js';

/** So many messages are explained before a thread would have begun. */
const firstAlone = 32;
const batchTasks = 32;
const batchBytes = 1024 * 1024;
/** So many threads do no more than read. */
const fewThreads = 2;
/** Batches whose answers wait for their turn, for each of few threads, or of many. */
const fewBatches = 4;
const manyBatches = 16;

export interface DoneTask {
  readonly task: Task;
  readonly done: Done;
}

type Answers = readonly DoneTask[];
type Threads = Pick<ExplainThreads, 'haveBegun' | 'haveEnded' | 'begin'>;

/** What became of the tasks, in their order. @throws what the tasks throw */
export async function* doAll(tasks: AsyncIterable<Task>, asLines: boolean, threads: Threads): AsyncGenerator<DoneTask> {
  const source = tasks[Symbol.asyncIterator]();
  for (let alone = 0; alone < firstAlone && !threads.haveBegun; ) {
    const next = await source.next();
    if (next.done === true) return;
    if (next.value.form !== 'record') alone += 1;
    yield* await doHere({ tasks: [next.value], asLines });
  }
  const pool = threads.begin();
  if (pool === null) yield* doAlone(source, asLines);
  else yield* doTogether(source, new OtherThreads(pool, threads), asLines);
}

async function* doAlone(source: AsyncIterator<Task>, asLines: boolean): AsyncGenerator<DoneTask> {
  for (let tasks = await gather(source, batchTasks); tasks.length > 0; tasks = await gather(source, batchTasks))
    yield* await doHere({ tasks, asLines });
}

/** What explains is loaded while the other threads begin to read. */
const loadTasks = () => import('./explain-task.js');

async function doHere(batch: TaskBatch): Promise<Answers> {
  const { doTasks } = await loadTasks();
  return match(batch, await doTasks(batch));
}

function match({ tasks }: TaskBatch, all: readonly Done[]): Answers {
  return all.flatMap((done, at) => {
    const task = tasks[at];
    return task === undefined ? [] : [{ task, done }];
  });
}

/**
 * By halves where the other threads are few: they take messages apart and this one explains, so that each gets warm in its own
 * half of the program, which is most of the time that some thousand messages take; while they have enough to do, their files
 * are opened here. Otherwise whole: each has one batch in hand and one that waits, and what they cannot take is done here.
 */
async function* doTogether(source: AsyncIterator<Task>, others: OtherThreads, asLines: boolean): AsyncGenerator<DoneTask> {
  const isFew = others.size <= fewThreads;
  const mostWaiting = others.size * (isFew ? fewBatches : manyBatches);
  const batches: Promise<Answers>[] = [];
  const push = (answers: Promise<Answers>) => {
    batches.push(answers);
    // Whoever waits for it in its turn is told; until then it is nobody's.
    answers.catch(() => undefined);
  };
  // The first batches are small: somebody waits for the first answer.
  for (let most = 1, tasks = await gather(source, most); tasks.length > 0; tasks = await gather(source, most)) {
    most = Math.min(2 * most, batchTasks);
    const batch = { tasks, asLines };
    if (isFew && tasks.some(needsReading)) {
      push(others.take(others.wantMore ? batch : await openFiles(batch), true));
      if (batches.length > others.size) await loadTasks();
    } else {
      await hearOthers();
      const isMade = tasks.every(({ form }) => form === 'record');
      push(others.wantMore && !isMade ? others.take(batch, false) : Promise.resolve(await doHere(batch)));
    }
    while (batches.length > mostWaiting) yield* (await batches.shift()) ?? [];
  }
  for (const answers of batches) yield* await answers;
}

/** Replies are read and explained in one. */
function needsReading({ form }: Task): boolean {
  return form === 'file' || form === 'message' || form === 'notice';
}

/** With its files opened, to the bound of octets. */
async function openFiles({ tasks, asLines }: TaskBatch): Promise<TaskBatch> {
  const ready: Task[] = [];
  let bytes = 0;
  for (const task of tasks) {
    if (task.form !== 'file' || bytes > batchBytes) {
      ready.push(task);
    } else {
      const opened = await openFile(task.path);
      if ('bytes' in opened) bytes += opened.bytes.length;
      ready.push({ ...task, opened });
    }
  }
  return { tasks: ready, asLines };
}

class OtherThreads {
  private readonly pool: ThreadPool;
  private readonly threads: Threads;
  private away = 0;

  constructor(pool: ThreadPool, threads: Threads) {
    this.pool = pool;
    this.threads = threads;
  }

  get size(): number {
    return this.pool.size;
  }

  /** Whether one of them has less than a batch in hand and one that waits. */
  get wantMore(): boolean {
    return this.away < 2 * this.pool.size;
  }

  async take(batch: TaskBatch, onlyRead: boolean): Promise<Answers> {
    this.away += 1;
    const all = await this.pool.run({ ...batch, onlyRead }).catch(() => null);
    this.away -= 1;
    if (all !== null) return await finish(batch, all);
    // Nobody waits any more, or a thread has died: then the tasks are still here.
    return this.threads.haveEnded ? [] : await doHere(batch);
  }
}

async function finish(batch: TaskBatch, all: readonly Answer[]): Promise<Answers> {
  const { doTasks, finishTask } = await loadTasks();
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

async function gather(source: AsyncIterator<Task>, most: number): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  let bytes = 0;
  while (tasks.length < most && bytes < batchBytes) {
    const next = await source.next();
    if (next.done === true) break;
    tasks.push(next.value);
    if ('bytes' in next.value) bytes += next.value.bytes.length;
  }
  return tasks;
}
