import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DnsRecord, RecordData } from '../../model/dns.js';
import { domainNameFromLabels } from '../../model/domain-name.js';
import { ipAddressFromBytes } from '../../model/ip-address.js';
import { formatBase64, parseBase64 } from './base64.js';
import { formatCharacterString, parseCharacterString } from './character-strings.js';
import { deriveDnsResponse } from './derive-dns-response.js';
import { type DnsMessageInput, encodeDnsMessage } from './encode-dns-message.js';
import { parseDnsMessage } from './parse-dns-message.js';
import { formatRcode, rcodeNumber } from './rcodes.js';
import { formatRecordType, recordTypeNumber, recordTypes } from './record-types.js';

const octets = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength });
const label = fc.oneof(
  fc.constantFrom('a', 'mx', 'example', 'com').map((text) => Buffer.from(text)),
  octets(1, 63),
);
/** Few common labels, so that compression has work; any octets, so that nothing is taken for granted. */
const name = fc.array(label, { maxLength: 3 }).map(domainNameFromLabels);
const number16 = fc.integer({ min: 0, max: 0xffff });
const number32 = fc.integer({ min: 0, max: 0xffffffff });

const data: fc.Arbitrary<RecordData> = fc.oneof(
  octets(4, 4).map((bytes) => ({ type: 'A' as const, address: ipAddressFromBytes(bytes) })),
  octets(16, 16).map((bytes) => ({ type: 'AAAA' as const, address: ipAddressFromBytes(bytes) })),
  fc.record({ type: fc.constant('MX' as const), preference: number16, exchange: name }),
  fc.record({ type: fc.constantFrom('NS' as const, 'CNAME' as const, 'PTR' as const, 'DNAME' as const), target: name }),
  fc.record({
    type: fc.constant('SOA' as const),
    primary: name,
    mailbox: name,
    serial: number32,
    refresh: number32,
    retry: number32,
    expire: number32,
    minimumSeconds: number32,
  }),
  fc.array(octets(0, 255).map(formatCharacterString), { minLength: 1, maxLength: 3 }).map((strings) => ({ type: 'TXT' as const, strings })),
  octets(0, 40).map((bytes) => ({ type: 'other' as const, rdataBase64: formatBase64(bytes) })),
);

const record: fc.Arbitrary<DnsRecord> = fc
  .record({
    owner: name,
    data,
    ttlSeconds: fc.integer({ min: 0, max: 0x7fffffff }),
    unread: fc.constantFrom('SRV', 'CAA', 'TLSA', 'TYPE65280'),
  })
  .map(({ unread, ...rest }) => ({ ...rest, type: rest.data.type === 'other' ? unread : rest.data.type }));

const records = fc.array(record, { maxLength: 6 });
const flag = fc.boolean();

const message: fc.Arbitrary<Required<DnsMessageInput>> = fc.record({
  id: number16,
  qr: flag,
  opcode: fc.integer({ min: 0, max: 15 }),
  flags: fc.record({ aa: flag, tc: flag, rd: flag, ra: flag, ad: flag, cd: flag }),
  rcode: fc.integer({ min: 0, max: 0xfff }).map(formatRcode),
  questions: fc.array(fc.record({ name, type: number16.map(formatRecordType), class: number16 }), { maxLength: 2 }),
  answer: records,
  authority: records,
  additional: records,
  edns: fc.record({
    udpSize: number16,
    version: fc.integer({ min: 0, max: 255 }),
    dnssecOk: flag,
    extendedErrors: fc.array(fc.record({ code: number16, text: fc.constantFrom('', 'no', 'näher') }), { maxLength: 2 }),
    options: fc.array(fc.record({ code: fc.integer({ min: 16, max: 0xffff }), bytes: octets(0, 9) }), { maxLength: 2 }),
  }),
});

