/**
 * A DNS message from the wire (RFC 1035 section 4), with the offset of every record.
 *
 * Never throws: what is wrong becomes an issue with its offset, and what was read before it stands. Time is
 * linear in the message, memory is bounded: at most 2,000 records and 100 questions are kept, the rest is
 * walked over and counted. Where the end of a record cannot be found, reading stops, and `complete` is false.
 */
import type { DnsFlags, DnsRecord, Rcode, RecordType } from '../../model/dns.js';
import type { DomainName } from '../../model/domain-name.js';
import { formatRcode } from './rcodes.js';
import { type ParsedEdns, readEdns } from './read-edns.js';
import { readName, skipName } from './read-name.js';
import { readRecordData } from './read-record-data.js';
import { formatRecordType } from './record-types.js';
import { createWireReader, noteIssue, type WireIssue, type WireReader } from './wire-reader.js';

export interface ParsedQuestion {
  readonly name: DomainName;
  readonly type: RecordType;
  readonly class: number;
}

/** A record and where it stands in the message, in octets. */
export interface ParsedRecord {
  readonly record: DnsRecord;
  readonly class: number;
  readonly offset: number;
  readonly rdataOffset: number;
  readonly rdataLength: number;
}

export interface ParsedDnsMessage {
  /** 0 where there are no two octets. */
  readonly id: number;
  readonly opcode: number;
  readonly flags: DnsFlags & { readonly qr: boolean };
  /** Extended by EDNS (RFC 6891 section 6.1.3). */
  readonly rcode: Rcode;
  readonly questions: readonly ParsedQuestion[];
  readonly answer: readonly ParsedRecord[];
  readonly authority: readonly ParsedRecord[];
  /** Without the OPT record. */
  readonly additional: readonly ParsedRecord[];
  readonly edns: ParsedEdns | null;
  readonly issues: readonly WireIssue[];
  /** Whether the header and every question could be read. */
  readonly usable: boolean;
  /** Whether every record that the header announces was found; false for a message that is cut off or whose structure is broken. */
  readonly complete: boolean;
  readonly bytes: Uint8Array;
}

const headerOctets = 12;
/** The length field of TCP and of UDP allows no more (RFC 1035 section 4.2.2). */
const messageOctetsLimit = 65_535;
const recordsLimit = 2_000;
const questionsLimit = 100;
const optType = 41;

/** Reads a message; octets beyond the 65,535th are not looked at. */
export function parseDnsMessage(bytes: Uint8Array): ParsedDnsMessage {
  const reader = createWireReader(bytes.subarray(0, messageOctetsLimit));
  if (bytes.length > messageOctetsLimit) noteIssue(reader, messageOctetsLimit, `the message is over ${messageOctetsLimit} octets long`);
  if (bytes.length < headerOctets) return messageWithoutHeader(reader);
  const walk: Walk = { reader, at: headerOctets, kept: 0, leftOut: 0, edns: null, rcodeHigh: 0 };
  const counts = [4, 6, 8, 10].map((offset) => reader.view.getUint16(offset));
  const [questionCount = 0, answerCount = 0, authorityCount = 0, additionalCount = 0] = counts;
  const questions = readQuestions(walk, questionCount);
  const usable = walk.at !== null;
  const answer = readSection(walk, 'answer', answerCount);
  const authority = readSection(walk, 'authority', authorityCount);
  const additional = readSection(walk, 'additional', additionalCount);
  noteRest(walk);
  return {
    ...readHeader(reader),
    rcode: formatRcode((walk.rcodeHigh << 4) | (reader.view.getUint16(2) & 15)),
    questions,
    answer,
    authority,
    additional,
    edns: walk.edns,
    issues: reader.issues,
    usable: usable && questions.length === Math.min(questionCount, questionsLimit),
    complete: walk.at !== null,
    bytes,
  };
}

/** How far the message is read; `at` is null once the place of the next record is unknown. */
interface Walk {
  readonly reader: WireReader;
  at: number | null;
  kept: number;
  leftOut: number;
  edns: ParsedEdns | null;
  rcodeHigh: number;
}

function messageWithoutHeader(reader: WireReader): ParsedDnsMessage {
  const { bytes, view } = reader;
  noteIssue(reader, 0, `a message of ${bytes.length} octets has no whole header`);
  const flags = { qr: false, aa: false, tc: false, rd: false, ra: false, ad: false, cd: false };
  const empty = { questions: [], answer: [], authority: [], additional: [], edns: null };
  const id = bytes.length >= 2 ? view.getUint16(0) : 0;
  return { id, opcode: 0, flags, rcode: formatRcode(0), ...empty, issues: reader.issues, usable: false, complete: false, bytes };
}

/** RFC 1035 section 4.1.1, RFC 4035 section 3.2 for AD and CD. */
function readHeader({ view }: WireReader): Pick<ParsedDnsMessage, 'id' | 'opcode' | 'flags'> {
  const bits = view.getUint16(2);
  const isSet = (mask: number): boolean => (bits & mask) !== 0;
  return {
    id: view.getUint16(0),
    opcode: (bits >> 11) & 15,
    flags: {
      qr: isSet(0x8000),
      aa: isSet(0x0400),
      tc: isSet(0x0200),
      rd: isSet(0x0100),
      ra: isSet(0x0080),
      ad: isSet(0x0020),
      cd: isSet(0x0010),
    },
  };
}

