/**
 * The entry of a thread that does tasks: see `explain-pool`.
 */
import { serveJobs } from '../net/worker-side.js';
import { doTasks, type TaskBatch } from './explain-task.js';

serveJobs((batch: TaskBatch) => doTasks(batch));
