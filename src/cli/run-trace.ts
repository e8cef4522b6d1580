/**
 * The trace itself, once target and settings are known to be good: watched, interruptible, judged, printed.
 */
import type { CaseFile } from '../model/case-file.js';
import type { Target } from '../model/trace-options.js';
import { exitStatuses, outcomeExitStatuses } from '../model/vocabulary.js';
import { readEnvironment } from '../net/environment.js';
import { createFileControlLog } from '../net/file-control-log.js';
import { createNodeDoors } from '../net/node-doors.js';
import { cachePath } from '../settings/configuration-file.js';
import type { Settings } from '../settings/load-settings.js';
import { traceDelivery } from '../survey/delivery/trace-delivery.js';
import { listenForInterruption } from './interruption.js';
import { judgeAndPrint } from './judge-and-print.js';
import { beginLiveProgress } from './progress-output.js';

/** Traces the target and prints the report; resolves to the exit status. */
export async function traceAndReport(target: Target, settings: Settings): Promise<number> {
  const live = beginLiveProgress(settings.output);
  const interruption = listenForInterruption(() => live?.stop());
  const file = await gather(target, settings, {
    signal: interruption.signal,
    progress: live?.listener ?? (() => undefined),
  });
  interruption.release();
  live?.stop();
  const { outcome } = await judgeAndPrint(file, settings.output);
  if (target.kind === 'malformed') return exitStatuses.usage;
  return interruption.signal.aborted ? exitStatuses.interrupted : outcomeExitStatuses[outcome];
}

type Watching = Pick<Parameters<typeof traceDelivery>[0], 'signal' | 'progress'>;

async function gather(target: Target, { trace, message }: Settings, watching: Watching): Promise<CaseFile> {
  const controls = cachePath(readEnvironment(), 'controls.json');
  return await traceDelivery({
    target,
    options: trace,
    doors: createNodeDoors(),
    message,
    ...(controls === null ? {} : { controlLog: createFileControlLog(controls) }),
    ...watching,
  });
}
