/**
 * The route: which hosts a sender tries, in order (RFC 5321 section 5.1, RFC 7505).
 *
 * `mailRoute` is what the first answering resolver says, since that is what a sender here does; where no
 * resolver answers at all, what the authority says. `authorityRoute` is what the authority says now.
 * Equal preferences are ordered by name, so that two runs agree.
 */
import type { DnsRecord } from '../model/dns.js';
import { type DomainName, rootName } from '../model/domain-name.js';
import type { Fact, FactView } from '../model/fact.js';
import { compareIpAddresses, type IpAddress, parseIpAddress } from '../model/ip-address.js';
import { type Answer, isConclusive, readAnswer, resolverAnswers } from './answer.js';

/** Why an exchange leads nowhere. `is-address`: the target of the MX reads as an IP address. */
export type ExchangeProblem = 'not-found' | 'no-address' | 'lookup-failed' | 'alias-loop' | 'is-address';

export type RouteSource = 'resolver' | 'authority' | 'option' | 'literal';

export interface PlannedExchange {
  /** The name as the MX has it; an address where one was asked for. */
  readonly exchange: string;
  readonly name: DomainName | null;
  readonly preference: number | null;
  readonly via: RouteSource;
  readonly implicit: boolean;
  /** The names passed where the exchange is an alias (RFC 2181 section 10.3). */
  readonly aliases: readonly DomainName[];
  /** IPv4 first, then by value. */
  readonly addresses: readonly IpAddress[];
  /** Null where there are addresses, or where the lookup has not been made. */
  readonly problem: ExchangeProblem | null;
  readonly evidence: readonly string[];
}

export interface MailRoute {
  /** `no-mail-host`: no MX and no address in its place. `unknown`: nothing was asked or answered yet. */
  readonly state: 'exchanges' | 'null-mx' | 'no-domain' | 'no-mail-host' | 'lookup-failed' | 'alias-loop' | 'unknown';
  readonly source: RouteSource;
  /** RFC 7505 section 3: a null MX beside others is no null MX; it is `contradicted`. */
  readonly nullMx: 'none' | 'alone' | 'contradicted';
  readonly exchanges: readonly PlannedExchange[];
  readonly ttlSeconds: number | null;
  readonly evidence: readonly string[];
}

const unknownRoute: MailRoute = { state: 'unknown', source: 'resolver', nullMx: 'none', exchanges: [], ttlSeconds: null, evidence: [] };

export const mailRoute: Fact<MailRoute> = {
  name: 'mail-route',
  derive(view) {
    const fixed = deriveFixedRoute(view);
    if (fixed !== null) return fixed;
    const domain = targetDomain(view);
    if (domain === null) return unknownRoute;
    const answers = resolverAnswers(view, domain, 'MX');
    const decisive = answers.find(isConclusive);
    if (decisive !== undefined) return deriveRoute(view, domain, { answer: decisive, source: 'resolver' });
    const heard = answers.filter((answer) => answer.rcode !== null);
    if (heard.length === 0) {
      const authority = authoritativeAnswers(view, domain, 'MX')[0];
      if (authority !== undefined) return deriveRoute(view, domain, { answer: authority, source: 'authority' });
    }
    if (answers.every((answer) => answer.kind === 'skipped')) return unknownRoute;
    return { ...unknownRoute, state: 'lookup-failed', evidence: answers.flatMap((answer) => answer.evidence) };
  },
};

export const authorityRoute: Fact<MailRoute> = {
  name: 'authority-route',
  derive(view) {
    const domain = targetDomain(view);
    if (domain === null || deriveFixedRoute(view) !== null) return { ...unknownRoute, source: 'authority' };
    const answer = authoritativeAnswers(view, domain, 'MX')[0];
    if (answer === undefined) return { ...unknownRoute, source: 'authority' };
    return deriveRoute(view, domain, { answer, source: 'authority' });
  },
};

/** The domain whose MX is asked for; null for literals and malformed targets. */
export function targetDomain(view: FactView): DomainName | null {
  const { target } = view.file;
  if (target.kind === 'malformed' || target.domain.kind === 'literal') return null;
  return target.domain.name;
}

/** Conclusive answers with AA from the authorities met on the walk, sorted by server. */
export function authoritativeAnswers(view: FactView, name: DomainName, type: string): readonly Answer[] {
  return view
    .list('dns')
    .filter(({ question }) => question.server.role === 'authority' && question.name === name && question.type === type)
    .map(readAnswer)
    .filter((answer) => answer.authoritative && isConclusive(answer));
}

