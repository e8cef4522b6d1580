import { expect, it } from 'vitest';
import type { RecordData } from '../../src/model/dns.js';
import { assertDomainName } from '../../src/model/domain-name.js';
import { encodeDnsMessage } from '../../src/parse/dns/encode-dns-message.js';
import { type ParsedDnsMessage, type ParsedRecord, parseDnsMessage } from '../../src/parse/dns/parse-dns-message.js';
import type { Host } from './support/host.js';
import { assertSucceeded } from './support/process.js';
import { exchangeRawDns } from './support/raw-dns.js';
import { describeReal, probes } from './support/real-tests.js';
import { nameServers } from './support/world.js';

/** What BIND serves, by name and type; `dig` is the oracle for each. */
const questions: readonly (readonly [name: string, type: string])[] = [
  ['a.codec.example.', 'A'],
  ['aaaa.codec.example.', 'AAAA'],
  ['mx.codec.example.', 'MX'],
  ['cname.codec.example.', 'A'],
  ['below.dname.codec.example.', 'A'],
  ['ptr.codec.example.', 'PTR'],
  ['\\.leading\\.dots.codec.example.', 'TXT'],
  ['txt.codec.example.', 'TXT'],
  ['_smtp._tcp.codec.example.', 'SRV'],
  ['caa.codec.example.', 'CAA'],
  ['_25._tcp.mx.codec.example.', 'TLSA'],
  ['ds.codec.example.', 'DS'],
  ['codec.example.', 'DNSKEY'],
  ['codec.example.', 'SOA'],
  ['codec.example.', 'NS'],
  ['svcb.codec.example.', 'SVCB'],
  ['https.codec.example.', 'HTTPS'],
  ['unknown.codec.example.', 'TYPE65280'],
  ['naptr.codec.example.', 'NAPTR'],
  ['sshfp.codec.example.', 'SSHFP'],
  ['codec.example.', 'ANY'],
  ['absent.codec.example.', 'MX'],
  ['absent.codec3.example.', 'MX'],
  ['codec3.example.', 'NSEC3PARAM'],
];

describeReal("what BIND answers, read by us and by BIND's dig:", () => {
  it.concurrent.each(questions)('%s %s, signatures and denials included', async (name, type) => {
    const { usual } = probes();
    const message = await askBind(usual, name, type);
    expect({ issues: message.issues, complete: message.complete }).toEqual({ issues: [], complete: true });
    const read = [...message.answer, ...message.authority].map((record) => formatRecord(record, message));
    const shown = await digLines(usual, name, type, readTypes);
    const raw = await digLines(usual, name, type, null);
    expect(
      read
        .map(({ parsed }) => parsed)
        .filter(isPresent)
        .toSorted(),
    ).toEqual(shown);
    expect(
      read
        .map(({ unparsed }) => unparsed)
        .filter(isPresent)
        .toSorted(),
    ).toEqual(raw);
    expect(read.length).toBeGreaterThan(0);
  });
});

/** The types whose data the codec reads; of all others it keeps the octets. */
const readTypes = ['A', 'AAAA', 'MX', 'NS', 'CNAME', 'PTR', 'DNAME', 'SOA', 'TXT'];

async function askBind(host: Host, name: string, type: string): Promise<ParsedDnsMessage> {
  const query = encodeDnsMessage({
    id: 4711,
    questions: [{ name: assertDomainName(name.replaceAll('\\.', '\\046')), type }],
    edns: { udpSize: 1232, dnssecOk: true },
  });
  return parseDnsMessage(await exchangeRawDns(host, nameServers.ns1, query));
}

/** dig's records, one a line: those of the types given as it shows them, or all others as octets (RFC 3597). */
async function digLines(host: Host, name: string, type: string, types: readonly string[] | null): Promise<string[]> {
  const options = `+noall +answer +authority +nocrypto +dnssec +norec +tcp +nosplit +crypto ${types === null ? '+unknownformat' : ''}`;
  const output = assertSucceeded('dig', await host.run(`dig @${nameServers.ns1} ${options} '${name}' ${type}`));
  const records = output.split('\n').filter((line) => line !== '' && !line.startsWith(';'));
  const fields = records.map((line) => line.split(/\s+/));
  return fields
    .filter(([, , , shown = '']) => (types ?? readTypes).includes(knownType(shown)) === (types !== null))
    .map((parts) => normaliseDig(parts))
    .toSorted();
}

