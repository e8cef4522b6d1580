/**
 * SPF for one message: `check_host` of RFC 7208 as a procedure that asks, with every term that it looked at.
 *
 * Own, since no library tells which term decided after which lookups. Bounded by the RFC itself: ten terms that ask, two
 * answers without anything, ten names of a client, ten exchanges; and by what a trace keeps.
 */
import type { DnsServer } from '../../model/dns.js';
import { type DomainName, parseDomainName } from '../../model/domain-name.js';
import { parseIpAddress } from '../../model/ip-address.js';
import type { SpfCheck, SpfResult, SpfStep, SpfSubject, SpfTrace } from '../../model/spf-check.js';
import { textOfRecord } from '../../parse/dns/text-of-record.js';
import { expandMacros, parseMacroString } from '../../parse/spf/macro-string.js';
import { isSpfRecord, parseSpfRecord, type SpfDirective, type SpfModifier, type SpfRecord } from '../../parse/spf/spf-record.js';
import type { Procedure } from '../procedure.js';
import { type Match, matchDirective } from './spf-mechanisms.js';
import { find, macroValues, mostLookups, type SpfState, targetName } from './spf-state.js';

export interface SpfRequest {
  readonly subject: SpfSubject;
  readonly servers: readonly DnsServer[];
  /** The host that checks, for `%{r}`. */
  readonly receiver: string;
  readonly nowSeconds: number;
}

/** Evaluates; always ends. */
export function* evaluateSpf({ subject, servers, receiver, nowSeconds }: SpfRequest): Procedure<SpfCheck> {
  const at = subject.sender.lastIndexOf('@');
  const isNull = subject.sender === '';
  const domain = (isNull ? subject.helo : subject.sender.slice(at + 1)).replace(/\.$/, '').toLowerCase();
  // RFC 7208 section 4.3: without a local part it is postmaster's.
  const local = isNull || at <= 0 ? 'postmaster' : subject.sender.slice(0, at);
  const state: SpfState = { subject, local, domain, servers, receiver, nowSeconds, lookups: 0, voidLookups: 0 };
  const trace = yield* checkHost(state, domain);
  const decision = findDecision(trace);
  const explanation = trace.result === 'fail' ? yield* explainFailure(state, decision.trace) : null;
  const { lookups, voidLookups } = state;
  const { problem } = findProblem(trace);
  const decidedBy = decision.step === null ? null : { domain: decision.trace.domain, term: decision.step.term };
  return { subject, result: trace.result, decidedBy, problem, explanation, lookups, voidLookups, trace };
}

/** RFC 7208 section 4.3 to 4.6. */
function* checkHost(state: SpfState, domain: string): Procedure<SpfTrace> {
  const name = domain.includes('.') && !isAddress(domain) ? parseDomainName(domain) : null;
  if (name === null) return ended(domain, 'none', `${domain === '' ? 'an empty name' : domain} is no full domain name`);
  const selected = yield* selectRecord(state, name);
  if ('result' in selected) return ended(domain, selected.result, selected.problem);
  const record = parseSpfRecord(selected.text);
  if (record.fault !== null) {
    const step: SpfStep = { term: record.fault.term, target: null, outcome: 'error', detail: record.fault.reason, inner: null };
    return { ...ended(domain, 'permerror', `${record.fault.term}: ${record.fault.reason}`), record: selected.text, steps: [step] };
  }
  return { ...(yield* evaluateRecord(state, domain, record)), domain, record: selected.text };
}

/** An address in place of a name, as HELO often has it: bare, or a literal. */
function isAddress(domain: string): boolean {
  return domain.startsWith('[') || parseIpAddress(domain) !== null;
}

function ended(domain: string, result: SpfResult, problem: string): SpfTrace {
  return { domain, record: null, result, problem, steps: [] };
}

type Selected = { readonly text: string } | { readonly result: 'none' | 'temperror' | 'permerror'; readonly problem: string };

function* selectRecord(state: SpfState, name: DomainName): Procedure<Selected> {
  const found = yield* find(state, name, 'TXT');
  if (found.kind === 'error') return { result: 'temperror', problem: found.detail };
  if (found.kind === 'void')
    return { result: 'none', problem: found.answer.kind === 'nxdomain' ? `${name} does not exist` : `${name} has no TXT record` };
  const texts = found.answer.records.flatMap(({ data }) => (data.type === 'TXT' ? [textOfRecord(data.strings)] : []));
  const records = texts.filter(isSpfRecord);
  const [text] = records;
  if (text === undefined) return { result: 'none', problem: `${name} has no SPF record` };
  return records.length > 1 ? { result: 'permerror', problem: `${name} has ${records.length} SPF records` } : { text };
}

/** Of a record with thousands of terms so many are told. */
const mostSteps = 300;

const resultOfQualifier: Readonly<Record<SpfDirective['qualifier'], SpfResult>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};

