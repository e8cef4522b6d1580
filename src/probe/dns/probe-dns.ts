/**
 * One DNS question to one server, asked as a careful resolver asks it.
 *
 * UDP with EDNS, tried again with increasing waits; TCP where the answer is truncated (RFC 7766 section 5); without EDNS
 * where the server cannot (RFC 6891 section 7) or answers nothing of use. Every exchange is recorded. What was
 * truncated is never taken for the answer (RFC 2181 section 9).
 */
import type { DnsAttempt, DnsFailure, DnsQuestion } from '../../model/dns.js';
import { dnsEvidenceId } from '../../model/dns.js';
import type { DnsEvidence } from '../../model/evidence.js';
import { addressFamily, addressScope, type IpAddress } from '../../model/ip-address.js';
import { deriveDnsResponse, type ResponseBounds } from '../../parse/dns/derive-dns-response.js';
import { encodeDnsMessage } from '../../parse/dns/encode-dns-message.js';
import type { ParsedDnsMessage } from '../../parse/dns/parse-dns-message.js';
import { elapsedMs, type ProbeContext } from '../context.js';
import { awaitFirst } from './await-first.js';
import { exchangeTcp } from './exchange-tcp.js';
import { type ExchangeResult, exchangeUdp, type FailedExchange } from './exchange-udp.js';
import type { SentQuery } from './parse-response.js';

export interface DnsLimits {
  /** The first wait for an answer over UDP; the next ones are 2 and 3 1/3 times as long. */
  readonly firstTimeoutMs: number;
  /** Tries over UDP with EDNS. */
  readonly attempts: number;
  /** For connecting and the whole answer. */
  readonly tcpTimeoutMs: number;
}

const defaultLimits: DnsLimits = { firstTimeoutMs: 1_500, attempts: 3, tcpTimeoutMs: 5_000 };

/** The waits grow to 5 s where the first is 1.5 s, as long as stub resolvers wait by default. */
const longestWaitFactor = 10 / 3;
/** Without EDNS, after silence: one try, as long as the second. */
const plainWaitFactor = 2;
/** Between an ICMP error and the next try, a share of the first wait: a server that starts again needs a moment. */
const refusalPauseFactor = 1 / 6;
/** ICMP errors can be old or forged: one is not believed. */
const refusalsLimit = 2;
/** What passes every path without fragments (DNS flag day 2020; RFC 9715 section 3.2). */
const ednsUdpSize = 1232;
/** Answers of one trace, as they came: beyond this, what is kept of each becomes small. Honest traces have some 50 KiB. */
const traceDnsOctetsLimit = 1_048_576;

/**
 * The server's answer to the question, or how it failed, with every attempt. `skipped` when the signal is raised:
 * `interrupted` where that is its reason, else `deadline`; the attempt that was cut short is not listed.
 * Rejects for misuse only: a type that is none.
 */
export async function probeDns(context: ProbeContext, question: DnsQuestion, limits: Partial<DnsLimits> = {}): Promise<DnsEvidence> {
  const asking: Asking = {
    context,
    question,
    limits: { ...defaultLimits, ...limits },
    source: sourceFor(context.source, question.server.address),
    attempts: [],
  };
  const startedMs = elapsedMs(context);
  const reached = await askServer(asking);
  const durationMs = tenths(elapsedMs(context) - startedMs);
  const outcome = outcomeOf(reached, asking);
  return { id: dnsEvidenceId(question), kind: 'dns', origin: 'live', startedMs, durationMs, question, attempts: asking.attempts, outcome };
}

interface Asking {
  readonly context: ProbeContext;
  readonly question: DnsQuestion;
  readonly limits: DnsLimits;
  readonly source: IpAddress | null;
  readonly attempts: DnsAttempt[];
}

type Transport = 'udp' | 'tcp';
type Reached = ExchangeResult & { readonly transport: Transport };

function tenths(durationMs: number): number {
  return Math.round(durationMs * 10) / 10;
}

/** The source that was asked for, where it can reach the server at all: not across families, not to this machine's own loopback. */
function sourceFor(source: IpAddress | null, server: IpAddress): IpAddress | null {
  if (source === null || addressFamily(source) !== addressFamily(server)) return null;
  return addressScope(server) === 'loopback' ? null : source;
}

function outcomeOf(reached: Reached, asking: Asking): DnsEvidence['outcome'] {
  const { reason } = asking.context.signal;
  if (reached.kind === 'aborted') return { state: 'skipped', reason: reason === 'interrupted' ? 'interrupted' : 'deadline' };
  if (reached.kind === 'failed') return { state: 'failed', failure: reached.failure, detail: reached.detail };
  return { state: 'answered', response: deriveDnsResponse(reached.message, reached.transport, boundsFor(reached.message, asking)) };
}

