/**
 * Exchange's message tracking log, as the server writes it, as `Get-MessageTrackingLog` exports it, and as the extended
 * report of a Microsoft 365 message trace has it. After Microsoft's documentation of the three.
 */
import { type ExchangeRecord, readRecordTime } from './exchange-records.js';
import type { LogEvent } from './log-event.js';
import { findNextId, type StoryDetails } from './story-details.js';

/** Events that end a try; every other one is a note: RECEIVE, SUBMIT, RESOLVE, EXPAND, DSN, HAREDIRECT, … */
const kinds: Readonly<Record<string, LogEvent['kind']>> = {
  DELIVER: 'delivered',
  SEND: 'delivered',
  SENDEXTERNAL: 'delivered',
  DEFER: 'deferred',
  SUBMITDEFER: 'deferred',
  RESUBMITDEFER: 'deferred',
  FAIL: 'failed',
  DELIVERFAIL: 'failed',
  SUBMITFAIL: 'failed',
  RESUBMITFAIL: 'failed',
  BADMAIL: 'failed',
  POISONMESSAGE: 'failed',
  DROP: 'failed',
  MODERATORREJECT: 'failed',
  MODERATIONEXPIRE: 'failed',
};

/** One event for each recipient of the record. */
export function readTrackingRecord(record: ExchangeRecord): readonly LogEvent[] {
  const { field, text } = record;
  const kind = kinds[field('eventid').toUpperCase()] ?? 'note';
  const recipients = splitList(field('recipientaddress', 'recipients'));
  const statuses = splitList(field('recipientstatus'));
  const base = {
    format: 'exchange-tracking',
    kind,
    time: readRecordTime(record),
    machine: findMachine(record),
    queueId: field('internalmessageid', 'networkmessageid') || null,
    text,
  } as const;
  return (recipients.length === 0 ? [null] : recipients).map((recipient, at): LogEvent => {
    const status = statuses[at] ?? statuses[0] ?? '';
    const reason = kind === 'failed' || kind === 'deferred' ? status || field('sourcecontext') || field('eventid') : '';
    return { ...base, recipient, reason, details: readDetails(record, { kind, recipient, status }) };
  });
}

/** Where it happened: of what came in, the server; of what went out, the client, since the server is the far end then. */
function findMachine({ field }: ExchangeRecord): string | null {
  const isArrival = field('eventid').toUpperCase() === 'RECEIVE';
  return (isArrival ? '' : field('clienthostname')) || field('serverhostname') || null;
}

/** Who was tried: the far end, as the record or the status names it. */
function findFarEnd({ field }: ExchangeRecord, status: string): string | null {
  if (field('eventid').toUpperCase() === 'DELIVER') return 'a mailbox';
  const named = /\{FQDN=([^}]{1,255})\}/.exec(status)?.[1];
  if (named !== undefined) return named;
  return (field('clienthostname') === '' ? field('connectorid') : field('serverhostname', 'connectorid')) || null;
}

interface Told {
  readonly kind: LogEvent['kind'];
  readonly recipient: string | null;
  readonly status: string;
}

function readDetails(record: ExchangeRecord, { kind, recipient, status }: Told): StoryDetails {
  const { field } = record;
  const event = field('eventid').toUpperCase();
  const size = Number(field('totalbytes') || Number.NaN);
  const isTry = recipient !== null && kind !== 'note';
  const host = findFarEnd(record, status);
  return {
    messageId: stripBrackets(field('messageid')) || undefined,
    sender: event === 'RECEIVE' || event === 'SUBMIT' ? field('senderaddress', 'sender', 'returnpath').replace('<>', '') : undefined,
    client: event === 'RECEIVE' ? field('clienthostname', 'clientip') || undefined : undefined,
    sizeBytes: Number.isNaN(size) ? undefined : size,
    attempt: isTry
      ? { recipient, original: field('relatedrecipientaddress') || null, host, nextId: findNextId(status), said: status }
      : undefined,
    // A DSN's own record names the message that it is about.
    aboutId: event === 'DSN' ? stripBrackets(field('reference')) || undefined : undefined,
  };
}

function stripBrackets(id: string): string {
  return id.replace(/^<(.*)>$/, '$1');
}

/** A list with semicolons; those within `[{LED=…};{FQDN=…}]` part nothing. `System.String[]`: the export lost the list. */
function splitList(text: string): readonly string[] {
  if (text === '' || text.startsWith('System.')) return [];
  const parts: string[] = [];
  const lastClose = text.lastIndexOf('}]');
  const marks = /;|\[\{/g;
  let from = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === ';') {
      parts.push(text.slice(from, mark.index));
      from = marks.lastIndex;
    } else if (marks.lastIndex <= lastClose) marks.lastIndex = text.indexOf('}]', marks.lastIndex) + 2;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '').map((part) => part.trim());
}
