/**
 * `tag=value; tag=value`, as DKIM, ARC and DMARC write it (RFC 6376 section 3.2).
 *
 * Never throws. Names are lower case here; values are trimmed and keep their folds' blanks.
 */

export interface TagList {
  /** Of equal tags the first counts. */
  readonly tags: ReadonlyMap<string, string>;
  /** Whether it is one by the book: every part a tag, none twice. */
  readonly isProper: boolean;
}

const longestRead = 16_384;

/** The tags of the text, of which 16,384 characters are read. */
export function parseTagList(text: string): TagList {
  const tags = new Map<string, string>();
  let isProper = text.length <= longestRead;
  const parts = text.slice(0, longestRead).split(';');
  for (const [at, part] of parts.entries()) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(0, equals)).trim().toLowerCase();
    if (!/^[a-z][a-z0-9_]*$/.test(name) || tags.has(name)) isProper &&= part.trim() === '' && at === parts.length - 1;
    if (name !== '' && !tags.has(name)) tags.set(name, part.slice(equals + 1).trim());
  }
  return { tags, isProper };
}

/** A value without the blanks that folding put into it. */
export function withoutBlanks(value: string): string {
  return value.replace(/[ \t\r\n]+/g, '');
}
