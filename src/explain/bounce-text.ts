/**
 * Whether a text without a header is that of a bounce: what people paste out of a mail program or a web page.
 */
import type { BounceReport } from '../intake/bounce/bounce-report.js';
import { readBounce } from '../intake/bounce/read-bounce.js';

/** What the text reports; null where it reports nothing, or of nobody. */
export async function readBounceText(text: string): Promise<BounceReport | null> {
  const report = await readBounce(new TextEncoder().encode(unwrapPage(text)));
  const telling = report.recipients.some(({ address }) => address !== null);
  return report.kind !== 'not-a-report' && report.kind !== 'auto-reply' && telling ? report : null;
}

/** The octets to be read as a message, of a text that is taken for a bounce whatever it says. */
export async function completeBounceText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const known = (await readBounceText(text)) !== null;
  const header = known ? '' : 'From: MAILER-DAEMON\nSubject: Undelivered Mail Returned to Sender\n\n';
  return new TextEncoder().encode(header + unwrapPage(text));
}

/** `<bob@example.com>: `, as Postfix and qmail begin what they say of a recipient. */
const toldOfRecipient = /^\s*(?:<[^<>\s@]+@[^<>\s]+>|[^<>\s@:]+@[^<>\s:]+):\s+(\S.*)$/s;
/** No product has more to say where nobody answered. */
const longestReason = 2000;

/**
 * Whether the text is what a sender says of one recipient where no server said anything: `<bob@example.com>: connect to
 * mx.example.com[192.0.2.1]:25: Connection timed out`.
 */
export async function isSenderReason(text: string): Promise<boolean> {
  const reason = text.length > longestReason ? undefined : toldOfRecipient.exec(text)?.[1];
  if (reason === undefined) return false;
  // The knowledge is large, and messages are recognised without it.
  const { createCauseReader } = await import('./cause-reader.js');
  const { code } = createCauseReader().read(reason.replaceAll(/\s+/g, ' '), true);
  return code !== null && code !== 'reply.unrecognised' && code !== 'reply.undisclosed';
}

const htmlFront = /^\s*<(?:!doctype html|html|head|body|div|p|table)\b/i;

/** Whether the text is a page, as a web mail shows it. */
export function isPage(text: string): boolean {
  return htmlFront.test(text);
}

/** It is the body of a mail system's message, in HTML. */
function unwrapPage(text: string): string {
  return isPage(text) ? `From: MAILER-DAEMON\nContent-Type: text/html; charset=utf-8\n\n${text}` : text;
}
