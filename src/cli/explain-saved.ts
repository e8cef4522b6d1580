/**
 * What mailwhy saved, given to `mailwhy explain`: a report is explained again on its own page, records are explained as records.
 *
 * What a report says is not believed: its evidence is judged, its reasons are read anew. Reports of which nothing could be
 * made anew (a header's, counts without messages) are refused with a word on what to give.
 */

import type { SavedKind } from '../explain/recognise-document.js';
import { exitStatuses } from '../model/vocabulary.js';
import { CommandError } from '../settings/command-error.js';
import type { OpenDocument } from './explain-documents.js';
import { complainOfTrace, type PageCall, showReport } from './explain-pages.js';
import { complain, print } from './output.js';

/** As `mailwhy show`. */
const largestReportBytes = 64 * 1024 * 1024;

export interface SavedDocument {
  /** Shows the report; null where what was saved is records. */
  readonly page: ((call: PageCall) => Promise<number>) | null;
  /** The document, to be read from its beginning again. */
  readonly document: OpenDocument;
}

/** What mailwhy saved: a report to be explained again, or records. @throws CommandError where it is neither */
export async function openSaved(document: OpenDocument): Promise<SavedDocument> {
  const { readSavedKind } = await import('../explain/recognise-document.js');
  const kind = readSavedKind(document.beginning);
  if (kind === 'records') return { page: null, document };
  if (kind === 'summary') throw complainOfSummary(document);
  if (kind === 'headers') throw new CommandError('data', `${document.name} is a saved report of a header`, hints.headers);
  const { gatherOctets } = await import('../explain/read-pieces.js');
  const bytes = await gatherOctets(document.octets, largestReportBytes);
  const json = parseDocument(new TextDecoder().decode(bytes), document.name);
  const isList = typeof json === 'object' && json !== null && 'explained' in json && !('evidence' in json);
  return {
    page: isList ? null : (call) => showSaved(kind, { json, name: document.name }, call),
    document: { ...document, octets: yieldOnce(bytes) },
  };
}

/** Records are made of a document among others. @throws CommandError where none can be made of what was saved */
export async function assertRecords({ kind, beginning, name }: OpenDocument): Promise<void> {
  if (kind !== 'report') return;
  const { readSavedKind } = await import('../explain/recognise-document.js');
  const saved = readSavedKind(beginning);
  if (saved === 'summary') throw complainOfSummary({ name });
  if (saved === 'queue' || saved === 'log' || saved === 'headers')
    throw new CommandError('data', `${name} is a saved report of ${what[saved]}: it holds no single failures`, hints[saved]);
}

const what = { queue: 'a queue', log: 'a log', headers: 'a header' } as const;

const hints = {
  queue: 'Give it alone and without --jsonl and --summary, or give the listing itself.',
  log: 'Give it alone and without --jsonl and --summary, or give the log itself.',
  headers: 'Give the message, or its header.',
} as const;

function complainOfSummary({ name }: Pick<OpenDocument, 'name'>): CommandError {
  return new CommandError(
    'data',
    `${name} holds counts by cause, without the messages`,
    'Give what was counted, or what --jsonl saved of it.',
  );
}

interface Saved {
  readonly json: unknown;
  readonly name: string;
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

async function showSaved(kind: SavedKind, { json, name }: Saved, call: PageCall): Promise<number> {
  if (kind === 'queue') return await showSavedQueue({ json, name }, call);
  if (kind === 'log') return await showSavedLog({ json, name }, call);
  const { reopenReport } = await import('../judge/reopen-report.js');
  const file = reopenReport(json);
  if ('fault' in file) throw new CommandError('data', `${name}: ${file.fault}`);
  const { judgeCase } = await import('../judge/judge-case.js');
  const { recordReport } = await import('../explain/report-record.js');
  const report = judgeCase(file);
  return await showReport(report, recordReport(report, name), call);
}

async function showSavedQueue({ json, name }: Saved, { settings, traces }: PageCall): Promise<number> {
  if (traces) throw complainOfTrace('a saved report of a queue', 'Give the listing itself.');
  const { explainSavedQueue } = await import('../explain/saved-queue.js');
  const { renderQueueReport } = await import('./queue-page.js');
  const report = explainSavedQueue(json);
  if ('fault' in report) throw new CommandError('data', `${name}: ${report.fault}`);
  await print(await renderQueueReport(report, settings.output));
  return exitStatuses.ok;
}

async function showSavedLog({ json, name }: Saved, { settings, traces }: PageCall): Promise<number> {
  if (traces) throw complainOfTrace('a saved report of a log', 'Give the log itself, with --summary or --jsonl.');
  const { explainSavedLog } = await import('../explain/saved-log.js');
  const { renderLogReport } = await import('./log.js');
  const report = explainSavedLog(json);
  if ('fault' in report) throw new CommandError('data', `${name}: ${report.fault}`);
  if (hasStory(json)) complain(`mailwhy: ${name}: the story of a message is told by the log alone: mailwhy log --message ID FILE`);
  await print(await renderLogReport(report, settings.output));
  return exitStatuses.ok;
}

function hasStory(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'story' in json && json.story !== null;
}
