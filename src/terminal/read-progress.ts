/**
 * How far a long input has been read, in one line on a terminal that is drawn over and gone in the end.
 *
 * Short inputs show nothing.
 */
import { cutToWidth } from '../render/display-width.js';
import type { TerminalStream } from './live-progress.js';

export interface ReadProgress {
  /** So many octets more were read. */
  addBytes(count: number): void;
  /** One more message or entry was explained. */
  addItem(): void;
  /** Erases what is drawn; nothing is drawn after it. */
  stop(): void;
}

const redrawIntervalMs = 200;
/** Nothing is drawn before so many octets were read, or something was explained: less is over at once. */
const leastBytes = 10_000_000;

/** Begins to watch. `totalBytes`: null where nobody knows. */
export function createReadProgress(stream: TerminalStream, totalBytes: number | null): ReadProgress {
  let read = 0;
  let items = 0;
  let drawnAtMs = performance.now();
  let drawn = false;
  // The reader works in one go for long: no timer would come through.
  const draw = () => {
    const now = performance.now();
    if (now - drawnAtMs < redrawIntervalMs) return;
    drawnAtMs = now;
    drawn = true;
    stream.write(`\r${cutToWidth(describeProgress(read, totalBytes, items), stream.columns - 1)}\u001b[K`);
  };
  return {
    addBytes(count) {
      read += count;
      if (read >= leastBytes || items > 0) draw();
    },
    addItem() {
      items += 1;
      draw();
    },
    stop() {
      if (drawn) stream.write('\r\u001b[K');
      drawn = false;
    },
  };
}

const mega = 1_000_000;

/** "120 of 1024 MB read (11 %)", "3200 explained, 120 of 1024 MB read (11 %)" */
export function describeProgress(read: number, total: number | null, items = 0): string {
  const amount = `${items === 0 ? '' : `${items} explained, `}${(read / mega).toFixed(0)}`;
  if (total === null || total <= 0) return `${amount} MB read`;
  return `${amount} of ${(total / mega).toFixed(0)} MB read (${Math.min(100, Math.floor((100 * read) / total))} %)`;
}
