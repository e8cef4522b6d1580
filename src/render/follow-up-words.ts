/**
 * The words of a follow-up for every view.
 */
import type { FollowUp, FollowUpResult, FollowUpTarget } from '../model/follow-up.js';
import { describeReporter } from './describe-speaker.js';
import { formatDate } from './format-time.js';
import type { Tone } from './paint.js';

export const resultWords: Readonly<Record<FollowUpResult, string>> = {
  'still-true': 'still true',
  gone: 'gone',
  different: 'different now',
  'could-not-tell': 'could not tell',
};

export const resultTones: Readonly<Record<FollowUpResult, Tone>> = {
  'still-true': 'bad',
  gone: 'good',
  different: 'late',
  'could-not-tell': 'unsure',
};

/** "3 recipients traced at …, one for each cause and place: 1 still true, 2 gone." */
export function describeFollowUp({ targets, startedAt, complete }: FollowUp): string {
  if (targets.length === 0) return 'Nobody was traced: nothing that was refused names a recipient.';
  const [only] = targets;
  const told = targets.length === 1 && only !== undefined ? resultWords[only.result] : listResults(targets);
  const whom = targets.length === 1 ? 'One recipient' : `${targets.length} recipients, one for each cause and place,`;
  return `${whom} traced from here, ${formatDate(startedAt)}: ${told}.${complete ? '' : ' It was interrupted.'}`;
}

function listResults(targets: FollowUp['targets']): string {
  const counts = new Map<string, number>();
  for (const { result } of targets) counts.set(resultWords[result], (counts.get(resultWords[result]) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}

/** Whom no target stands for; null where everybody has one. */
export function describeLeftOut({ leftOut: { unnamed, beyondLimit } }: FollowUp): string | null {
  const parts = [
    ...(beyondLimit === 0 ? [] : [`${beyondLimit} recipients of other causes and places: more are not asked for at once`]),
    ...(unnamed === 0 ? [] : [`${unnamed} without an address that could be asked for`]),
  ];
  return parts.length === 0 ? null : `Not traced: ${parts.join('; ')}.`;
}

/** "recipient.unknown, also for 40 others" */
export function describeTold({ told: { code }, standsFor }: FollowUpTarget): string {
  const others = standsFor === 1 ? '' : `, also for ${standsFor - 1} ${standsFor === 2 ? 'other' : 'others'}`;
  return `${code ?? ''}${others}`;
}

interface Said {
  readonly host: string | null;
  readonly stage: Parameters<typeof describeReporter>[1];
  readonly reply: string | null;
}

/** Who said it, and what: two texts. */
export function describeSaid({ host, stage, reply }: Said): readonly [who: string, what: readonly string[]] {
  if (reply === null) return ['no reply', []];
  return [`${describeReporter(host, stage)}:`, reply.split('\n').filter((line) => line.trim() !== '')];
}
