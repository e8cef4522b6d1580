/**
 * What is wrong with a message's ARC chain (RFC 8617): as its fields stand, and as its seals were verified.
 */
import type { ArcSet, HeadersProblem } from '../model/headers-report.js';
import type { ArcFault } from '../model/signature-check.js';
import type { Examined } from './headers-signature-problems.js';

/** At most one problem: a chain is broken or not. */
export function listArcProblems({ arc, verification }: Examined): readonly HeadersProblem[] {
  const faults = listFieldFaults(arc);
  if (faults.length > 0) return [describeBroken(faults.slice(0, 4).join('; '))];
  const chain = verification?.arc;
  if (chain?.result !== 'fail' || chain.fault === null) return [];
  const set = arc.find(({ instance }) => instance === chain.instance);
  return [describeBroken(describeFault(chain.fault, set))];
}

function describeBroken(what: string): HeadersProblem {
  return {
    severity: 'notice',
    summary: `The ARC chain is broken: ${what}. Receivers ignore it.`,
    actor: 'The administrator of the forwarder that sealed it last',
    remedy: ['Seal after every change to the message, and keep the sets of those before.'],
  };
}

function listFieldFaults(sets: readonly ArcSet[]): readonly string[] {
  return sets.flatMap(({ instance, chain, missing, domain }, at) => [
    ...(missing.length === 0 ? [] : [`set ${instance} lacks ${missing.join(' and ')}`]),
    ...(instance === at + 1 ? [] : [`set ${at + 1} is missing before set ${instance}`]),
    ...(chain === 'fail' ? [`${domain ?? 'the sealer'} found the chain broken at set ${instance}`] : []),
    ...(instance === 1 && chain === 'pass' ? ['the first set claims a chain before it'] : []),
  ]);
}

function describeFault(fault: ArcFault, set: ArcSet | undefined): string {
  const at = `set ${set?.instance ?? '?'} of ${set?.domain ?? 'an unnamed sealer'}`;
  if (fault === 'message-signature') return `the message was changed after the last seal, that of ${set?.domain ?? 'an unnamed sealer'}`;
  if (fault === 'structure') return `the fields of ${at} are not one of each, in order`;
  if (fault === 'chain-value') return `cv= of ${at} is not what stands there in a chain`;
  const key = set?.sealCheck?.fault?.startsWith('key-') ? ' (its key is gone or unfit)' : '';
  return `the seal of ${at} does not hold${key}`;
}
