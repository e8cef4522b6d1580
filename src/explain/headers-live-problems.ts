/**
 * What SPF and DMARC say of a message by the records of today, worded: what is wrong, who must act, what to do, and what
 * it means where something else was recorded on the day.
 */
import { registrableName } from '../intake/headers/registrable-parent.js';
import type { DmarcCheck, DmarcIdentifier } from '../model/dmarc-check.js';
import type { HeadersProblem } from '../model/headers-report.js';
import { addressFamily } from '../model/ip-address.js';
import type { LiveCheck, LiveComparison } from '../model/live-check.js';
import type { SpfCheck, SpfTrace } from '../model/spf-check.js';
import type { Examined } from './headers-signature-problems.js';
import { assignDmarcFailure, nameCarriers } from './recorded-way.js';

/** In the order in which they are told where they weigh the same. */
export function listLiveProblems(examined: Examined): readonly HeadersProblem[] {
  const { live } = examined;
  if (live === null) return [];
  return [...describeDmarc(live, examined), ...describeSpf(live, examined), ...describeUntold(live)];
}

/** The methods of which a recorded failure is told here, beside what they come to today. */
export function listLiveMethods({ live }: Examined): readonly string[] {
  return live === null ? [] : live.comparisons.map(({ method }) => method);
}

function findComparison({ comparisons }: LiveCheck, method: LiveComparison['method']): LiveComparison | null {
  return comparisons.find((each) => each.method === method) ?? null;
}

/** "On the day pass was recorded: …" */
function describeThen(comparison: LiveComparison | null, changed: string): string {
  if (comparison === null || comparison.verdict === 'not-recorded') return '';
  if (comparison.verdict === 'same') return ' The same was recorded on the day.';
  return ` On the day ${comparison.recorded} was recorded${comparison.verdict === 'alike' ? '' : `: ${changed}`}.`;
}

const spfSeverities: Readonly<Partial<Record<SpfCheck['result'], HeadersProblem['severity']>>> = {
  fail: 'warning',
  softfail: 'warning',
  permerror: 'warning',
  temperror: 'notice',
  none: 'notice',
  neutral: 'notice',
};

function describeSpf(live: LiveCheck, examined: Examined): readonly HeadersProblem[] {
  const { spf, dmarc } = live;
  if (spf === null) return [];
  const comparison = findComparison(live, 'spf');
  if (spf.result === 'pass') return [...describeOpen(spf), ...describeMended('SPF', spf.trace.domain, comparison)];
  const severity = dmarc?.result === 'pass' ? 'notice' : (spfSeverities[spf.result] ?? 'notice');
  const then = describeThen(
    comparison,
    comparison?.verdict === 'better-now' ? 'the record was mended in part since' : 'the record, or what it includes, was changed since',
  );
  const harmless = dmarc?.result === 'pass' ? ' DMARC passes all the same, so this alone does no harm.' : '';
  return [{ severity, summary: `${spfSentence(spf)}${then}${harmless}`, ...describeSpfRemedy(spf, examined) }];
}

function spfSentence({ result, subject, trace: { domain }, decidedBy, problem, explanation }: SpfCheck): string {
  const by =
    decidedBy === null ? '' : `, by ${decidedBy.term}${decidedBy.domain === domain ? '' : ` in the record of ${decidedBy.domain}`}`;
  const said = explanation === null ? '' : ` ${domain} says: "${explanation}"`;
  const sentences: Readonly<Record<SpfCheck['result'], string>> = {
    pass: `${domain} names ${subject.client}.`,
    fail: `The SPF record of ${domain} forbids ${subject.client} today (fail${by}).${said}`,
    softfail: `The SPF record of ${domain} does not name ${subject.client} today (softfail${by}).`,
    neutral: `The SPF record of ${domain} says nothing of ${subject.client} today (neutral${by}).`,
    none: `There is no SPF record today: ${problem}.`,
    permerror: `The SPF record of ${domain} cannot be evaluated today (permerror): ${problem}.`,
    temperror: `SPF of ${domain} could not be evaluated now (temperror): ${problem}.`,
  };
  return sentences[result];
}

