/**
 * qmail-qread(8): a message a line, its recipients beneath it, `done` before those that need no more tries.
 *
 * The listing has no reasons. Its times are GMT.
 */
import { createStrangeLines, type QueuedRecipient, type QueueEntry, type QueueListing, type QueueReading } from './queue-entry.js';

/** `23 Nov 2026 20:15:01 GMT  #12345  678  <admin@corp.example> bouncing` */
const headPattern = /^(\d{1,2} [A-Z][a-z]{2} \d{4} [\d:]{8}) GMT\s+#(\d+)\s+(\d+)\s+<(.*)>\s*(bouncing)?\s*$/;
const recipientPattern = /^\s*(done)?\s+(?:local|remote)\s+(\S.*)$/;

export const qmailListing: QueueListing = {
  format: 'qmail-qread',
  isMark: (line) => headPattern.test(line),
  open: openListing,
};

function openListing(): QueueReading {
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
        entry = head === null ? null : { head: readHead(head), recipients: [] };
        return done;
      }
      const recipient = recipientPattern.exec(line);
      if (entry === null || recipient === null) strange.push(line);
      else if (recipient[1] === undefined) entry.recipients.push({ address: recipient[2] ?? '', reason: null });
      return [];
    },
    end: finish,
  };
}

function readHead([, time = '', id = '', , sender = '']: RegExpExecArray): Omit<QueueEntry, 'recipients'> {
  const arrivedMs = Date.parse(`${time} GMT`);
  return {
    id,
    state: 'waiting',
    arrivedMs: Number.isNaN(arrivedMs) ? null : arrivedMs,
    sender,
    destination: null,
    count: 1,
    nextTryMs: null,
    expiresMs: null,
    tellsReasons: false,
  };
}
