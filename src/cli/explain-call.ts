/**
 * What `mailwhy explain` was asked to do, once its arguments are read.
 */
import type { Settings } from '../settings/load-settings.js';
import type { Asked } from './explain-documents.js';
import type { Input } from './explain-inputs.js';
import type { ExplainThreads } from './explain-threads.js';
import type { OutputForm } from './explained-output.js';

export interface ExplainCall {
  readonly inputs: readonly Input[];
  /** What `--as` says; null where it was not given. */
  readonly asked: Asked | null;
  readonly form: OutputForm;
  readonly settings: Settings;
  /** Whether a live trace follows up. */
  readonly traces: boolean;
  readonly threads: ExplainThreads;
}
