/**
 * The macro strings of SPF (RFC 7208 section 7): parsed once, expanded with the values of a message.
 */

export type MacroLetter = 's' | 'l' | 'o' | 'd' | 'i' | 'p' | 'h' | 'c' | 'r' | 't' | 'v';

export type MacroPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'macro';
      readonly letter: MacroLetter;
      /** An upper-case letter: escaped as in a URL. */
      readonly isEscaped: boolean;
      /** How many parts from the right are kept, null for all. */
      readonly keep: number | null;
      readonly isReversed: boolean;
      /** `.` where none are given. */
      readonly delimiters: string;
    };

/** What is written, and its parts. */
export interface MacroString {
  readonly text: string;
  readonly parts: readonly MacroPart[];
}

const partPattern = /%\{([slodiphcrtv])(\d{0,5})(r?)([.\-+,/_=]{0,7})\}|%([%_-])|([!-$&-~ ]+)/iy;
const literals: Readonly<Record<string, string>> = { '%': '%', _: ' ', '-': '%20' };

/** The parts, null where it is no macro string. Blanks are text here: only an explanation may have them. */
export function parseMacroString(text: string): MacroString | null {
  const parts: MacroPart[] = [];
  partPattern.lastIndex = 0;
  while (partPattern.lastIndex < text.length) {
    const found = partPattern.exec(text);
    if (found === null) return null;
    const part = readPart(found);
    if (part === null) return null;
    parts.push(part);
  }
  return { text, parts };
}

function readPart([, letter, digits = '', reversed = '', delimiters = '', literal, text = '']: RegExpExecArray): MacroPart | null {
  if (literal !== undefined) return { kind: 'text', text: literals[literal] ?? '' };
  if (letter === undefined) return { kind: 'text', text };
  // RFC 7208 section 7.1: DIGIT must not be zero.
  if (digits !== '' && Number(digits) === 0) return null;
  const lower = letter.toLowerCase();
  return {
    kind: 'macro',
    letter: lower as MacroLetter,
    isEscaped: letter !== lower,
    keep: digits === '' ? null : Number(digits),
    isReversed: reversed !== '',
    delimiters: delimiters === '' ? '.' : delimiters,
  };
}

/** RFC 7208 section 7.1: `toplabel` is not all numeric; `domain-end` is one, or a macro. */
const topLabelEnd = /\.(?:[a-z0-9]*[a-z][a-z0-9]*|[a-z0-9]+-[a-z0-9-]*[a-z0-9])\.?$/i;

/** A macro string that can become a domain name: `domain-spec` of RFC 7208. */
export function parseDomainSpec(text: string): MacroString | null {
  const parsed = text === '' || text.includes(' ') ? null : parseMacroString(text);
  if (parsed === null) return null;
  const isEnded = parsed.parts.at(-1)?.kind === 'macro' || topLabelEnd.test(text) || /%[%_-]$/.test(text);
  // RFC 7208 section 7.2: `c`, `r` and `t` stand in explanations only.
  return isEnded && !usesLetters(parsed, ['c', 'r', 't']) ? parsed : null;
}

/** Whether one of the macros stands in it. */
export function usesLetters({ parts }: MacroString, letters: readonly MacroLetter[]): boolean {
  return parts.some((part) => part.kind === 'macro' && letters.includes(part.letter));
}

/** What each letter stands for. */
export type MacroValues = Readonly<Record<MacroLetter, string>>;

/** The text with every macro expanded. */
export function expandMacros({ parts }: MacroString, values: MacroValues): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : expandOne(part, values))).join('');
}

function expandOne(part: Extract<MacroPart, { kind: 'macro' }>, values: MacroValues): string {
  const { letter, isEscaped, keep, isReversed, delimiters } = part;
  const pieces = splitAt(values[letter], delimiters);
  if (isReversed) pieces.reverse();
  const kept = keep === null ? pieces : pieces.slice(-keep);
  const text = kept.join('.');
  return isEscaped ? escapeForUrl(text) : text;
}

function splitAt(value: string, delimiters: string): string[] {
  const pieces = [''];
  for (const character of value) {
    if (delimiters.includes(character)) pieces.push('');
    else pieces[pieces.length - 1] += character;
  }
  return pieces;
}

/** RFC 7208 section 7.3: everything outside the unreserved set of RFC 3986, octet by octet. */
function escapeForUrl(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((octet) => {
      const character = String.fromCharCode(octet);
      return /[A-Za-z0-9\-._~]/.test(character) ? character : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

const longestName = 253;

/** An expanded name that is too long loses labels from its left (RFC 7208 section 7.3). */
export function fitName(name: string): string {
  let fitted = name.replace(/\.$/, '');
  while (fitted.length > longestName && fitted.includes('.')) fitted = fitted.slice(fitted.indexOf('.') + 1);
  return fitted;
}
