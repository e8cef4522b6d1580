/**
 * What became of each address of the route, in the route's order: how far a conversation got and what decided.
 *
 * An address that two exchanges share is observed once and stands under both. Nothing is judged here: an
 * event is what any sender would see happen.
 */
import type { WalkEvent } from '../knowledge/senders.js';
import type { ConnectEvidence, PingEvidence, SmtpEvidence, TlsEvidence } from '../model/evidence.js';
import type { Fact, FactView } from '../model/fact.js';
import { addressFamily, type IpAddress } from '../model/ip-address.js';
import type { Exchange } from '../model/reply.js';
import type { RouteResult } from '../model/report.js';
import type { Subject } from '../model/subject.js';
import { mailDomainName } from '../model/trace-options.js';
import type { Stage } from '../model/vocabulary.js';
import { authorityRoute, mailRoute, type PlannedExchange } from './mail-route.js';

export interface HostResult {
  readonly exchange: PlannedExchange;
  readonly address: IpAddress;
  readonly family: 4 | 6;
  /** Whether a sender here comes by: false for hosts that only the authority names. */
  readonly onRoute: boolean;
  /** `{ kind: 'host', name: address, within: [domain, exchange] }` */
  readonly subject: Subject;
  readonly result: RouteResult;
  /** What a sender sees happen here; null: it would get through, or nothing was tried. */
  readonly event: WalkEvent | null;
  /** The furthest stage that was reached; null where nothing was tried. */
  readonly stage: Stage | null;
  /** The command and reply that decided, null where none came. */
  readonly decisive: Exchange | null;
  readonly connect: ConnectEvidence | null;
  readonly ping: PingEvidence | null;
  /** A second port of a silent host (587). */
  readonly life: ConnectEvidence | null;
  /** The conversation on the walk, else the look; null where there was no connection. */
  readonly smtp: SmtpEvidence | null;
  readonly tls: TlsEvidence | null;
  /** Behind a failed TLS handshake. */
  readonly plain: SmtpEvidence | null;
  readonly oldTls: TlsEvidence | null;
  readonly evidence: readonly string[];
}

export const hostResults: Fact<readonly HostResult[]> = {
  name: 'host-results',
  derive(view) {
    const route = view.read(mailRoute);
    const onRoute = route.exchanges.flatMap((exchange) => exchange.addresses.map((address) => ({ exchange, address, onRoute: true })));
    const known = new Set(onRoute.map(({ address }) => address));
    const offRoute = view
      .read(authorityRoute)
      .exchanges.flatMap((exchange) => exchange.addresses.map((address) => ({ exchange, address, onRoute: false })))
      .filter(({ address }) => !known.has(address));
    return [...onRoute, ...offRoute].map((place) => deriveHostResult(view, place));
  },
};

export interface Place {
  readonly exchange: PlannedExchange;
  readonly address: IpAddress;
  readonly onRoute: boolean;
}

function deriveHostResult(view: FactView, { exchange, address, onRoute }: Place): HostResult {
  const { target, options } = view.file;
  const connect = findConnect(view, `connect/${address}/${options.port}`);
  const ping = view.find(`ping/${address}`);
  const life = findConnect(view, `connect/${address}/587`);
  const smtp = findSmtp(view, `smtp/${address}`) ?? findSmtp(view, `smtp/${address}/look`);
  const plain = findSmtp(view, `smtp/${address}/plain`);
  const tls = smtp?.tls ? findTls(view, smtp.tls) : null;
  const oldTls = findTls(view, `tls/${address}/old-tls`);
  const spoken = concludeConversation(connect, smtp);
  const domain = target.kind === 'malformed' ? target.input : mailDomainName(target.domain);
  const all = [connect, smtp, tls, plain, oldTls, life].flatMap((evidence) => (evidence === null ? [] : [evidence.id]));
  return {
    exchange,
    address,
    family: addressFamily(address),
    onRoute,
    subject: { kind: 'host', name: address, within: [...new Set([domain, exchange.exchange])].filter((name) => name !== address) },
    ...spoken,
    connect,
    ping: ping?.kind === 'ping' ? ping : null,
    life: life?.purpose === 'life' ? life : null,
    smtp,
    tls,
    plain,
    oldTls,
    evidence: all,
  };
}

function findConnect(view: FactView, id: string): ConnectEvidence | null {
  const evidence = view.find(id);
  return evidence?.kind === 'connect' ? evidence : null;
}

function findSmtp(view: FactView, id: string): SmtpEvidence | null {
  const evidence = view.find(id);
  return evidence?.kind === 'smtp' ? evidence : null;
}

function findTls(view: FactView, id: string): TlsEvidence | null {
  const evidence = view.find(id);
  return evidence?.kind === 'tls' ? evidence : null;
}

export type Conversation = Pick<HostResult, 'result' | 'event' | 'stage' | 'decisive'>;

const untried: Conversation = { result: 'not-tried', event: null, stage: null, decisive: null };

