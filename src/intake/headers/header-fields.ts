/**
 * The header of a message → its fields, unfolded, in the order in which they stand (the newest first).
 *
 * Takes what people paste: a heading above it, mbox and quoting marks, lines that lost their indent, CR line ends, empty lines before the
 * first field. Never throws; a line that belongs nowhere is kept as strange. Bounded in fields and in a field's length.
 */

import { measurePreface } from './header-preface.js';

export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** Unfolded, without the spaces around it. */
  readonly value: string;
}

export interface HeaderFields {
  readonly list: readonly HeaderField[];
  readonly strange: readonly string[];
  /** True where a bound was reached. */
  readonly cut: boolean;
}

const mostFields = 2000;
const longestValue = 32_768;

/** RFC 5322 section 2.2 allows more characters in a name than anybody uses; a time or a link is none. */
const fieldStart = /^([A-Za-z][A-Za-z0-9_-]{0,99})[ \t]*:(?!\/\/)(.*)$/;

/** The fields up to the first empty line. */
export function readHeaderFields(text: string): HeaderFields {
  const reading: Reading = { list: [], strange: [], cut: false };
  for (const line of unquote(headerLines(text))) {
    if (reading.list.length >= mostFields) return finish({ ...reading, cut: true });
    readLine(line, reading);
  }
  return finish(reading);
}

interface Reading {
  readonly list: { readonly name: string; readonly parts: string[]; length: number }[];
  readonly strange: string[];
  cut: boolean;
}

function headerLines(text: string): readonly string[] {
  const plain = text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  const lines = plain.slice(measurePreface(plain)).split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return [];
  const end = lines.findIndex((line, at) => at > first && line.trim() === '');
  return lines.slice(first, end < 0 ? undefined : end);
}

/** A header quoted in an answer: every line behind `> `. */
function unquote(lines: readonly string[]): readonly string[] {
  const isQuoted = lines.every((line) => line.startsWith('>')) && lines.some((line) => /^> ?[A-Za-z][\w-]*:/.test(line));
  return isQuoted ? lines.map((line) => line.replace(/^> ?/, '')) : lines;
}

function readLine(line: string, reading: Reading): void {
  const last = reading.list.at(-1);
  const [, name, value = ''] = fieldStart.exec(line) ?? [];
  if (last !== undefined && isContinuation(line, name, last.name)) addPart(last, line.trim(), reading);
  else if (name !== undefined) startField(name, value, reading);
  else if (last !== undefined || !/^(?:>?From |\/)/.test(line)) reading.strange.push(line.slice(0, 200));
}

/** A fold that lost its indent, as web pages show it, continues a field that has folds. */
function isContinuation(line: string, name: string | undefined, last: string): boolean {
  return /^[ \t]/.test(line) || (name === undefined && foldedFields.test(last));
}

function startField(name: string, value: string, reading: Reading): void {
  const field = { name: name.toLowerCase(), parts: [], length: 0 };
  reading.list.push(field);
  addPart(field, value.trim(), reading);
}

const foldedFields = /^(?:received|received-spf|authentication-results|dkim-signature|arc-.*|x-.*)$/;

function addPart(field: Reading['list'][number], part: string, reading: Reading): void {
  const room = longestValue - field.length;
  if (part.length > room) reading.cut = true;
  if (room <= 0 || part === '') return;
  field.parts.push(part.slice(0, room));
  field.length += part.length;
}

function finish({ list, strange, cut }: Reading): HeaderFields {
  return { list: list.map(({ name, parts }) => ({ name, value: parts.join(' ') })), strange, cut };
}

/** The values of a field, the newest first. */
export function fieldValues(fields: readonly HeaderField[], name: string): readonly string[] {
  return fields.filter((field) => field.name === name).map(({ value }) => value);
}
