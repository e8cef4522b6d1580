/**
 * What becomes of the inputs of `mailwhy explain`. A reply, a queue, a log, a header and a saved report by itself have pages
 * of their own, and so have logs that are all that was given; everything else, and all of it with `--jsonl` or
 * `--summary`, gives a record for each message, reply, entry or failure.
 */
import { CommandError } from '../settings/command-error.js';
import type { CommandLine } from '../settings/command-line.js';
import { readSettings } from './command-call.js';
import type { ExplainCall } from './explain-call.js';
import { announce, type OpenDocument, openDocument, readAsked } from './explain-documents.js';
import type { Input } from './explain-inputs.js';
import type { ExplainThreads } from './explain-threads.js';
import { readOutputForm } from './explained-output.js';
import { wantsFollowUp } from './wants-follow-up.js';

/** Explains and prints; resolves to the exit status. @throws CommandError */
export async function explainAsked(line: CommandLine, inputs: readonly Input[], threads: ExplainThreads): Promise<number> {
  const { given } = line;
  const [asked, form, traces] = [readAsked(given), readOutputForm(given), wantsFollowUp(given)];
  const call: ExplainCall = { inputs, asked, form, traces, threads, settings: await readSettings(line) };
  const [first] = inputs;
  if (form !== 'list' || first === undefined) return await explainEach(call, []);
  const opened = await attemptOpen(first, call);
  if (opened === null) return await explainEach(call, []);
  if (inputs.length === 1) return await explainOnly(opened, call);
  return opened.kind === 'log' ? await explainLogs(opened, call) : await explainEach(call, [opened]);
}

/** Null for what is no document of its own, and for one of several that cannot be read: whoever reads them all tells it. */
async function attemptOpen(input: Input, { inputs, asked }: ExplainCall): Promise<OpenDocument | null> {
  if (input.kind === 'folder' || input.kind === 'fault') return null;
  try {
    return await openDocument(input, asked);
  } catch (error) {
    // Standard input can be read once.
    if (inputs.length === 1 || input.name === 'standard input' || !(error instanceof CommandError)) throw error;
    return null;
  }
}

/** A record for each message. `opened`: the documents of the first inputs, where they have been looked at. */
async function explainEach(call: ExplainCall, opened: readonly OpenDocument[]): Promise<number> {
  const { explainRecords } = await import('./explain-records.js');
  return await explainRecords(call, opened);
}

async function explainOnly(document: OpenDocument, call: ExplainCall): Promise<number> {
  const pages = await import('./explain-pages.js');
  if (document.kind === 'reply') {
    const text = await findOnlyReply(document);
    return text === null ? await explainEach(call, [document]) : await pages.explainReplyPage(text, document.name, call);
  }
  if (document.kind !== 'report') {
    const page = pages.findPage(document.kind);
    if (page === null) return await explainEach(call, [document]);
    announce(document, call.settings.output);
    return await page(document, call);
  }
  const saved = await (await import('./explain-saved.js')).openSaved(document);
  if (saved.page === null) return await explainEach(call, [saved.document]);
  announce(document, call.settings.output);
  return await saved.page(call);
}

/** The text of the one reply that the document is; null where there are several, or more text than a reply has. */
async function findOnlyReply({ beginning, whole }: OpenDocument): Promise<string | null> {
  if (!whole) return null;
  const { splitReplies } = await import('../explain/reply-splitter.js');
  const text = new TextDecoder().decode(beginning);
  const replies = splitReplies(text);
  return replies === null || replies.length < 2 ? text : null;
}

/** Logs and nothing else are read as one. */
async function explainLogs(first: OpenDocument, call: ExplainCall): Promise<number> {
  const opened = [first];
  for (const input of call.inputs.slice(1)) {
    const next = await attemptOpen(input, call);
    if (next === null) return await explainEach(call, opened);
    opened.push(next);
  }
  if (opened.some(({ kind }) => kind !== 'log')) return await explainEach(call, opened);
  const { explainLogPage } = await import('./explain-pages.js');
  for (const document of opened) announce(document, call.settings.output);
  return await explainLogPage(opened, call);
}
