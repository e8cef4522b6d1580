/**
 * Exim's `-bp` and `exipick`: age, size, id, sender, `*** frozen ***`, then the recipients, `D` before those done; and
 * `exipick -i`, which prints ids and nothing else.
 *
 * The listing has no reasons: they stand in the message log and the main log.
 */
import { parseAge } from './listing-time.js';
import {
  createStrangeLines,
  type ListingClock,
  type QueuedRecipient,
  type QueueEntry,
  type QueueListing,
  type QueueReading,
} from './queue-entry.js';

/** ` 4h  2.9K 1qABCd-000123-XY <admin@corp.example> *** frozen ***`; since Exim 4.97 ids have 23 characters. */
const headPattern = /^\s*(\d+[smhdwy])\s+(?:[\d.]+[KMG]?)\s+(\w{6}-\w{6,11}-\w{2,4})\s+(?:\(.*?\)\s+)?<(.*?)>(.*)$/;

const idPattern = /^\w{6}-\w{6,11}-\w{2,4}$/;

export const eximListing: QueueListing = {
  format: 'exim-bp',
  isMark: (line) => headPattern.test(line) || idPattern.test(line),
  open: openListing,
};

function openListing({ nowMs }: ListingClock): QueueReading {
  const strange = createStrangeLines();
  let entry: { head: Omit<QueueEntry, 'recipients'>; recipients: QueuedRecipient[] } | null = null;
  const finish = (): QueueEntry[] => {
    const finished = entry;
    entry = null;
    return finished === null ? [] : [{ ...finished.head, recipients: finished.recipients }];
  };
  return {
    strange,
    push(line) {
      const head = headPattern.exec(line);
      if (line.trim() === '' || head !== null) {
        const done = finish();
        entry = head === null ? null : { head: readHead(head, nowMs), recipients: [] };
        return done;
      }
      if (idPattern.test(line)) return [...finish(), nameOnly(line)];
      const [, done, address] = /^\s+(\+?D )?\s*(\S.*)$/.exec(line) ?? [];
      if (entry === null || address === undefined) strange.push(line);
      else if (done === undefined) entry.recipients.push({ address, reason: null });
      return [];
    },
    end: finish,
  };
}

function nameOnly(id: string): QueueEntry {
  return {
    id,
    state: 'waiting',
    arrivedMs: null,
    sender: null,
    recipients: [],
    destination: null,
    count: 1,
    nextTryMs: null,
    expiresMs: null,
    tellsReasons: false,
  };
}

function readHead([, age = '', id = '', sender = '', rest = '']: RegExpExecArray, nowMs: number): Omit<QueueEntry, 'recipients'> {
  const state = rest.includes('*** frozen ***') ? 'frozen' : 'deferred';
  return {
    id,
    state,
    arrivedMs: parseAge(age, nowMs),
    sender,
    destination: null,
    count: 1,
    nextTryMs: null,
    expiresMs: null,
    tellsReasons: false,
  };
}
