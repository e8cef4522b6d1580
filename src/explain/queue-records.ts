/**
 * A queue's listing → a record for each entry, as it is read: what `mailwhy explain --jsonl` and `--summary` make of it.
 */
import type { QueuedRecipient, QueueEntry } from '../intake/queue/queue-entry.js';
import { openQueue } from '../intake/queue/read-queue.js';
import type { Explained, ExplainedRecipient } from '../model/explained.js';
import type { QueueFormat } from '../model/queue-report.js';
import { noReplyDetails } from '../model/reply-meaning.js';
import { type CauseReader, createCauseReader } from './cause-reader.js';
import { explainReason } from './explain-reason.js';

/** The entries in the order of the listing; none where the text is no listing that is known. `format` null: found by its first lines. */
export async function* readQueueRecords(
  chunks: AsyncIterable<string>,
  source: string,
  format: QueueFormat | null,
): AsyncGenerator<Explained> {
  // Ages play no part in a record.
  const queue = await openQueue(chunks, { nowMs: 0, offsetMinutes: 0 }, format);
  const causes = createCauseReader();
  for await (const entries of queue.entries)
    for (const entry of entries) yield explainEntry(entry, { source, software: queue.format, causes });
}

interface Listing {
  readonly source: string;
  readonly software: string | null;
  readonly causes: CauseReader;
}

function explainEntry({ id, recipients }: QueueEntry, { source, software, causes }: Listing): Explained {
  return {
    schema: 'mailwhy-explained/1',
    source: `${source}#${id}`,
    recognisedAs: 'queue',
    kind: 'delayed',
    reportedBy: null,
    software,
    feedbackType: null,
    recipients: recipients.map((recipient) => explainWaiting(recipient, causes)),
    carries: null,
  };
}

/** A recipient without a reason waits for its first try, for all that the listing tells. */
function explainWaiting({ address, reason, isOwnSide = false }: QueuedRecipient, causes: CauseReader): ExplainedRecipient {
  if (reason !== null) return explainReason({ address, reason, kind: 'delayed', origin: 'queue', isOwnSide }, causes);
  return {
    address,
    kind: 'delayed',
    outcome: 'delayed',
    code: null,
    status: null,
    replyCode: null,
    permanence: 'unknown',
    addressState: 'unknown',
    summary: 'The message waits; the listing gives no reason.',
    responsible: 'nobody',
    alsoInform: [],
    remedy: [],
    waitingHelps: 'unknown',
    waiting: 'may help: the listing gives no reason',
    confidence: 'certain',
    confidenceReason: 'the listing says so',
    host: null,
    stage: null,
    reply: null,
    retryUntil: null,
    decidedBy: null,
    provider: null,
    contradicts: false,
    details: noReplyDetails,
  };
}
