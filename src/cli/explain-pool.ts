/**
 * Pieces to records, on every core where there are many: the order stays, and a single message pays for no thread.
 */
import { explainPieces as explainBatchHere, explainPiece, type Piece, type PieceBatch } from '../explain/pieces.js';
import type { Explained } from '../model/explained.js';
import { countCores, createWorkerPool, type WorkerPool } from '../net/worker-pool.js';

/** So many messages are explained before the threads would have begun. */
const firstAlone = 64;
const batchPieces = 32;
const batchBytes = 1024 * 1024;
/** More threads than these wait for the one that reads. */
const mostThreads = 7;
/** Batches whose records wait for their turn, for each thread. */
const mostBatches = 6;

type Records = readonly (Explained | null)[];
type Pool = WorkerPool<PieceBatch, Records>;

/** The records in the order of the pieces. @throws what the pieces throw */
export async function* explainPieces(pieces: AsyncIterable<Piece>): AsyncGenerator<Explained | null> {
  const source = pieces[Symbol.asyncIterator]();
  for (let alone = 0; alone < firstAlone; ) {
    const next = await source.next();
    if (next.done === true) return;
    if (next.value.form !== 'record') alone += 1;
    yield await explainPiece(next.value);
  }
  const threads = Math.min(mostThreads, countCores() - 1);
  if (threads < 1) yield* explainAlone(source);
  else yield* explainTogether(source, threads);
}

async function* explainAlone(source: AsyncIterator<Piece>): AsyncGenerator<Explained | null> {
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield await explainPiece(next.value);
}

/** Each other thread has one batch in hand and one that waits; what they cannot take is explained here. */
async function* explainTogether(source: AsyncIterator<Piece>, threads: number): AsyncGenerator<Explained | null> {
  const pool: Pool = createWorkerPool(new URL('./explain-worker.cjs', import.meta.url), threads);
  const batches: Promise<Records>[] = [];
  let away = 0;
  const send = async (batch: PieceBatch): Promise<Records> => {
    away += 1;
    // Whatever became of the thread, the messages are still here.
    const records = await pool.run(batch).catch(() => explainBatchHere(batch));
    away -= 1;
    return records;
  };
  try {
    for (let batch = await gather(source); batch.length > 0; batch = await gather(source)) {
      await hearOthers();
      if (away < 2 * threads) batches.push(send(batch));
      else batches.push(Promise.resolve(await explainBatchHere(batch)));
      while (batches.length > mostBatches * threads) yield* (await batches.shift()) ?? [];
    }
    for (const records of batches) yield* await records;
  } finally {
    await pool.close();
  }
}

/** Lets the answers of the other threads in: what is read and explained here waits for nothing. */
function hearOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function gather(source: AsyncIterator<Piece>): Promise<PieceBatch> {
  const batch: Piece[] = [];
  let bytes = 0;
  while (batch.length < batchPieces && bytes < batchBytes) {
    const next = await source.next();
    if (next.done === true) break;
    batch.push(next.value);
    if ('bytes' in next.value) bytes += next.value.bytes.length;
  }
  return batch;
}
