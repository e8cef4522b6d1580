/**
 * Everything that a trace asks of DNS about its domain, side by side: the resolvers, the walk, the authorities.
 *
 * `resolved` is the trace's critical path: the MX of the first answering resolver and the addresses of its
 * exchanges; nothing else delays it. Where no resolver gives a usable answer it waits for the walk instead.
 * Never rejects; what could not be had is in the evidence.
 */
import { isConclusive, readAnswer } from '../../facts/answer.js';
import { finalDelegation, mailWalk } from '../../facts/delegation.js';
import { walkDelegation, walkWithin } from '../../facts/delegation-procedure.js';
import type { Delegation } from '../../facts/delegation-result.js';
import type { DomainName } from '../../model/domain-name.js';
import { isWithin } from '../../model/domain-name.js';
import type { DnsEvidence } from '../../model/evidence.js';
import { parseIpAddress } from '../../model/ip-address.js';
import type { ResolverAddress } from '../../model/trace-options.js';
import type { Asker } from '../ask.js';
import type { SurveyContext } from '../context.js';
import { lookAgain } from './look-up-again.js';
import { mailHostsOf } from './look-up-mail-hosts.js';
import { createResolverDesk, type ResolverDesk } from './look-up-resolvers.js';

export interface LookUp {
  /** The first answering resolver has said MX and the addresses of its exchanges. */
  readonly resolved: Promise<void>;
  /** The walk is through and every server of the domain has been asked. */
  readonly walked: Promise<void>;
  /** Everything has been answered or given up. */
  readonly done: Promise<void>;
}

export interface LookUpRequest {
  readonly domain: DomainName;
  /** In the order of configuration. */
  readonly resolvers: readonly ResolverAddress[];
}

/** Hostile domains name thousands; a sender tries far fewer. */
const hostLimit = 100;

interface Desk {
  readonly context: SurveyContext;
  readonly asker: Asker;
  readonly request: LookUpRequest;
  readonly resolvers: ResolverDesk;
  /** The hosts whose addresses are looked up, with the resolvers' work on them. */
  readonly hosts: Map<DomainName, Promise<readonly DnsEvidence[]>>;
  readonly types: readonly ('A' | 'AAAA')[];
}

/** Starts all lookups for mail to the domain. Wants `source/4` and `source/6` in the store already. */
export function lookUpMail(context: SurveyContext, asker: Asker, request: LookUpRequest): LookUp {
  const { family } = context.options;
  const types = (['A', 'AAAA'] as const).filter((type) => family === null || (family === 4) === (type === 'A'));
  const resolvers = createResolverDesk(context, asker, request.resolvers);
  const desk: Desk = { context, asker, request, resolvers, hosts: new Map(), types };
  const opinions = resolvers.askEach(request.domain, 'MX').map(async (asked) => {
    noteHosts(desk, mailHostsOf(await asked, request.domain));
  });
  const walking = walkDomain(desk);
  const resolved = followFirstAnswer(desk, walking);
  const walked = walking.then(() => undefined);
  return { resolved, walked, done: finish(desk, { walking, others: [...opinions, resolved] }) };
}

/** Starts the lookups of hosts that were not named before, at every resolver. */
function noteHosts(desk: Desk, names: readonly DomainName[]): void {
  for (const name of names) {
    if (desk.hosts.has(name) || desk.hosts.size >= hostLimit || parseIpAddress(name) !== null) continue;
    desk.hosts.set(name, Promise.all(desk.types.flatMap((type) => desk.resolvers.askEach(name, type))));
  }
}

async function walkDomain(desk: Desk): Promise<Delegation | null> {
  const { context, asker, request } = desk;
  if (!context.options.walk) return null;
  const walked = await asker.drive(walkDelegation(mailWalk(context.store.view(), request.domain)));
  for (const answer of finalDelegation(walked).answers) {
    const evidence = answer.authoritative ? context.store.find(answer.evidence[0] ?? '') : null;
    if (evidence?.kind === 'dns' && answer.kind !== 'alias-only') noteHosts(desk, mailHostsOf(evidence, request.domain));
  }
  return walked;
}

async function followFirstAnswer(desk: Desk, walking: Promise<Delegation | null>): Promise<void> {
  const { resolvers, request, types } = desk;
  const first = await resolvers.firstConclusive(request.domain, 'MX');
  if (first === null) return await followAuthority(desk, await walking);
  const names = mailHostsOf(first, request.domain)
    .slice(0, hostLimit)
    .filter((name) => parseIpAddress(name) === null);
  await Promise.all(names.flatMap((name) => types.map((type) => resolvers.askAt(first.question.server, name, type))));
}

async function followAuthority(desk: Desk, walked: Delegation | null): Promise<void> {
  await Promise.all(desk.hosts.values());
  await lookUpAtAuthorities(desk, walked);
}

async function finish(
  desk: Desk,
  { walking, others }: { readonly walking: Promise<Delegation | null>; readonly others: readonly Promise<void>[] },
): Promise<void> {
  await Promise.all(others);
  await lookUpAtAuthorities(desk, await walking);
  await Promise.all(desk.hosts.values());
  await lookAgain(desk.context, desk.asker);
  await desk.resolvers.settle();
}

/** Addresses of hosts within the domain's own zone at its servers; of others only where every resolver failed. */
async function lookUpAtAuthorities(desk: Desk, walked: Delegation | null): Promise<void> {
  if (walked === null) return;
  await Promise.all([...desk.hosts].map(([name, asked]) => lookUpHostAtAuthorities(desk, { name, asked, walked })));
}

interface AuthorityLookUp {
  readonly name: DomainName;
  readonly asked: Promise<readonly DnsEvidence[]>;
  readonly walked: Delegation;
}

async function lookUpHostAtAuthorities({ context, asker, types }: Desk, { name, asked, walked }: AuthorityLookUp): Promise<void> {
  const [first, ...further] = types;
  if (first === undefined) return;
  const walk = { ...mailWalk(context.store.view(), name), types: [first, ...further] as const };
  const cut = walked.cuts.at(-1);
  const own = walked.state === 'reached' && cut !== undefined && walked.zone !== '.' && isWithin(name, walked.zone);
  if (own) await asker.drive(walkWithin({ ...walk, cut }));
  else if (!(await asked).some((evidence) => isConclusive(readAnswer(evidence)))) await asker.drive(walkDelegation(walk));
}
