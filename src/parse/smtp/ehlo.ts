/**
 * What a server offers in its reply to EHLO (RFC 5321 section 4.1.1.1).
 *
 * Keywords are kept as they stand, those that a firewall made up (`XXXXXXXA`) among them.
 */
import type { Reply } from '../../model/reply.js';

/** Each line behind the first, without the code: keyword and parameters (`SIZE 1000`). */
export function parseEhloKeywords(reply: Reply): readonly string[] {
  return reply.lines
    .slice(1)
    .map(({ text }) => text.replace(/^\d{3}[ -]?/, '').trim())
    .filter((keyword) => keyword !== '');
}

/** The parameters behind a keyword, `''` where it has none; null where the keyword is not offered. Case does not count. */
export function findExtension(extensions: readonly string[], keyword: string): string | null {
  for (const extension of extensions) {
    const [offered = '', ...parameters] = extension.split(/[ \t]+/);
    if (offered.toUpperCase() === keyword) return parameters.join(' ');
  }
  return null;
}