/** What is kept of an answer, which becomes evidence: a thousand MX, few of anything else, and fewer once the trace has had its share. */
function boundsFor({ bytes }: ParsedDnsMessage, { context: { received }, question }: Asking): ResponseBounds {
  if (received !== undefined) received.dnsOctets += bytes.length;
  if (received !== undefined && received.dnsOctets > traceDnsOctetsLimit) return { records: 20, rdataOctets: 512 };
  return { records: question.type === 'MX' ? 1_000 : 64, rdataOctets: Number.POSITIVE_INFINITY };
}

async function askServer(asking: Asking): Promise<Reached> {
  const { firstTimeoutMs, attempts } = asking.limits;
  const waits = Array.from({ length: attempts }, (_, tried) => firstTimeoutMs * Math.min(2 ** tried, longestWaitFactor));
  const first = await ask(asking, true, waits);
  if (first.kind === 'aborted') return first;
  if (first.kind === 'response') {
    if (!isEdnsRefusal(first.message.rcode)) return first;
    const plain = await ask(asking, false, waits);
    // The refusal stays the answer where the server has no other.
    return plain.kind === 'failed' ? first : plain;
  }
  if (first.transport === 'tcp' || first.failure === 'refused' || first.failure === 'unreachable') return first;
  const plain = await ask(asking, false, [firstTimeoutMs * plainWaitFactor]);
  return plain.kind === 'failed' && plain.transport === 'udp' ? { ...mostTelling([first, plain]), transport: 'udp' } : plain;
}

/** RFC 6891 section 7: FORMERR and NOTIMP from servers that do not know EDNS; section 6.1.3: BADVERS. */
function isEdnsRefusal(rcode: string): boolean {
  return rcode === 'FORMERR' || rcode === 'NOTIMP' || rcode === 'BADVERS';
}

/** UDP with the waits given, then TCP where the answer was truncated. */
async function ask(asking: Asking, edns: boolean, waits: readonly number[]): Promise<Reached> {
  const overUdp = await askUdp(asking, edns, waits);
  if (overUdp.kind !== 'response' || !overUdp.message.flags.tc) return { ...overUdp, transport: 'udp' };
  const overTcp = await attempt(asking, 'tcp', { edns, timeoutMs: asking.limits.tcpTimeoutMs });
  if (overTcp.kind !== 'failed') return { ...overTcp, transport: 'tcp' };
  const detail = `truncated over UDP, and over TCP: ${overTcp.detail ?? overTcp.failure}`;
  return { ...overTcp, detail, transport: 'tcp' };
}

async function askUdp(asking: Asking, edns: boolean, waits: readonly number[]): Promise<ExchangeResult> {
  const failures: FailedExchange[] = [];
  for (const timeoutMs of waits) {
    const result = await attempt(asking, 'udp', { edns, timeoutMs });
    if (result.kind !== 'failed') return result;
    failures.push(result);
    if (!isRefusal(result)) continue;
    if (failures.filter(isRefusal).length >= refusalsLimit) return result;
    const pause = await awaitFirst(asking.context, asking.limits.firstTimeoutMs * refusalPauseFactor, () => () => undefined);
    if (pause === 'aborted') return { kind: 'aborted' };
  }
  return mostTelling(failures);
}

function isRefusal({ failure }: FailedExchange): boolean {
  return failure === 'refused' || failure === 'unreachable';
}

const tellingOrder: readonly DnsFailure[] = ['malformed', 'mismatched', 'refused', 'unreachable', 'timeout'];

/** Of several tries the one that says most: octets say more than ICMP, ICMP more than silence. */
function mostTelling(failures: readonly FailedExchange[]): FailedExchange {
  const order = tellingOrder.map((failure) => failures.find((each) => each.failure === failure));
  return order.find((each) => each !== undefined) ?? { kind: 'failed', failure: 'timeout', detail: null };
}

async function attempt(asking: Asking, transport: Transport, how: { edns: boolean; timeoutMs: number }): Promise<ExchangeResult> {
  const { context, source } = asking;
  const startedMs = elapsedMs(context);
  const exchange = transport === 'udp' ? exchangeUdp : exchangeTcp;
  const result = await exchange(context, createQuery(asking, how.edns), { source, timeoutMs: how.timeoutMs });
  if (result.kind === 'aborted') return result;
  const durationMs = tenths(elapsedMs(context) - startedMs);
  const truncated = result.kind === 'response' && transport === 'udp' && result.message.flags.tc;
  const answered = truncated ? 'truncated' : 'answered';
  asking.attempts.push({ transport, edns: how.edns, startedMs, durationMs, result: result.kind === 'failed' ? result.failure : answered });
  return result;
}

/** A fresh id for each attempt (RFC 5452 section 9.2). */
function createQuery({ context, question }: Asking, edns: boolean): SentQuery {
  const id = context.doors.randomInteger(65_536);
  const flags = { rd: question.recursionDesired, cd: question.checkingDisabled };
  const questions = [{ name: question.name, type: question.type }];
  return { id, question, bytes: encodeDnsMessage({ id, flags, questions, edns: edns ? { udpSize: ednsUdpSize } : null }) };
}
