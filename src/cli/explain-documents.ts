/**
 * An input of `mailwhy explain`, opened: what it is, and its octets, read once from the beginning.
 */
import {
  beginningBytes,
  type DocumentKind,
  documentKinds,
  isMessageFile,
  isQueueFormat,
  type Recognition,
  recogniseDocument,
} from '../explain/recognise-document.js';
import { type QueueFormat, queueFormats } from '../model/queue-report.js';
import { openBytes } from '../net/byte-stream.js';
import type { OutputSettings } from '../settings/check-options.js';
import { CommandError } from '../settings/command-error.js';
import type { GivenOptions } from '../settings/given-options.js';
import type { Input } from './explain-inputs.js';
import { complain } from './output.js';
import { describeInputError } from './text-input.js';

/** What `--as` says: a kind, or the listing of one product. */
export interface Asked {
  readonly kind: DocumentKind;
  readonly queueFormat: QueueFormat | null;
}

export interface OpenDocument extends Asked {
  readonly name: string;
  /** The file that it can be read from again; null where it cannot. */
  readonly path: string | null;
  /** True where nobody said what it is. */
  readonly isGuess: boolean;
  /** What it begins with, and whether that is all of it. */
  readonly beginning: Uint8Array;
  readonly whole: boolean;
  /** All of it, from the beginning on; read once. */
  readonly octets: AsyncIterable<Uint8Array>;
}

/** What `--as` says; null where it was not given. @throws CommandError for a kind that there is not */
export function readAsked(given: GivenOptions): Asked | null {
  const value = given.get('as')?.value;
  if (value === undefined) return null;
  const format = typeof value === 'string' && isQueueFormat(value) ? value : null;
  const kind = format === null ? documentKinds.find((each) => each === value) : 'queue';
  if (kind !== undefined) return { kind, queueFormat: format };
  throw new CommandError(
    'usage',
    `--as ${String(value)}: no such document`,
    `There are: ${documentKinds.join(', ')}; of queues also ${queueFormats.join(', ')}.`,
  );
}

type Openable = Exclude<Input, { readonly kind: 'folder' | 'fault' }>;
type Unrecognised = Extract<Recognition, { readonly kind: null }>;

/** Opens the input and finds out what it is. `onBytes` is told of octets read. @throws CommandError where nothing is recognised */
export async function openDocument(
  input: Openable,
  asked: Asked | null,
  onBytes: (octets: number) => void = () => undefined,
): Promise<OpenDocument> {
  const onWarning = (text: string) => complain(`mailwhy: ${input.name}: ${text}`);
  const chunks = complainOf(input.name, input.kind === 'text' ? yieldOnce(input.text) : openBytes(input.path, { onBytes, onWarning }));
  const { beginning, whole } = await readBeginning(chunks);
  const path = input.kind === 'stream' && input.path !== '-' ? input.path : null;
  const opened = { name: input.name, path, beginning, whole, octets: join(beginning, chunks) };
  if (asked !== null) return { ...asked, ...opened, isGuess: false };
  const found = await recogniseDocument(beginning, whole);
  if (found.kind === null) throw describeUnrecognised(input, found, new TextDecoder().decode(beginning));
  const kind = found.kind === 'mbox' && isMessageFile(input.name) ? 'bounce' : found.kind;
  return { kind, queueFormat: null, ...opened, isGuess: true };
}

async function* yieldOnce(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function* complainOf(name: string, chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw describeInputError(name, error);
  }
}

async function readBeginning(chunks: AsyncGenerator<Uint8Array>): Promise<{ beginning: Uint8Array; whole: boolean }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length <= beginningBytes) {
    const next = await chunks.next();
    if (next.done === true) return { beginning: Buffer.concat(parts), whole: true };
    parts.push(next.value);
    length += next.value.length;
  }
  return { beginning: Buffer.concat(parts), whole: false };
}

async function* join(beginning: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield beginning;
  yield* rest;
}

function describeUnrecognised({ kind, name }: Openable, { seen, isText }: Unrecognised, text: string): CommandError {
  if (kind === 'text') return new CommandError('data', 'no reply stands in this text', suggestReply(text));
  const hint =
    'Known are replies, bounces (with or without header), mbox, Maildir, .eml, queue listings, mail logs, headers and saved reports; --as KIND says which.';
  return new CommandError('data', `nothing is known of ${name}: ${seen}`, isText ? suggestReply(text, hint) : hint);
}

/** What to give in place of a text that holds no reply, by what it does hold. */
function suggestReply(text: string, otherwise = 'A reply begins with three digits: 550 5.1.1 …'): string {
  if (/timed? ?out|refused|unreachable|not found|no route|reset|lost connection/i.test(text))
    return 'No mail server said this: it is what a sender reports when it reaches none. Trace the address: mailwhy bob@example.com';
  const [code] = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text) ?? [];
  if (code !== undefined) return `A code with dots comes behind one of three digits: mailwhy explain "${code[0]}50 ${code} …"`;
  return otherwise;
}

/** What each kind is called when it is told what was found. */
const kindWords: Readonly<Record<DocumentKind, string>> = {
  reply: 'a reply',
  bounce: 'a message',
  'bounce-text': 'the text of a bounce, without its header',
  mbox: 'an mbox',
  notice: 'notices of a mail service, as JSON',
  queue: 'the listing of a queue',
  log: 'a mail log',
  headers: 'the header of a message',
  report: 'what mailwhy saved',
};

/** Says on standard error what the input was taken for, unless one line was asked for; a reply shows itself. */
export function announce({ name, kind, isGuess }: Pick<OpenDocument, 'name' | 'kind' | 'isGuess'>, { detail }: OutputSettings): void {
  if (detail === 'one-line' || kind === 'reply') return;
  complain(`mailwhy: ${name} ${isGuess ? 'looks like' : 'is read as'} ${kindWords[kind]}${isGuess ? ' (--as says otherwise)' : ''}`);
}
