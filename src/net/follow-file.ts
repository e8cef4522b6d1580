/**
 * A file that grows, as a stream of text that does not end: what `tail -F` shows.
 *
 * It begins at the end of what is there. A file that is replaced or cut short (rotation) is read on from its beginning.
 */
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 250;
const chunkBytes = 1 << 16;

/** What is added to the file, until the signal is raised. @throws as opening does where the file is not there at first */
export async function* followTextFile(path: string, signal: AbortSignal): AsyncGenerator<string> {
  const { open, stat } = await import('node:fs/promises');
  let file = await open(path, 'r');
  let { size: position, ino } = await file.stat();
  let decoder = new TextDecoder();
  try {
    while (!signal.aborted) {
      const buffer = new Uint8Array(chunkBytes);
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, position);
      position += bytesRead;
      if (bytesRead > 0) {
        yield decoder.decode(buffer.subarray(0, bytesRead), { stream: true });
        continue;
      }
      const now = await stat(path).catch(() => null);
      if (now !== null && now.ino !== ino) {
        await file.close();
        file = await open(path, 'r');
        ino = now.ino;
        position = 0;
        decoder = new TextDecoder();
      } else if (now !== null && now.size < position) position = 0;
      else await sleep(pollMs, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await file.close();
  }
}
