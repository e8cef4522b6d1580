/**
 * `mailwhy explain`: what a reply, a bounce or a whole mailbox of them means, and who must act.
 *
 * What was given is found out by itself: an argument that is an existing path is a file or a folder, `-` is standard
 * input, anything else is the text of a reply. A reply by itself gives a report like a trace's; mail gives one record a
 * message.
 */
import type { DocumentKind } from '../explain/recognise-document.js';
import { exitStatuses } from '../model/vocabulary.js';
import { findPath, streamFile } from '../net/mail-files.js';
import { CommandError } from '../settings/command-error.js';
import type { CommandLine } from '../settings/command-line.js';
import type { Settings } from '../settings/load-settings.js';
import { readArguments, readSettings } from './command-call.js';
import type { RunCommand } from './command-entry.js';
import { createExplainedOutput, type ExplainedOutput } from './explained-output.js';
import { type FoundMessage, messageLimitBytes, readFolder, readMbox, streamStandardInput } from './mail-source.js';
import { complain } from './output.js';

/** Enough to recognise any document. */
const beginningBytes = 8192;

/** As `mailwhy show`. */
const largestReportBytes = 64 * 1024 * 1024;

interface Call {
  readonly settings: Settings;
  readonly as: DocumentKind | null;
  readonly output: ExplainedOutput;
  readonly isQuiet: boolean;
}

export const runExplain: RunCommand = async (args, command) => {
  const line = readArguments(command, args);
  const { operands } = line;
  if (operands.length === 0) throw new CommandError('usage', 'explain: the reply is missing', 'For example: mailwhy explain "550 5.7.1 …"');
  const settings = await readSettings(line);
  const as = await readKind(line);
  const output = createExplainedOutput(line.given, settings.output);
  const call: Call = { settings, as, output, isQuiet: settings.output.detail === 'one-line' };
  const found = await Promise.all(operands.map(findPlace));
  if (found.some(({ place }) => place === null)) await explainText(operands.join(' '), 'the text given', call);
  else for (const each of found) await explainPlace(each, call);
  await output.end();
  return exitStatuses.ok;
};

interface FoundPlace {
  readonly operand: string;
  readonly place: 'input' | 'file' | 'folder' | null;
}

async function findPlace(operand: string): Promise<FoundPlace> {
  return { operand, place: operand === '-' ? 'input' : await findPath(operand) };
}

async function readKind({ given }: CommandLine): Promise<DocumentKind | null> {
  const value = given.get('as')?.value;
  if (value === undefined) return null;
  const { documentKinds } = await import('../explain/recognise-document.js');
  const kind = documentKinds.find((each) => each === value);
  if (kind === undefined)
    throw new CommandError('usage', `--as ${String(value)}: no such document`, `There are: ${documentKinds.join(', ')}.`);
  return kind;
}

async function explainPlace({ operand, place }: FoundPlace, call: Call): Promise<void> {
  if (place === 'folder') {
    tell(call, operand, 'a folder of messages');
    return await explainAll(readFolder(operand), call);
  }
  const source = operand === '-' ? 'standard input' : operand;
  await explainStream(operand === '-' ? streamStandardInput() : streamFile(operand), source, call);
}

const kindWords: Readonly<Record<DocumentKind, string>> = {
  reply: 'a reply',
  bounce: 'a message',
  mbox: 'an mbox',
  report: 'a saved report',
};

async function explainStream(chunks: AsyncGenerator<Uint8Array>, source: string, call: Call): Promise<void> {
  const { recogniseDocument } = await import('../explain/recognise-document.js');
  const beginning = await gather(chunks, beginningBytes);
  const kind = call.as ?? recogniseDocument(new TextDecoder().decode(beginning));
  // A reply is shown with its own words; nobody has to be told what it was.
  if (kind !== 'reply') tell(call, source, kindWords[kind]);
  if (kind === 'mbox') return await explainAll(readMbox(source, continueWith(beginning, chunks)), call);
  const whole = await gather(continueWith(beginning, chunks), kind === 'report' ? largestReportBytes : messageLimitBytes);
  if (kind === 'bounce') await explainMessage(whole, source, call);
  else if (kind === 'report') await showReport(whole, source, call);
  else await explainText(new TextDecoder().decode(whole), source, call);
}

function tell({ as, isQuiet }: Call, source: string, what: string): void {
  if (!isQuiet)
    complain(`mailwhy: ${source} ${as === null ? 'looks like' : 'is read as'} ${what}${as === null ? ' (--as says otherwise)' : ''}`);
}

/** What has come when the bound is reached or the stream ends; the stream stays open. */
async function gather(chunks: AsyncGenerator<Uint8Array>, limitBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < limitBytes) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    parts.push(value);
    length += value.length;
  }
  return Buffer.concat(parts);
}

async function* continueWith(beginning: Uint8Array, chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield beginning;
  yield* chunks;
}

async function explainAll(messages: AsyncIterable<FoundMessage>, call: Call): Promise<void> {
  for await (const { bytes, source } of messages) if (!(await explainMessage(bytes, source, call))) return;
}

/** False where nobody reads any more. */
async function explainMessage(bytes: Uint8Array, source: string, { output }: Call): Promise<boolean> {
  const { explainBounce } = await import('../explain/explain-bounce.js');
  return await output.take(await explainBounce(bytes, source));
}

async function explainText(text: string, source: string, { output, settings }: Call): Promise<void> {
  if (output.wantsRecords) {
    const { explainReplyText } = await import('../explain/explain-reply-text.js');
    const explained = explainReplyText(text, source);
    if (explained === null) throw new CommandError('data', `no reply stands in ${source}`, suggestReply(text));
    await output.take(explained);
    return;
  }
  const { createReplyCase } = await import('../explain/explain-reply.js');
  const file = createReplyCase(text);
  if (file === null) throw new CommandError('data', 'no reply stands in this text', suggestReply(text));
  const { judgeAndPrint } = await import('./judge-and-print.js');
  await judgeAndPrint(file, settings.output);
}

/** What to give in place of a text that holds no reply, by what it does hold. */
function suggestReply(text: string): string {
  const [code] = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text) ?? [];
  if (code !== undefined) return `A code with dots comes behind one of three digits: mailwhy explain "${code[0]}50 ${code} …"`;
  if (/timed? ?out|refused|unreachable|not found|no route|reset|lost connection/i.test(text))
    return 'No mail server said this: it is what a sender reports when it reaches none. Trace the address: mailwhy bob@example.com';
  return 'A reply begins with three digits: 550 5.1.1 …';
}

async function showReport(bytes: Uint8Array, source: string, { settings }: Call): Promise<void> {
  const { reopenReport } = await import('../judge/reopen-report.js');
  const file = reopenReport(parseDocument(new TextDecoder().decode(bytes), source));
  if ('fault' in file) throw new CommandError('data', `${source}: ${file.fault}`);
  const { judgeAndPrint } = await import('./judge-and-print.js');
  await judgeAndPrint(file, settings.output);
}

function parseDocument(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError('data', `${source} is no JSON`);
  }
}
