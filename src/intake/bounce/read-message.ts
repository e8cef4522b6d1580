/**
 * Bytes → the pieces of a message that a report may hide in.
 *
 * MIME, charsets and encodings are the library's work; what it cannot read (no content type, a boundary that never
 * comes, a nesting too deep) is taken as plain text, so that a broken message still gives what it holds. Messages
 * within the message are not opened: they are what was returned. What needs no decoding is read without the library.
 */
import PostalMime from 'postal-mime';
import { stripHtml } from './html-text.js';
import { collectHeaders, type ReadMessage, readHeaderBlock } from './message-header.js';
import { readSimpleMessage } from './simple-message.js';
import { unquote } from './unquote.js';
import { restoreWindowsPunctuation } from './windows-punctuation.js';

/** Deeper than any report nests. */
const nestingLimit = 40;

/** Always resolves: octets that are no message have no headers, and all of it is text. */
export async function readMessage(bytes: Uint8Array): Promise<ReadMessage> {
  const octets = normaliseLineEnds(bytes);
  const whole = decode(octets);
  if (hasNoHeader(whole)) return { headers: new Map(), text: unquote(whole), parts: [] };
  // A replacement character: another charset than UTF-8, which only the library can read.
  const simple = whole.includes('\uFFFD') ? null : readSimpleMessage(whole);
  if (simple === null) return await readWithLibrary(octets, whole);
  const text = chooseText(simple.plain, simple.html).trimEnd();
  return {
    headers: simple.headers,
    text: text === '' && simple.parts.every((part) => part.text.trim() === '') ? readBody(whole) : text,
    parts: simple.parts,
  };
}

/** More lines that may be boundaries than a message has that people send: the library's time grows with each. */
const mostBoundaries = 2000;

async function readWithLibrary(octets: Uint8Array, whole: string): Promise<ReadMessage> {
  if (countBoundaries(whole) > mostBoundaries) return { headers: readHeaderBlock(whole), text: readBody(whole), parts: [] };
  try {
    const email = await PostalMime.parse(octets, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'utf8',
      maxNestingDepth: nestingLimit,
    });
    const parts = email.attachments.map(({ mimeType, content }) => ({ type: mimeType.toLowerCase(), text: asText(content) }));
    // A type with a fault (`text/plain charset=…`) makes the library call readable text an attachment.
    const misnamed = parts.filter(({ type }) => /^text\/plain\s/.test(type)).map(({ text }) => text);
    const text = restoreWindowsPunctuation([...misnamed, chooseText(email.text ?? '', email.html ?? '')].join('\n\n').trimEnd());
    const isEmpty = text.trim() === '' && parts.every((part) => part.text.trim() === '');
    return { headers: collectHeaders(email.headers), text: isEmpty ? readBody(whole) : text, parts };
  } catch {
    return { headers: readHeaderBlock(whole), text: readBody(whole), parts: [] };
  }
}

function countBoundaries(whole: string): number {
  let count = 0;
  for (let at = whole.indexOf('\n--'); at >= 0 && count <= mostBoundaries; at = whole.indexOf('\n--', at + 3)) count += 1;
  return count;
}

/** Fields of which one stands in the header of every message that any system keeps or sends. */
const messageField = /^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-[\w-]+|delivered-to|x-[\w-]+):/im;

/** The text of a report without its header, as people paste it: its first paragraph holds no field of a message. */
function hasNoHeader(whole: string): boolean {
  const front = whole.slice(0, 16_384).replace(/^\s+/, '');
  const blank = front.search(/\n[ \t]*\n/);
  const header = blank < 0 ? front : front.slice(0, blank);
  return !/^From \S+ .*\d\d:\d\d/.test(front) && (!messageField.test(header) || foreignHead.test(front));
}

/** "De: … Date: … À: …": what mail programs put above a message that they show, in a language whose `Date` is that of the field. */
const foreignHead = /^(?:von|de|da|van|från|fra|od|lähettäjä|от)[ \u00a0]?:/i;

/** Old Macs end lines with CR alone: such a message has no LF at all. */
function normaliseLineEnds(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(10) || !bytes.includes(13)) return bytes;
  return bytes.map((byte) => (byte === 13 ? 10 : byte));
}

function asText(content: string | ArrayBuffer | Uint8Array): string {
  if (typeof content === 'string') return content.replace(/\r\n?/g, '\n');
  return decode(content instanceof Uint8Array ? content : new Uint8Array(content));
}

const utf8 = new TextDecoder();

function decode(bytes: Uint8Array): string {
  return withLineFeeds(utf8.decode(bytes));
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function chooseText(plain: string, html: string): string {
  const text = plain.trim() === '' ? stripHtml(html) : plain;
  return withLineFeeds(text).replaceAll('\u00a0', ' ');
}

function readBody(text: string): string {
  const blank = text.indexOf('\n\n');
  return blank < 0 ? text : text.slice(blank + 2);
}
