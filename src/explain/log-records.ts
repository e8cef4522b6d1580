/**
 * A mail log → a record for each failure, as it is read: what `mailwhy explain --jsonl` and `--summary` make of a log.
 */

import { isForGood, type LogEvent } from '../intake/log/log-event.js';
import { createLogReader } from '../intake/log/log-reader.js';
import { type SkimTaker, skimPostfix } from '../intake/log/skim-postfix.js';
import { readBlocks } from '../intake/text-lines.js';
import type { Explained } from '../model/explained.js';
import { type CauseReader, createCauseReader } from './cause-reader.js';
import { explainReason } from './explain-reason.js';

/** Deliveries are not counted here. */
const anyHour = { start: '', end: '' };

/** The failures of the log in its order; deliveries and notes give none. */
export async function* readLogRecords(chunks: AsyncIterable<string>, source: string): AsyncGenerator<Explained> {
  const lineReader = createLogReader();
  const causes = createCauseReader();
  const records: Explained[] = [];
  const taker: SkimTaker = {
    readLine: (line) => records.push(...lineReader.read(line).flatMap((event) => explainEvent(event, source, causes) ?? [])),
    countNotes: () => undefined,
    countDelivered: () => undefined,
    markHour: () => anyHour,
    seeTimes: () => undefined,
  };
  for await (const block of readBlocks(chunks)) {
    skimPostfix(block, taker);
    yield* records.splice(0);
  }
}

function explainEvent(event: LogEvent, source: string, causes: CauseReader): Explained | null {
  const { kind: outcome, format, machine, recipient, reason } = event;
  if (outcome === 'delivered' || outcome === 'note') return null;
  const kind = isForGood(event) || (outcome === 'refused' && /^5/.test(reason)) ? 'failed' : 'delayed';
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
