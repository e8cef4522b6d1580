/**
 * What PowerShell prints of objects: `ConvertTo-Json`, `Export-Csv`, `Format-List`, and the default table.
 *
 * Properties by their name in lower case. A table cuts values that do not fit and ends them in dots: such a value is
 * left out, since half of an id or of a reason misleads.
 */
import { parseCommaSeparated } from '../comma-separated.js';
import { isShellPrompt } from './shell-prompt.js';

export type Properties = ReadonlyMap<string, string>;

/** The objects; null where the text is none of these. */
export function parsePowershellObjects(printed: readonly string[]): readonly Properties[] | null {
  const lines = dropPrompts(printed);
  const content = lines.filter((line) => line.trim() !== '' && !line.startsWith('#TYPE'));
  const [first = '', second = ''] = content.map((line) => line.replace(/^\uFEFF/, ''));
  if (/^\s*[[{]/.test(first)) return parseJson(lines.join('\n').replace(/^\uFEFF/, ''));
  if (/^[A-Za-z]+\s*:/.test(first)) return parseList(lines);
  return /^-+(?: +-+)*\s*$/.test(second) ? parseColumns(content) : parseTable(content);
}

/** What was copied from a terminal begins with the prompt and the command, and ends with the next prompt. */
function dropPrompts(lines: readonly string[]): readonly string[] {
  const isOutside = (line: string) => line.trim() === '' || isShellPrompt(line);
  const begin = lines.findIndex((line) => !isOutside(line));
  return begin < 0 ? [] : lines.slice(begin, lines.findLastIndex((line) => !isOutside(line)) + 1);
}

function parseJson(text: string): Properties[] | null {
  try {
    const value: unknown = JSON.parse(text);
    const objects: unknown[] = Array.isArray(value) ? value : [value];
    return objects.flatMap((object) => (typeof object === 'object' && object !== null ? [readProperties(object)] : []));
  } catch {
    return null;
  }
}

/** Enumerations come as numbers or words, dates as objects or texts, identities as objects. */
function readProperties(object: object): Properties {
  return new Map(Object.entries(object).map(([name, value]: [string, unknown]) => [name.toLowerCase(), formatValue(value)]));
}

function formatValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(formatValue).join(';');
  if (typeof value !== 'object') return String(value);
  const inner: unknown = 'Address' in value ? value.Address : 'value' in value ? value.value : 'DateTime' in value ? value.DateTime : null;
  return inner === null ? JSON.stringify(value) : formatValue(inner);
}

/** `Name : value`, a blank line between records, long values continued beneath. */
function parseList(lines: readonly string[]): Properties[] {
  const records: Map<string, string>[] = [];
  let record: Map<string, string> | null = null;
  let last = '';
  for (const line of lines) {
    const [, name, value = ''] = /^([A-Za-z]+)\s*: ?(.*)$/.exec(line) ?? [];
    if (line.trim() === '') record = null;
    else if (name !== undefined) {
      if (record === null) {
        record = new Map();
        records.push(record);
      }
      last = name.toLowerCase();
      record.set(last, value.trim());
    } else record?.set(last, `${record.get(last) ?? ''} ${line.trim()}`.trim());
  }
  return records;
}

/** Columns stand where their head is underlined; the last one goes on to the end of the line. */
function parseColumns([head = '', rule = '', ...rows]: readonly string[]): Properties[] {
  const columns = [...rule.matchAll(/-+/g)].map(({ index }) => index);
  const cut = (line: string) => {
    const starts = columns.map((column) => findStart(line, column));
    return starts.map((start, at) => line.slice(start, starts[at + 1] ?? line.length).trim());
  };
  const names = cut(head).map((name) => name.toLowerCase());
  return rows.map((row) => new Map(cut(row).flatMap((value, at): [string, string][] => (isCut(value) ? [] : [[names[at] ?? '', value]]))));
}

/** Behind the word that reaches over from the column before: its value is wider than its head. */
function findStart(line: string, column: number): number {
  const reachesOver = column > 0 && /\S\S/.test(line.slice(column - 1, column + 1));
  const end = reachesOver ? line.indexOf(' ', column) : column;
  return end < 0 ? line.length : end;
}

function isCut(value: string): boolean {
  return value.endsWith('...') || value.endsWith('\u2026');
}

function parseTable([head, ...rows]: readonly string[]): Properties[] {
  const names = parseCommaSeparated((head ?? '').replace(/^\uFEFF/, '')).map((name) => name.toLowerCase());
  return rows.map((row) => new Map(parseCommaSeparated(row).map((value, at) => [names[at] ?? '', value])));
}
