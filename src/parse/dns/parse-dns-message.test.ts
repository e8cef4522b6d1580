import { describe, expect, it } from 'vitest';
import { assertDomainName } from '../../model/domain-name.js';
import { encodeDnsMessage } from './encode-dns-message.js';
import { parseDnsMessage } from './parse-dns-message.js';

/** A response to `a. MX`, its header with the counts given, and what follows the question at octet 19. */
function response(counts: { answer?: number; additional?: number }, ...rest: readonly (readonly number[] | string)[]): Uint8Array {
  const { answer = 0, additional = 0 } = counts;
  const header = [0x12, 0x34, 0x84, 0x00, 0, 1, answer >> 8, answer & 255, 0, 0, additional >> 8, additional & 255];
  const question = [1, 0x61, 0, 0, 15, 0, 1];
  const behind = rest.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part]));
  return Uint8Array.from([...header, ...question, ...behind]);
}

/** A record that the question's name owns: type, RDLENGTH as told or as it is, RDATA. */
function record(type: number, rdata: readonly number[], rdLength = rdata.length): number[] {
  return [0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, rdLength >> 8, rdLength & 255, ...rdata];
}

const [a, ns, soa, mx, txt, aaaa] = [1, 2, 6, 15, 16, 28];
const rdataOffset = 19 + 12;

describe('a message without faults', () => {
  it('keeps where each record and its data stand', () => {
    const message = parseDnsMessage(response({ answer: 1 }, record(mx, [0, 10, 2, 0x6d, 0x78, 0xc0, 12])));
    expect(message.questions).toEqual([{ name: 'a', type: 'MX', class: 1 }]);
    expect(message.answer).toEqual([
      {
        record: { owner: 'a', type: 'MX', ttlSeconds: 60, data: { type: 'MX', preference: 10, exchange: 'mx.a' } },
        class: 1,
        offset: 19,
        rdataOffset,
        rdataLength: 7,
      },
    ]);
    expect(message).toMatchObject({ id: 0x1234, rcode: 'NOERROR', usable: true, complete: true, issues: [], edns: null });
    expect(message.flags).toEqual({ qr: true, aa: true, tc: false, rd: false, ra: false, ad: false, cd: false });
  });

  it('takes a TTL with the first bit set for zero', () => {
    const bytes = response({ answer: 1 }, [0xc0, 12, 0, a, 0, 1, 0x80, 0, 0, 60, 0, 4, 192, 0, 2, 1]);
    expect(parseDnsMessage(bytes).answer[0]?.record.ttlSeconds).toBe(0);
  });

  it('reads EDNS with the upper bits of the rcode, the options and the extended error without its NUL', () => {
    const options = [0, 10, 0, 2, 7, 8, 0, 15, 0, 5, 0, 22, 0x6e, 0x6f, 0];
    const message = parseDnsMessage(response({ additional: 1 }, [0, 0, 41, 4, 0xd0, 1, 0, 0x80, 0, 0, options.length, ...options]));
    expect(message).toMatchObject({ rcode: 'BADVERS', additional: [], issues: [] });
    expect(message.edns).toMatchObject({ version: 0, udpSize: 1232, dnssecOk: true, extendedErrors: [{ code: 22, text: 'no' }] });
    expect(message.edns?.options.map((option) => [option.code, option.bytes.length])).toEqual([
      [10, 2],
      [15, 5],
    ]);
  });

  it('keeps the octets of a type that nobody reads, and writes its number', () => {
    const bytes = response({ answer: 1 }, [0xc0, 12, 0xff, 0x00, 0, 1, 0, 0, 0, 1, 0, 3, 1, 2, 3]);
    expect(parseDnsMessage(bytes).answer[0]?.record).toMatchObject({ type: 'TYPE65280', data: { type: 'other', rdataBase64: 'AQID' } });
  });

  it('escapes what a TXT string has beside printable ASCII', () => {
    const bytes = response({ answer: 1 }, record(txt, [0, 4, 0x41, 0x5c, 0x00, 0xff]));
    expect(parseDnsMessage(bytes).answer[0]?.record.data).toEqual({ type: 'TXT', strings: ['', 'A\\092\\000\\255'] });
  });

  it('keeps a dot inside a label apart from one between labels', () => {
    const bytes = response({ answer: 1 }, record(ns, [3, 0x61, 0x2e, 0x62, 0]));
    expect(parseDnsMessage(bytes).answer[0]?.record.data).toEqual({ type: 'NS', target: 'a\\046b' });
  });
});

