/**
 * Mutated DNS messages: whatever the octets, the parser ends in time, stays within bounds, and every
 * offset that it names lies within the message. The seed is fixed, so that a failure comes again.
 */
import { describe, expect, it } from 'vitest';
import type { DnsRecord } from '../../src/model/dns.js';
import { assertDomainName } from '../../src/model/domain-name.js';
import { assertIpAddress } from '../../src/model/ip-address.js';
import { deriveDnsResponse } from '../../src/parse/dns/derive-dns-response.js';
import { encodeDnsMessage } from '../../src/parse/dns/encode-dns-message.js';
import { type ParsedDnsMessage, parseDnsMessage } from '../../src/parse/dns/parse-dns-message.js';

const messages = 20_000;
/** Generous, for a machine under load: an honest message takes a tenth of a millisecond. */
const slowestMs = 250;

const owner = assertDomainName('a.example.com');
const target = assertDomainName('mx.example.com');

function record(data: DnsRecord['data'], type: string = data.type): DnsRecord {
  return { owner, type, ttlSeconds: 300, data };
}

const records: readonly DnsRecord[] = [
  record({ type: 'A', address: assertIpAddress('192.0.2.1') }),
  record({ type: 'AAAA', address: assertIpAddress('2001:db8::1') }),
  record({ type: 'MX', preference: 10, exchange: target }),
  record({ type: 'NS', target }),
  record({ type: 'CNAME', target }),
  record({ type: 'SOA', primary: target, mailbox: owner, serial: 1, refresh: 2, retry: 3, expire: 4, minimumSeconds: 5 }),
  record({ type: 'TXT', strings: ['v=spf1 -all', 'more'] }),
  record({ type: 'other', rdataBase64: 'AAEC' }, 'TYPE65280'),
];

const questions = [{ name: owner, type: 'MX' }];
const edns = {
  udpSize: 1232,
  extendedErrors: [{ code: 22, text: 'no reachable authority' }],
  options: [{ code: 10, bytes: new Uint8Array(8) }],
};
const corpus: readonly Uint8Array[] = [
  encodeDnsMessage({ id: 1, flags: { rd: true }, questions, edns }),
  encodeDnsMessage({ id: 1, qr: true, questions, answer: records, authority: records, additional: records, edns }),
  encodeDnsMessage({ id: 1, qr: true, rcode: 'NXDOMAIN', questions, authority: records.slice(5, 6) }),
  encodeDnsMessage({
    id: 1,
    qr: true,
    questions,
    answer: Array.from({ length: 200 }, (_, at) => records[at % records.length] ?? []).flat(),
  }),
];

/** mulberry32: small, even enough, and the same on every machine. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Octets that mean something: label types, pointers, the ends of ranges. */
const tellingOctets = [0x00, 0x01, 0x3f, 0x40, 0x80, 0xc0, 0xff];

function mutate(random: (below: number) => number): Uint8Array {
  const bytes = Uint8Array.from(corpus[random(corpus.length)] ?? []);
  for (let times = 1 + random(8); times > 0; times -= 1) {
    const at = random(bytes.length);
    const kind = random(4);
    if (kind === 0) bytes[at] = random(256);
    else if (kind === 1) bytes[at] = tellingOctets[random(tellingOctets.length)] ?? 0;
    else if (kind === 2) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    else bytes.copyWithin(at, random(bytes.length), random(bytes.length));
  }
  return random(4) === 0 ? bytes.subarray(0, random(bytes.length + 1)) : bytes;
}

/** What is out of bounds in the result; null where nothing is. */
function faultOf(message: ParsedDnsMessage): string | null {
  const size = message.bytes.length;
  const kept = [...message.answer, ...message.authority, ...message.additional];
  if (kept.length > 2_000) return 'too many records';
  if (message.issues.length > 65) return 'too many issues';
  if (message.issues.some(({ offset }) => offset < 0 || offset > size)) return 'an issue outside of the message';
  if (kept.some((each) => each.offset < 12 || each.rdataOffset + each.rdataLength > size)) return 'a record outside of the message';
  if (message.complete && message.usable && size >= 12) return null;
  return message.issues.length === 0 ? 'incomplete without an issue' : null;
}

describe('a mutated message', () => {
  it('never throws, never takes long, never leads outside of itself', () => {
    const random = createRandom(5321);
    let slowest = 0;
    let broken = 0;
    for (let count = 0; count < messages; count += 1) {
      const bytes = mutate(random);
      const start = performance.now();
      const message = parseDnsMessage(bytes);
      deriveDnsResponse(message, 'udp');
      slowest = Math.max(slowest, performance.now() - start);
      const fault = faultOf(message);
      if (fault !== null) expect.fail(`${fault}: ${Buffer.from(bytes).toString('hex')}`);
      if (message.issues.length > 0) broken += 1;
    }
    expect(slowest).toBeLessThan(slowestMs);
    // The mutations reach something: neither all messages are broken nor none.
    expect(broken).toBeGreaterThan(messages / 4);
    expect(broken).toBeLessThan(messages);
  });

  it('never throws on octets without any structure, of any length', () => {
    const random = createRandom(1035);
    for (let count = 0; count < 2_000; count += 1) {
      const bytes = Uint8Array.from({ length: random(700) }, () => random(256));
      const fault = faultOf(parseDnsMessage(bytes));
      if (fault !== null) expect.fail(`${fault}: ${Buffer.from(bytes).toString('hex')}`);
    }
  });
});
