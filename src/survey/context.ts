/**
 * What the procedures of a survey share: the probes' context, the options, the evidence, the listener.
 */
import type { ProgressListener } from '../model/progress.js';
import type { TraceOptions } from '../model/trace-options.js';
import type { ProbeContext } from '../probe/context.js';
import type { EvidenceStore } from './evidence-store.js';

/** As much as asking questions needs. */
export interface AskingContext extends ProbeContext {
  readonly store: Pick<EvidenceStore, 'add'>;
  readonly progress: ProgressListener;
}

export interface SurveyContext extends AskingContext {
  readonly options: TraceOptions;
  readonly store: EvidenceStore;
}
