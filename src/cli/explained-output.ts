/**
 * Explained messages on standard output: as JSON lines, as one document, as text, as a page, or counted in a summary.
 *
 * What is kept is bounded: the first message (a second one turns the text into a list), the counts, and of a page so many
 * records as anybody reads.
 */
import { CauseCounter } from '../explain/count-causes.js';
import type { Explained } from '../model/explained.js';
import type { ExplainedSummary } from '../model/explained-summary.js';
import type { FollowUp } from '../model/follow-up.js';
import { packageVersion } from '../model/version.generated.js';
import type { OutputSettings } from '../settings/check-options.js';
import { CommandError } from '../settings/command-error.js';
import type { GivenOptions } from '../settings/given-options.js';
import { createLineOutput, type LineOutput } from './line-output.js';
import { complain, print, standardOutput } from './output.js';
import { pageOptions } from './page-options.js';

export type OutputForm = 'lines' | 'summary' | 'list';

export interface ExplainedOutput {
  /** False where nobody reads any more. */
  take(explained: Explained): Promise<boolean>;
  /** The same for a record that is a line of JSON already; null: records are needed. */
  readonly takeLine: ((line: string) => Promise<boolean>) | null;
  /** Writes what need not wait for a follow-up: nothing more will be taken. */
  flush(): Promise<void>;
  /** Writes the rest. */
  end(end: OutputEnding): Promise<void>;
}

export interface OutputEnding {
  /** False where it was interrupted. */
  readonly complete: boolean;
  /** Null where nobody asked for one. */
  readonly followUp: FollowUp | null;
}

const nothingYet = () => Promise.resolve();

/** @throws CommandError where a form is asked for that there is none of */
export function readOutputForm(given: GivenOptions): OutputForm {
  const asLines = given.get('jsonl')?.value === true;
  const asSummary = given.get('summary')?.value === true;
  if (asLines && asSummary) throw new CommandError('usage', '--jsonl cannot be given together with --summary');
  for (const name of ['json', 'format'] as const) {
    const other = given.get(name);
    if (asLines && other?.layer === 'command-line' && other.value !== false)
      throw new CommandError('usage', `--jsonl cannot be given together with ${other.place}`, 'Lines of JSON are a format by themselves.');
  }
  return asLines ? 'lines' : asSummary ? 'summary' : 'list';
}

