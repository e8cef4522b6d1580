/**
 * Internationalised domain names: A-labels for the wire, U-labels for people.
 *
 * UTS #46, non-transitional, with every strict option, so that what is accepted here can be registered
 * and looked up. The tables behind it take time to load: import this module only where `needsIdna` says so,
 * and hand `toAscii` to the parsers.
 */
import tr46 from 'tr46';
import type { ToAscii } from './mailbox-domain.js';

const strict = {
  checkHyphens: true,
  checkBidi: true,
  checkJoiners: true,
  useSTD3ASCIIRules: true,
  verifyDNSLength: true,
  transitionalProcessing: false,
};

/** Both forms of a domain without final dot; null where it is no internationalised domain name (UTS #46 section 4). */
export const toAscii: ToAscii = (domain) => {
  const ascii = tr46.toASCII(domain, strict);
  return ascii === null ? null : { ascii, unicode: toUnicode(ascii) };
};

/** The U-label form of a name, for show; the name itself where it has none or a label is no valid A-label. */
export function toUnicode(name: string): string {
  const { domain, error } = tr46.toUnicode(name, strict);
  return error ? name : domain;
}
