import { afterEach, describe, expect, it } from 'vitest';
import { assertDomainName } from '../model/domain-name.js';
import { assertIpAddress } from '../model/ip-address.js';
import { encodeDnsMessage } from '../parse/dns/encode-dns-message.js';
import { type ParsedDnsMessage, parseDnsMessage } from '../parse/dns/parse-dns-message.js';
import { type Lab, startLab } from './lab.js';
import type { NameServerBehaviour, ResolverBehaviour, World } from './world.js';
import { alterHealthyWorld, ns1Address, resolverAddress } from './worlds/base.js';

let lab: Lab | null = null;

afterEach(async () => {
  await lab?.stop();
  lab = null;
});

type Heard = ParsedDnsMessage | 'refused' | 'unreachable' | 'silence';

async function askUdp(world: World, address: string, question: string, { edns = true, rd = false, cd = false } = {}): Promise<Heard> {
  lab = await startLab(world);
  const { doors, clock } = lab;
  const [type = '', name = ''] = question.split(' ');
  const query = encodeDnsMessage({
    id: 7,
    flags: { rd, cd },
    questions: [{ name: assertDomainName(name), type }],
    edns: edns ? { udpSize: 1232 } : null,
  });
  return new Promise((resolve) => {
    const settle = (heard: Heard) => {
      socket.close();
      resolve(heard);
    };
    const socket = doors.openUdp({ address: assertIpAddress(address), port: 53 }, null, {
      onMessage: (bytes) => settle(parseDnsMessage(bytes)),
      onError: settle,
    });
    socket.send(query);
    clock.after(300, () => settle('silence'));
  });
}

function describeAnswer(heard: Heard): string {
  if (typeof heard === 'string') return heard;
  const flags = (['aa', 'tc', 'ra'] as const).filter((flag) => heard.flags[flag]);
  const records = [...heard.answer, ...heard.authority].map(({ record }) => `${record.owner} ${record.ttlSeconds} ${record.type}`);
  return [heard.rcode, ...flags, ...records].join(', ');
}

const behaving = (behaviour: NameServerBehaviour) => alterHealthyWorld({ nameServers: { [ns1Address]: behaviour } });
const resolving = (behaviour: ResolverBehaviour) => alterHealthyWorld({ resolvers: { [resolverAddress]: behaviour } });

describe('name servers of the lab', () => {
  it.each([
    ['the root refers to com', {}, '198.51.100.1', 'MX example.com', 'NOERROR, com 86400 NS'],
    [
      'com refers to the servers of the domain',
      {},
      '198.51.100.3',
      'MX example.com',
      'NOERROR, example.com 86400 NS, example.com 86400 NS',
    ],
    ['the domain answers with authority', {}, ns1Address, 'MX example.com', 'NOERROR, aa, example.com 3600 MX'],
    ['no data comes with the SOA', {}, ns1Address, 'AAAA mx1.example.com', 'NOERROR, aa, example.com 300 SOA'],
    ['so does NXDOMAIN', {}, ns1Address, 'A nowhere.example.com', 'NXDOMAIN, aa, example.com 300 SOA'],
    ['another zone is refused', {}, ns1Address, 'A example.net', 'REFUSED'],
    ['an address that the world does not know is silent', {}, '192.0.2.99', 'A example.net', 'silence'],
  ])('%s', async (_, alteration, address, question, expected) => {
    expect(describeAnswer(await askUdp(alterHealthyWorld(alteration), address, question))).toBe(expected);
  });

  it.each<[string, NameServerBehaviour, string]>([
    ['refused', { fault: 'refused' }, 'REFUSED'],
    ['servfail', { fault: 'servfail' }, 'SERVFAIL'],
    ['no-aa', { fault: 'no-aa' }, 'NOERROR, example.com 3600 MX'],
    ['upward-referral', { fault: 'upward-referral' }, 'NOERROR, . 518400 NS'],
    ['silent', { fault: 'silent' }, 'silence'],
    ['port-unreachable', { fault: 'port-unreachable' }, 'refused'],
    ['truncation', { truncates: true }, 'NOERROR, aa, tc'],
    ['no EDNS', { edns: 'formerr' }, 'FORMERR'],
    [
      'differing records',
      { records: { 'example.com': ['@ MX 5 other.example.com', '@ MX 6 x.example.com'] } },
      'NOERROR, aa, example.com 3600 MX, example.com 3600 MX',
    ],
    ['a fault that concerns another zone', { fault: 'refused', only: 'example.org' }, 'NOERROR, aa, example.com 3600 MX'],
  ])('a server with %s', async (_, behaviour, expected) => {
    expect(describeAnswer(await askUdp(behaving(behaviour), ns1Address, 'MX example.com'))).toBe(expected);
  });

  it('a wrong id, a wrong question and a compression loop go out as declared', async () => {
    const heard = [];
    for (const fault of ['wrong-id', 'wrong-question', 'compression-loop'] as const) {
      const answer = await askUdp(behaving({ fault }), ns1Address, 'MX example.com');
      if (typeof answer !== 'string') heard.push([answer.id, answer.questions[0]?.name, answer.issues.length > 0]);
      await lab?.stop();
    }
    expect(heard).toEqual([
      [8, 'example.com', false],
      [7, 'other.example', false],
      [7, 'example.com', true],
    ]);
  });
});