function describeSpfRemedy(spf: SpfCheck, examined: Examined): Pick<HeadersProblem, 'actor' | 'remedy'> {
  const { client } = spf.subject;
  const { domain } = spf.trace;
  const actor = `The administrator of DNS of ${domain}`;
  if (spf.result === 'temperror')
    return { actor: null, remedy: ['Try again; where it stays so, look at the name servers of that domain.'] };
  if (spf.result === 'permerror') return { actor, remedy: [remedyOfError(spf)] };
  if (spf.result === 'none')
    return { actor, remedy: [`Publish a record that names every server that sends for ${domain}: v=spf1 … -all.`] };
  const carriers = nameCarriers(examined);
  if (carriers !== null && !isOf(domain, examined))
    return {
      actor: `The administrator of ${carriers.names}`,
      remedy: ["Who forwards must write an envelope sender of the own domain (SRS): the author's SPF cannot name every forwarder."],
    };
  const term = `${addressFamily(client) === 4 ? 'ip4' : 'ip6'}:${client}`;
  return { actor, remedy: [`Name the server in the record where it sends for ${domain}: ${term} or the include of its operator.`] };
}

/** Whether the domain is that of a server in between: a list's or a forwarder's own. */
function isOf(domain: string, { hops }: Examined): boolean {
  const own = registrableName(domain);
  return hops.some(({ owner, by }) => owner === 'between' && by !== null && registrableName(by) === own);
}

function remedyOfError({ trace, lookups, voidLookups }: SpfCheck): string {
  if (lookups > 10)
    return 'Take includes out of the record that are not needed, or write their networks as ip4 and ip6: ten terms may ask the DNS.';
  if (voidLookups > 2) return 'Take names out of the record that do not exist any more.';
  if (findFailing(trace).record === null)
    return 'Publish one record at each name: merge several into one, and include no name without one.';
  return 'Correct the term, or take it out: receivers ignore the whole record as it is.';
}

/** The record within which the error arose. */
function findFailing(trace: SpfTrace): SpfTrace {
  const inner = trace.steps.findLast(({ outcome }) => outcome === 'error')?.inner ?? null;
  return inner === null ? trace : findFailing(inner);
}

/** A record that lets everybody pass proves nothing, and filters know it. */
function describeOpen({ decidedBy }: SpfCheck): readonly HeadersProblem[] {
  if (decidedBy === null || !/^\+?all$/i.test(decidedBy.term)) return [];
  return [
    {
      severity: 'warning',
      summary: `The SPF record of ${decidedBy.domain} lets everybody pass (${decidedBy.term}): anybody may send in its name.`,
      actor: `The administrator of DNS of ${decidedBy.domain}`,
      remedy: ['Name the servers that send for the domain, and end the record with -all or ~all.'],
    },
  ];
}

function describeMended(method: string, domain: string, comparison: LiveComparison | null): readonly HeadersProblem[] {
  if (comparison?.verdict !== 'better-now') return [];
  return [
    {
      severity: 'notice',
      summary: `${method} passes for ${domain} by the records of today; on the day ${comparison.recorded} was recorded: it was mended since, or could not be looked up then.`,
      actor: null,
      remedy: [],
    },
  ];
}

const dmarcSeverities: Readonly<Record<NonNullable<DmarcCheck['asks']>, HeadersProblem['severity']>> = {
  reject: 'error',
  quarantine: 'warning',
  none: 'notice',
};

function describeDmarc(live: LiveCheck, examined: Examined): readonly HeadersProblem[] {
  const { dmarc } = live;
  if (dmarc === null) return [];
  const comparison = findComparison(live, 'dmarc');
  const remarks = describeRemarks(dmarc);
  if (dmarc.result === 'pass') return [...describeMended('DMARC', dmarc.author, comparison), ...remarks];
  if (dmarc.result === 'temperror')
    return [
      {
        severity: 'notice',
        summary: `DMARC of ${dmarc.author} could not be evaluated now: ${dmarc.problem}.`,
        actor: null,
        remedy: ['Try again.'],
      },
    ];
  if (dmarc.result === 'none') return [describeNoPolicy(dmarc, comparison)];
  const { asks } = dmarc;
  const then = describeThen(comparison, 'the records were changed since, or the message was');
  return [
    {
      severity: asks === null ? 'notice' : dmarcSeverities[asks],
      summary: `DMARC fails for ${dmarc.author} by the records of today: ${describeWhy(dmarc)}. ${askSentence(dmarc)}${then}${describeArcComfort(examined)}`,
      ...assignDmarcFailure(examined, dmarc.author),
    },
    ...remarks,
  ];
}

