/**
 * Where a sender ends on the route: what it does at each event, by the table in `knowledge/senders`.
 *
 * Surveys follow the conforming one; the other products' courses tell who would get through where it would
 * not. What was cut short or lies at this machine ends undecided.
 */
import { conformingSender, type Move, type SenderProfile, senderProfiles } from '../knowledge/senders.js';
import type { Fact, FactView } from '../model/fact.js';
import { egress } from './egress.js';
import { concludeSmtp, type HostResult, hostResults } from './host-results.js';
import { type MailRoute, mailRoute } from './mail-route.js';
import { isLoopback, leadsHere } from './own-place.js';

/** What becomes of the message at the first try. `undecided`: the trace stopped short, or the fault lies here. */
export type CourseEnd = 'accepted' | 'bounced' | 'deferred' | 'undecided';

export type CourseReason =
  | 'host'
  | 'null-mx'
  | 'no-domain'
  | 'no-mail-host'
  | 'no-target'
  | 'loops-here'
  | 'lookup-failed'
  | 'all-failed'
  | 'nobody-asked'
  | 'stopped-before-mail'
  | 'not-probed'
  | 'no-resolver'
  | 'no-family'
  | 'egress-blocked'
  | 'ended-early'
  | 'malformed';

export interface SenderCourse {
  readonly end: CourseEnd;
  /** The host that decided; null where the route itself decides, or nothing does. */
  readonly at: HostResult | null;
  /** The hosts that the sender came to, in order. */
  readonly visited: readonly HostResult[];
  readonly why: CourseReason;
}

export interface ProfiledCourse {
  readonly profile: SenderProfile;
  readonly course: SenderCourse;
}

export const senderCourse: Fact<SenderCourse> = {
  name: 'sender-course',
  derive: (view) => deriveCourse(view, conformingSender),
};

export const senderCourses: Fact<readonly ProfiledCourse[]> = {
  name: 'sender-courses',
  derive: (view) => senderProfiles.map((profile) => ({ profile, course: deriveCourse(view, profile) })),
};

const nowhere = { at: null, visited: [] };

/** The course of one kind of sender over what was observed. */
export function deriveCourse(view: FactView, profile: SenderProfile): SenderCourse {
  if (view.file.target.kind === 'malformed') return { ...nowhere, end: 'bounced', why: 'malformed' };
  const route = view.read(mailRoute);
  const byRoute = concludeRoute(view, route);
  if (byRoute !== null) return byRoute;
  const hosts = view.read(hostResults).filter((host) => host.onRoute);
  const looping = view.file.options.exchange === null && hosts.every(({ address }) => isLoopback(address));
  if (looping) return { ...nowhere, end: 'bounced', why: 'loops-here' };
  if (!view.file.options.probe) return { ...nowhere, end: 'accepted', why: 'not-probed' };
  return walk(view, profile, hosts);
}

const routeEnds: Readonly<Record<Exclude<MailRoute['state'], 'exchanges'>, Pick<SenderCourse, 'end' | 'why'>>> = {
  'null-mx': { end: 'bounced', why: 'null-mx' },
  'no-domain': { end: 'bounced', why: 'no-domain' },
  'no-mail-host': { end: 'bounced', why: 'no-mail-host' },
  'lookup-failed': { end: 'deferred', why: 'lookup-failed' },
  'alias-loop': { end: 'deferred', why: 'lookup-failed' },
  unknown: { end: 'undecided', why: 'ended-early' },
};

/** Where the route decides before any host does. */
function concludeRoute(view: FactView, route: MailRoute): SenderCourse | null {
  if (route.state !== 'exchanges') {
    const unheard = route.state === 'lookup-failed' && noResolverAnswers(view);
    return { ...nowhere, ...(unheard ? { end: 'undecided', why: 'no-resolver' } : routeEnds[route.state]) };
  }
  if (route.source === 'authority') return { ...nowhere, end: 'undecided', why: 'no-resolver' };
  if (route.exchanges.some(({ addresses }) => addresses.length > 0)) return null;
  const problems = route.exchanges.map(({ problem }) => problem);
  if (problems.includes(null)) return { ...nowhere, end: 'undecided', why: 'ended-early' };
  const failed = problems.includes('lookup-failed') || problems.includes('alias-loop');
  return { ...nowhere, end: failed ? 'deferred' : 'bounced', why: failed ? 'lookup-failed' : 'no-target' };
}

/** Whether every resolver was asked and none gave any answer, not even an error. */
function noResolverAnswers(view: FactView): boolean {
  const asked = view.list('dns').filter(({ question }) => question.server.role === 'resolver');
  return asked.length > 0 && asked.every(({ outcome }) => outcome.state !== 'answered');
}

