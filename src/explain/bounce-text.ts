/**
 * Whether a text without a header is that of a bounce: what people paste out of a mail program or a web page.
 */
import type { BounceReport } from '../intake/bounce/bounce-report.js';
import { readBounce } from '../intake/bounce/read-bounce.js';

/** What the text reports; null where it reports nothing, or of nobody. */
export async function readBounceText(text: string): Promise<BounceReport | null> {
  const report = await readBounce(asOctets(text));
  const telling = report.recipients.some(({ address }) => address !== null);
  return report.kind !== 'not-a-report' && report.kind !== 'auto-reply' && telling ? report : null;
}

const htmlFront = /^\s*<(?:!doctype html|html|head|body|div|p|table)\b/i;

/** The octets to be read as a message: a page saved from a web mail is the body of one, in HTML. */
function asOctets(text: string): Uint8Array {
  const header = htmlFront.test(text) ? 'From: MAILER-DAEMON\nContent-Type: text/html; charset=utf-8\n\n' : '';
  return new TextEncoder().encode(header + text);
}