/** What may save the message all the same: a chain that holds, whose sealer saw the message pass (RFC 8617 section 7.2.1). */
function describeArcComfort({ verification, arc }: Examined): string {
  if (verification?.arc.result !== 'pass') return '';
  const sealer = arc.find(({ results }) =>
    results.some(({ method, result }) => (method === 'dmarc' || method === 'dkim') && result === 'pass'),
  );
  if (sealer === undefined) return '';
  return ` The ARC chain holds, and ${sealer.domain ?? 'its sealer'} says that the message passed there: receivers that trust it may take the message.`;
}

function describeWhy({ spf, dkim, author }: DmarcCheck): string {
  const passing = [...dkim.filter(({ standing }) => standing === 'pass'), ...(spf?.standing === 'pass' ? [spf] : [])];
  if (passing.length === 0) return 'neither SPF nor a signature passes';
  const names = [...new Set(passing.map(({ domain }) => domain))].slice(0, 3).join(' and ');
  const which = describeMethods(spf, dkim);
  return `${which} for ${names}, which is not ${author} or of its organization`;
}

function describeMethods(spf: DmarcIdentifier | null, dkim: readonly DmarcIdentifier[]): string {
  const isSigned = dkim.some(({ standing }) => standing === 'pass');
  if (spf?.standing === 'pass') return isSigned ? 'SPF and a signature pass' : 'SPF passes';
  return 'a signature passes';
}

function askSentence({ policy, asks }: DmarcCheck): string {
  if (asks === null) return '';
  const words = { none: 'to do nothing but report', quarantine: 'to treat it as suspicious', reject: 'to refuse it' };
  const tested = policy?.isTest === true ? ', one step less since it is only tested (t=y)' : '';
  return `Receivers are asked ${words[asks]} (${policy?.tag ?? 'p'}=${policy?.requested ?? asks} of ${policy?.domain ?? 'its domain'}${tested}).`;
}

function describeNoPolicy({ author, problem }: DmarcCheck, comparison: LiveComparison | null): HeadersProblem {
  const then =
    comparison?.recorded === 'pass' || comparison?.recorded === 'fail'
      ? ` On the day ${comparison.recorded} was recorded: the record is gone since.`
      : '';
  return {
    severity: 'notice',
    summary: `There is no DMARC policy today: ${problem}.${then}`,
    actor: `The administrator of DNS of ${author}`,
    remedy: [`Publish one at _dmarc.${author}, for a start v=DMARC1; p=none: large providers want one of those who send in bulk.`],
  };
}

function describeRemarks({ policy }: DmarcCheck): readonly HeadersProblem[] {
  if (policy === null || policy.remarks.length === 0) return [];
  return [
    {
      severity: 'notice',
      summary: `The DMARC record of ${policy.domain} is faulty: ${policy.remarks.join('; ')}.`,
      actor: `The administrator of DNS of ${policy.domain}`,
      remedy: ['Correct the record: what is no policy counts as none.'],
    },
  ];
}

/** What could not be evaluated, and what would let it. */
function describeUntold({ spf, dmarc, subject }: LiveCheck): readonly HeadersProblem[] {
  const missing = [
    ...(subject.client === null ? ['the client (--source ADDR)'] : []),
    ...(subject.sender === null ? ['the envelope sender (--from ADDRESS)'] : []),
  ];
  return [
    ...(spf !== null ? [] : [untold(`SPF could not be evaluated: the header does not tell ${missing.join(' and ')}.`)]),
    ...(dmarc !== null ? [] : [untold('DMARC could not be evaluated: From has no domain, or several.')]),
  ];
}

function untold(summary: string): HeadersProblem {
  return { severity: 'notice', summary, actor: null, remedy: [] };
}
