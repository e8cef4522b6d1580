/**
 * Whether a text begins with the header of a message.
 */

/** Fields of which one stands in every message. */
const messageField =
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|authentication-results|x-[\w-]+):/im;
const headerBlock = /^(?:[!-9;-~]+:[^\n]*\n(?:[ \t]+[^\n]*\n)*)+/;

/** The header that the text begins with; null where there is none, or a single field with something else behind it. */
export function findHeader(text: string): { readonly body: string } | null {
  const block = headerBlock.exec(`${text}\n`)?.[0] ?? '';
  const fields = block.match(/^[!-9;-~]+:/gm)?.length ?? 0;
  const body = text.slice(block.length);
  const ends = body === '' || body.startsWith('\n');
  return messageField.test(block) && (fields > 1 || (fields === 1 && ends)) ? { body } : null;
}
