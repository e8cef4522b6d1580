/**
 * The entry of a thread that explains pieces: see `explain-pool`.
 */
import { explainPieces, type PieceBatch } from '../explain/pieces.js';
import { serveJobs } from '../net/worker-side.js';

serveJobs((batch: PieceBatch) => explainPieces(batch));
