/**
 * Exchange's `Get-Queue` and `Get-Message` as PowerShell prints them: `ConvertTo-Json`, `Export-Csv`, `Format-List`.
 *
 * A queue is a summary: one entry with a count. Property names follow Microsoft's documentation of the cmdlets; a table
 * (the shell's default view) cuts values off, so it is not read.
 */
import type { QueueFormat, QueueState } from '../../model/queue-report.js';
import { parseCommaSeparated } from '../comma-separated.js';
import { parseDateText } from './listing-time.js';
import type { ListingClock, QueueEntry, QueueListing, QueueReading } from './queue-entry.js';

type Properties = ReadonlyMap<string, string>;

/** A document larger than this is no listing. */
const largestDocument = 64 * 1024 * 1024;

const marks = {
  'exchange-queue': /"?(?:NextHopDomain|DeliveryType|MessageCount)"?\s*(?:[:,]|$)/,
  'exchange-message': /"?(?:FromAddress|InternetMessageId|DateReceived)"?\s*(?:[:,]|$)/,
};

export const exchangeQueue: QueueListing = listing('exchange-queue');
export const exchangeMessage: QueueListing = listing('exchange-message');

function listing(format: 'exchange-queue' | 'exchange-message'): QueueListing {
  const open = (clock: ListingClock) => openDocument(clock, format);
  return { format, isMark: (line) => marks[format].test(line), open };
}

function openDocument({ nowMs }: ListingClock, format: QueueFormat): QueueReading {
  const strange: string[] = [];
  const lines: string[] = [];
  let length = 0;
  return {
    strange,
    push(line) {
      length += line.length;
      if (length <= largestDocument) lines.push(line);
      else if (strange.length === 0) strange.push('the document is too long: the rest of it was not read');
      return [];
    },
    end() {
      const records = parseRecords(lines);
      if (records === null) strange.push(lines[0] ?? '');
      return (records ?? []).map((record) => (format === 'exchange-queue' ? readQueue(record, nowMs) : readMessage(record)));
    },
  };
}

function parseRecords(lines: readonly string[]): Properties[] | null {
  const first = (lines.find((line) => line.trim() !== '') ?? '').replace(/^\uFEFF/, '').trimStart();
  if (first.startsWith('[') || first.startsWith('{')) return parseJson(lines.join('\n').replace(/^\uFEFF/, ''));
  return /^[A-Za-z]+\s*:/.test(first) ? parseList(lines) : parseTable(lines);
}

function parseJson(text: string): Properties[] | null {
  try {
    const value: unknown = JSON.parse(text);
    const objects: unknown[] = Array.isArray(value) ? value : [value];
    return objects.flatMap((object) => (typeof object === 'object' && object !== null ? [readProperties(object)] : []));
  } catch {
    return null;
  }
}

/** Enumerations come as numbers or words, dates as objects or texts, identities as objects. */
function readProperties(object: object): Properties {
  return new Map(Object.entries(object).map(([name, value]: [string, unknown]) => [name.toLowerCase(), formatValue(value)]));
}

function formatValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(formatValue).join(';');
  if (typeof value !== 'object') return String(value);
  const inner: unknown = 'Address' in value ? value.Address : 'value' in value ? value.value : 'DateTime' in value ? value.DateTime : null;
  return inner === null ? JSON.stringify(value) : formatValue(inner);
}

/** `Name : value`, a blank line between records, long values continued beneath. */
function parseList(lines: readonly string[]): Properties[] {
  const records: Map<string, string>[] = [];
  let record: Map<string, string> | null = null;
  let last = '';
  for (const line of lines) {
    const [, name, value = ''] = /^([A-Za-z]+)\s*: ?(.*)$/.exec(line) ?? [];
    if (line.trim() === '') record = null;
    else if (name !== undefined) {
      if (record === null) {
        record = new Map();
        records.push(record);
      }
      last = name.toLowerCase();
      record.set(last, value.trim());
    } else record?.set(last, `${record.get(last) ?? ''} ${line.trim()}`.trim());
  }
  return records;
}

function parseTable(lines: readonly string[]): Properties[] {
  const [head, ...rows] = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const names = parseCommaSeparated((head ?? '').replace(/^\uFEFF/, '')).map((name) => name.toLowerCase());
  return rows.map((row) => new Map(parseCommaSeparated(row).map((value, at) => [names[at] ?? '', value])));
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

function readQueue(record: Properties, nowMs: number): QueueEntry {
  const reason = text(record, 'lasterror');
  const next = moment(record, 'nextretrytime');
  return {
    id: text(record, 'identity') ?? text(record, 'queueidentity') ?? '?',
    state: states[(text(record, 'status') ?? '').toLowerCase()] ?? (reason === null ? 'waiting' : 'deferred'),
    arrivedMs: null,
    sender: null,
    recipients: reason === null ? [] : [{ address: '', reason }],
    destination: text(record, 'nexthopdomain'),
    count: Number(text(record, 'messagecount') ?? '0') || 0,
    nextTryMs: next !== null && next > nowMs ? next : null,
    expiresMs: null,
  };
}

function readMessage(record: Properties): QueueEntry {
  const reason = text(record, 'lasterror');
  const recipients = (text(record, 'recipients') ?? '').split(/[;,]\s*|\s+/).filter((address) => address.includes('@'));
  return {
    id: text(record, 'identity') ?? '?',
    state: states[(text(record, 'status') ?? '').toLowerCase()] ?? 'waiting',
    arrivedMs: moment(record, 'datereceived'),
    sender: (text(record, 'fromaddress') ?? '').replace('<>', ''),
    recipients: (recipients.length === 0 ? [''] : recipients).map((address) => ({ address: address.replace(/[{}]/g, ''), reason })),
    destination: null,
    count: 1,
    nextTryMs: null,
    expiresMs: moment(record, 'expirationtime'),
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
