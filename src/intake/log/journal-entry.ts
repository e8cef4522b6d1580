/**
 * Entries of journald as JSON: `journalctl -o json`, `json-pretty`, `json-seq` and `json-sse`.
 *
 * A field is a text, octets in an array where it holds what is no text, or an array of either where it stands more than
 * once (systemd.journal-fields(7), JOURNAL_EXPORT_FORMATS).
 */
import type { FramedLine } from './log-event.js';

/** The entry of a line that is one; null for any other. */
export function parseJournalLine(line: string): FramedLine | null {
  // json-seq puts a record separator before each entry (RFC 7464), json-sse "data: ".
  const from = line.charCodeAt(0) === 0x1e ? 1 : line.startsWith('data: {') ? 6 : 0;
  return line.charCodeAt(from) === 123 ? parseEntry(line.slice(from)) : null;
}

/** Entries over several lines. */
export interface PrettyEntries {
  /** `open`: the line belongs to an entry that goes on; null: it belongs to none. */
  read(line: string): FramedLine | 'open' | null;
  /** Whether an entry of this kind was ever seen. */
  hasBegun(): boolean;
}

const mostLines = 2000;

export function createPrettyEntries(): PrettyEntries {
  let lines: string[] | null = null;
  let begun = false;
  return {
    hasBegun: () => begun,
    read(line) {
      if (lines === null) {
        if (line !== '{') return null;
        begun = true;
        lines = [line];
        return 'open';
      }
      if (lines.length < mostLines) lines.push(line);
      if (line !== '}' && line !== '},') return lines.length < mostLines ? 'open' : null;
      const text = lines.join('\n').replace(/,$/, '');
      lines = null;
      return parseEntry(text);
    },
  };
}

function parseEntry(text: string): FramedLine | null {
  const entry = parseObject(text);
  const message = readText(entry.MESSAGE);
  if (message === null) return null;
  return {
    time: readText(entry.__REALTIME_TIMESTAMP) ?? '',
    machine: readText(entry._HOSTNAME),
    program: readText(entry.SYSLOG_IDENTIFIER) ?? readText(entry._SYSTEMD_UNIT) ?? readText(entry._COMM) ?? '',
    text: message,
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function readText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return null;
  const items: readonly unknown[] = value;
  if (!items.every((item) => typeof item === 'number')) return readText(items[0]);
  return new TextDecoder().decode(Uint8Array.from(items));
}
