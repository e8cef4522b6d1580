/**
 * The name servers and resolvers of a world as functions from a query to what goes back.
 *
 * They answer from the world's zones, with the faults that the world declares. Pure but for the clock's reading that
 * makes a cache's TTLs count down.
 */
import type { DnsRecord } from '../model/dns.js';
import { assertDomainName, isWithin } from '../model/domain-name.js';
import { assertIpAddress, type IpAddress } from '../model/ip-address.js';
import { encodeDnsMessage } from '../parse/dns/encode-dns-message.js';
import { type ParsedDnsMessage, parseDnsMessage } from '../parse/dns/parse-dns-message.js';
import { answerWithFault, type DnsReaction, endlessAlias } from './dns-faults.js';
import type { AnswerFault, NameServerBehaviour, ResolverBehaviour, World } from './world.js';
import { type Asked, answerFromZones, emptyAnswer, resolveFully, type ZoneAnswer } from './zone-answer.js';
import { assertZoneLine, defaultSoa } from './zone-line.js';
import { createZoneTree, type Zone, type ZoneTree } from './zone-tree.js';

export type DnsTransport = 'udp' | 'tcp';

/** `MX example.com`, for the journal. */
export function describeQuery(bytes: Uint8Array): string {
  const asked = parseDnsMessage(bytes).questions[0];
  return asked === undefined ? 'no question' : `${asked.type} ${asked.name}`;
}

/** What a server does about the octets of a query. */
export type DnsResponder = (bytes: Uint8Array, transport: DnsTransport) => DnsReaction;

/** A resolver's answer: the zones' words, and what it says about itself. */
interface Answered extends ZoneAnswer {
  readonly ra: boolean;
}

interface Manner {
  readonly edns: NameServerBehaviour['edns'] | 'known';
  readonly truncates: boolean;
}

const plainManner: Manner = { edns: 'known', truncates: false };

/** RFC 1035 section 4.2.1; and the size that servers send at most since the DNS flag day of 2020. */
const plainUdpOctets = 512;
const ednsUdpOctets = 1232;

/** The authoritative server at this address. */
export function createNameServer(world: World, tree: ZoneTree, address: IpAddress): DnsResponder {
  const behaviour = world.nameServers?.[address] ?? {};
  const zones = viewOfServer(world, tree, address);
  const manner: Manner = { edns: behaviour.edns ?? 'known', truncates: behaviour.truncates ?? false };
  return (bytes, transport) => {
    const query = parseDnsMessage(bytes);
    const asked = query.questions[0];
    if (asked === undefined || query.flags.qr) return { kind: 'nothing' };
    const answered = { ...answerFromZones(zones, asked), ra: false };
    const { fault } = behaviour;
    if (fault !== undefined && concerns(behaviour, asked)) {
      const faulty = answerWithFault(fault, { query, transport, answered });
      if ('kind' in faulty) return faulty;
      return { kind: 'answer', bytes: encodeAnswer(query, { ...faulty, ra: false }, transport, manner) };
    }
    return { kind: 'answer', bytes: encodeAnswer(query, answered, transport, manner) };
  };
}

function concerns(behaviour: NameServerBehaviour, asked: Asked): boolean {
  return behaviour.only === undefined || isWithin(asked.name, assertDomainName(behaviour.only));
}

/** The zones of a server, with its own records where they differ. */
function viewOfServer(world: World, tree: ZoneTree, address: IpAddress): readonly Zone[] {
  const differing = Object.entries(world.nameServers?.[address]?.records ?? {});
  if (differing.length === 0) return tree.zonesServedBy(address);
  const changed = differing.flatMap(([name, records]) => {
    const zone = world.zones[name];
    return zone === undefined ? [] : [[name, { ...zone, records }] as const];
  });
  return createZoneTree({ zones: { ...world.zones, ...Object.fromEntries(changed) } }).zonesServedBy(address);
}

/** The octets of an answer; truncated where they do not fit (RFC 2181 section 9). */
function encodeAnswer(query: ParsedDnsMessage, answered: Answered, transport: DnsTransport, manner: Manner): Uint8Array {
  const { id } = query;
  const questions = query.questions.slice(0, 1);
  const flags = { aa: answered.aa, ra: answered.ra, rd: query.flags.rd, cd: query.flags.cd };
  if (query.edns !== null && manner.edns === 'formerr')
    return encodeDnsMessage({ id, qr: true, flags: { rd: query.flags.rd }, rcode: 'FORMERR', questions });
  const knowsEdns = query.edns !== null && manner.edns === 'known';
  const edns = knowsEdns ? { udpSize: ednsUdpOctets, extendedErrors: answered.extendedErrors } : null;
  const frame = { id, qr: true, rcode: answered.rcode, questions, edns };
  const bytes = encodeDnsMessage({
    ...frame,
    flags,
    answer: answered.answer,
    authority: answered.authority,
    additional: answered.additional,
  });
  const limit = knowsEdns ? Math.min(Math.max(query.edns?.udpSize ?? 0, plainUdpOctets), ednsUdpOctets) : plainUdpOctets;
  if (transport === 'tcp' || (bytes.length <= limit && !manner.truncates)) return bytes;
  return encodeDnsMessage({ ...frame, flags: { ...flags, tc: true } });
}