describe('what is written is read again', () => {
  it('for every message', () => {
    fc.assert(
      fc.property(message, (input) => {
        const bytes = encodeDnsMessage(input);
        const parsed = parseDnsMessage(bytes);
        const { id, opcode, rcode, questions } = input;
        expect(parsed).toMatchObject({ id, opcode, rcode, questions, issues: [], usable: true, complete: true });
        expect(parsed.flags).toEqual({ qr: input.qr, ...input.flags });
        for (const section of ['answer', 'authority', 'additional'] as const)
          expect(parsed[section].map((each) => each.record)).toEqual(input[section]);
        const { udpSize, version, dnssecOk, extendedErrors } = input.edns ?? {};
        expect(parsed.edns).toMatchObject({ udpSize, version, dnssecOk, extendedErrors });
      }),
      { numRuns: 500 },
    );
  });

  it('for every string and every base64 text', () => {
    fc.assert(
      fc.property(octets(0, 255), (bytes) => {
        expect(parseCharacterString(formatCharacterString(bytes))).toEqual(bytes);
        expect(formatBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(parseBase64(formatBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  it('for every type and every code', () => {
    for (let number = 0; number <= 0xffff; number += 1) expect(recordTypeNumber(formatRecordType(number))).toBe(number);
    for (let number = 0; number <= 0xfff; number += 1) expect(rcodeNumber(formatRcode(number))).toBe(number);
    expect(recordTypes.slice(0, 3)).toEqual(['A', 'NS', 'CNAME']);
  });

  it.each(['', 'mx', 'TYPE', 'TYPE65536', 'TYPE01', 'TYPE-1', 'constructor'])('but %j is no type', (text) =>
    expect(recordTypeNumber(text)).toBeNull(),
  );

  it.each(['', 'RCODE4096', 'RCODE', 'BADKEY', 'toString'])('and %j no code', (text) => expect(rcodeNumber(text)).toBeNull());

  it.each(['A', 'AAAAA', 'AA=A', 'Ä'])('and %j no base64', (text) => expect(parseBase64(text)).toBeNull());
});

describe('parseCharacterString', () => {
  it.each([
    ['v=spf1 -all', [...Buffer.from('v=spf1 -all')], 'plain text'],
    ['é', [0xc3, 0xa9], 'a character outside ASCII is its UTF-8'],
    ['\\"\\\\', [0x22, 0x5c], 'escaped characters'],
    ['\\999', [0x5c, 0x39, 0x39, 0x39], 'no octet, so it stays as it is written'],
    ['\\', [0x5c], 'a lone backslash'],
  ])('%j: %j, %s', (text, expected) => expect([...parseCharacterString(text)]).toEqual(expected));
});

describe('deriveDnsResponse', () => {
  it('leaves out records of other classes than IN, and says so', () => {
    const owner = domainNameFromLabels([Buffer.from('a')]);
    const type = 'TXT';
    const answer = [{ owner, type, ttlSeconds: 1, data: { type, strings: ['x'] } } as const];
    const bytes = encodeDnsMessage({ id: 1, qr: true, flags: { ra: true }, questions: [], answer, edns: { udpSize: 1232 } });
    expect(deriveDnsResponse(parseDnsMessage(bytes), 'udp')).toEqual({
      rcode: 'NOERROR',
      flags: { aa: false, tc: false, rd: false, ra: true, ad: false, cd: false },
      transport: 'udp',
      edns: { version: 0, udpSize: 1232, dnssecOk: false },
      extendedErrors: [],
      answer,
      authority: [],
      additional: [],
      sizeBytes: bytes.length,
      issues: [],
    });
    bytes[18] = 3;
    const chaos = deriveDnsResponse(parseDnsMessage(bytes), 'tcp');
    expect(chaos).toMatchObject({ transport: 'tcp', answer: [], issues: ['octet 12: 1 records of another class than IN were left out'] });
  });

  it('keeps no more and no longer records than its bounds say, and says how many went', () => {
    const owner = domainNameFromLabels([Buffer.from('a')]);
    const texts = ['a', 'b', 'x'.repeat(100), 'c'];
    const answer = texts.map((text) => ({ owner, type: 'TXT', ttlSeconds: 1, data: { type: 'TXT', strings: [text] } }) as const);
    const bytes = encodeDnsMessage({ id: 1, qr: true, flags: { ra: true }, questions: [], answer });
    const { answer: kept, issues } = deriveDnsResponse(parseDnsMessage(bytes), 'tcp', { records: 2, rdataOctets: 50 });
    expect(kept).toEqual(answer.slice(0, 2));
    expect(issues).toEqual([expect.stringContaining('2 records were left out')]);
  });
});