describe('name servers of the lab over TCP', () => {
  /** What comes within 100 ms, length and all. */
  async function askTcp(behaviour: NameServerBehaviour): Promise<number[] | string> {
    lab = await startLab(alterHealthyWorld({ nameServers: { [ns1Address]: behaviour }, clockSpeed: 100 }));
    const remote = { address: assertIpAddress(ns1Address), port: 53 };
    const result = await lab.doors.connectTcp({ remote, source: null, timeoutMs: 5_000, signal: new AbortController().signal });
    if (result.state !== 'connected') return result.state === 'failed' ? result.failure : result.state;
    const query = encodeDnsMessage({ id: 7, questions: [{ name: assertDomainName('example.com'), type: 'MX' }] });
    const heard: number[] = [];
    result.stream.start({ onData: (bytes) => heard.push(...bytes), onEnd: () => undefined });
    result.stream.write(Uint8Array.of(0, query.length, ...query));
    await new Promise((resolve) => setTimeout(resolve, 100));
    result.stream.destroy();
    return heard;
  }

  it('give the whole answer behind its length', async () => {
    const heard = await askTcp({ truncates: true });
    expect(typeof heard === 'string' ? heard : describeAnswer(parseDnsMessage(Uint8Array.from(heard.slice(2))))).toBe(
      'NOERROR, aa, example.com 3600 MX',
    );
  });

  it('drip for ever where they are told to', async () => {
    const heard = await askTcp({ fault: 'tcp-drip' });
    expect(heard.slice(0, 2)).toEqual([0xff, 0xff]);
    expect(heard.length).toBeLessThan(20);
  });

  it('refuse where they are told to', async () => expect(await askTcp({ fault: 'tcp-refused' })).toBe('refused'));
});

describe('resolvers of the lab', () => {
  const alias = alterHealthyWorld({
    records: ['www.example.com CNAME mail.example.org'],
    zones: { 'example.org': { servers: { 'ns1.example.org': '192.0.2.54' }, records: ['mail.example.org 60 A 192.0.2.26'] } },
  });
  const override = { name: 'example.com', rcode: 'SERVFAIL', unlessCheckingDisabled: true, extendedError: { code: 6, text: 'bogus' } };

  it.each<[string, World, string, string]>([
    ['answers without authority', alterHealthyWorld(), 'MX example.com', 'NOERROR, ra, example.com 3600 MX'],
    ['follows aliases across zones', alias, 'A www.example.com', 'NOERROR, ra, www.example.com 3600 CNAME, mail.example.org 60 A'],
    ['says no such name with the SOA', alterHealthyWorld(), 'A x.example.com', 'NXDOMAIN, ra, example.com 300 SOA'],
    [
      'fails where all servers of a zone are lame',
      alterHealthyWorld({ nameServers: { [ns1Address]: { fault: 'refused' }, '198.51.100.54': { fault: 'silent' } } }),
      'MX example.com',
      'SERVFAIL, ra',
    ],
    [
      'keeps old records',
      resolving({ kind: 'stale', records: ['example.com 900 MX 10 old.example.org'] }),
      'MX example.com',
      'NOERROR, ra, example.com 900 MX',
    ],
    [
      'serves a copy with authority',
      resolving({ kind: 'zone-copy', zone: 'example.com', records: ['@ 50 MX 1 old.example.org'] }),
      'MX example.com',
      'NOERROR, aa, ra, example.com 50 MX',
    ],
    ['refuses', resolving({ kind: 'rcode', rcode: 'REFUSED' }), 'MX example.com', 'REFUSED'],
    ['validates', resolving({ kind: 'recursive', overrides: [override] }), 'MX example.com', 'SERVFAIL, ra'],
    ['is silent', resolving({ kind: 'silent' }), 'MX example.com', 'silence'],
    ['is not there', resolving({ kind: 'port-unreachable' }), 'MX example.com', 'refused'],
  ])('%s', async (_, world, question, expected) => {
    expect(describeAnswer(await askUdp(world, resolverAddress, question, { rd: true }))).toBe(expected);
  });

  it('validates nothing when checking is disabled, and says why it refuses otherwise', async () => {
    const world = resolving({ kind: 'recursive', overrides: [override] });
    expect(describeAnswer(await askUdp(world, resolverAddress, 'MX example.com', { rd: true, cd: true }))).toBe(
      'NOERROR, ra, example.com 3600 MX',
    );
    await lab?.stop();
    const refused = await askUdp(world, resolverAddress, 'MX example.com', { rd: true });
    expect(typeof refused === 'string' ? refused : refused.edns?.extendedErrors).toEqual([{ code: 6, text: 'bogus' }]);
  });

  it('answers for every name server of a network that intercepts DNS', async () => {
    const world = alterHealthyWorld({ machine: { outboundDns: { interceptedBy: resolverAddress } } });
    expect(describeAnswer(await askUdp(world, ns1Address, 'MX example.com'))).toBe('NOERROR, ra, example.com 3600 MX');
  });
});
