/**
 * The header of a message (RFC 5322 section 2.2) as a table of its fields, and what a message comes to once read.
 */

export interface MessagePart {
  /** Lower case, without parameters. */
  readonly type: string;
  readonly text: string;
}

export interface ReadMessage {
  /** Name in lower case → values in order, unfolded. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** The readable text: the plain parts, else the HTML without its tags; LF line ends. */
  readonly text: string;
  /** Everything that is no readable text, in order. */
  readonly parts: readonly MessagePart[];
}

/** The fields as a table; those of one name in their order. */
export function collectHeaders(list: Iterable<{ readonly key: string; readonly value: string }>): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, value } of list) addValue(headers, key, value);
  return headers;
}

function addValue(headers: Map<string, string[]>, key: string, value: string): void {
  const values = headers.get(key);
  if (values === undefined) headers.set(key, [value]);
  else values.push(value);
}

/**
 * The fields of a block of header lines, up to its end or the first empty line; folded lines joined, among them parameters whose
 * line has lost the blanks at its front.
 */
export function readHeaderBlock(text: string): Map<string, string[]> {
  const end = text.search(/\n[ \t]*\n/);
  const unfolded = (end < 0 ? text : text.slice(0, end)).replace(/\n[ \t]+/g, ' ').replace(lostFold, '; ');
  const headers = new Map<string, string[]>();
  for (const line of unfolded.split('\n')) {
    const colon = line.indexOf(':');
    const key = colon < 1 ? '' : line.slice(0, colon).trimEnd().toLowerCase();
    if (fieldName.test(key)) addValue(headers, key, line.slice(colon + 1).trim());
  }
  return headers;
}

const lostFold = /;\s*\n(?=(?:boundary|charset|report-type)=)/gi;
const fieldName = /^[\w-]+$/;

/** Every address in the values of some fields, in lower case. */
export function addressesOf(values: readonly string[]): string[] {
  return values.flatMap((value) => (value.match(/[^\s<>"(),;:]+@[^\s<>"(),;:]+/g) ?? []).map((address) => address.toLowerCase()));
}

/** The first value of the field; `''` where it is missing. */
export function firstValue({ headers }: Pick<ReadMessage, 'headers'>, name: string): string {
  return headers.get(name)?.[0] ?? '';
}
