/**
 * A message trace of Microsoft 365: `Get-MessageTrace` exported, and the summary report of the portal. Times are UTC.
 *
 * After Microsoft's documentation. A trace tells that a delivery failed, not why: that stands in its details
 * (`Get-MessageTraceDetail`).
 */
import { type ExchangeRecord, readRecordTime } from './exchange-records.js';
import type { LogEvent } from './log-event.js';

/** `Status` of Get-MessageTrace; the last word of the portal's `Receive, Send, Deliver`. */
const kinds: Readonly<Record<string, LogEvent['kind']>> = {
  delivered: 'delivered',
  deliver: 'delivered',
  send: 'delivered',
  failed: 'failed',
  fail: 'failed',
  pending: 'deferred',
  defer: 'deferred',
  quarantined: 'failed',
  filteredasspam: 'failed',
};

/** Of all statuses only these tell why. */
const reasons: Readonly<Record<string, string>> = {
  filteredasspam: 'the message was filtered as spam',
  quarantined: 'the message was quarantined: message content rejected',
};

/** True where the columns are those of a message trace. */
export function isTraceRecord({ has }: ExchangeRecord): boolean {
  return has('messagetraceid') || has('origintimestamp') || has('origintimestamputc');
}

/** One event for each recipient of the record. */
export function readTraceRecord(record: ExchangeRecord): readonly LogEvent[] {
  const { field } = record;
  const single = field('recipientaddress', 'recipient');
  if (single !== '') return [createEvent(record, single, field('status'))];
  // "bob@example.com##Receive, Send;ann@example.com##Receive, Fail"
  const told = field('recipientstatus')
    .split(';')
    .filter((part) => part.includes('##'));
  return told.map((part) => createEvent(record, part.slice(0, part.indexOf('##')), part.slice(part.indexOf('##') + 2)));
}

function createEvent(record: ExchangeRecord, recipient: string, status: string): LogEvent {
  const { field, text } = record;
  const last = (status.split(',').at(-1) ?? '').trim().toLowerCase();
  const kind = kinds[last] ?? 'note';
  const reason = reasons[last] ?? '';
  const messageId = field('messageid').replace(/^<(.*)>$/, '$1');
  const size = field('size', 'totalbytes');
  const time = readRecordTime(record);
  return {
    format: 'exchange-trace',
    kind,
    time: /Z$|[+-]\d\d:?\d\d$/.test(time) || time === '' ? time : `${time}Z`,
    machine: null,
    queueId: field('messagetraceid', 'networkmessageid') || null,
    recipient,
    reason,
    text,
    details: {
      messageId: messageId || undefined,
      sender: field('senderaddress', 'sender'),
      client: field('fromip', 'originalclientip') || undefined,
      sizeBytes: size === '' ? undefined : Number(size),
      attempt: kind === 'note' ? undefined : { recipient, original: null, host: field('toip') || null, nextId: null, said: status },
    },
  };
}
