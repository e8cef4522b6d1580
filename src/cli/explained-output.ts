/**
 * Explained messages on standard output: as JSON lines, as one document, as text, or counted in a summary.
 *
 * Nothing is kept but the first message (a second one turns the text into a list) and the counts.
 */
import { CauseCounter } from '../explain/count-causes.js';
import type { Explained } from '../model/explained.js';
import { renderExplained, renderExplainedLine, renderExplainedSummary } from '../render/render-explained.js';
import { renderJsonLine } from '../render/render-json-line.js';
import type { OutputSettings } from '../settings/check-options.js';
import { CommandError } from '../settings/command-error.js';
import type { GivenOptions } from '../settings/given-options.js';
import { createLineOutput } from './line-output.js';
import { complain, print, standardError } from './output.js';
import { pageOptions } from './page-options.js';

export interface ExplainedOutput {
  /** True where a reply is wanted as a record too, not as a report. */
  readonly wantsRecords: boolean;
  /** False where nobody reads any more. */
  take(explained: Explained): Promise<boolean>;
  end(): Promise<void>;
}

const progressEvery = 5000;

/** @throws CommandError where a form is asked for that there is none of */
export function createExplainedOutput(given: GivenOptions, settings: OutputSettings): ExplainedOutput {
  const asLines = given.get('jsonl')?.value === true;
  const asSummary = given.get('summary')?.value === true;
  if (asLines && asSummary) throw new CommandError('usage', '--jsonl cannot be given together with --summary');
  if (asSummary) return createSummary(settings);
  return asLines ? createLines() : createPages(settings);
}

function createLines(): ExplainedOutput {
  const lines = createLineOutput();
  return { wantsRecords: true, take: (explained) => lines.write(renderJsonLine(explained)), end: () => Promise.resolve() };
}

function createSummary(settings: OutputSettings): ExplainedOutput {
  const counter = new CauseCounter();
  let count = 0;
  const showsProgress = standardError().isTerminal && settings.detail !== 'one-line';
  return {
    wantsRecords: true,
    take: (explained) => {
      counter.add(explained);
      count += 1;
      if (showsProgress && count % progressEvery === 0) complain(`mailwhy: ${count} messages read`);
      return Promise.resolve(true);
    },
    end: () => {
      const summary = counter.summarise();
      return print(settings.format === 'json' ? renderJsonLine(summary, 2) : renderExplainedSummary(summary, pageOptions(settings)));
    },
  };
}

/** The first message waits until it is known whether it is the only one. */
function createPages(settings: OutputSettings): ExplainedOutput {
  const page = pageOptions(settings);
  const lines = createLineOutput();
  let first: Explained | null = null;
  let count = 0;
  return {
    wantsRecords: false,
    take: async (explained) => {
      count += 1;
      if (count === 1) {
        first = explained;
        return true;
      }
      if (settings.format !== 'text')
        throw new CommandError('usage', 'there are several messages', 'Ask for a line each with --jsonl, or for --summary.');
      if (first !== null) await lines.write(renderExplainedLine(first, page));
      first = null;
      return await lines.write(renderExplainedLine(explained, page));
    },
    end: async () => {
      if (first === null) return;
      await print(settings.format === 'json' ? renderJsonLine(first, 2) : renderExplained(first, page));
    },
  };
}
