/**
 * The entry of a thread that does jobs: see `explain-pool`.
 */
import { serveJobs } from '../net/worker-side.js';
import { doJob } from './thread-job.js';

serveJobs(doJob);