function* evaluateRecord(state: SpfState, domain: string, record: SpfRecord): Procedure<Pick<SpfTrace, 'result' | 'problem' | 'steps'>> {
  const steps: SpfStep[] = [];
  const unread = (from: number) => record.directives.slice(from).map(({ text }): SpfStep => step(text, 'unread'));
  const tell = (end: Pick<SpfTrace, 'result' | 'problem'>, rest: readonly SpfStep[]) => {
    const read = steps.slice(-mostSteps);
    return { ...end, steps: [...read, ...rest.slice(0, Math.max(1, mostSteps - read.length))] };
  };
  for (const [at, directive] of record.directives.entries()) {
    const { match, inner } = yield* evaluateDirective(state, domain, directive);
    steps.push({ term: directive.text, target: match.target, outcome: match.kind, detail: match.detail, inner });
    if (match.kind === 'error') return tell({ result: match.result, problem: `${directive.text}: ${match.detail}` }, unread(at + 1));
    if (match.kind === 'match') return tell({ result: resultOfQualifier[directive.qualifier], problem: null }, unread(at + 1));
  }
  if (record.redirect === null) return tell({ result: 'neutral', problem: null }, []);
  const { last, ...end } = yield* followRedirect(state, domain, record.redirect);
  return tell(end, [last]);
}

function step(term: string, outcome: SpfStep['outcome']): SpfStep {
  return { term, target: null, outcome, detail: null, inner: null };
}

const askingMechanisms: readonly SpfDirective['mechanism'][] = ['include', 'a', 'mx', 'ptr', 'exists'];

function* evaluateDirective(state: SpfState, domain: string, directive: SpfDirective): Procedure<{ match: Match; inner: SpfTrace | null }> {
  const tooMany = askingMechanisms.includes(directive.mechanism) ? countLookup(state) : null;
  if (tooMany !== null) return { match: tooMany, inner: null };
  if (directive.mechanism === 'include') return yield* matchInclude(state, domain, directive);
  return { match: yield* matchDirective(state, domain, directive), inner: null };
}

function countLookup(state: SpfState): Match | null {
  state.lookups += 1;
  if (state.lookups <= mostLookups) return null;
  return { kind: 'error', result: 'permerror', target: null, detail: `more than ${mostLookups} terms that ask the DNS` };
}

/** RFC 7208 section 5.2. */
function* matchInclude(state: SpfState, domain: string, directive: SpfDirective): Procedure<{ match: Match; inner: SpfTrace | null }> {
  const { text } = yield* targetName(state, domain, directive.target);
  const inner = yield* checkHost(state, text);
  const { result } = inner;
  if (result === 'pass') return { match: { kind: 'match', target: text, detail: 'it passes there' }, inner };
  if (result === 'temperror') return { match: { kind: 'error', result, target: text, detail: inner.problem ?? result }, inner };
  if (result === 'permerror' || result === 'none')
    return { match: { kind: 'error', result: 'permerror', target: text, detail: inner.problem ?? result }, inner };
  return { match: { kind: 'no-match', target: text, detail: `${result} there` }, inner };
}

/** RFC 7208 section 6.1. */
function* followRedirect(
  state: SpfState,
  domain: string,
  { text, target }: SpfModifier,
): Procedure<Pick<SpfTrace, 'result' | 'problem'> & { readonly last: SpfStep }> {
  const tooMany = countLookup(state);
  if (tooMany?.kind === 'error')
    return { result: 'permerror', problem: `${text}: ${tooMany.detail}`, last: { ...step(text, 'error'), detail: tooMany.detail } };
  const { text: name } = yield* targetName(state, domain, target);
  const inner = yield* checkHost(state, name);
  const isError = inner.result === 'none' || inner.result === 'permerror' || inner.result === 'temperror';
  const result = inner.result === 'none' ? 'permerror' : inner.result;
  const problem = isError ? `${text}: ${inner.problem ?? inner.result}` : null;
  return { result, problem, last: { term: text, target: name, outcome: isError ? 'error' : 'match', detail: inner.problem, inner } };
}

interface Decision {
  readonly trace: SpfTrace;
  readonly step: SpfStep | null;
}

/** The record whose term decided: where `redirect` led, since its record stands in place of the first (RFC 7208 section 6.1). */
function findDecision(trace: SpfTrace): Decision {
  const deciding = trace.steps.findLast(({ outcome }) => outcome === 'match' || outcome === 'error') ?? null;
  const isRedirect = deciding !== null && /^redirect=/i.test(deciding.term);
  return isRedirect && deciding.inner !== null ? findDecision(deciding.inner) : { trace, step: deciding };
}

/** The problem where it arose, not as each record above retells it. */
function findProblem(trace: SpfTrace): { readonly problem: string | null } {
  const failing = trace.steps.findLast(({ outcome }) => outcome === 'error');
  if (failing?.inner != null && failing.inner.result !== 'none' && failing.inner.problem !== null) return findProblem(failing.inner);
  const isLocal = failing !== undefined && trace.problem !== null;
  return { problem: isLocal ? `${trace.problem} (in the record of ${trace.domain})` : trace.problem };
}

/** What the domain says to a failure (RFC 7208 section 6.2); null where it says nothing, or it cannot be had. */
function* explainFailure(state: SpfState, { domain, record }: SpfTrace): Procedure<string | null> {
  const explanation = record === null ? null : parseSpfRecord(record).explanation;
  if (explanation === null) return null;
  const { name } = yield* targetName(state, domain, explanation.target);
  const found = name === null ? null : yield* find(state, name, 'TXT');
  if (found?.kind !== 'found' || found.answer.records.length !== 1) return null;
  const [text = ''] = found.answer.records.flatMap(({ data }) => (data.type === 'TXT' ? [textOfRecord(data.strings)] : []));
  const parsed = parseMacroString(text);
  return parsed === null ? null : expandMacros(parsed, yield* macroValues(state, domain, parsed)).slice(0, 1000);
}
