/**
 * Header fields in the forms that signatures are made over (RFC 6376 section 3.4.1 and 3.4.2).
 */
import type { RawField } from './raw-message.js';

export type Canonicalization = 'simple' | 'relaxed';

/** The field without a line end. */
export function canonicalizeField(text: string, form: Canonicalization): string {
  if (form === 'simple') return text;
  const colon = text.indexOf(':');
  const value = text
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '');
  return `${text.slice(0, colon).trim().toLowerCase()}:${value}`;
}

/**
 * The fields that a signature names, each of several from the bottom up (RFC 6376 section 5.4.2); a name without
 * a field left stands for none.
 */
export function selectFields(fields: readonly RawField[], names: readonly string[]): readonly RawField[] {
  const left = new Map<string, RawField[]>();
  for (const field of fields) {
    const same = left.get(field.name);
    if (same === undefined) left.set(field.name, [field]);
    else same.push(field);
  }
  return names.flatMap((name) => left.get(name.toLowerCase())?.pop() ?? []);
}

/** The signature's own field with the value of `b=` taken out (RFC 6376 section 3.7). */
export function emptySignature(text: string): string {
  const colon = text.indexOf(':') + 1;
  return text.slice(0, colon) + text.slice(colon).replace(/(^|;)([ \t\r\n]*b[ \t\r\n]*=)[^;]*/, '$1$2');
}
