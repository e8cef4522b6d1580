/**
 * One record of comma-separated values (RFC 4180), on one line; PowerShell's and Exchange's files have no line ends in fields.
 */

/** The fields; a quote that is never closed ends with the line. */
export function parseCommaSeparated(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const fields: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const [field, next] = line[at] === '"' ? readQuoted(line, at + 1) : readPlain(line, at);
    fields.push(field);
    at = next + 1;
  }
  return fields;
}

function readPlain(line: string, from: number): [string, number] {
  const comma = line.indexOf(',', from);
  const end = comma < 0 ? line.length : comma;
  return [line.slice(from, end), end];
}

function readQuoted(line: string, from: number): [string, number] {
  let field = '';
  let at = from;
  while (at < line.length) {
    const quote = line.indexOf('"', at);
    if (quote < 0) return [field + line.slice(at), line.length];
    field += line.slice(at, quote);
    if (line[quote + 1] !== '"') return [field, nextComma(line, quote + 1)];
    field += '"';
    at = quote + 2;
  }
  return [field, line.length];
}

function nextComma(line: string, from: number): number {
  const comma = line.indexOf(',', from);
  return comma < 0 ? line.length : comma;
}
