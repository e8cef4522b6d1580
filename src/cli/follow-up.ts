/**
 * `--trace` of `explain` and `queue`: follows up with live traces, watched and interruptible, after saying whom it will ask.
 */
import { followUp } from '../explain/follow-up.js';
import type { ChosenTargets } from '../explain/follow-up-targets.js';
import type { FollowUp } from '../model/follow-up.js';
import { readEnvironment } from '../net/environment.js';
import { createFileControlLog } from '../net/file-control-log.js';
import { createNodeDoors } from '../net/node-doors.js';
import { resultWords } from '../render/follow-up-words.js';
import { cachePath } from '../settings/configuration-file.js';
import type { Settings } from '../settings/load-settings.js';
import { listenForInterruption } from './interruption.js';
import { complain } from './output.js';
import { beginLiveProgress } from './progress-output.js';

/** Traces the targets. `byHost`: a queue's, one for each cause and exchange. */
export async function traceTargets(chosen: ChosenTargets, settings: Settings, byHost = false): Promise<FollowUp> {
  if (settings.output.detail !== 'one-line') announce(chosen, byHost ? 'exchange' : 'domain');
  const live = beginLiveProgress(settings.output);
  const interruption = listenForInterruption(() => live?.stop());
  const controls = cachePath(readEnvironment(), 'controls.json');
  const found = await followUp({
    chosen,
    // A follow-up asks for the recipient, on the way that the mail takes, and sends nothing.
    options: { ...settings.trace, probe: true, all: false, postmaster: false, send: null },
    doors: createNodeDoors(),
    signal: interruption.signal,
    ...(controls === null ? {} : { controlLog: createFileControlLog(controls) }),
    watch: ({ target }) => {
      const { address } = target.mailbox;
      const branch = live?.branch(address, address);
      return {
        progress: branch?.listener ?? (() => undefined),
        finish: ({ result }) => branch?.finish(resultWords[result], result === 'gone' ? 'ok' : 'failed'),
      };
    },
  });
  interruption.release();
  live?.stop();
  return found;
}

/** Addresses that are named beforehand. */
const mostNamed = 5;

/** Says whom it will ask, and why nobody else. */
function announce({ targets, leftOut: { unnamed, beyondLimit } }: ChosenTargets, place: string): void {
  const total = targets.reduce((sum, { standsFor }) => sum + standsFor, unnamed + beyondLimit);
  const names = targets.slice(0, mostNamed).map(({ target }) => target.mailbox.address);
  const more = targets.length > mostNamed ? ` and ${targets.length - mostNamed} more` : '';
  const alike = total - targets.length - unnamed - beyondLimit;
  const rest = [
    ...(alike === 0 ? [] : [`${alike} more with the same cause and ${place}`]),
    ...(beyondLimit === 0 ? [] : [`${beyondLimit} with other causes and places: no more than ${targets.length} are traced at once`]),
    ...(unnamed === 0 ? [] : [`${unnamed} without an address`]),
  ];
  const whom = targets.length === 0 ? 'nothing to trace' : `tracing ${targets.length} of ${total}: ${names.join(', ')}${more}`;
  complain(`mailwhy: ${whom}${rest.length === 0 ? '' : ` (${rest.join('; ')})`}`);
}