/** How far connect and conversation got, and what a sender sees in it. */
function concludeConversation(connect: ConnectEvidence | null, smtp: SmtpEvidence | null): Conversation {
  if (connect === null || connect.outcome.state === 'skipped') return untried;
  if (connect.outcome.state === 'failed') return { result: 'no-connection', event: 'no-connection', stage: 'connect', decisive: null };
  return smtp === null ? { ...untried, stage: 'connect' } : concludeSmtp(smtp);
}

/** The outcome of one conversation, whatever it was held for. */
export function concludeSmtp(smtp: SmtpEvidence): Conversation {
  if (smtp.outcome.state === 'skipped') return untried;
  const refusal = findRefusal(smtp);
  if (refusal !== null) return refusal;
  if (smtp.outcome.state === 'failed' && !isFarewell(smtp.outcome.stage))
    return concludeBreak(smtp, smtp.outcome.stage, smtp.outcome.failure);
  const last = lastExchange(smtp, ['message', 'rcpt']);
  if (last !== null) return concludeLast(last);
  const stage: Stage = smtp.tls === null ? 'hello' : 'tls';
  if (needsMissingSmtpUtf8(smtp)) return { result: 'refused', event: 'mail-5yz', stage: 'mail', decisive: null };
  if (smtp.purpose === 'look' || smtp.identity.recipient === null) return { result: 'looked-at', event: null, stage, decisive: null };
  return { result: 'stopped-before-mail', event: null, stage, decisive: null };
}

/** RFC 5321 section 4.3.2: 2yz alone takes a recipient or a message; a 3yz there is neither yes nor no. */
function concludeLast(last: Exchange): Conversation {
  const accepted = last.reply !== null && last.reply.code < 300;
  const stage = last.stage;
  return accepted
    ? { result: 'accepted', event: null, stage, decisive: last }
    : { result: 'broken-off', event: 'broken-off', stage, decisive: null };
}

/** RFC 6531 section 3.2: where SMTPUTF8 is needed and not offered, a sender does not go on to MAIL, and bounces. */
export function needsMissingSmtpUtf8({ identity, extensions, purpose }: SmtpEvidence): boolean {
  if (purpose !== 'deliver' && purpose !== 'plain') return false;
  const needed = [identity.sender, identity.recipient].some((path) => path !== null && /[^\0-\x7f]/.test(path));
  return needed && !(extensions ?? []).some((keyword) => keyword.toUpperCase() === 'SMTPUTF8');
}

/** The stages whose refusal decides, in the order of the conversation. RCPT: the first, for the real recipient. */
const decidingStages: readonly Stage[] = ['greeting', 'hello', 'mail', 'rcpt', 'data', 'message'];

function findRefusal(smtp: SmtpEvidence): Conversation | null {
  for (const stage of decidingStages) {
    const exchange = stage === 'hello' ? lastExchange(smtp, ['hello']) : firstExchange(smtp, stage);
    const reply = exchange?.reply;
    if (exchange === null || !reply || reply.code < 400) continue;
    const permanent = reply.code >= 500;
    return { result: permanent ? 'refused' : 'deferred', event: refusalEvent(stage, permanent), stage, decisive: exchange };
  }
  return null;
}

function refusalEvent(stage: Stage, permanent: boolean): WalkEvent {
  if (stage === 'hello') return permanent ? 'hello-5yz' : 'greeting-4yz';
  const name = stage === 'message' ? 'data' : stage;
  return `${name as 'greeting' | 'mail' | 'rcpt' | 'data'}-${permanent ? '5yz' : '4yz'}`;
}

/** What breaks off at RSET or QUIT has said everything before. */
function isFarewell(stage: Stage): boolean {
  return stage === 'rset' || stage === 'quit';
}

function concludeBreak(smtp: SmtpEvidence, stage: Stage, failure: string): Conversation {
  const recipient = firstExchange(smtp, 'rcpt');
  if (stage === 'rcpt' && recipient?.reply) return { result: 'accepted', event: null, stage: 'rcpt', decisive: recipient };
  if (failure === 'cut-short') return { result: 'broken-off', event: null, stage, decisive: null };
  if (failure === 'tls') return { result: 'broken-off', event: 'tls-failed', stage: 'tls', decisive: null };
  if (stage === 'greeting') return { result: 'no-greeting', event: 'no-greeting', stage, decisive: null };
  return { result: 'broken-off', event: 'broken-off', stage, decisive: null };
}

/** The first command of the stage with its reply; null where the conversation did not get there. */
export function firstExchange(smtp: SmtpEvidence, stage: Stage): Exchange | null {
  return smtp.exchanges.find((exchange) => exchange.stage === stage) ?? null;
}

/** The last exchange of any of the stages that has a reply; for RCPT the first, since others come behind the real recipient. */
function lastExchange(smtp: SmtpEvidence, among: readonly Stage[]): Exchange | null {
  for (const stage of among) {
    const ofStage = smtp.exchanges.filter((exchange) => exchange.stage === stage && exchange.reply !== null);
    const chosen = stage === 'rcpt' ? ofStage[0] : ofStage.at(-1);
    if (chosen !== undefined) return chosen;
  }
  return null;
}
