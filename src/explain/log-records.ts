/**
 * A mail log → a record for each failure, as it is read: what `mailwhy explain --jsonl` and `--summary` make of a log.
 */

import type { LogEvent } from '../intake/log/log-event.js';
import { createLogReader } from '../intake/log/log-reader.js';
import { readLines } from '../intake/text-lines.js';
import type { Explained } from '../model/explained.js';
import { type CauseReader, createCauseReader } from './cause-reader.js';
import { explainReason } from './explain-reason.js';

/** The failures of the log in its order; deliveries and notes give none. */
export async function* readLogRecords(chunks: AsyncIterable<string>, source: string): AsyncGenerator<Explained> {
  const lineReader = createLogReader(false);
  const causes = createCauseReader();
  for await (const lines of readLines(chunks)) {
    for (const line of lines) {
      const event = lineReader.read(line);
      const record = event === null ? null : explainEvent(event, source, causes);
      if (record !== null) yield record;
    }
  }
}

function explainEvent(event: LogEvent, source: string, causes: CauseReader): Explained | null {
  const { kind: outcome, format, machine, recipient, reason } = event;
  if (outcome === 'delivered' || outcome === 'note') return null;
  const kind = outcome === 'failed' || (outcome === 'refused' && /^5/.test(reason)) ? 'failed' : 'delayed';
  return {
    schema: 'mailwhy-explained/1',
    source,
    recognisedAs: 'log',
    kind,
    reportedBy: machine,
    software: format,
    feedbackType: null,
    recipients: [explainReason({ address: recipient, reason, kind, origin: 'log' }, causes)],
    carries: null,
  };
}
