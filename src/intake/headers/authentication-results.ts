/**
 * Authentication-Results (RFC 8601) as recorded: who says it, and what of each method.
 *
 * Microsoft 365 names no host; results stand in the first part then. Nothing is believed here: `standing` says
 * whether the receiving side added the field, or it may have come with the message.
 */
import type { AuthenticationResult } from '../../model/headers-report.js';
import { type StructuredWord, splitStructured } from './structured-words.js';

const mostResults = 50;
const longestRead = 16_384;

/** The host that says so (null where it is not named) and its results. */
export function parseAuthenticationResults(value: string): {
  readonly host: string | null;
  readonly results: readonly AuthenticationResult[];
} {
  const parts = splitParts(splitStructured(joinEquals(value.slice(0, longestRead)), ';'));
  const [first = []] = parts;
  const head = first.find(({ kind }) => kind === 'word')?.text ?? '';
  const isHost = !head.includes('=') && head !== '';
  const rest = isHost ? [...splitGlued(first), ...parts.slice(1)] : parts;
  return { host: isHost ? head.toLowerCase() : null, results: rest.slice(0, mostResults).flatMap(parseResult) };
}

/** "dkim = pass" → "dkim=pass": spaces around the sign are allowed (RFC 8601 section 2.2). */
function joinEquals(value: string): string {
  return value.replace(/ {0,20}= {0,20}/g, '=');
}

function splitParts(words: readonly StructuredWord[]): readonly (readonly StructuredWord[])[] {
  const parts: StructuredWord[][] = [[]];
  for (const word of words) {
    if (word.kind === 'word' && word.text === ';') parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter((part) => part.length > 0);
}

/** Results that stand behind the host without a semicolon. */
function splitGlued(first: readonly StructuredWord[]): readonly (readonly StructuredWord[])[] {
  const rest = first.slice(first.findIndex(({ kind }) => kind === 'word') + 1);
  return rest.some(({ kind, text }) => kind === 'word' && text.includes('=')) ? [rest] : [];
}

function parseResult(part: readonly StructuredWord[]): AuthenticationResult[] {
  const pairs = part.filter(({ kind, text }) => kind === 'word' && text.includes('=')).map(({ text }) => splitPair(text));
  const [first, ...rest] = pairs;
  if (first === undefined) return [];
  const [method, result] = first;
  if (!/^[a-z][a-z0-9_-]*(?:\/\d+)?$/i.test(method)) return [];
  const comment = part.find(({ kind }) => kind === 'comment')?.text;
  return [
    {
      method: method.toLowerCase().replace(/\/\d+$/, ''),
      result: result.toLowerCase(),
      reason: rest.find(([name]) => name === 'reason')?.[1] ?? null,
      properties: rest.filter(([name]) => name !== 'reason').slice(0, 30),
      comment: comment === undefined || comment === '' ? null : comment.slice(0, 500),
    },
  ];
}

function splitPair(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at).toLowerCase(), text.slice(at + 1, at + 513)];
}

/** A property of a result, null where it has none. */
export function findProperty({ properties }: AuthenticationResult, name: string): string | null {
  return properties.find(([each]) => each === name)?.[1] ?? null;
}
