/**
 * Bytes → the pieces of a message that a report may hide in.
 *
 * MIME, charsets and encodings are the library's work; what it cannot read (no content type, a boundary that never
 * comes, a nesting too deep) is taken as plain text, so that a broken message still gives what it holds. Messages
 * within the message are not opened: they are what was returned.
 */
import PostalMime from 'postal-mime';
import { stripHtml } from './html-text.js';
import { unquote } from './unquote.js';

interface MessagePart {
  /** Lower case, without parameters. */
  readonly type: string;
  readonly text: string;
}

export interface ReadMessage {
  /** Name in lower case → values in order, unfolded. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** The readable text: the plain parts, else the HTML without its tags; LF line ends. */
  readonly text: string;
  /** Everything that is no readable text, in order. */
  readonly parts: readonly MessagePart[];
}

/** Deeper than any report nests. */
const nestingLimit = 40;

/** Always resolves: octets that are no message have no headers, and all of it is text. */
export async function readMessage(bytes: Uint8Array): Promise<ReadMessage> {
  const octets = normaliseLineEnds(bytes);
  if (hasNoHeader(octets)) return { headers: new Map(), text: unquote(decode(octets)), parts: [] };
  try {
    const email = await PostalMime.parse(octets, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'utf8',
      maxNestingDepth: nestingLimit,
    });
    const parts = email.attachments.map(({ mimeType, content }) => ({ type: mimeType.toLowerCase(), text: asText(content) }));
    // A type with a fault (`text/plain charset=…`) makes the library call readable text an attachment.
    const misnamed = parts.filter(({ type }) => /^text\/plain\s/.test(type)).map(({ text }) => text);
    const text = [...misnamed, chooseText(email.text ?? '', email.html ?? '')].join('\n\n').trimEnd();
    const isEmpty = text.trim() === '' && parts.every((part) => part.text.trim() === '');
    return { headers: collectHeaders(email.headers), text: isEmpty ? readBody(octets) : text, parts };
  } catch {
    return { headers: readHeaderBlock(decode(octets)), text: readBody(octets), parts: [] };
  }
}

/** Fields of which one stands in the header of every message that any system keeps or sends. */
const messageField = /^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-[\w-]+|delivered-to|x-[\w-]+):/im;

/** The text of a report without its header, as people paste it: its first paragraph holds no field of a message. */
function hasNoHeader(octets: Uint8Array): boolean {
  const front = decode(octets.subarray(0, 16_384)).replace(/^\s+/, '');
  const blank = front.search(/\n[ \t]*\n/);
  const header = blank < 0 ? front : front.slice(0, blank);
  return !/^From \S+ .*\d\d:\d\d/.test(front) && !messageField.test(header);
}

/** Old Macs end lines with CR alone: such a message has no LF at all. */
function normaliseLineEnds(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(10) || !bytes.includes(13)) return bytes;
  return bytes.map((byte) => (byte === 13 ? 10 : byte));
}

function asText(content: string | ArrayBuffer | Uint8Array): string {
  if (typeof content === 'string') return content.replace(/\r\n?/g, '\n');
  return decode(content instanceof Uint8Array ? content : new Uint8Array(content));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
}

function chooseText(plain: string, html: string): string {
  const text = plain.trim() === '' ? stripHtml(html) : plain;
  return text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
}

function collectHeaders(list: readonly { readonly key: string; readonly value: string }[]): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, value } of list) headers.set(key, [...(headers.get(key) ?? []), value]);
  return headers;
}

function readBody(octets: Uint8Array): string {
  const text = decode(octets);
  const blank = text.indexOf('\n\n');
  return blank < 0 ? text : text.slice(blank + 2);
}

/** The fields of a block of header lines, up to its end or the first empty line; folded lines joined. */
export function readHeaderBlock(text: string): Map<string, string[]> {
  const end = text.search(/\n[ \t]*\n/);
  const unfolded = (end < 0 ? text : text.slice(0, end)).replace(/\n[ \t]+/g, ' ');
  const fields = unfolded.split('\n').flatMap((line) => {
    const [, key, value] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    return key === undefined ? [] : [{ key: key.toLowerCase(), value: value ?? '' }];
  });
  return collectHeaders(fields);
}
