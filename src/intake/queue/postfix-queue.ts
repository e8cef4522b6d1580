/**
 * Postfix's queue: `postqueue -j` (one JSON object a message) and `postqueue -p`, which `mailq` prints too.
 */
import type { QueueState } from '../../model/queue-report.js';
import { parseMonthDay } from './listing-time.js';
import {
  createStrangeLines,
  type ListingClock,
  type QueuedRecipient,
  type QueueEntry,
  type QueueListing,
  type QueueReading,
} from './queue-entry.js';

const stateOfQueue: Readonly<Record<string, QueueState>> = { active: 'active', deferred: 'deferred', hold: 'held' };

export const postqueueJson: QueueListing = {
  format: 'postqueue-json',
  isMark: (line) => line.startsWith('{') && line.includes('"queue_name"') && line.includes('"queue_id"'),
  open() {
    const strange = createStrangeLines();
    return {
      strange,
      push(line) {
        if (line.trim() === '') return [];
        const entry = parseMessage(line);
        if (entry === null) strange.push(line);
        return entry === null ? [] : [entry];
      },
      end: () => [],
    };
  },
};

/** postqueue(1), JSON object format. */
function parseMessage(line: string): QueueEntry | null {
  const message = parseObject(line);
  if (message === null || typeof message.queue_id !== 'string') return null;
  const recipients = Array.isArray(message.recipients) ? message.recipients.flatMap(readRecipient) : [];
  const arrived = message.arrival_time;
  return {
    id: message.queue_id,
    state: readState(message),
    arrivedMs: typeof arrived === 'number' ? arrived * 1000 : null,
    sender: typeof message.sender === 'string' ? message.sender.replace('MAILER-DAEMON', '') : null,
    recipients,
    destination: null,
    count: 1,
    nextTryMs: null,
    expiresMs: null,
    tellsReasons: true,
  };
}

/** What is on hold stays there, told to expire or not. */
function readState({ queue_name: name, forced_expire: forced }: Readonly<Record<string, unknown>>): QueueState {
  const state = stateOfQueue[String(name)] ?? 'waiting';
  return forced === true && state !== 'held' ? 'expiring' : state;
}

function parseObject(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readRecipient(value: unknown): QueuedRecipient[] {
  if (!isRecord(value) || typeof value.address !== 'string') return [];
  const reason = value.delay_reason;
  return [{ address: value.address, reason: typeof reason === 'string' && reason !== '' ? reason : null }];
}

/** `4WxYz12345*    1234 Thu Nov 23 20:15:01  sender@example.net`; `*` active, `!` held, `#` forced to expire. */
const headPattern = /^([0-9A-Za-z]+)([*!#]*)\s+(\d+)\s+[A-Z][a-z]{2}\s+([A-Z][a-z]{2}\s+\d+\s+[\d:]+)\s+(\S.*)$/;
const frame = /^(?:-Queue ID-|-- \d+ |Mail queue is empty)/;

export const postfixMailq: QueueListing = {
  format: 'postfix-mailq',
  isMark: (line) => /^-Queue ID-\s/.test(line) || line.startsWith('Mail queue is empty'),
  open: openMailq,
};

function openMailq(clock: ListingClock): QueueReading {
  const strange = createStrangeLines();
  let entry: { head: Omit<QueueEntry, 'recipients'>; recipients: QueuedRecipient[]; reason: string | null } | null = null;
  const finish = (): QueueEntry[] => {
    const finished = entry;
    entry = null;
    return finished === null ? [] : [{ ...finished.head, recipients: finished.recipients }];
  };
  return {
    strange,
    push(line) {
      if (line === '' || frame.test(line)) return finish();
      const head = headPattern.exec(line);
      if (head !== null) {
        const done = finish();
        entry = { head: readHead(head, clock), recipients: [], reason: null };
        return done;
      }
      const text = line.trim();
      if (entry === null) strange.push(line);
      else if (text.startsWith('(') && text.endsWith(')')) entry.reason = text.slice(1, -1);
      else entry.recipients.push({ address: text, reason: entry.reason });
      return [];
    },
    end: finish,
  };
}

/** postqueue(1), traditional format. */
function readFlags(flags: string): QueueState {
  if (flags.includes('!')) return 'held';
  if (flags.includes('#')) return 'expiring';
  return flags.includes('*') ? 'active' : 'deferred';
}

function readHead([, id = '', flags = '', , time = '', sender = '']: RegExpExecArray, clock: ListingClock): Omit<QueueEntry, 'recipients'> {
  return {
    id,
    state: readFlags(flags),
    arrivedMs: parseMonthDay(time, clock),
    sender: sender === 'MAILER-DAEMON' ? '' : sender,
    destination: null,
    count: 1,
    nextTryMs: null,
    expiresMs: null,
    tellsReasons: true,
  };
}