/** Server faults with which no resolver gets an answer. */
const unusableFaults: ReadonlySet<AnswerFault | undefined> = new Set<AnswerFault>([
  'refused',
  'servfail',
  'no-aa',
  'upward-referral',
  'silent',
  'port-unreachable',
  'wrong-id',
  'wrong-question',
  'compression-loop',
  'garbage',
  'tcp-drip',
  'tcp-refused',
]);

/** A resolver; `ageSeconds` tells how long its cache has been counting. */
export function createResolver(world: World, tree: ZoneTree, behaviour: ResolverBehaviour, ageSeconds: () => number): DnsResponder {
  const answer = resolverAnswerer(world, tree, behaviour, ageSeconds);
  return (bytes, transport) => {
    const query = parseDnsMessage(bytes);
    const asked = query.questions[0];
    if (asked === undefined || query.flags.qr || behaviour.kind === 'silent') return { kind: 'nothing' };
    const answered = answer(asked, query.flags.cd);
    if (behaviour.kind !== 'fault') return { kind: 'answer', bytes: encodeAnswer(query, answered, transport, plainManner) };
    const faulty = answerWithFault(behaviour.fault, { query, transport, answered });
    return 'kind' in faulty ? faulty : { kind: 'answer', bytes: encodeAnswer(query, { ...faulty, ra: true }, transport, plainManner) };
  };
}

type ResolverAnswerer = (asked: Asked, checkingDisabled: boolean) => Answered;

function resolverAnswerer(world: World, tree: ZoneTree, behaviour: ResolverBehaviour, ageSeconds: () => number): ResolverAnswerer {
  const recursive = (asked: Asked): ZoneAnswer =>
    countDown(
      resolveFully((each) => askZone(world, tree, each), asked),
      ageSeconds(),
    );
  if (behaviour.kind === 'rcode') return () => ({ ...emptyAnswer, rcode: behaviour.rcode, ra: behaviour.rcode !== 'REFUSED' });
  if (behaviour.kind === 'stale') {
    const cached = behaviour.records.map((line) => assertZoneLine(line, assertDomainName('.')));
    return (asked) => ({ ...(fromCache(cached, asked, ageSeconds()) ?? recursive(asked)), ra: true });
  }
  if (behaviour.kind === 'zone-copy') {
    const copy = copyOfZone(behaviour);
    return (asked) =>
      isWithin(asked.name, copy.name) ? { ...answerFromZones([copy], asked), ra: true } : { ...recursive(asked), ra: true };
  }
  const overrides = behaviour.kind === 'recursive' ? (behaviour.overrides ?? []) : [];
  return (asked, checkingDisabled) => {
    const override = overrides.find(
      (each) =>
        isWithin(asked.name, assertDomainName(each.name)) &&
        (each.type ?? asked.type) === asked.type &&
        !(each.unlessCheckingDisabled && checkingDisabled),
    );
    if (override === undefined) return { ...recursive(asked), ra: true };
    return { ...emptyAnswer, rcode: override.rcode, extendedErrors: override.extendedError ? [override.extendedError] : [], ra: true };
  };
}

function copyOfZone({ zone, records }: { readonly zone: string; readonly records: readonly string[] }): Zone {
  const name = assertDomainName(zone);
  return { name, servers: [], records: [defaultSoa(name, name), ...records.map((line) => assertZoneLine(line, name))] };
}

function fromCache(cached: readonly DnsRecord[], asked: Asked, age: number): ZoneAnswer | null {
  const answer = cached.filter((record) => record.owner === asked.name && record.type === asked.type);
  return answer.length === 0 ? null : countDown({ ...emptyAnswer, answer }, age);
}

function countDown(answer: ZoneAnswer, age: number): ZoneAnswer {
  const older = (record: DnsRecord) => ({ ...record, ttlSeconds: Math.max(0, record.ttlSeconds - age) });
  return { ...answer, aa: false, answer: answer.answer.map(older), authority: answer.authority.map(older), additional: [] };
}

/** What the first usable server of the deepest zone says; null where a zone on the way has none. */
function askZone(world: World, tree: ZoneTree, asked: Asked): ZoneAnswer | null {
  const above = tree.zones.filter((zone) => isWithin(asked.name, zone.name));
  const servers = above.map((zone) => usableServer(world, zone));
  const server = servers[0];
  if (server === undefined || servers.includes(null) || server === null) return null;
  if (world.nameServers?.[server]?.fault === 'endless-aliases') return endlessAlias(asked.name);
  const answer = answerFromZones(viewOfServer(world, tree, server), asked);
  return answer.aa ? answer : null;
}

function usableServer(world: World, zone: Zone): IpAddress | null {
  const addresses = zone.servers.flatMap((server) => server.addresses);
  const isUsable = (address: string) => {
    const behaviour = world.nameServers?.[address];
    return !unusableFaults.has(behaviour?.fault) || (behaviour?.only !== undefined && behaviour.only !== zone.name);
  };
  const usable = addresses.find(isUsable);
  return usable === undefined ? null : assertIpAddress(usable);
}
