/**
 * The words for SPF and DMARC by the records of today, for the text and the page.
 */
import type { DmarcCheck, DmarcIdentifier } from '../model/dmarc-check.js';
import type { LiveCheck, LiveComparison, LiveSubject, SubjectSource } from '../model/live-check.js';
import type { SpfCheck, SpfStep, SpfTrace } from '../model/spf-check.js';
import { formatDate } from './format-time.js';

/** A label with its lines for each part; every term of SPF where `verbose`. */
export function describeLive(live: LiveCheck, verbose: boolean): readonly (readonly [string, readonly string[]])[] {
  const evaluated = [
    `By the DNS of ${formatDate(live.at)}, not of the day when the message came.`,
    describeSubject(live.subject),
    ...live.comparisons.map(describeComparison),
  ];
  return [
    ['Today', evaluated],
    ['SPF today', live.spf === null ? [] : [describeSpf(live.spf), ...describeTrace(live.spf.trace, verbose)]],
    ['DMARC today', live.dmarc === null ? [] : describeDmarc(live.dmarc, live.signaturesAsRecorded)],
  ];
}

const sourceWords: Readonly<Record<SubjectSource, string>> = {
  option: 'as given',
  received: 'by Received',
  'received-spf': 'by Received-SPF',
  'authentication-results': 'by Authentication-Results',
  'return-path': 'by Return-Path',
};

function describeSubject({ hop, client, helo, sender }: LiveSubject): string {
  const tell = (label: string, clue: LiveSubject['helo']) =>
    `${label} ${clue === null ? 'not told' : `${clue.value === '' ? '<>' : clue.value} (${sourceWords[clue.source]})`}`;
  return `Evaluated for ${tell('client', client)}${hop === null ? '' : ` of hop ${hop}`}, ${tell('HELO', helo)}, ${tell('envelope sender', sender)}.`;
}

function describeSpf({ result, trace, lookups, voidLookups, decidedBy, problem, explanation }: SpfCheck): string {
  const by = decidedBy === null ? '' : ` by ${decidedBy.term} of ${decidedBy.domain}`;
  const asked = `${lookups} of 10 terms that ask the DNS${voidLookups === 0 ? '' : `, ${voidLookups} of 2 without anything`}`;
  return [
    `SPF of ${trace.domain}: ${result}${by}`,
    ...(problem === null ? [] : [problem]),
    asked,
    ...(explanation === null ? [] : [`it says: "${explanation}"`]),
  ].join('; ');
}

/** Terms of a record that passes are told as far as they lead to the one that decided, others so many at most. */
const shownSteps = 12;

/** A line for the record and one for each term that is shown, in the order in which they were read. */
function describeTrace(trace: SpfTrace, verbose: boolean): readonly string[] {
  const { domain, record, result, steps } = trace;
  const telling = steps.filter(
    ({ outcome }) => outcome === 'match' || outcome === 'error' || (result !== 'pass' && outcome === 'no-match'),
  );
  const shown = verbose ? steps : telling.slice(-shownSteps);
  const more = telling.length - shown.length;
  return [
    `${domain} publishes: ${shorten(record ?? trace.problem ?? 'no record')}`,
    ...(more > 0 ? [`${more} terms before these do not match either`] : []),
    ...shown.flatMap((step) => [describeStep(step, domain), ...(step.inner === null ? [] : describeTrace(step.inner, verbose))]),
  ];
}

/** A record may have 64 KB; the document has all of it. */
function shorten(record: string): string {
  return record.length > 1000 ? `${record.slice(0, 1000)}…` : record;
}

const outcomeWords: Readonly<Record<SpfStep['outcome'], string>> = {
  match: 'matches',
  'no-match': 'does not match',
  error: 'is an error',
  unread: 'was not read any more',
};

function describeStep({ term, target, outcome, detail }: SpfStep, domain: string): string {
  const name = target === null || target === domain || term.includes(target) ? '' : ` (${target})`;
  return `${domain}: ${term}${name} ${outcomeWords[outcome]}${detail === null ? '' : `: ${detail}`}`;
}

function describeDmarc(
  { author, organizational, result, problem, policy, spf, dkim, asks }: DmarcCheck,
  asRecorded: readonly string[],
): readonly string[] {
  const asked = asks === null ? '' : `; receivers are asked for ${asks}`;
  const within = organizational === author ? '' : `, of ${organizational}`;
  return [
    `DMARC of ${author}${within}: ${result}${problem === null ? '' : ` (${problem})`}${asked}`,
    ...(policy === null
      ? []
      : [
          `${policy.domain} publishes: ${shorten(policy.record)}`,
          `${policy.tag}=${policy.requested} applies${policy.isTest ? ', on trial (t=y)' : ''}${policy.percent === null ? '' : `; pct=${policy.percent} counts for receivers by RFC 7489 only`}`,
          ...(spf === null ? [] : [`SPF: ${describeIdentifier(spf, policy.spfMode)}`]),
          ...dkim.map(
            (each) => `DKIM: ${describeIdentifier(each, policy.dkimMode)}${asRecorded.includes(each.domain) ? ', as it was recorded' : ''}`,
          ),
        ]),
  ];
}

function describeIdentifier({ domain, standing, aligned }: DmarcIdentifier, mode: string): string {
  const words = { pass: 'passes', fail: 'does not pass', undecided: 'could not be looked up' };
  return `${domain} ${words[standing]}, ${aligned ? 'aligned with From' : 'not aligned with From'} (${mode})`;
}

const verdictWords: Readonly<Record<LiveComparison['verdict'], string>> = {
  same: 'the same today',
  alike: 'which comes to the same',
  'better-now': 'better today',
  'worse-now': 'worse today: the next message like this fares worse than this one',
  'not-recorded': '',
};

function describeComparison({ method, recorded, now, verdict }: LiveComparison): string {
  const name = method.toUpperCase();
  if (recorded === null) return `${name} on the day: nothing is recorded; today ${now}.`;
  return `${name} on the day: ${recorded}; today ${now}, ${verdictWords[verdict]}.`;
}
