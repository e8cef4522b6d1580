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

/** What became of a line. */
export type PrettyLine =
  /** It completes an entry; null: one that is no line of a log. */
  | { readonly state: 'entry'; readonly entry: FramedLine | null }
  /** It belongs to an entry that goes on, as far as can be told. */
  | { readonly state: 'open' }
  /** It belongs to none, nor do the lines before it that were thought to. */
  | { readonly state: 'foreign'; readonly before: readonly string[] };

/** Entries over several lines. */
export interface PrettyEntries {
  read(line: string): PrettyLine;
  /** Whether an entry of this kind may have begun. */
  hasBegun(): boolean;
}

const ordinary: PrettyLine = { state: 'foreign', before: [] };
/** No entry has so many fields and items. */
const mostLines = 2000;
/** A field, or an item of one that holds several; a line of a log has neither in front. */
const fieldLine = /^\s+"[^"]*"\s*:/;
const itemLine = /^\s+(?:"|-?\d+,?$|null,?$|[[{]$|[\]}],?$)/;

export function createPrettyEntries(): PrettyEntries {
  let lines: string[] = [];
  let begun = false;
  const take = (next: string[] = []): readonly string[] => {
    const taken = lines;
    lines = next;
    return taken;
  };
  return {
    hasBegun: () => begun || lines.length > 0,
    read(line) {
      if (lines.length === 0 && line !== '{') return ordinary;
      if (lines.length > 0 && (line === '}' || line === '},')) return { state: 'entry', entry: parseEntry([...take(), '}'].join('\n')) };
      const goesOn = lines.length === 0 || (lines.length === 1 ? fieldLine : itemLine).test(line);
      if (!goesOn || lines.length === mostLines) return { state: 'foreign', before: take(line === '{' ? [line] : []) };
      begun ||= lines.length > 0;
      lines.push(line);
      return { state: 'open' };
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

/** A field that stands more than once is its first value; what lies deeper is no field of journald's. */
function readText(value: unknown): string | null {
  return readValue(value) ?? (Array.isArray(value) ? readValue(value[0]) : null);
}

function readValue(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return null;
  const items: readonly unknown[] = value;
  return items.every((item) => typeof item === 'number') ? new TextDecoder().decode(Uint8Array.from(items)) : null;
}
