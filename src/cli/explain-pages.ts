/**
 * What is explained as a whole, not message by message: a reply by itself, a queue, a log, a header, a saved report.
 */
import type { DocumentKind } from '../explain/recognise-document.js';
import type { CaseFile } from '../model/case-file.js';
import type { Explained } from '../model/explained.js';
import { exitStatuses } from '../model/vocabulary.js';
import type { OutputSettings } from '../settings/check-options.js';
import { CommandError } from '../settings/command-error.js';
import type { OpenDocument } from './explain-documents.js';
import { print, say } from './output.js';

/** A reply by itself: a report like a trace's. @throws CommandError where the text holds no reply */
export async function explainReplyPage(text: string, name: string, output: OutputSettings): Promise<number> {
  const { createReplyCase } = await import('../explain/explain-reply.js');
  const { explainReplyText } = await import('../explain/explain-reply-text.js');
  const file = createReplyCase(text);
  const record = explainReplyText(text, name);
  if (file === null || record === null)
    throw new CommandError('data', `no reply stands in ${name}`, 'A reply begins with three digits: 550 5.1.1 …');
  if (output.format === 'json') await printReplyDocument(file, record);
  else await (await import('./judge-and-print.js')).judgeAndPrint(file, output);
  return exitStatuses.ok;
}

async function printReplyDocument(file: CaseFile, record: Explained): Promise<void> {
  const { judgeCase } = await import('../judge/judge-case.js');
  const { renderJson } = await import('../render/render-json.js');
  const { CauseCounter } = await import('../explain/count-causes.js');
  const counter = new CauseCounter();
  counter.add(record);
  await print(renderJson({ ...judgeCase(file), explained: [record], ...counter.count() }));
}

/** The listing of a queue. @throws CommandError where it is none that is known */
export async function explainQueuePage({ octets, queueFormat }: OpenDocument, output: OutputSettings): Promise<number> {
  const { explainQueue } = await import('../explain/explain-queue.js');
  const { decodeText } = await import('../explain/read-pieces.js');
  const { renderQueueReport } = await import('./queue.js');
  const report = await explainQueue(decodeText(octets), { format: queueFormat });
  if (!('fault' in report)) await print(await renderQueueReport(report, output));
  else if (report.empty) say('Nothing is queued.');
  else throw new CommandError('data', 'this is no queue listing that is known', 'Name its format with --as; see mailwhy help queue.');
  return exitStatuses.ok;
}

/** One mail log or several as one. @throws CommandError where no line of a mail server stands in them */
export async function explainLogPage(documents: readonly OpenDocument[], output: OutputSettings): Promise<number> {
  const { explainLog } = await import('../explain/explain-log.js');
  const { decodeText } = await import('../explain/read-pieces.js');
  const { frameBareLog } = await import('../explain/bare-log.js');
  const { renderLogReport } = await import('./log.js');
  const report = await explainLog(documents.map(({ octets }) => frameBareLog(decodeText(octets))));
  if (report.mailLines === 0) throw new CommandError('data', 'no line of a mail server that is known stands in it');
  await print(await renderLogReport(report, output));
  return exitStatuses.ok;
}

/** The header of a message. @throws CommandError where there is none */
export async function explainHeadersPage({ octets }: OpenDocument, output: OutputSettings): Promise<number> {
  const { explainHeaders, readHeaderText } = await import('../explain/explain-headers.js');
  const { decodeText } = await import('../explain/read-pieces.js');
  const { renderHeadersReport } = await import('./headers.js');
  const { text, cut } = await readHeaderText(decodeText(octets));
  const report = explainHeaders(text, cut);
  if (report === null) throw new CommandError('data', 'no header field stands here');
  await print(await renderHeadersReport(report, output));
  return exitStatuses.ok;
}

export type Page = (document: OpenDocument, output: OutputSettings) => Promise<number>;

const pages: Readonly<Partial<Record<DocumentKind, Page>>> = {
  queue: explainQueuePage,
  headers: explainHeadersPage,
  log: (document, output) => explainLogPage([document], output),
};

/** The page of a kind; null where each message has a record. */
export function findPage(kind: DocumentKind): Page | null {
  return pages[kind] ?? null;
}

/** As `mailwhy show`. */
const largestReportBytes = 64 * 1024 * 1024;

export interface SavedDocument {
  /** Shows the report; null where what was saved is records. */
  readonly page: ((output: OutputSettings) => Promise<number>) | null;
  /** The document, to be read from its beginning again. */
  readonly document: OpenDocument;
}

/** What mailwhy saved: a report to be judged again, or records. @throws CommandError where it is too large for a report */
export async function openSaved(document: OpenDocument): Promise<SavedDocument> {
  const { isReportDocument } = await import('../explain/recognise-document.js');
  if (!isReportDocument(document.beginning)) return { page: null, document };
  const { gatherOctets } = await import('../explain/read-pieces.js');
  const bytes = await gatherOctets(document.octets, largestReportBytes);
  const json = parseDocument(new TextDecoder().decode(bytes), document.name);
  const isList = typeof json === 'object' && json !== null && 'explained' in json && !('evidence' in json);
  return {
    page: isList ? null : (output) => showSaved(json, document.name, output),
    document: { ...document, octets: yieldOnce(bytes) },
  };
}

async function* yieldOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function parseDocument(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError('data', `${name} is no JSON, or larger than ${largestReportBytes} bytes`);
  }
}

async function showSaved(json: unknown, name: string, output: OutputSettings): Promise<number> {
  const { reopenReport } = await import('../judge/reopen-report.js');
  const file = reopenReport(json);
  if ('fault' in file) throw new CommandError('data', `${name}: ${file.fault}`);
  const { judgeAndPrint } = await import('./judge-and-print.js');
  await judgeAndPrint(file, output);
  return exitStatuses.ok;
}
