import { describe, expect, it } from 'vitest';
import { type NameStanding, type SourceStanding, senderStanding } from './sender-standing.js';
import type { DnsWords } from './testing/dns-evidence.js';
import { type HostWorld, hostView } from './testing/host-world.js';

/** The resolver's answers, by question; what is not listed was not asked. */
type Answers = Readonly<Record<string, Partial<DnsWords>>>;

const standing = (answers: Answers, world: HostWorld = {}) => {
  const more = Object.entries(answers).map(([ask, words]): DnsWords => ({ ask, at: '198.51.100.53', ...words }));
  return hostView({ mx: ['10 mx.example.com 192.0.2.25'], ...world, more }).read(senderStanding);
};

const ptr = '5.113.0.203.in-addr.arpa PTR';
const named = { answer: ['5.113.0.203.in-addr.arpa 60 PTR probe.example.net'] };
const a = (address: string) => ({ answer: [`probe.example.net 60 A ${address}`] });

describe('the source address', () => {
  it.each<readonly [sentence: string, answers: Answers, reverse: SourceStanding['reverse']]>([
    ['has a name that leads back', { [ptr]: named, 'probe.example.net A': a('203.0.113.5') }, 'confirmed'],
    ['has a name that leads elsewhere', { [ptr]: named, 'probe.example.net A': a('203.0.113.6') }, 'not-confirmed'],
    ['has a name that does not exist', { [ptr]: named, 'probe.example.net A': { rcode: 'NXDOMAIN' } }, 'not-confirmed'],
    ['has a name whose lookup fails', { [ptr]: named, 'probe.example.net A': { rcode: 'SERVFAIL' } }, 'unknown'],
    ['has no name', { [ptr]: { rcode: 'NXDOMAIN' } }, 'no-name'],
    ['has a name server that fails', { [ptr]: { failure: 'timeout' } }, 'unknown'],
    ['was not looked up', {}, 'unknown'],
  ])('%s', (_sentence, answers, reverse) => {
    expect(standing(answers).sources).toMatchObject([{ address: '203.0.113.5', reverse }]);
  });

  it('is confirmed where one of several names leads back', () => {
    const names = { answer: ['5.113.0.203.in-addr.arpa 60 PTR www.example.net', '5.113.0.203.in-addr.arpa 60 PTR probe.example.net'] };
    const answers = { [ptr]: names, 'www.example.net A': { rcode: 'NXDOMAIN' }, 'probe.example.net A': a('203.0.113.5') };
    expect(standing(answers).sources).toMatchObject([{ reverse: 'confirmed', names: ['www.example.net', 'probe.example.net'] }]);
  });
});

describe('the HELO name', () => {
  it.each<readonly [string, Answers, NameStanding['state']]>([
    ['has an IPv4 address', { 'probe.example.net A': a('203.0.113.5') }, 'found'],
    [
      'has an IPv6 address only',
      { 'probe.example.net A': {}, 'probe.example.net AAAA': { answer: ['probe.example.net 60 AAAA 2001:db8::5'] } },
      'found',
    ],
    ['does not exist', { 'probe.example.net A': { rcode: 'NXDOMAIN' }, 'probe.example.net AAAA': { rcode: 'NXDOMAIN' } }, 'not-found'],
    ['has no address', { 'probe.example.net A': {}, 'probe.example.net AAAA': {} }, 'no-address'],
    ['was looked up in one family only', { 'probe.example.net A': {} }, 'unknown'],
  ])('%s', (_sentence, answers, state) => {
    expect(standing(answers).helo).toMatchObject({ name: 'probe.example.net', state });
  });

  it('is nothing to look up where it is an address literal, or nobody greeted', () => {
    expect(standing({}, { identity: { helo: '[203.0.113.5]', sender: null, assumed: [] } }).helo).toBeNull();
    expect(standing({}, { identity: null }).helo).toBeNull();
  });
});

describe("the sender's domain", () => {
  const noAddress = { 'example.net A': {}, 'example.net AAAA': {} };
  const gone = { 'example.net A': { rcode: 'NXDOMAIN' }, 'example.net AAAA': { rcode: 'NXDOMAIN' } };

  it.each<readonly [string, Answers, NameStanding['state']]>([
    ['has an exchange', { 'example.net MX': { answer: ['example.net 60 MX 10 mx.example.net'] } }, 'found'],
    ['takes no mail', { 'example.net MX': { answer: ['example.net 60 MX 0 .'] } }, 'null-mx'],
    [
      'has an address in place of an exchange',
      { 'example.net MX': {}, 'example.net A': { answer: ['example.net 60 A 192.0.2.1'] } },
      'found',
    ],
    ['has neither', { 'example.net MX': {}, ...noAddress }, 'no-address'],
    ['does not exist', { 'example.net MX': { rcode: 'NXDOMAIN' }, ...gone }, 'not-found'],
    ['cannot be looked up', { 'example.net MX': { rcode: 'SERVFAIL' }, ...noAddress }, 'unknown'],
  ])('%s', (_sentence, answers, state) => {
    expect(standing(answers).senderDomain).toMatchObject({ name: 'example.net', state });
  });

  it.each([null, ''])('is nothing to look up where the sender is %j', (sender) => {
    expect(standing({}, { identity: { helo: 'probe.example.net', sender, assumed: [] } }).senderDomain).toBeNull();
  });
});