/** With +unknownformat dig writes `TYPE15` for MX. */
function knownType(shown: string): string {
  return typesByNumber.get(shown) ?? shown;
}

const typesByNumber = new Map([
  ['TYPE1', 'A'],
  ['TYPE2', 'NS'],
  ['TYPE5', 'CNAME'],
  ['TYPE6', 'SOA'],
  ['TYPE12', 'PTR'],
  ['TYPE15', 'MX'],
  ['TYPE16', 'TXT'],
  ['TYPE28', 'AAAA'],
  ['TYPE33', 'SRV'],
  ['TYPE35', 'NAPTR'],
  ['TYPE39', 'DNAME'],
  ['TYPE43', 'DS'],
  ['TYPE44', 'SSHFP'],
  ['TYPE46', 'RRSIG'],
  ['TYPE47', 'NSEC'],
  ['TYPE48', 'DNSKEY'],
  ['TYPE50', 'NSEC3'],
  ['TYPE51', 'NSEC3PARAM'],
  ['TYPE52', 'TLSA'],
  ['TYPE64', 'SVCB'],
  ['TYPE65', 'HTTPS'],
  ['TYPE257', 'CAA'],
]);

/** Our spelling: no final dot, lower case, every octet outside LDH as `\DDD`. */
function normaliseDig(parts: readonly string[]): string {
  const [owner = '', ttl = '', , type = '', ...data] = parts;
  const line = [canonicalName(owner), ttl, knownType(type)];
  return [...line, ...normaliseDigData(knownType(type), data)].join(' ');
}

function normaliseDigData(type: string, data: readonly string[]): readonly string[] {
  if (data[0] === '\\#') return [data.slice(2).join('').toLowerCase()];
  // dig doubles a backslash within a string; we write its octet, 92.
  if (type === 'TXT') return data.map((word) => word.replaceAll('\\\\', '\\092'));
  return data.map((word) => (word.endsWith('.') ? canonicalName(word) : word));
}

/** dig writes `a\.b` where we write `a\046b`, and leaves printable octets as they are. */
function canonicalName(shown: string): string {
  const spelled = shown.replace(
    /\\(\d{3})|\\(.)/g,
    (_all, digits: string | undefined, sign: string | undefined) => `\\${digits ?? (sign ?? '').charCodeAt(0).toString().padStart(3, '0')}`,
  );
  return assertDomainName(spelled);
}

interface Spelled {
  readonly parsed: string | null;
  readonly unparsed: string | null;
}

function formatRecord({ record, rdataOffset, rdataLength }: ParsedRecord, message: ParsedDnsMessage): Spelled {
  const start = `${record.owner} ${record.ttlSeconds} ${record.type}`;
  if (record.data.type !== 'other') return { parsed: `${start} ${formatData(record.data)}`, unparsed: null };
  const octets = Buffer.from(record.data.rdataBase64, 'base64');
  expect(octets.equals(message.bytes.subarray(rdataOffset, rdataOffset + rdataLength))).toBe(true);
  return { parsed: null, unparsed: `${start} ${octets.toString('hex')}` };
}

function formatData(data: Exclude<RecordData, { type: 'other' }>): string {
  switch (data.type) {
    case 'A':
    case 'AAAA':
      return data.address;
    case 'MX':
      return `${data.preference} ${data.exchange}`;
    case 'TXT':
      return data.strings.map(quoteText).join(' ');
    case 'SOA':
      return [data.primary, data.mailbox, data.serial, data.refresh, data.retry, data.expire, data.minimumSeconds].join(' ');
    default:
      return data.target;
  }
}

function quoteText(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}

function isPresent(line: string | null): line is string {
  return line !== null;
}
