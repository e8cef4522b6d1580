/**
 * The threads that explain messages, and when they begin: where much is to be read they load while the command itself does.
 */
import { inlineLittle } from '../net/engine.js';
import { hasManyMails } from '../net/mail-files.js';
import { countCores, createWorkerPool, type WorkerPool } from '../net/worker-pool.js';
import type { Input } from './explain-inputs.js';
import type { Answer, ThreadJob } from './thread-job.js';

export type ThreadPool = WorkerPool<ThreadJob, readonly Answer[]>;

/** More threads than these wait for the one that reads. */
const mostThreads = 7;

/** A folder of so many files pays for threads. */
const manyFiles = 150;

export class ExplainThreads {
  private pool: ThreadPool | null = null;

  /** Whatever the threads still had is not wanted. */
  haveEnded = false;

  get haveBegun(): boolean {
    return this.pool !== null;
  }

  /** The threads, begun now where they were not; null where there is one core. */
  begin(): ThreadPool | null {
    if (this.pool !== null) return this.pool;
    inlineLittle();
    const threads = Math.min(mostThreads, countCores() - 1);
    if (threads >= 1) this.pool = createWorkerPool(new URL('./explain-worker.cjs', import.meta.url), threads);
    return this.pool;
  }

  /** Begins them where a folder among these holds much: of a file nobody knows yet what it is. */
  async beginForMuch(inputs: readonly Input[]): Promise<void> {
    for (const input of inputs) {
      if (input.kind === 'folder' && (await hasManyMails(input.path, manyFiles))) this.begin();
    }
  }

  /** They keep the process until then. */
  async end(): Promise<void> {
    this.haveEnded = true;
    await this.pool?.close();
    this.pool = null;
  }
}