export interface OutputRequest {
  readonly form: OutputForm;
  readonly settings: OutputSettings;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/** Whether standard output grows while it is read, so that nothing else may draw on the terminal. */
export function growsOnTerminal({ form, settings }: Pick<OutputRequest, 'form' | 'settings'>): boolean {
  return standardOutput().isTerminal && (form === 'lines' || (form === 'list' && settings.format !== 'html'));
}

/** Nothing is written before the first message comes. */
export async function createExplainedOutput(request: OutputRequest): Promise<ExplainedOutput> {
  const { form, settings } = request;
  if (form === 'lines') return await createLines();
  if (form === 'summary') return createSummary(request);
  if (settings.format === 'json') return await createDocument(request);
  return settings.format === 'html' ? createPage(request) : await createText(settings);
}

async function createLines(): Promise<ExplainedOutput> {
  const { renderFollowUpLine, renderJsonLine } = await import('../render/render-json-line.js');
  const lines = createLineOutput();
  return {
    take: (explained) => lines.write(renderJsonLine(explained)),
    takeLine: lines.write,
    flush: nothingYet,
    async end({ followUp }) {
      for (const target of followUp?.targets ?? []) await lines.write(renderFollowUpLine(target));
      await lines.flush();
    },
  };
}

function createSummary({ settings, startedAt }: OutputRequest): ExplainedOutput {
  const counter = new CauseCounter();
  return {
    take(explained) {
      counter.add(explained);
      return Promise.resolve(true);
    },
    takeLine: null,
    flush: nothingYet,
    end: async ({ complete, followUp }) => print(await renderSummary(counter.summarise(complete, followUp), settings, startedAt)),
  };
}

async function renderSummary(summary: ExplainedSummary, settings: OutputSettings, startedAt: string): Promise<string> {
  if (settings.format === 'json') return (await import('../render/render-json-line.js')).renderJsonLine(summary, 2);
  if (settings.format === 'html') {
    const { renderSummaryHtml } = await import('../render/render-explained-html.js');
    return renderSummaryHtml(summary, { version: packageVersion, startedAt });
  }
  const { renderExplainedSummary } = await import('../render/render-explained-list.js');
  return renderExplainedSummary(summary, pageOptions(settings));
}

async function createDocument({ startedAt }: OutputRequest): Promise<ExplainedOutput> {
  const { beginExplanation, continueExplanation, endExplanation } = await import('../render/render-explanation.js');
  const counter = new CauseCounter();
  const lines = createLineOutput();
  let count = 0;
  const begin = () => lines.write(beginExplanation({ version: packageVersion, startedAt }));
  return {
    async take(explained) {
      if (count === 0) await begin();
      count += 1;
      counter.add(explained);
      return await lines.write(continueExplanation(explained, count === 1));
    },
    takeLine: null,
    flush: nothingYet,
    async end({ complete, followUp }) {
      if (count === 0) await begin();
      await lines.write(endExplanation({ complete, ...counter.count(), followUp }));
      await lines.flush();
    },
  };
}

/** Records that a page shows; the counts are of all. */
const pageRecords = 500;

function createPage({ startedAt }: OutputRequest): ExplainedOutput {
  const counter = new CauseCounter();
  const kept: Explained[] = [];
  return {
    take(explained) {
      counter.add(explained);
      if (kept.length < pageRecords) kept.push(explained);
      return Promise.resolve(true);
    },
    takeLine: null,
    flush: nothingYet,
    async end({ complete, followUp }) {
      const { renderExplanationHtml } = await import('../render/render-explained-html.js');
      const frame = { schema: 'mailwhy/1', version: packageVersion, kind: 'explanation', startedAt } as const;
      await print(renderExplanationHtml({ ...frame, complete, explained: kept, ...counter.count(), followUp }));
    },
  };
}

/** The first message waits until it is known whether it is the only one. */
async function createText(settings: OutputSettings): Promise<ExplainedOutput> {
  const page = pageOptions(settings);
  const { renderExplainedLine } = await import('../render/render-explained-list.js');
  const lines = createLineOutput();
  let first: Explained | null = null;
  let count = 0;
  return {
    async take(explained) {
      count += 1;
      if (count === 1) {
        first = explained;
        return true;
      }
      if (first !== null) await lines.write(renderExplainedLine(first, page));
      first = null;
      return await lines.write(renderExplainedLine(explained, page));
    },
    takeLine: null,
    async flush() {
      if (first !== null) await writeOnly(first, settings, lines);
      else if (count > 1 && settings.detail !== 'one-line') complain(`mailwhy: ${count} messages; --summary counts them by cause`);
    },
    async end({ followUp }) {
      if (followUp !== null) await lines.write(await renderFollowUpText(followUp, settings));
      await lines.flush();
    },
  };
}

async function writeOnly(explained: Explained, settings: OutputSettings, lines: LineOutput): Promise<void> {
  await lines.write(await renderOnly(explained, settings));
  if (explained.kind === 'not-a-report' && explained.carries === null && settings.detail !== 'one-line')
    complain('mailwhy: it tells of no delivery; where it waited stands in its header: mailwhy headers FILE');
}

async function renderOnly(explained: Explained, settings: OutputSettings): Promise<string> {
  const page = pageOptions(settings);
  if (settings.detail === 'one-line') return (await import('../render/render-explained-list.js')).renderExplainedLine(explained, page);
  return (await import('../render/render-explained.js')).renderExplained(explained, page);
}

/** A follow-up as text: a section, or with `-q` a line for each target. */
export async function renderFollowUpText(followUp: FollowUp, settings: OutputSettings): Promise<string> {
  const { renderFollowUpLines, renderFollowUpPage } = await import('../render/render-follow-up.js');
  const page = pageOptions(settings);
  return settings.detail === 'one-line' ? renderFollowUpLines(followUp, page) : renderFollowUpPage(followUp, page);
}
