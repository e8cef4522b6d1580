/**
 * The header of a message → everything that it records, without a judgement.
 *
 * Pure, never throws, bounded: what is too large is cut and said so. The fields stand newest first, the hops oldest first.
 */
import { decodeWords } from 'postal-mime';
import type {
  AuthenticationRecord,
  AuthenticationStanding,
  HeaderHop,
  HeadersReport,
  MessageIdentity,
} from '../../model/headers-report.js';
import { parseAuthenticationResults } from './authentication-results.js';
import { readAuthorDomains } from './author-domains.js';
import { readFilters } from './filters/spam-filters.js';
import { parseHeaderDate } from './header-date.js';
import { fieldValues, type HeaderField, readHeaderFields } from './header-fields.js';
import { measureChain, readChain } from './hop-chain.js';
import { findLongestWait } from './longest-wait.js';
import { findLoops } from './mail-loops.js';
import { findFormFaults } from './message-form.js';
import { describeNature } from './message-nature.js';
import { registrableParent } from './registrable-parent.js';
import { readArc, readReceivedSpf, readSignatures } from './signature-fields.js';

/** The report without its frame, its sentences and what is found out besides. */
export type HeadersReading = Omit<
  HeadersReport,
  'schema' | 'version' | 'kind' | 'startedAt' | 'summary' | 'problems' | 'verification' | 'live' | 'evidence'
>;

const mostRecords = 50;

/** Null where no header field stands in the text. `cut`: the text itself is not whole. */
export function readHeaders(text: string, cut = false): HeadersReading | null {
  const { list, strange, cut: fieldsCut } = readHeaderFields(text);
  if (!isHeader(list, strange.length)) return null;
  const hops = readHops(list);
  const message = readIdentity(list);
  const authentication = readAuthentication(list, hops);
  const deliveredTo = fieldValues(list, 'delivered-to');
  return {
    complete: !cut && !fieldsCut && fieldValues(list, 'received').length === hops.length,
    message,
    hops,
    totalMs: measureChain(hops),
    longestWait: findLongestWait(hops),
    loops: findLoops(hops, deliveredTo),
    authentication,
    receivedSpf: readReceivedSpf(list),
    signatures: readSignatures(list, authentication, message.fromDomains[0] ?? null),
    arc: readArc(list),
    filters: readFilters(list),
    form: findFormFaults(list),
    nature: describeNature(list),
    notUnderstood: { lines: strange.length, examples: strange.slice(0, 3) },
  };
}

const usualFields =
  /^(?:received|from|to|date|subject|message-id|return-path|delivered-to|mime-version|x-.*|dkim-signature|arc-.*|authentication-results|list-.*)$/;

/** A text in which a line or two happen to look like a field is none. */
function isHeader(list: readonly HeaderField[], strange: number): boolean {
  return list.some(({ name }) => usualFields.test(name)) && list.length >= strange;
}

function readIdentity(fields: readonly HeaderField[]): MessageIdentity {
  const read = (name: string) => {
    const value = fieldValues(fields, name)[0];
    return value === undefined || value === '' ? null : decode(value.slice(0, 2000)).slice(0, 1000);
  };
  const dateMs = parseHeaderDate(fieldValues(fields, 'date')[0] ?? '');
  return {
    from: read('from'),
    fromDomains: readAuthorDomains(fieldValues(fields, 'from')),
    to: read('to'),
    subject: read('subject'),
    date: dateMs === null ? null : new Date(dateMs).toISOString(),
    messageId: read('message-id'),
    returnPath: read('return-path'),
  };
}

/** RFC 2047 words; as it stands where they are broken. */
function decode(value: string): string {
  try {
    return decodeWords(value);
  } catch {
    return value;
  }
}

function readHops(fields: readonly HeaderField[]): readonly HeaderHop[] {
  const received = fieldValues(fields, 'received');
  // A list and a forwarder write a return path of their own.
  const author = domainsOf(fields, 'from');
  return readChain({
    received,
    dateMs: parseHeaderDate(fieldValues(fields, 'date')[0] ?? ''),
    hints: {
      sender: author.length > 0 ? author : domainsOf(fields, 'return-path'),
      recipient: [...domainsOf(fields, 'delivered-to').slice(0, 1)],
    },
  });
}

function domainsOf(fields: readonly HeaderField[], name: string): readonly string[] {
  return fieldValues(fields, name)
    .slice(0, 3)
    .flatMap((value) => /@([A-Za-z0-9.-]{1,255})>?\s*$/.exec(value.slice(-400).replace(/\([^()]*\)\s*$/, ''))?.[1] ?? []);
}

function readAuthentication(fields: readonly HeaderField[], hops: readonly HeaderHop[]): readonly AuthenticationRecord[] {
  const receivers = hops.filter(({ owner }) => owner === 'recipient' || owner === 'shared');
  // Where sender and recipient share a provider, the oldest hop took what its own user wrote.
  const isOwnUser = receivers.length > 1 && receivers[0]?.owner === 'shared';
  const border = borderIndex(fields, isOwnUser ? receivers.length - 1 : receivers.length);
  const parents = new Set(receivers.flatMap(({ by }) => (by === null ? [] : [registrableParent(by) ?? by.toLowerCase()])));
  return fields
    .map(({ name, value }, at) => ({ name, value, at }))
    .filter(({ name }) => name === 'authentication-results')
    .slice(0, mostRecords)
    .map(({ value, at }) => {
      const { host, results } = parseAuthenticationResults(value);
      return { host, results, standing: judgeStanding(host, parents, at < border) };
    });
}

/**
 * The first Received field that the sending side wrote: what stands below came with the message. What stands between
 * it and the receiving side's first may be the work of a milter, which Postfix puts there.
 */
function borderIndex(fields: readonly HeaderField[], receivers: number): number {
  const received = fields.flatMap(({ name }, at) => (name === 'received' ? [at] : []));
  return received[receivers] ?? fields.length;
}

/** RFC 8601 section 5: only a field that the own side added may be believed. */
function judgeStanding(host: string | null, receivers: ReadonlySet<string>, isAbove: boolean): AuthenticationStanding {
  const isOwn = host === null ? receivers.has('Microsoft') : receivers.has(registrableParent(host) ?? host);
  if (!isOwn) return 'other-host';
  return isAbove ? 'trusted' : 'forgeable';
}
