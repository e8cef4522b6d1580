/**
 * The healthy world that a fault alters, and what a named world is.
 *
 * bob@example.com is served by mx1.example.com [192.0.2.25]; the machine that looks is probe.example.net
 * [203.0.113.5], whose name, PTR record and sender domain are in order, behind the resolver 198.51.100.53.
 */
import { assertIpAddress, reverseName } from '../../model/ip-address.js';
import type { TraceOptions } from '../../model/trace-options.js';
import type { Code, Outcome, Party } from '../../model/vocabulary.js';
import type { SmtpScript } from '../smtp-script.js';
import type {
  HostDeclaration,
  MachineDeclaration,
  NameServerBehaviour,
  PortFault,
  ResolverBehaviour,
  World,
  ZoneDeclaration,
} from '../world.js';
import { labRootHints } from '../zone-tree.js';

/** What the verdict of a world must be. */
export interface WorldExpectation {
  readonly outcome: Outcome;
  readonly cause: Code | null;
  /** Every code that must be found, and none beside them. */
  readonly codes: readonly Code[];
  readonly responsible?: Party;
  /** Where a conforming sender ends; null: nowhere. */
  readonly endsAt?: string | null;
}

export interface NamedWorld {
  /** In kebab case. */
  readonly name: string;
  /** One sentence about the world. */
  readonly title: string;
  readonly target: string;
  readonly options: Partial<TraceOptions>;
  readonly world: World;
  readonly expect: WorldExpectation;
}

/** Addresses that many worlds name. */
export const mx1Address = '192.0.2.25';
export const mx2Address = '198.51.100.25';
export const resolverAddress = '198.51.100.53';
export const ns1Address = '192.0.2.53';
export const ns2Address = '198.51.100.54';

/** What a trace is told in every world, so that nothing has to be assumed. */
export const baseOptions: Partial<TraceOptions> = { from: 'admin@example.net', helo: 'probe.example.net', rootHints: labRootHints };

export const exampleServers: ZoneDeclaration['servers'] = { 'ns1.example.com': ns1Address, 'ns2.example.com': ns2Address };

/** The records of example.com with one exchange. */
export const oneExchange = ['@ MX 10 mx1.example.com', `mx1.example.com A ${mx1Address}`];
/** With a backup at another operator's. */
export const twoExchanges = [...oneExchange, '@ MX 20 mx2.example.com', `mx2.example.com A ${mx2Address}`];

const machineZones: World['zones'] = {
  'example.net': {
    servers: { 'ns1.example.net': '203.0.113.53' },
    records: [
      '@ MX 10 mail.example.net',
      '@ TXT "v=spf1 ip4:203.0.113.5 -all"',
      'mail.example.net A 203.0.113.6',
      'probe.example.net A 203.0.113.5',
    ],
  },
  '113.0.203.in-addr.arpa': {
    servers: { 'ns1.example.net': '203.0.113.53' },
    records: ['5.113.0.203.in-addr.arpa PTR probe.example.net', '6.113.0.203.in-addr.arpa PTR mail.example.net'],
  },
};

const source6 = assertIpAddress('2001:db8:5::5');
const reverseZone6 = '5.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa';

/** A machine with IPv6 as well, whose address has a name that leads back. */
export const dualStackMachine = {
  machine: { sources: { 6: source6 } },
  zones: {
    [reverseZone6]: { servers: { 'ns1.example.net': '203.0.113.53' }, records: [`${reverseName(source6)} PTR probe6.example.net`] },
    'probe6.example.net': { servers: { 'ns1.example.net': '203.0.113.53' }, records: [`@ AAAA ${source6}`] },
  },
} as const;

/** What differs from the healthy world. */
export interface Alteration {
  /** Of example.com, in place of `oneExchange`. */
  readonly records?: readonly string[];
  readonly servers?: ZoneDeclaration['servers'];
  readonly zones?: World['zones'];
  readonly nameServers?: Readonly<Record<string, NameServerBehaviour>>;
  readonly resolvers?: Readonly<Record<string, ResolverBehaviour>>;
  /** What plays port 25 of 192.0.2.25, and of 198.51.100.25. */
  readonly mx1?: SmtpScript | PortFault;
  readonly mx2?: SmtpScript | PortFault;
  readonly hosts?: Readonly<Record<string, HostDeclaration>>;
  readonly machine?: MachineDeclaration;
  readonly clockSpeed?: number;
  readonly delayMs?: number;
}

/** The healthy world with an alteration. */
export function alterHealthyWorld(alteration: Alteration = {}): World {
  const { records = oneExchange, servers = exampleServers, mx1 = {}, mx2 = {} } = alteration;
  const host = (name: string, smtp: SmtpScript | PortFault): HostDeclaration => ({
    smtp: typeof smtp === 'string' ? smtp : { name, ...smtp },
  });
  return {
    zones: { ...machineZones, 'example.com': { servers, records }, ...alteration.zones },
    nameServers: alteration.nameServers ?? {},
    resolvers: alteration.resolvers ?? { [resolverAddress]: { kind: 'recursive' } },
    hosts: { [mx1Address]: host('mx1.example.com', mx1), [mx2Address]: host('mx2.example.com', mx2), ...alteration.hosts },
    ...(alteration.machine === undefined ? {} : { machine: alteration.machine }),
    ...(alteration.clockSpeed === undefined ? {} : { clockSpeed: alteration.clockSpeed }),
    ...(alteration.delayMs === undefined ? {} : { delayMs: alteration.delayMs }),
  };
}

/** A named world about bob@example.com. */
export function describeWorld(
  name: string,
  title: string,
  {
    options = {},
    target = 'bob@example.com',
    expect,
    ...alteration
  }: Alteration & { options?: Partial<TraceOptions>; target?: string; expect: WorldExpectation },
): NamedWorld {
  return { name, title, target, options: { ...baseOptions, ...options }, world: alterHealthyWorld(alteration), expect };
}

/** An expectation in a line: outcome, cause, and the other codes. */
export function expectUndeliverable(cause: Code, ...others: readonly Code[]): WorldExpectation {
  return { outcome: 'undeliverable', cause, codes: [cause, ...others] };
}

/** Kept and tried again for this cause, with these findings beside it. */
export function expectDelayed(cause: Code, ...others: readonly Code[]): WorldExpectation {
  return { outcome: 'delayed', cause, codes: [cause, ...others] };
}

/** Nothing can be said, for this cause, with these findings beside it. */
export function expectInconclusive(cause: Code, ...others: readonly Code[]): WorldExpectation {
  return { outcome: 'inconclusive', cause, codes: [cause, ...others] };
}

/** Delivered, with warnings and notices beside it. */
export function expectDeliverable(...codes: readonly Code[]): WorldExpectation {
  return { outcome: 'deliverable', cause: null, codes };
}
