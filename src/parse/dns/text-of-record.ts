/**
 * The strings of a TXT record as one text, joined without blanks as SPF, DKIM and DMARC read them (RFC 7208 section 3.3).
 */
import { octetText } from '../octet-text.js';
import { parseCharacterString } from './character-strings.js';

/** A character for each octet. */
export function textOfRecord(strings: readonly string[]): string {
  return strings.map((string) => octetText(parseCharacterString(string))).join('');
}
