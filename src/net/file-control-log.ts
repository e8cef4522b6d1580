/**
 * A control log in a file of the user's cache folder, so that "once an hour" holds from one run to the next.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ControlLog } from './control-log.js';

/** Entries older than this are dropped when the file is written anew. */
const keptMs = 24 * 3_600_000;

/** A log in this file; a file that is missing, damaged or not writable counts as empty. */
export function createFileControlLog(path: string): ControlLog {
  const read = async (): Promise<Record<string, number>> => {
    try {
      return parseEntries(JSON.parse(await readFile(path, 'utf8')));
    } catch {
      return {};
    }
  };
  return {
    lastAsked: async (source) => (await read())[source] ?? null,
    async remember(source, atMs) {
      const entries = Object.entries(await read()).filter(([, at]) => at > atMs - keptMs);
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, `${JSON.stringify({ ...Object.fromEntries(entries), [source]: atMs })}\n`);
      } catch {
        // A folder that cannot be written costs the memory, not the trace.
      }
    },
  };
}

function parseEntries(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}