describe('a record whose data do not fit is kept as octets, with the place of the fault', () => {
  it.each<[string, number, number[], number, string]>([
    ['A with 3 octets', a, [192, 0, 2], 0, 'A record: A data of 3 octets in place of 4'],
    ['A with 5 octets', a, [192, 0, 2, 1, 0], 0, 'A record: A data of 5 octets in place of 4'],
    ['AAAA with 4 octets', aaaa, [192, 0, 2, 1], 0, 'AAAA record: AAAA data of 4 octets in place of 16'],
    ['MX with 1 octet', mx, [0], 0, 'MX record: MX data of 1 octets'],
    ['MX with no octet', mx, [], 0, 'MX record: MX data of 0 octets'],
    ['a name that ends behind the data', mx, [0, 10, 5, 0x61], 2, 'MX record: the label runs beyond its end'],
    ['a name without an end', ns, [1, 0x61], 2, 'NS record: the name runs beyond its end'],
    ['a pointer whose second octet is behind the data', ns, [0xc0], 0, 'NS record: the compression pointer is cut off'],
    [
      'a pointer to itself',
      ns,
      [0xc0, rdataOffset],
      0,
      `NS record: the compression pointer leads to octet ${rdataOffset}, which is not before it`,
    ],
    [
      'a pointer to its own name',
      ns,
      [1, 0x62, 0xc0, rdataOffset],
      2,
      `NS record: the compression pointer leads to octet ${rdataOffset}, which is not before it`,
    ],
    ['a forward pointer', ns, [0xc0, 200], 0, 'NS record: the compression pointer leads to octet 200, which is not before it'],
    ['a pointer into the header', ns, [0xc0, 4], 0, 'NS record: the compression pointer leads into the header'],
    ['label type 0x40', ns, [0x41, 0x61, 0], 0, 'NS record: label type 0x40 is not in use'],
    ['label type 0x80', ns, [0x81, 0x61, 0], 0, 'NS record: label type 0x80 is not in use'],
    ['octets behind the name', ns, [0, 0, 0], 1, '2 octets behind the name in NS data'],
    ['SOA without its numbers', soa, [0, 0, 1, 2], 2, 'SOA record: SOA numbers of 2 octets in place of 20'],
    ['SOA with one name', soa, [0], 1, 'SOA record: the name runs beyond its end'],
    ['TXT without a string', txt, [], 0, 'TXT record: TXT data without a string'],
    ['a string that ends behind the data', txt, [1, 0x61, 9, 0x62], 2, 'TXT record: the string runs beyond the RDATA'],
  ])('%s', (_, type, rdata, at, text) => {
    // The octets behind the record would satisfy a reader that runs on.
    const message = parseDnsMessage(response({ answer: 1 }, record(type, rdata), 'abcdefghijklmnopqrstuvwxyz'));
    expect(message.answer[0]?.record.data).toEqual({ type: 'other', rdataBase64: Buffer.from(rdata).toString('base64') });
    expect(message.issues[0]).toMatchObject({ offset: rdataOffset + at });
    expect(message.issues[0]?.text).toContain(text);
    expect(message.issues.slice(1).map((issue) => issue.text)).toEqual(['26 octets behind the end of the message']);
  });
});

