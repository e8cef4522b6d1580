/**
 * The records of Exchange's comma-separated logs and exports, their columns by name.
 *
 * A log names its columns in a line `#Fields:`, an export in its first line. Names are compared by their letters and
 * digits alone: `event-id`, `event_id` and `EventId` are one. A quoted field may hold line ends (RFC 4180 section 2).
 */
import { parseCommaSeparated } from '../comma-separated.js';

/** The field of the first of these names that the record has; `''` where it has none of them. */
export type Field = (...names: readonly string[]) => string;

export interface ExchangeRecord {
  /** What the log says of itself in `#Log-type:`; `''` where nothing. */
  readonly logType: string;
  has(name: string): boolean;
  readonly field: Field;
  /** The lines of the record. */
  readonly text: string;
}

export interface ExchangeRecords {
  /** The record that the line completes; null where it completes none. */
  read(line: string): ExchangeRecord | null;
  hasColumns(): boolean;
}

/** A field that never ends must not swallow the log. */
const mostLinesOfOne = 200;
const longestRecord = 1 << 18;
/** Columns of which one stands in every heading. */
const timeColumns = ['datetime', 'datetimeutc', 'timestamp', 'received', 'origintimestamp', 'origintimestamputc'];
const subjectColumns = ['eventid', 'event', 'sessionid', 'recipientaddress', 'recipientstatus', 'recipient'];

/** Reads the lines of one log; until its columns are named no line is a record. */
export function createExchangeRecords(): ExchangeRecords {
  let columns: ReadonlyMap<string, number> | null = null;
  let logType = '';
  let open: string[] = [];
  return {
    hasColumns: () => columns !== null,
    read(line) {
      if (open.length === 0) {
        const heading = readHeading(line);
        if (line.startsWith('#Log-type:')) logType = line.slice(10).trim();
        if (heading !== null) columns = heading;
        if (heading !== null || columns === null || line.startsWith('#')) return null;
      }
      const text = [...open, line].join('\n');
      const isWhole = !line.includes('"') && open.length === 0 ? true : countQuotes(text) % 2 === 0;
      if (!isWhole && open.length < mostLinesOfOne && text.length < longestRecord) {
        open.push(line);
        return null;
      }
      open = [];
      return columns === null ? null : createRecord(text, columns, logType);
    },
  };
}

function countQuotes(text: string): number {
  return text.split('"').length - 1;
}

function readHeading(line: string): ReadonlyMap<string, number> | null {
  const [, names] = /^\uFEFF?(?:#Fields: ?)?("?[A-Za-z][\w -]*"?(?:,"?[\w -]*"?)+)$/.exec(line) ?? [];
  if (names === undefined) return null;
  const columns = new Map(parseCommaSeparated(names).map((name, at) => [normalise(name), at]));
  const isHeading = timeColumns.some((name) => columns.has(name)) && subjectColumns.some((name) => columns.has(name));
  return isHeading ? columns : null;
}

function normalise(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function createRecord(text: string, columns: ReadonlyMap<string, number>, logType: string): ExchangeRecord {
  const fields = parseCommaSeparated(text);
  const read = (name: string) => fields[columns.get(name) ?? -1] ?? '';
  return {
    logType,
    text,
    has: (name) => columns.has(name),
    field: (...names) => names.map(read).find((value) => value !== '') ?? '',
  };
}

/** The time as `LogTimes` reads it. */
export function readRecordTime({ field }: ExchangeRecord): string {
  return field(...timeColumns);
}