function readQuestions(walk: Walk, announced: number): ParsedQuestion[] {
  const { reader } = walk;
  const questions: ParsedQuestion[] = [];
  for (let count = 0; count < announced && walk.at !== null; count += 1) {
    const start: number = walk.at;
    const end = skipName(reader.bytes, start, reader.bytes.length);
    walk.at = end !== null && end + 4 <= reader.bytes.length ? end + 4 : null;
    if (end === null || walk.at === null) noteIssue(reader, start, `question ${count + 1} of ${announced} is cut off or no question`);
    else if (count === questionsLimit) noteIssue(reader, start, `questions behind the first ${questionsLimit} were left out`);
    else if (count < questionsLimit) questions.push(...readQuestion(reader, start, end));
  }
  return questions;
}

/** None where the name is faulty. */
function readQuestion(reader: WireReader, start: number, end: number): ParsedQuestion[] {
  const name = readName(reader, start, end);
  if (typeof name === 'string')
    return [{ name, type: formatRecordType(reader.view.getUint16(end)), class: reader.view.getUint16(end + 2) }];
  noteIssue(reader, name.offset, `the question: ${name.text}`);
  return [];
}

function readSection(walk: Walk, section: string, announced: number): ParsedRecord[] {
  const { reader } = walk;
  const records: ParsedRecord[] = [];
  for (let count = 0; count < announced; count += 1) {
    const frame = walk.at === null ? null : readFrame(reader, walk.at);
    if (frame === null) {
      noteIssue(reader, walk.at ?? reader.bytes.length, `${section}: ${announced} records announced, ${count} found`);
      walk.at = null;
      break;
    }
    walk.at = frame.rdata.end;
    if (frame.type === optType && section === 'additional') takeEdns(walk, frame);
    else if (walk.kept >= recordsLimit) walk.leftOut += 1;
    else records.push(...readRecord(walk, frame));
  }
  return records;
}

/** A record's fixed part (RFC 1035 section 4.1.3). */
interface Frame {
  readonly offset: number;
  readonly nameEnd: number;
  readonly type: number;
  readonly class: number;
  readonly ttl: number;
  readonly rdata: { readonly start: number; readonly end: number };
}

/** Null, with an issue, where the record does not lie within the message. */
function readFrame(reader: WireReader, offset: number): Frame | null {
  const { bytes, view } = reader;
  if (offset === bytes.length) return null;
  const nameEnd = skipName(bytes, offset, bytes.length);
  if (nameEnd === null || nameEnd + 10 > bytes.length) {
    const fault = nameEnd === null ? readName(reader, offset, bytes.length) : 'cut off';
    noteIssue(reader, offset, typeof fault === 'string' ? 'the record is cut off' : `the record's owner: ${fault.text}`);
    return null;
  }
  const start = nameEnd + 10;
  const end = start + view.getUint16(nameEnd + 8);
  if (end > bytes.length) {
    noteIssue(reader, nameEnd + 8, `RDLENGTH ${end - start} leads beyond the message`);
    return null;
  }
  const [type, recordClass, ttl] = [view.getUint16(nameEnd), view.getUint16(nameEnd + 2), view.getUint32(nameEnd + 4)];
  return { offset, nameEnd, type, class: recordClass, ttl, rdata: { start, end } };
}

/** None where the owner is faulty. */
function readRecord(walk: Walk, frame: Frame): ParsedRecord[] {
  const { reader } = walk;
  const owner = readName(reader, frame.offset, frame.nameEnd);
  if (typeof owner !== 'string') {
    noteIssue(reader, owner.offset, `a record's owner: ${owner.text}`);
    return [];
  }
  const type = formatRecordType(frame.type);
  const { data, issue } = readRecordData(reader, type, frame.rdata);
  if (issue !== null) noteIssue(reader, issue.offset, `${type} record: ${issue.text}`);
  walk.kept += 1;
  // RFC 2181 section 8: a TTL with the first bit set is zero.
  const ttlSeconds = frame.ttl > 0x7fffffff ? 0 : frame.ttl;
  const { start, end } = frame.rdata;
  const record = { owner, type, ttlSeconds, data };
  return [{ record, class: frame.class, offset: frame.offset, rdataOffset: start, rdataLength: end - start }];
}

/** RFC 6891 section 6.1.1: one OPT record at most, owned by the root. */
function takeEdns(walk: Walk, frame: Frame): void {
  if (frame.nameEnd !== frame.offset + 1) noteIssue(walk.reader, frame.offset, 'the OPT record is not owned by the root');
  if (walk.edns !== null) {
    noteIssue(walk.reader, frame.offset, 'more than one OPT record');
    return;
  }
  walk.edns = readEdns(walk.reader, frame.class, frame.ttl, frame.rdata);
  walk.rcodeHigh = frame.ttl >>> 24;
}

function noteRest({ reader, at, leftOut }: Walk): void {
  if (leftOut > 0) noteIssue(reader, reader.bytes.length, `${leftOut} records behind the first ${recordsLimit} were left out`);
  if (at !== null && at < reader.bytes.length) noteIssue(reader, at, `${reader.bytes.length - at} octets behind the end of the message`);
}
