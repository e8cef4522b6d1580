import { describe, expect, it } from 'vitest';
import type { DnsRecord, RecordData } from '../../model/dns.js';
import { assertDomainName } from '../../model/domain-name.js';
import { assertIpAddress } from '../../model/ip-address.js';
import { type DnsMessageInput, encodeDnsMessage } from './encode-dns-message.js';
import { parseDnsMessage } from './parse-dns-message.js';

const name = assertDomainName('example.com');

function record(data: RecordData, type: string = data.type): DnsRecord {
  return { owner: name, type, ttlSeconds: 300, data };
}

function message(rest: Partial<DnsMessageInput>): DnsMessageInput {
  return { id: 7, questions: [{ name, type: 'MX' }], ...rest };
}

describe('encodeDnsMessage', () => {
  it('writes a query octet for octet', () => {
    const bytes = encodeDnsMessage({ id: 0x0102, flags: { rd: true }, questions: [{ name, type: 'MX' }], edns: { udpSize: 1232 } });
    const header = '01020100' + '0001000000000001';
    expect(Buffer.from(bytes).toString('hex')).toBe(`${header}076578616d706c6503636f6d00000f0001${'00002904d0000000000000'}`);
  });

  it('compresses owners and the names inside data, and leaves the one of DNAME whole', () => {
    const exchange = assertDomainName('mx.example.com');
    const bytes = encodeDnsMessage(message({ qr: true, answer: [record({ type: 'MX', preference: 10, exchange })] }));
    expect(bytes.length).toBe(12 + 17 + 2 + 10 + 2 + 3 + 2);
    const whole = encodeDnsMessage(message({ qr: true, answer: [record({ type: 'DNAME', target: exchange })] }));
    expect(whole.length).toBe(12 + 17 + 2 + 10 + 16);
  });

  it('points to no place that 14 bits cannot say', () => {
    const text = record({ type: 'TXT', strings: Array<string>(70).fill('x'.repeat(250)) });
    const late = assertDomainName('late.example.org');
    const answer = [text, { ...text, owner: late }, { ...text, owner: late }];
    const parsed = parseDnsMessage(encodeDnsMessage(message({ qr: true, answer })));
    expect(parsed.issues).toEqual([]);
    expect(parsed.answer.map((each) => each.record)).toEqual(answer);
  });

  it('gives an IPv4-mapped address its 16 octets back', () => {
    const address = assertIpAddress('::ffff:192.0.2.1');
    const parsed = parseDnsMessage(encodeDnsMessage(message({ answer: [record({ type: 'AAAA', address })] })));
    expect(parsed.answer[0]).toMatchObject({ rdataLength: 16, record: { data: { type: 'AAAA', address: '192.0.2.1' } } });
  });

  it('writes data of any octets under any type, for a server that lies', () => {
    const parsed = parseDnsMessage(encodeDnsMessage(message({ answer: [record({ type: 'other', rdataBase64: 'AA==' }, 'MX')] })));
    expect(parsed.issues.map((issue) => issue.text)).toEqual(['MX record: MX data of 1 octets']);
  });

  it('splits the code of BADVERS between header and OPT, and writes options and extended errors', () => {
    const edns = {
      udpSize: 4096,
      dnssecOk: true,
      extendedErrors: [{ code: 22, text: 'näher' }],
      options: [{ code: 10, bytes: Uint8Array.of(1) }],
    };
    const parsed = parseDnsMessage(encodeDnsMessage(message({ qr: true, rcode: 'BADVERS', edns })));
    expect(parsed).toMatchObject({ rcode: 'BADVERS', edns: { udpSize: 4096, dnssecOk: true, extendedErrors: edns.extendedErrors } });
    expect(parsed.edns?.options.map((option) => option.code)).toEqual([15, 10]);
  });

  it.each<[string, Partial<DnsMessageInput>]>([
    ['BADVERS without EDNS', { rcode: 'BADVERS' }],
    ['an rcode that is none', { rcode: 'NOPE' }],
    ['a type that is none', { questions: [{ name, type: 'toString' }] }],
    ['a string over 255 octets', { answer: [record({ type: 'TXT', strings: ['x'.repeat(256)] })] }],
    ['an IPv6 address as A', { answer: [record({ type: 'A', address: assertIpAddress('2001:db8::1') })] }],
    ['data that are no base64', { answer: [record({ type: 'other', rdataBase64: '?' }, 'TYPE65280')] }],
    ['a message over 65,535 octets', { answer: Array<DnsRecord>(300).fill(record({ type: 'TXT', strings: ['x'.repeat(255)] })) }],
  ])('refuses %s', (_, rest) => expect(() => encodeDnsMessage(message(rest))).toThrow(TypeError));
});