/** `--exchange` and address literals leave nothing to look up. */
function deriveFixedRoute(view: FactView): MailRoute | null {
  const { target, options } = view.file;
  if (target.kind === 'malformed') return null;
  if (options.exchange !== null) {
    const address = parseIpAddress(options.exchange);
    const plan = { preference: null, implicit: false, via: 'option' as const };
    const exchange =
      address === null
        ? planExchange(view, options.exchange as DomainName, plan)
        : { ...plan, exchange: address, name: null, aliases: [], addresses: [address], problem: null, evidence: [] };
    return { ...unknownRoute, state: 'exchanges', source: 'option', exchanges: [exchange] };
  }
  if (target.domain.kind !== 'literal') return null;
  const { address, literal } = target.domain;
  const exchange: PlannedExchange = {
    exchange: literal,
    name: null,
    preference: null,
    via: 'literal',
    implicit: false,
    aliases: [],
    addresses: [address],
    problem: null,
    evidence: [],
  };
  return { ...unknownRoute, state: 'exchanges', source: 'literal', exchanges: [exchange] };
}

interface Decisive {
  readonly answer: Answer;
  readonly source: 'resolver' | 'authority';
}

function deriveRoute(view: FactView, domain: DomainName, { answer, source }: Decisive): MailRoute {
  const base = { ...unknownRoute, source, ttlSeconds: answer.ttlSeconds, evidence: answer.evidence };
  if (answer.kind === 'nxdomain') return { ...base, state: 'no-domain' };
  if (answer.kind === 'alias-loop') return { ...base, state: 'alias-loop' };
  if (answer.kind !== 'records') return deriveImplicitRoute(view, domain, base);
  const targets = answer.records.flatMap(mxTarget);
  const named = targets.filter((target) => target.exchange !== rootName);
  const hasNull = named.length < targets.length;
  if (hasNull && named.length === 0) return { ...base, state: 'null-mx', nullMx: 'alone' };
  const exchanges = named
    .sort((a, b) => a.preference - b.preference || (a.exchange < b.exchange ? -1 : 1))
    .map(({ exchange, preference }) => planExchange(view, exchange, { preference, via: source, implicit: false }));
  return { ...base, state: 'exchanges', nullMx: hasNull ? 'contradicted' : 'none', exchanges };
}

function mxTarget(record: DnsRecord): { exchange: DomainName; preference: number }[] {
  return record.data.type === 'MX' ? [record.data] : [];
}

/** RFC 5321 section 5.1: without MX the domain's own address is an implicit MX of preference 0. */
function deriveImplicitRoute(view: FactView, domain: DomainName, base: MailRoute): MailRoute {
  const via = base.source === 'authority' ? 'authority' : 'resolver';
  const exchange = planExchange(view, domain, { preference: 0, via, implicit: true });
  const evidence = [...base.evidence, ...exchange.evidence];
  if (exchange.addresses.length > 0) return { ...base, state: 'exchanges', exchanges: [exchange], evidence };
  if (exchange.problem === null) return { ...base, state: 'unknown', evidence };
  return { ...base, state: exchange.problem === 'lookup-failed' ? 'lookup-failed' : 'no-mail-host', evidence };
}

type Plan = Pick<PlannedExchange, 'preference' | 'via' | 'implicit'>;

/** No exchange in use has as many addresses; what goes beyond is somebody's attempt to keep a trace busy. */
const addressLimit = 30;

function planExchange(view: FactView, name: DomainName, plan: Plan): PlannedExchange {
  const base = { ...plan, exchange: name, name, aliases: [], addresses: [], evidence: [] };
  if (parseIpAddress(name) !== null) return { ...base, problem: 'is-address' };
  const { family } = view.file.options;
  const answers = (['A', 'AAAA'] as const)
    .filter((type) => family === null || (family === 4) === (type === 'A'))
    .map((type) => addressAnswer(view, name, { type, via: plan.via }));
  const found = answers.filter((answer): answer is Answer => answer !== null);
  const addresses = found.flatMap((answer) => answer.records.flatMap(recordAddress)).sort(compareIpAddresses);
  const aliases = found.find((answer) => answer.aliases.length > 0)?.aliases ?? [];
  const evidence = found.flatMap((answer) => answer.evidence);
  const problem = addresses.length > 0 || found.length < answers.length ? null : nameProblem(found);
  return { ...base, aliases, addresses: [...new Set(addresses)].slice(0, addressLimit), evidence, problem };
}

function recordAddress(record: DnsRecord): IpAddress[] {
  return 'address' in record.data ? [record.data.address] : [];
}

/** On the authority's route its own word goes first; elsewhere the resolvers', then the authority's where no resolver could tell. */
function addressAnswer(view: FactView, name: DomainName, { type, via }: { type: 'A' | 'AAAA'; via: RouteSource }): Answer | null {
  const authority = authoritativeAnswers(view, name, type)[0] ?? null;
  if (via === 'authority' && authority !== null) return authority;
  const answers = resolverAnswers(view, name, type).filter((answer) => answer.kind !== 'skipped');
  return answers.find(isConclusive) ?? authority ?? answers[0] ?? null;
}

function nameProblem(answers: readonly Answer[]): ExchangeProblem {
  if (answers.some((answer) => !isConclusive(answer))) return 'lookup-failed';
  if (answers.some((answer) => answer.kind === 'alias-loop')) return 'alias-loop';
  return answers.some((answer) => answer.kind === 'nxdomain') ? 'not-found' : 'no-address';
}
