/**
 * Worlds of the lab, traced side by side, and their verdicts.
 *
 * Each trace is the real one, on real sockets of the loopback interface; only the addresses are mapped.
 */
import { judgeCase } from '../judge/judge-case.js';
import { startLab } from '../lab/lab.js';
import type { NamedWorld } from '../lab/worlds/index.js';
import type { CaseFile } from '../model/case-file.js';
import type { ProgressListener } from '../model/progress.js';
import type { Report } from '../model/report.js';
import { defaultTraceOptions } from '../model/trace-options.js';
import { exitStatuses } from '../model/vocabulary.js';
import { readEnvironment } from '../net/environment.js';
import { parseTarget } from '../parse/mailbox.js';
import { createPaint, type Paint } from '../render/paint.js';
import { formatVisible } from '../render/visible-text.js';
import { outcomeTones } from '../render/words.js';
import { wrapText } from '../render/wrap-text.js';

import { type Settings, toAsciiFor } from '../settings/load-settings.js';
import { traceDelivery } from '../survey/delivery/trace-delivery.js';
import { decideColour, decideWidth } from '../terminal/appearance.js';
import { type Interruption, listenForInterruption } from './interruption.js';
import { judgeAndPrint } from './judge-and-print.js';
import { print, standardOutput } from './output.js';
import { beginLiveProgress } from './progress-output.js';

interface Watching {
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}

/** Traces one world and prints its report as any other; resolves to the exit status. */
export async function showWorld(world: NamedWorld, settings: Settings): Promise<number> {
  const live = beginLiveProgress(settings.output);
  const interruption = listenForInterruption(() => live?.stop());
  const file = await traceWorld(world, { signal: interruption.signal, progress: live?.listener ?? (() => undefined) });
  interruption.release();
  live?.stop();
  await judgeAndPrint(file, settings.output);
  return endOf(interruption);
}

/** Traces the worlds side by side and prints a few lines about each, in their order; resolves to the exit status. */
export async function showWorlds(worlds: readonly NamedWorld[], settings: Settings): Promise<number> {
  const beganAt = performance.now();
  const live = beginLiveProgress(settings.output);
  const interruption = listenForInterruption(() => live?.stop());
  const reports = await Promise.all(
    worlds.map(async (world) => {
      const branch = live?.branch(world.name, world.name);
      const report = judgeCase(await traceWorld(world, { signal: interruption.signal, progress: branch?.listener ?? (() => undefined) }));
      const { outcome, cause } = report.verdict;
      branch?.finish(`${outcome}${cause === null ? '' : `, ${cause}`}`, outcome === 'deliverable' ? 'ok' : 'failed');
      return { world, report };
    }),
  );
  interruption.release();
  live?.stop();
  const page = choosePage(settings);
  const seconds = ((performance.now() - beganAt) / 1000).toFixed(1);
  const closing = [
    `${worlds.length} worlds in ${seconds} s.`,
    `In full:    mailwhy demo ${worlds[1]?.name ?? 'NAME'}`,
    'All names:  mailwhy demo --list',
  ];
  await print([...reports.map(({ world, report }) => formatWorld(world, report, page)), ...closing].join('\n'));
  return endOf(interruption);
}

interface Page {
  readonly paint: Paint;
  readonly width: number;
}

function choosePage({ output }: Settings): Page {
  const environment = readEnvironment();
  const end = standardOutput();
  return { paint: createPaint(decideColour(output.color, environment, end)), width: decideWidth(environment, end) };
}

function endOf({ signal }: Interruption): number {
  return signal.aborted ? exitStatuses.interrupted : exitStatuses.ok;
}

async function traceWorld({ world, target, options }: NamedWorld, watching: Watching): Promise<CaseFile> {
  const lab = await startLab(world);
  try {
    const checked = { ...defaultTraceOptions, rootHints: lab.rootHints, ...options };
    const reading = { toAscii: await toAsciiFor(target), postmaster: checked.postmaster };
    return await traceDelivery({ target: parseTarget(target, reading), options: checked, doors: lab.doors, ...watching });
  } finally {
    await lab.stop();
  }
}

/** What is the matter there, the verdict, and the first step of the remedy. */
function formatWorld({ name, title }: NamedWorld, { verdict }: Report, { paint, width }: Page): string {
  const [first] = verdict.remedy;
  const cause = verdict.cause === null ? '' : ` ${verdict.cause}`;
  const said = formatVisible(first === undefined ? verdict.summary : `${verdict.summary} To do: ${first}`);
  const [heading = name, ...more] = wrapText(`${name}: ${title}`, width);
  return [
    `${paint('strong', name)}${heading.slice(name.length)}`,
    ...more,
    `  ${paint(outcomeTones[verdict.outcome], verdict.outcome.toUpperCase())}${cause}`,
    ...wrapText(said, width - 2).map((line) => `  ${line}`),
    '',
  ].join('\n');
}
