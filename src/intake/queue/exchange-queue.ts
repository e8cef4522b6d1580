/**
 * Exchange's `Get-Queue` and `Get-Message` as PowerShell prints them: `ConvertTo-Json`, `Export-Csv`, `Format-List`, and
 * the default table, which has no reasons.
 *
 * A queue is a summary: one entry with a count. Property names follow Microsoft's documentation of the cmdlets.
 */
import type { QueueFormat, QueueState } from '../../model/queue-report.js';
import { parseDateText } from './listing-time.js';
import { type Properties, parsePowershellObjects } from './powershell-objects.js';
import { createStrangeLines, type ListingClock, type QueueEntry, type QueueListing, type QueueReading } from './queue-entry.js';

/** A document larger than this is no listing. */
const largestDocument = 64 * 1024 * 1024;

const marks = {
  'exchange-queue': /"?(?:NextHopDomain|DeliveryType|MessageCount)"?\s*(?:[:,]|$|\s[A-Z])/,
  'exchange-message': /"?(?:FromAddress|InternetMessageId|DateReceived)"?\s*(?:[:,]|$|\s[A-Z])/,
};

export const exchangeQueue: QueueListing = listing('exchange-queue');
export const exchangeMessage: QueueListing = listing('exchange-message');

function listing(format: 'exchange-queue' | 'exchange-message'): QueueListing {
  const open = (clock: ListingClock) => openDocument(clock, format);
  return { format, isMark: (line) => marks[format].test(line), open };
}

function openDocument({ nowMs }: ListingClock, format: QueueFormat): QueueReading {
  const strange = createStrangeLines();
  const lines: string[] = [];
  let length = 0;
  return {
    strange,
    push(line) {
      length += line.length;
      if (length <= largestDocument) lines.push(line);
      else if (strange.count() === 0) strange.push('the document is too long: the rest of it was not read');
      return [];
    },
    end() {
      const records = parsePowershellObjects(lines);
      if (records === null) strange.push(lines[0] ?? '');
      return (records ?? []).flatMap((record, at) => {
        if (format === 'exchange-message' && isMessage(record)) return [readMessage(record, at)];
        if (format === 'exchange-queue' && isQueue(record)) return [readQueue(record, at, nowMs)];
        strange.push([...record.values()].join(' '));
        return [];
      });
    },
  };
}

const states: Readonly<Record<string, QueueState>> = {
  active: 'active',
  connecting: 'active',
  ready: 'waiting',
  retry: 'deferred',
  suspended: 'suspended',
  pendingremove: 'held',
  pendingsuspend: 'suspended',
  locked: 'active',
};

function isQueue(record: Properties): boolean {
  return ['messagecount', 'nexthopdomain', 'deliverytype'].some((name) => record.has(name));
}

function isMessage(record: Properties): boolean {
  return ['fromaddress', 'internetmessageid', 'datereceived'].some((name) => record.has(name));
}

/** The poison queue is always "Ready", and nothing in it moves until somebody releases it. */
function readState(record: Properties, reason: string | null, identity: string | null): QueueState {
  if (/\\poison(?:\\|$)/i.test(identity ?? '')) return 'suspended';
  return states[(text(record, 'status') ?? '').toLowerCase()] ?? (reason === null ? 'waiting' : 'deferred');
}

/** To mailboxes and servers of one's own organization, and to the smart host of a send connector. */
const ownDelivery = /^(?:SmartHost|SmtpDeliveryToMailbox|MapiDelivery|SmtpRelay)/i;

function readQueue(record: Properties, at: number, nowMs: number): QueueEntry {
  const reason = text(record, 'lasterror');
  const next = moment(record, 'nextretrytime');
  const identity = text(record, 'identity') ?? text(record, 'queueidentity');
  return {
    id: identity ?? `? ${at}`,
    state: readState(record, reason, identity),
    arrivedMs: null,
    sender: null,
    recipients: reason === null ? [] : [{ address: '', reason, isOwnSide: ownDelivery.test(text(record, 'deliverytype') ?? '') }],
    count: Number(text(record, 'messagecount') ?? '0') || 0,
    nextTryMs: next !== null && next > nowMs ? next : null,
    expiresMs: null,
    tellsReasons: record.has('lasterror'),
    ...(isSpecial(identity) ? { destination: null, folder: identity } : { destination: text(record, 'nexthopdomain') }),
  };
}

/** `MAIL1\\Unreachable`, `MAIL1\\Poison`, `MAIL1\\Submission`: queues without a next hop. */
function isSpecial(identity: string | null): identity is string {
  return identity !== null && /\\(?:unreachable|poison|submission)$/i.test(identity);
}

function readMessage(record: Properties, at: number): QueueEntry {
  const reason = text(record, 'lasterror');
  const recipients = (text(record, 'recipients') ?? '').split(/[;,]\s*|\s+/).filter((address) => address.includes('@'));
  return {
    id: text(record, 'identity') ?? `? ${at}`,
    state: readState(record, reason, text(record, 'identity')),
    arrivedMs: moment(record, 'datereceived'),
    sender: (text(record, 'fromaddress') ?? '').replace('<>', ''),
    recipients: (recipients.length === 0 ? [''] : recipients).map((address) => ({ address: address.replace(/[{}]/g, ''), reason })),
    destination: null,
    count: 1,
    nextTryMs: null,
    expiresMs: moment(record, 'expirationtime'),
    tellsReasons: record.has('lasterror'),
  };
}

function text(record: Properties, name: string): string | null {
  const value = record.get(name)?.trim();
  return value === undefined || value === '' ? null : value;
}

function moment(record: Properties, name: string): number | null {
  const value = text(record, name);
  return value === null ? null : parseDateText(value);
}
