/**
 * How far a long input has been read, on standard error where that is a terminal.
 */
import type { OutputSettings } from '../settings/check-options.js';
import { beginLiveProgress } from './progress-output.js';

export interface ReadProgress {
  /** So many octets were read; of files as they lie there, packed or not. */
  read(octets: number): void;
  /** One more message, reply or entry was explained. */
  count(): void;
  /** Erases what is drawn. */
  stop(): void;
}

const redrawMs = 100;
const megabyte = 1024 * 1024;

/** `totalBytes`: of everything, null where it is not known; `isShown` false: nothing is drawn. */
export function beginReadProgress(
  output: OutputSettings,
  { totalBytes, isShown }: { totalBytes: number | null; isShown: boolean },
): ReadProgress {
  const live = isShown ? beginLiveProgress(output) : null;
  const beganAt = performance.now();
  let octets = 0;
  let messages = 0;
  let drawnAt = 0;
  const tell = () => {
    const now = performance.now();
    if (live === null || now - drawnAt < redrawMs) return;
    drawnAt = now;
    const title = describeReading({ messages, octets, totalBytes, seconds: (now - beganAt) / 1000 });
    live.listener({ type: 'started', step: { id: 'read', title, parent: null }, atMs: 0 });
  };
  return {
    read(more) {
      octets += more;
      tell();
    },
    count() {
      messages += 1;
      tell();
    },
    stop: () => live?.stop(),
  };
}

interface Progress {
  readonly messages: number;
  readonly octets: number;
  readonly totalBytes: number | null;
  readonly seconds: number;
}

/** "12345 explained, 4.5 of 340.0 MB, 980 a second" */
function describeReading({ messages, octets, totalBytes, seconds }: Progress): string {
  const read = (octets / megabyte).toFixed(1);
  const total = totalBytes === null || totalBytes < octets ? '' : ` of ${(totalBytes / megabyte).toFixed(1)}`;
  const speed = seconds < 1 ? '' : `, ${Math.round(messages / seconds)} a second`;
  return messages === 0 ? `${read}${total} MB read` : `${messages} explained, ${read}${total} MB read${speed}`;
}

/** The same octets, told of as they pass. */
export async function* watchOctets(octets: AsyncIterable<Uint8Array>, progress: ReadProgress): AsyncGenerator<Uint8Array> {
  for await (const chunk of octets) {
    progress.read(chunk.length);
    yield chunk;
  }
}
