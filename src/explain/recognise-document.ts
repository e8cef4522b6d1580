/**
 * What a document is, by how it begins: nobody should have to say what they were sent.
 */

export const documentKinds = ['reply', 'bounce', 'mbox', 'report'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Fields of which one stands in every message. */
const messageField = /^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|x-[\w-]+):/im;
const headerBlock = /^(?:[!-9;-~]+:[^\n]*\n(?:[ \t]+[^\n]*\n)*){2,}/;

/** The kind of what begins like this (a few kilobytes suffice); a text that is nothing else is a reply. */
export function recogniseDocument(beginning: string): DocumentKind {
  const text = beginning
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+/, '');
  if (/^From \S+ .*\d\d:\d\d/.test(text)) return 'mbox';
  if (text.startsWith('{')) return /"schema"\s*:\s*"mailwhy\//.test(text) ? 'report' : 'bounce';
  const header = headerBlock.exec(`${text}\n`)?.[0] ?? '';
  return messageField.test(header) ? 'bounce' : 'reply';
}
