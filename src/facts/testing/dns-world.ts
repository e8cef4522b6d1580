/**
 * Small worlds for tests of facts and rules about DNS: what resolvers said, what a walk from the root met, the case around it.
 *
 * The root is `a.root.example` (198.51.100.1), every top-level domain is served by `ns.tld.example` (198.51.100.2).
 */
import type { CaseFile } from '../../model/case-file.js';
import { assertDomainName } from '../../model/domain-name.js';
import type { DnsEvidence, Evidence, SourceEvidence, SystemEvidence } from '../../model/evidence.js';
import { createFactView, type FactView } from '../../model/fact.js';
import { assertIpAddress } from '../../model/ip-address.js';
import { defaultTraceOptions, type RootHint, type TraceOptions } from '../../model/trace-options.js';
import { type DnsWords, dnsEvidence } from './dns-evidence.js';

export type AnswerWords = Omit<DnsWords, 'ask' | 'at' | 'zone' | 'server'>;

export interface DnsWorld {
  /** Default `example.com`. */
  readonly domain?: string;
  /** The resolvers' answers to MX of the domain, by address, in the machine's order. */
  readonly resolvers?: Readonly<Record<string, AnswerWords>>;
  /** The answers of the domain's servers to MX, by `name address`. Left out: no walk was made. */
  readonly servers?: Readonly<Record<string, AnswerWords>>;
  /** Delegated names without an address. */
  readonly addressless?: readonly string[];
  /** What the root and the top-level domain's servers answer in place of a referral. */
  readonly root?: AnswerWords;
  readonly registry?: AnswerWords;
  readonly more?: readonly (DnsWords | Evidence)[];
  readonly options?: Partial<TraceOptions>;
}

const rootAddress = '198.51.100.1';
const registryAddress = '198.51.100.2';

export const testRootHints: readonly RootHint[] = [{ name: assertDomainName('a.root.example'), addresses: [assertIpAddress(rootAddress)] }];

/** The case of the world: began at midnight of 2026-01-01, UTC. */
export function dnsCase(world: DnsWorld): CaseFile {
  const domain = assertDomainName(world.domain ?? 'example.com');
  const walks = world.servers !== undefined || world.root !== undefined || world.registry !== undefined;
  const more = (world.more ?? []).map((each) => ('kind' in each ? each : dnsEvidence(each)));
  const evidence: Evidence[] = [
    systemEvidence(world),
    ...resolverEvidence(world, domain),
    ...(walks ? walkEvidence(world, domain) : []),
    ...more,
  ];
  return {
    kind: 'trace',
    target: { kind: 'domain', input: domain, mailbox: null, domain: { kind: 'name', name: domain, unicode: null }, assumed: false },
    options: { ...defaultTraceOptions, walk: walks, rootHints: testRootHints, ...world.options },
    startedAt: '2026-01-01T00:00:00Z',
    durationMs: 1_000,
    complete: true,
    identity: null,
    evidence: evidence.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

export function dnsView(world: DnsWorld): FactView {
  return createFactView(dnsCase(world));
}

function resolverEvidence({ resolvers }: DnsWorld, domain: string): readonly DnsEvidence[] {
  return Object.entries(resolvers ?? {}).map(([at, words]) => dnsEvidence({ ...words, ask: `${domain} MX`, at }));
}

/** Root, top-level domain, then every server of the domain. */
function walkEvidence({ servers = {}, addressless = [], root, registry }: DnsWorld, domain: string): readonly DnsEvidence[] {
  const ask = `${domain} MX`;
  const tld = domain.slice(domain.lastIndexOf('.') + 1);
  const places = Object.keys(servers).map((place) => place.split(' ') as [string, string]);
  const names = [...new Set([...places.map(([name]) => name), ...addressless])];
  const toRegistry = {
    flags: '',
    authority: [`${tld} 172800 NS ns.tld.example`],
    additional: [`ns.tld.example 172800 A ${registryAddress}`],
  };
  const toServers = {
    flags: '',
    authority: names.map((name) => `${domain} 86400 NS ${name}`),
    additional: places.map(([name, address]) => `${name} 86400 ${address.includes(':') ? 'AAAA' : 'A'} ${address}`),
  };
  const own = Object.entries(servers).map(([place, words]) => {
    const [server = '', at = ''] = place.split(' ');
    return dnsEvidence({ ...words, ask, at, server, zone: domain });
  });
  return [
    dnsEvidence({ ...(root ?? toRegistry), ask, at: rootAddress, zone: '.', server: 'a.root.example' }),
    ...(root === undefined
      ? [dnsEvidence({ ...(registry ?? toServers), ask, at: registryAddress, zone: tld, server: 'ns.tld.example' })]
      : []),
    ...(root === undefined && registry === undefined ? own : []),
  ];
}

function systemEvidence({ resolvers }: DnsWorld): SystemEvidence {
  const addresses = Object.keys(resolvers ?? {}).map((at) => assertIpAddress(at.split('#')[0] ?? at));
  return {
    id: 'system/host',
    kind: 'system',
    origin: 'live',
    startedMs: 0,
    durationMs: 1,
    hostName: 'here',
    fullName: null,
    resolvers: addresses,
    sources: [assertIpAddress('203.0.113.5')],
    platform: 'linux',
  };
}

/** A source address of a family, found. */
export function sourceEvidence(address: string): SourceEvidence {
  const family = address.includes(':') ? 6 : 4;
  const outcome = { state: 'found', address: assertIpAddress(address) } as const;
  return { id: `source/${family}`, kind: 'source', origin: 'live', startedMs: 0, durationMs: 0, family, outcome };
}
