/**
 * A file that grows, as a stream of text that does not end: what `tail -F` shows.
 *
 * It begins at the end of what is there. A file that is replaced (rotation) is read to its end, then the new one from its
 * beginning; so is a file that was cut short. While there is none of that name, the old one is kept.
 */
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { readingAtOnce } from './reading-flags.js';

const pollMs = 250;
const chunkBytes = 1 << 16;

interface Followed {
  readonly file: FileHandle;
  readonly inode: number;
  position: number;
  decoder: InstanceType<typeof TextDecoder>;
}

/**
 * Opens the file at its end; what comes back is what is added to it until the signal is raised.
 * @throws as opening does where the file is not there at first
 */
export async function followTextFile(path: string, signal: AbortSignal): Promise<AsyncIterable<string>> {
  return readGrowing(path, await openAt(path, 'end'), signal);
}

async function* readGrowing(path: string, opened: Followed, signal: AbortSignal): AsyncGenerator<string> {
  let followed = opened;
  try {
    while (!signal.aborted) {
      yield* readOn(followed);
      const now = await findFile(path);
      if (now !== null && now.inode !== followed.inode) {
        const next = await openNext(path);
        if (next === null) {
          await pause(signal);
          continue;
        }
        // What was written between the last look and the change of names.
        yield* readOn(followed);
        // A line that the old file did not end must not run into the new one's first.
        yield '\n';
        await followed.file.close();
        followed = next;
      } else if (now !== null && now.size < followed.position) {
        followed.position = 0;
        followed.decoder = new TextDecoder();
        yield '\n';
      } else await pause(signal);
    }
  } finally {
    await followed.file.close();
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  await sleep(pollMs, undefined, { signal }).catch(() => undefined);
}

/** The file that has taken the place of the followed one; null while it cannot be opened, or is no file. */
async function openNext(path: string): Promise<Followed | null> {
  const next = await openAt(path, 'start').catch(() => null);
  if (next === null || (await next.file.stat()).isFile()) return next;
  await next.file.close();
  return null;
}

async function openAt(path: string, place: 'start' | 'end'): Promise<Followed> {
  const { open } = await import('node:fs/promises');
  const file = await open(path, readingAtOnce);
  const { size, ino } = await file.stat();
  return { file, inode: ino, position: place === 'end' ? size : 0, decoder: new TextDecoder() };
}

async function findFile(path: string): Promise<{ readonly inode: number; readonly size: number } | null> {
  const { stat } = await import('node:fs/promises');
  const facts = await stat(path).catch(() => null);
  return facts === null ? null : { inode: facts.ino, size: facts.size };
}

/** What stands behind the position, to the end as it is now. */
async function* readOn(followed: Followed): AsyncGenerator<string> {
  const buffer = new Uint8Array(chunkBytes);
  for (;;) {
    const { bytesRead } = await followed.file.read(buffer, 0, chunkBytes, followed.position);
    if (bytesRead === 0) return;
    followed.position += bytesRead;
    yield followed.decoder.decode(buffer.subarray(0, bytesRead), { stream: true });
  }
}
