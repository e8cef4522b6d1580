/**
 * The live survey behind an explanation: traces what was chosen, and says of each whether the document still holds.
 *
 * A few domains side by side, the targets of one domain in turn, so that no server is asked by several at once. Ctrl-C (the
 * signal) ends it with what was found; always resolves.
 */
import { judgeCase } from '../judge/judge-case.js';
import type { FollowUp, FollowUpTarget } from '../model/follow-up.js';
import type { ProgressListener } from '../model/progress.js';
import { mailDomainName, type TraceOptions } from '../model/trace-options.js';
import type { ControlLog } from '../net/control-log.js';
import type { Doors } from '../net/doors.js';
import { runLimited } from '../survey/delivery/run-limited.js';
import { traceDelivery } from '../survey/delivery/trace-delivery.js';
import { compareFollowUp, describeNow } from './compare-follow-up.js';
import type { ChosenTarget, ChosenTargets } from './follow-up-targets.js';

/** Domains that are asked about at once. */
const sideBySide = 4;

export interface FollowUpRequest {
  readonly chosen: ChosenTargets;
  readonly options: TraceOptions;
  readonly doors: Doors;
  readonly signal: AbortSignal;
  readonly controlLog?: ControlLog;
  /** Told when a target begins; what it gives is told of the trace, and of its end. */
  watch?(target: ChosenTarget): FollowUpWatch;
}

export interface FollowUpWatch {
  readonly progress: ProgressListener;
  finish(target: FollowUpTarget): void;
}

/** Traces the targets. */
export async function followUp(request: FollowUpRequest): Promise<FollowUp> {
  const { chosen, doors, signal } = request;
  const beganMs = doors.clock.now();
  const startedAt = new Date(doors.clock.wallNow()).toISOString();
  const found = new Map<ChosenTarget, FollowUpTarget>();
  await runLimited(sideBySide, groupByDomain(chosen.targets), async (group) => {
    for (const target of group) if (!signal.aborted) found.set(target, await traceTarget(target, request));
  });
  return {
    startedAt,
    durationMs: doors.clock.now() - beganMs,
    complete: !signal.aborted,
    targets: chosen.targets.map((target) => found.get(target) ?? leaveUntraced(target)),
    leftOut: chosen.leftOut,
  };
}

function groupByDomain(targets: readonly ChosenTarget[]): readonly (readonly ChosenTarget[])[] {
  const groups = new Map<string, ChosenTarget[]>();
  for (const target of targets) {
    const domain = mailDomainName(target.target.domain);
    groups.set(domain, [...(groups.get(domain) ?? []), target]);
  }
  return [...groups.values()];
}

async function traceTarget(chosen: ChosenTarget, { options, doors, signal, controlLog, watch }: FollowUpRequest): Promise<FollowUpTarget> {
  const watching = watch?.(chosen);
  const file = await traceDelivery({
    target: chosen.target,
    options,
    doors,
    signal,
    ...(controlLog === undefined ? {} : { controlLog }),
    ...(watching === undefined ? {} : { progress: watching.progress }),
  });
  const report = judgeCase(file);
  const seen = describeNow(report);
  const { told, standsFor } = chosen;
  const target: FollowUpTarget = {
    address: chosen.target.mailbox.address,
    standsFor,
    told,
    seen,
    ...compareFollowUp(told, seen, report.vantage),
    report,
  };
  watching?.finish(target);
  return target;
}

function leaveUntraced({ target, told, standsFor }: ChosenTarget): FollowUpTarget {
  const says = 'It was not traced: the follow-up was interrupted before.';
  return { address: target.mailbox.address, standsFor, told, seen: null, result: 'could-not-tell', replies: null, says, report: null };
}
