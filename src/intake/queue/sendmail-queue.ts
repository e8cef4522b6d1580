/**
 * Sendmail's `mailq`, with or without `-v`: id, size, time and sender, the message's reason, then the recipients, each
 * followed by a reason of its own where it has one.
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

/**
 * `7ANKC1Xx012345*     123 Mon Nov 23 20:12 <admin@corp.example>`: an id ends in the digits of a process id, a mark follows:
 * `*` being run, `X` load too high to be run, `-` too young to be run (mailq(1)); others have `?`, `Q`. With -v a priority in
 * place of the day of the week: `7ANKC1Xx012345      123      30123+Nov 23 20:12 …`.
 */
const headPattern =
  /^\s*([0-9A-Za-z]{7,30}\d)([*?A-Z-]?)\s+(?:(\d+)(?:[+ ]\s*\d+)?[+ ]\s*(?:[A-Z][a-z]{2}\s+)?([A-Z][a-z]{2}\s+\d+\s+\d{2}:\d{2})\s*(\S.*)?|\(.*\)|-?\s*\(no control file\))$/;
const frame = /^(?:\s*-+Q-ID-+|.*\(\d+ requests?\)$|.* is empty$|\s*Total requests: |.*: No such file|MSP Queue status)/;

export const sendmailMailq: QueueListing = {
  format: 'sendmail-mailq',
  isMark: (line) => /^-+Q-ID-+/.test(line.trimStart()) || /^\/.*\S(?:\s+\(\d+ requests?.*\)| is empty)$/.test(line),
  open: openMailq,
};

/** `/var/spool/mqueue/q1 (2 requests)`: the queue group's folder that the entries beneath it lie in. */
const folderPattern = /^\s*(\/.*\S)\s+\(\d+ requests?/;

interface OpenEntry {
  readonly head: Omit<QueueEntry, 'recipients' | 'state'>;
  readonly mark: string;
  reason: string | null;
  readonly recipients: QueuedRecipient[];
}

function openMailq(clock: ListingClock): QueueReading {
  const strange = createStrangeLines();
  let entry: OpenEntry | null = null;
  let folder: string | null = null;
  const finish = (): QueueEntry[] => {
    const finished = entry;
    entry = null;
    return finished === null ? [] : [closeEntry(finished)];
  };
  return {
    strange,
    push(line) {
      if (line.trim() === '' || frame.test(line)) {
        const done = finish();
        folder = folderPattern.exec(line)?.[1] ?? folder;
        return done;
      }
      const head = headPattern.exec(line);
      if (head !== null) {
        const done = finish();
        entry = openEntry(head, clock, folder);
        return done;
      }
      if (entry === null) strange.push(line);
      else addLine(entry, line.trim());
      return [];
    },
    end: finish,
  };
}

function openEntry([, id = '', flag, size, time = '', sender]: RegExpExecArray, clock: ListingClock, folder: string | null): OpenEntry {
  const arrivedMs = size === undefined ? null : parseMonthDay(time, clock);
  const head = {
    id,
    arrivedMs,
    sender: readAddress(sender),
    destination: null,
    count: 1,
    nextTryMs: null,
    expiresMs: null,
    tellsReasons: true,
    ...(folder === null ? {} : { folder }),
  };
  return { head, mark: flag ?? '', reason: null, recipients: [] };
}

function readAddress(text: string | undefined): string | null {
  const address = (text ?? '').trim().replace(/^(?:\d+\s+)?<(.*)>$/, '$1');
  if (text === undefined) return null;
  return address === 'MAILER-DAEMON' ? '' : address;
}

function addLine(entry: OpenEntry, text: string): void {
  if (!/^\(.*\)?$/.test(text)) {
    entry.recipients.push({ address: text.replace(/^<(.*)>$/, '$1'), reason: null });
    return;
  }
  const reason = text.replace(/^\((.*?)\)?$/, '$1');
  const last = entry.recipients.pop();
  if (last === undefined) entry.reason = reason;
  else entry.recipients.push({ ...last, reason });
}

const stateOfMark: Readonly<Record<string, QueueState>> = { '*': 'active', X: 'postponed' };

function closeEntry({ head, mark, reason, recipients }: OpenEntry): QueueEntry {
  const withReasons = recipients.map((recipient) => ({ ...recipient, reason: recipient.reason ?? reason }));
  const refused = withReasons.some((recipient) => recipient.reason !== null);
  return { ...head, state: stateOfMark[mark] ?? (refused ? 'deferred' : 'waiting'), recipients: withReasons };
}
