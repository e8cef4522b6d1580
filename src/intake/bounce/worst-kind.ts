/**
 * What a report with several recipients is as a whole.
 */
import type { ExplainedKind } from '../../model/explained.js';

const gravity: readonly ExplainedKind[] = ['failed', 'delayed', 'complaint', 'relayed', 'expanded', 'delivered', 'auto-reply'];

/** The gravest of the recipients' kinds; `failed` where there is none. */
export function worstKind(recipients: readonly { readonly kind: ExplainedKind }[]): ExplainedKind {
  return gravity.find((kind) => recipients.some((recipient) => recipient.kind === kind)) ?? 'failed';
}