function walk(view: FactView, profile: SenderProfile, hosts: readonly HostResult[]): SenderCourse {
  const visited: HostResult[] = [];
  let skipped: HostResult | null = null;
  for (const host of limitHosts(profile, hosts)) {
    const move = loopsHere(view, host) ? 'loop' : nextMove(profile, host);
    if (move === 'untried') {
      skipped ??= host;
      if (skippedFor(host) !== 'no-family') break;
    } else {
      visited.push(host);
      if (move !== 'next') return { ...finalMoves[move](host), at: host, visited };
    }
  }
  return concludeWalk(view, profile, { visited, skipped });
}

const finalMoves: Readonly<Record<Exclude<CourseMove, 'next' | 'untried'>, (host: HostResult) => Pick<SenderCourse, 'end' | 'why'>>> = {
  loop: () => ({ end: 'bounced', why: 'loops-here' }),
  accept: ({ result }) => ({ end: 'accepted', why: result === 'looked-at' ? 'nobody-asked' : 'host' }),
  stop: () => ({ end: 'undecided', why: 'stopped-before-mail' }),
  bounce: () => ({ end: 'bounced', why: 'host' }),
  defer: () => ({ end: 'deferred', why: 'host' }),
};

/** A sender that comes to itself bounces, unless it takes the mail (RFC 5321 section 5.1). */
function loopsHere(view: FactView, host: HostResult): boolean {
  if (view.file.options.exchange !== null || host.result === 'not-tried') return false;
  return leadsHere(view, host.address) && nextMove(conformingSender, host) !== 'accept' && host.result !== 'stopped-before-mail';
}

/** Postfix takes so many addresses, Exim so many exchanges, and no more in one delivery. */
function limitHosts(profile: SenderProfile, hosts: readonly HostResult[]): readonly HostResult[] {
  const exchanges = [...new Set(hosts.map(({ exchange }) => exchange.exchange))].slice(0, profile.exchangeLimit ?? undefined);
  return hosts.filter(({ exchange }) => exchanges.includes(exchange.exchange)).slice(0, profile.addressLimit ?? undefined);
}

type CourseMove = 'loop' | 'accept' | 'stop' | 'bounce' | 'defer' | 'next' | 'untried';

function nextMove(profile: SenderProfile, host: HostResult): CourseMove {
  if (host.result === 'not-tried') return isUnusable(host) ? 'next' : 'untried';
  if (host.event === null) return wasCutShort(host) ? 'untried' : moveWithoutEvent(host);
  const move = profile.moves[host.event];
  if (move !== 'plain-at-once' && move !== 'plain-later') return narrow(move);
  if (move === 'plain-later') return 'next';
  const plain = host.plain === null ? null : concludeSmtp(host.plain);
  if (plain === null) return 'next';
  return plain.event === null ? moveWithoutEvent({ ...host, ...plain }) : narrow(profile.moves[plain.event]);
}

function moveWithoutEvent({ result }: Pick<HostResult, 'result'>): CourseMove {
  return result === 'stopped-before-mail' ? 'stop' : 'accept';
}

function narrow(move: Move): CourseMove {
  return move === 'plain-at-once' || move === 'plain-later' ? 'next' : move;
}

/** A conversation that the end of the trace cut short decides nothing. */
function wasCutShort({ result }: HostResult): boolean {
  return result === 'broken-off';
}

/** Addresses that no sender here could use: they are passed by like a host that does not answer. */
function isUnusable(host: HostResult): boolean {
  return skippedFor(host) === 'private';
}

function skippedFor({ connect }: HostResult): string | null {
  return connect?.outcome.state === 'skipped' ? connect.outcome.reason : null;
}

interface WalkSoFar {
  readonly visited: readonly HostResult[];
  readonly skipped: HostResult | null;
}

/** No host took or refused the message for good. */
function concludeWalk(view: FactView, profile: SenderProfile, { visited, skipped }: WalkSoFar): SenderCourse {
  if (skipped !== null && skippedFor(skipped) !== 'no-family') return { end: 'undecided', at: null, visited, why: 'ended-early' };
  const at = visited.findLast((host) => host.decisive !== null) ?? null;
  if (at === null && visited.length === 0) return { end: 'undecided', at, visited, why: skipped === null ? 'ended-early' : 'no-family' };
  if (at === null && isBlockedHere(view, visited)) return { end: 'undecided', at, visited, why: 'egress-blocked' };
  const bounces = at?.event === 'greeting-5yz' || at?.event === 'hello-5yz';
  if (bounces && at === visited.at(-1) && profile.atTheEnd.afterGreeting5yz === 'bounce')
    return { end: 'bounced', at, visited, why: 'host' };
  return { end: 'deferred', at, visited, why: at === null ? 'all-failed' : 'host' };
}

function isBlockedHere(view: FactView, visited: readonly HostResult[]): boolean {
  const states = view.read(egress);
  return visited.every((host) => host.event === 'no-connection' && states[host.family].state === 'blocked');
}

/** Whether a conforming sender goes no further than this host. */
export function decidesWalk(view: FactView, host: HostResult): boolean {
  const move = loopsHere(view, host) ? 'loop' : nextMove(conformingSender, host);
  return move !== 'next' && move !== 'untried';
}
