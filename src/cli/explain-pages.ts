/**
 * What is explained as a whole, not message by message: a reply by itself, a queue, a log, a header.
 */
import type { DocumentKind } from '../explain/recognise-document.js';
import { judgeCase } from '../judge/judge-case.js';
import type { Explained } from '../model/explained.js';
import type { FollowUp } from '../model/follow-up.js';
import type { Report } from '../model/report.js';
import { exitStatuses } from '../model/vocabulary.js';
import { CommandError } from '../settings/command-error.js';
import type { Settings } from '../settings/load-settings.js';
import type { ExplainCall } from './explain-call.js';
import type { OpenDocument } from './explain-documents.js';
import { renderFollowUpText } from './explained-output.js';
import { renderReport } from './judge-and-print.js';
import { print } from './output.js';

export type PageCall = Pick<ExplainCall, 'settings' | 'traces'>;

/** A reply by itself: a report like a trace's. @throws CommandError where the text holds no reply */
export async function explainReplyPage(text: string, name: string, call: PageCall): Promise<number> {
  const { createReplyCase } = await import('../explain/explain-reply.js');
  const { explainReplyText } = await import('../explain/explain-reply-text.js');
  const file = createReplyCase(text);
  const record = explainReplyText(text, name);
  if (file === null || record === null)
    throw new CommandError('data', `no reply stands in ${name}`, 'A reply begins with three digits: 550 5.1.1 …');
  return await showReport(judgeCase(file), record, call);
}

/** A report with the record that it comes to; followed up where that is asked for. */
export async function showReport(report: Report, record: Explained, { settings, traces }: PageCall): Promise<number> {
  const { output } = settings;
  if (output.format === 'text') await print(await renderReport(report, output));
  const followUp = traces ? await followUpRecords([record], settings) : null;
  if (output.format === 'json') await printReplyDocument(report, record, followUp);
  else if (output.format === 'html') await print((await import('../render/render-html.js')).renderHtml(report, followUp));
  else if (followUp !== null) await print(await renderFollowUpText(followUp, output));
  return endOf(followUp);
}

async function printReplyDocument(report: Report, record: Explained, followUp: FollowUp | null): Promise<void> {
  const { renderJson } = await import('../render/render-json.js');
  const { CauseCounter } = await import('../explain/count-causes.js');
  const counter = new CauseCounter();
  counter.add(record);
  await print(renderJson({ ...report, explained: [record], ...counter.count(), followUp }));
}

async function followUpRecords(records: Iterable<Explained> | AsyncIterable<Explained>, settings: Settings): Promise<FollowUp> {
  const { FollowUpTargets } = await import('../explain/follow-up-targets.js');
  const { toAscii } = await import('../parse/idna.js');
  const { traceTargets } = await import('./follow-up.js');
  const targets = new FollowUpTargets(toAscii);
  for await (const record of records) targets.add(record);
  return await traceTargets(targets.choose(), settings);
}

function endOf(followUp: FollowUp | null): number {
  return followUp?.complete === false ? exitStatuses.interrupted : exitStatuses.ok;
}

/** The listing of a queue. @throws CommandError where it is none that is known */
async function explainQueuePage({ octets, queueFormat }: OpenDocument, { settings, traces }: PageCall): Promise<number> {
  const { decodeText } = await import('../explain/read-pieces.js');
  const { showQueue } = await import('./show-queue.js');
  return await showQueue({ listings: [{ chunks: decodeText(octets), place: null }], format: queueFormat }, settings, traces);
}

/** One mail log or several as one. @throws CommandError where no line of a mail server stands in them */
export async function explainLogPage(documents: readonly OpenDocument[], { settings, traces }: PageCall): Promise<number> {
  if (traces) throw complainOfTrace('a log', 'Follow its failures up with --summary --trace, or with --jsonl --trace.');
  const { decodeText } = await import('../explain/read-pieces.js');
  const { frameBareLog } = await import('../explain/bare-log.js');
  const { findLogInputs } = await import('./log-inputs.js');
  const { showLogs } = await import('./log.js');
  const paths = documents.flatMap(({ path }) => path ?? []);
  // Files are put into the order of their times, and have their lines whole.
  if (paths.length === documents.length) return await showLogs(await findLogInputs(paths), null, settings.output);
  const logs = documents.map(({ name, octets }) => {
    const text = frameBareLog(decodeText(octets));
    return { name, path: null, sizeBytes: null, open: () => text };
  });
  return await showLogs(logs, null, settings.output);
}

/** The header of a message. @throws CommandError where there is none */
async function explainHeadersPage({ octets }: OpenDocument, { settings, traces }: PageCall): Promise<number> {
  if (traces) throw complainOfTrace('a header', 'It tells of no refusal.');
  const { explainHeaders, readMessageOctets } = await import('../explain/explain-headers.js');
  const { renderHeadersReport } = await import('./headers.js');
  const message = await readMessageOctets(octets);
  // What is explained is what is recorded: `mailwhy headers` verifies, and asks the DNS for keys.
  const report = explainHeaders(new TextDecoder().decode(message.octets), message.isHeaderCut);
  if (report === null) throw new CommandError('data', 'no header field stands here');
  await print(await renderHeadersReport(report, settings.output));
  return exitStatuses.ok;
}

export function complainOfTrace(what: string, hint: string): CommandError {
  return new CommandError('usage', `--trace: the page of ${what} is not followed up`, hint);
}

export type Page = (document: OpenDocument, call: PageCall) => Promise<number>;

const pages: Readonly<Partial<Record<DocumentKind, Page>>> = {
  queue: explainQueuePage,
  headers: explainHeadersPage,
  log: (document, call) => explainLogPage([document], call),
};

/** The page of a kind; null where each message has a record. */
export function findPage(kind: DocumentKind): Page | null {
  return pages[kind] ?? null;
}
