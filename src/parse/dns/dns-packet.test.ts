/** dns-packet as the second opinion: what it writes is read here, what is written here it reads. */
import dnsPacket, { type Answer, type Packet } from 'dns-packet';
import { describe, expect, it } from 'vitest';
import type { DnsRecord } from '../../model/dns.js';
import { assertDomainName } from '../../model/domain-name.js';
import { assertIpAddress } from '../../model/ip-address.js';
import { encodeDnsMessage } from './encode-dns-message.js';
import { parseDnsMessage } from './parse-dns-message.js';

const owner = assertDomainName('example.com');
const ttl = 300;

interface Pair {
  readonly theirs: Answer;
  readonly ours: DnsRecord;
}

function pair(theirs: Answer, data: DnsRecord['data'], type: string = data.type): Pair {
  return { theirs, ours: { owner, type, ttlSeconds: ttl, data } };
}

const base = { name: owner, ttl, class: 'IN', flush: false } as const;
const target = assertDomainName('mx.example.com');
const soa = { serial: 4_000_000_000, refresh: 1, retry: 2, expire: 3 };
const mailbox = assertDomainName('hostmaster.example.org');

const pairs: readonly Pair[] = [
  pair({ ...base, type: 'A', data: '192.0.2.1' }, { type: 'A', address: assertIpAddress('192.0.2.1') }),
  pair({ ...base, type: 'AAAA', data: '2001:db8::1' }, { type: 'AAAA', address: assertIpAddress('2001:db8::1') }),
  pair({ ...base, type: 'MX', data: { preference: 10, exchange: target } }, { type: 'MX', preference: 10, exchange: target }),
  pair({ ...base, type: 'NS', data: target }, { type: 'NS', target }),
  pair({ ...base, type: 'CNAME', data: target }, { type: 'CNAME', target }),
  pair({ ...base, type: 'PTR', data: target }, { type: 'PTR', target }),
  pair({ ...base, type: 'DNAME', data: target }, { type: 'DNAME', target }),
  pair(
    { ...base, type: 'SOA', data: { ...soa, mname: target, rname: mailbox, minimum: 4 } },
    { type: 'SOA', ...soa, primary: target, mailbox, minimumSeconds: 4 },
  ),
  pair({ ...base, type: 'TXT', data: [Buffer.from('v=spf1 -all'), Buffer.from('')] }, { type: 'TXT', strings: ['v=spf1 -all', ''] }),
  pair(
    { ...base, type: 'TLSA', data: { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.from([1, 2]) } },
    { type: 'other', rdataBase64: Buffer.from([3, 1, 1, 1, 2]).toString('base64') },
    'TLSA',
  ),
];

describe('against dns-packet', () => {
  it.each(pairs)('reads its $ours.type', ({ theirs, ours }) => {
    const packet: Packet = { id: 9, type: 'response', flags: dnsPacket.AUTHORITATIVE_ANSWER, questions: [], answers: [theirs] };
    const parsed = parseDnsMessage(dnsPacket.encode(packet));
    expect(parsed).toMatchObject({ id: 9, issues: [], flags: { qr: true, aa: true } });
    expect(parsed.answer.map((each) => each.record)).toEqual([ours]);
  });

  it.each(pairs)('has its $ours.type read', ({ theirs, ours }) => {
    const bytes = encodeDnsMessage({ id: 9, qr: true, flags: { ra: true }, questions: [], answer: [ours] });
    const decoded = dnsPacket.decode(Buffer.from(bytes));
    expect(decoded).toMatchObject({ id: 9, type: 'response', flag_ra: true, flag_aa: false });
    expect(decoded.answers).toEqual([theirs]);
  });

  it('has a whole message read, compression and EDNS and all', () => {
    const records = pairs.map((each) => each.ours);
    const questions = [{ name: owner, type: 'MX' }];
    const bytes = encodeDnsMessage({
      id: 9,
      qr: true,
      rcode: 'NXDOMAIN',
      questions,
      answer: records,
      authority: records,
      edns: { udpSize: 1232 },
    });
    const decoded = dnsPacket.decode(Buffer.from(bytes));
    expect(decoded.questions).toEqual([{ name: owner, type: 'MX', class: 'IN' }]);
    expect(decoded.answers).toEqual(pairs.map((each) => each.theirs));
    expect(decoded.authorities).toEqual(decoded.answers);
    expect(decoded.additionals).toMatchObject([{ type: 'OPT', udpPayloadSize: 1232, flag_do: false }]);
  });
});