describe('a message whose structure is broken ends where it breaks', () => {
  it.each<[string, Uint8Array, { offset: number; text: string }[]]>([
    ['no octet', Uint8Array.of(), [{ offset: 0, text: 'a message of 0 octets has no whole header' }]],
    ['half a header', Uint8Array.of(0x12, 0x34, 0x84), [{ offset: 0, text: 'a message of 3 octets has no whole header' }]],
  ])('%s: not usable', (_, bytes, issues) => expect(parseDnsMessage(bytes)).toMatchObject({ usable: false, complete: false, issues }));

  it('is not usable without its question', () => {
    const cut = response({}).subarray(0, 16);
    expect(parseDnsMessage(cut)).toMatchObject({
      usable: false,
      issues: [{ offset: 12, text: 'question 1 of 1 is cut off or no question' }],
    });
  });

  it('is not usable where the question has a faulty name, though its place is known', () => {
    const bytes = Uint8Array.from([0, 1, 0x84, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xc0, 12, 0, 1, 0, 1]);
    expect(parseDnsMessage(bytes)).toMatchObject({ usable: false, complete: true, questions: [], issues: [{ offset: 12 }] });
  });

  it('is usable without a question, as servers answer FORMERR', () => {
    const bytes = Uint8Array.from([0, 1, 0x80, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(parseDnsMessage(bytes)).toMatchObject({ usable: true, complete: true, rcode: 'FORMERR', questions: [], issues: [] });
  });

  it('says where RDLENGTH leads past the end, and keeps the record before', () => {
    const message = parseDnsMessage(response({ answer: 2 }, record(a, [192, 0, 2, 1]), record(a, [192, 0, 2, 1], 5)));
    expect(message.answer).toHaveLength(1);
    expect(message).toMatchObject({ usable: true, complete: false });
    expect(message.issues).toEqual([
      { offset: 45, text: 'RDLENGTH 5 leads beyond the message' },
      { offset: 35, text: 'answer: 2 records announced, 1 found' },
    ]);
  });

  it('says which label type ends an owner name', () => {
    const message = parseDnsMessage(response({ answer: 1 }, [0x40, 0x61, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0]));
    expect(message.issues[0]).toEqual({ offset: 19, text: "the record's owner: label type 0x40 is not in use" });
    expect(message.complete).toBe(false);
  });

  it('goes on behind a record whose owner is a pointer loop', () => {
    const loop = [0xc0, 19, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 192, 0, 2, 1];
    const message = parseDnsMessage(response({ answer: 2 }, loop, record(a, [192, 0, 2, 2])));
    expect(message.answer.map((each) => each.record.data)).toEqual([{ type: 'A', address: '192.0.2.2' }]);
    expect(message.issues).toEqual([
      { offset: 19, text: "a record's owner: the compression pointer leads to octet 19, which is not before it" },
    ]);
  });

  it('announces 65,535 records and has none', () => {
    const message = parseDnsMessage(response({ answer: 65_535, additional: 65_535 }));
    expect(message).toMatchObject({ usable: true, complete: false, answer: [], additional: [] });
    expect(message.issues.map((issue) => issue.text)).toEqual([
      'answer: 65535 records announced, 0 found',
      'additional: 65535 records announced, 0 found',
    ]);
  });

  it('has more than one OPT record, the second not owned by the root', () => {
    const opt = [0, 41, 2, 0, 0, 0, 0, 0, 0, 0];
    const message = parseDnsMessage(response({ additional: 2 }, [0, ...opt], [0xc0, 12, ...opt]));
    expect(message.edns?.udpSize).toBe(512);
    expect(message.issues.map((issue) => issue.text)).toEqual(['the OPT record is not owned by the root', 'more than one OPT record']);
  });

  it('has an EDNS option that runs beyond the OPT record', () => {
    const message = parseDnsMessage(response({ additional: 1 }, [0, 0, 41, 2, 0, 0, 0, 0, 0, 0, 5, 0, 10, 0, 2, 7], 'more'));
    expect(message.edns?.options).toEqual([]);
    expect(message.issues[0]).toEqual({ offset: 30, text: 'the EDNS option runs beyond the OPT record' });
  });
});

describe('a name', () => {
  const label63 = [63, ...Array<number>(63).fill(0x61)];

  it('of 255 octets is one', () => {
    const name = [...label63, ...label63, ...label63, 61, ...Array<number>(61).fill(0x61), 0];
    expect(parseDnsMessage(response({ answer: 1 }, record(ns, name))).issues).toEqual([]);
  });

  it.each([
    ['by itself', [...label63, ...label63, ...label63, 62, ...Array<number>(62).fill(0x61), 0]],
    ['by a pointer', [...label63, ...label63, ...label63, 60, ...Array<number>(60).fill(0x61), 0xc0, 12]],
  ])('of 256 octets is none: %s', (_, name) => {
    const message = parseDnsMessage(response({ answer: 1 }, record(ns, name)));
    expect(message.answer[0]?.record.data.type).toBe('other');
    expect(message.issues[0]?.text).toBe('NS record: the name is over 255 octets long');
  });
});

describe('a message made to be costly is read in bounded time', () => {
  function timed(bytes: Uint8Array): { message: ReturnType<typeof parseDnsMessage>; elapsedMs: number } {
    const start = performance.now();
    const message = parseDnsMessage(bytes);
    return { message, elapsedMs: performance.now() - start };
  }

  it('4,000 names, each a pointer to the one before', () => {
    let target = 12;
    const chain = Array.from({ length: 4_000 }, (_, index) => {
      const own = [0xc0 | (target >> 8), target & 255, 0, 10, 0, 1, 0, 0, 0, 1, 0, 0];
      target = 19 + index * 12;
      return own;
    });
    const { message, elapsedMs } = timed(response({ answer: 4_000 }, chain.flat()));
    expect(message).toMatchObject({ usable: true });
    expect(message.issues.some((issue) => issue.text.includes('more than 127 compression pointers'))).toBe(true);
    expect(message.issues.length).toBeLessThanOrEqual(65);
    expect(elapsedMs).toBeLessThan(500);
  });

  it('more records than are kept: the rest is counted, and EDNS behind them found', () => {
    const many = Array.from({ length: 4_000 }, () => record(a, [192, 0, 2, 1])).flat();
    const { message, elapsedMs } = timed(response({ answer: 4_000, additional: 1 }, many.slice(0, 65_000 - (65_000 % 16)), [0]));
    expect(message.answer).toHaveLength(2_000);
    expect(message.issues.at(-1)?.text).toMatch(/^\d+ records behind the first 2000 were left out$/);
    expect(elapsedMs).toBeLessThan(500);
    const whole = parseDnsMessage(
      response({ answer: 2_001, additional: 1 }, many.slice(0, 2_001 * 16), [0, 0, 41, 2, 0, 0, 0, 0, 0, 0, 0]),
    );
    expect(whole).toMatchObject({ complete: true, edns: { udpSize: 512 } });
    expect(whole.issues.map((issue) => issue.text)).toEqual(['1 records behind the first 2000 were left out']);
  });

  it('the longest names, made 4,000 times by pointers, every one different: at some point it is enough', () => {
    const long = Array.from({ length: 125 }, () => [1, 0xff]).flat();
    const first = record(ns, [...long, 0]);
    const [high, low] = [0xc0, rdataOffset];
    const costly = [0, soa, 0, 1, 0, 0, 0, 1, 0, 28, 1, 0x62, high, low, 1, 0x63, high, low, ...Array<number>(20).fill(0)];
    const rest = Array.from({ length: 1_500 }, () => [1, 0x61, high, low, ...costly]).flat();
    const { message, elapsedMs } = timed(response({ answer: 1_501 }, first, rest));
    expect(message.answer.length).toBeGreaterThan(300);
    expect(message.answer.length).toBeLessThan(400);
    expect(message).toMatchObject({ complete: true });
    expect(message.issues[1]?.text).toBe("a record's owner: the names of the message are too long together");
    expect(elapsedMs).toBeLessThan(500);
  });

  it('13,000 questions', () => {
    const { message } = timed(Uint8Array.from([0, 1, 0, 0, 0x32, 0xc8, 0, 0, 0, 0, 0, 0, ...Array<number>(13_000 * 5).fill(0)]));
    expect(message.questions).toHaveLength(100);
    expect(message).toMatchObject({ usable: true, issues: [{ offset: 512, text: 'questions behind the first 100 were left out' }] });
  });

  it('more octets than a message can have', () => {
    const bytes = new Uint8Array(1 << 20);
    bytes.set(encodeDnsMessage({ id: 1, questions: [{ name: assertDomainName('a.example'), type: 'A' }] }));
    expect(parseDnsMessage(bytes)).toMatchObject({ usable: true, issues: [{ offset: 65_535 }, { offset: 27 }] });
  });
});
