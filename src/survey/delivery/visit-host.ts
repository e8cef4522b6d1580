/**
 * One visit to one address: ping beside, connect, and the conversation; behind a failed TLS handshake one
 * connection that allows old protocols and one in plain text.
 *
 * A visit always ends, with its evidence in the store. Where port 25 stays silent, one connect to 587
 * looks for life. Which address comes next is not decided here.
 */

import type { Place } from '../../facts/host-results.js';
import type { ConnectPurpose, SmtpEvidence, SmtpPurpose } from '../../model/evidence.js';
import type { IpAddress } from '../../model/ip-address.js';
import { probePing } from '../../probe/ping/probe-ping.js';
import { probeSmtp, type SmtpRequest } from '../../probe/smtp/probe-smtp.js';
import { probeConnect } from '../../probe/tcp/probe-connect.js';
import { runStep, type StepEnd } from '../progress-step.js';
import type { DeliverySession } from './delivery-session.js';

export interface Visit {
  readonly place: Place;
  readonly purpose: 'deliver' | 'look';
  /** Ends a connect that still waits: nobody needs its answer any more. */
  readonly cut: AbortSignal;
}

/** After so long a silence on 25 a second port is asked for life. */
const lifeAfterMs = 2_000;
/** Who lives answers a SYN to another port or a ping well within this. */
const lifeTimeoutMs = 5_000;
const pingTimeoutMs = 3_000;
const lifePort = 587;
/** RFC 5321 section 4.5.3.2.6: the reply to the final dot, which alone is granted more than any other. */
const grantedMessageMs = 600_000;

/**
 * Visits the address, once in a trace: whoever comes to it again waits for the first visit, also where the route
 * changed meanwhile. Resolves when everything about it is known or given up.
 */
export function visitHost(session: DeliverySession, visit: Visit): Promise<void> {
  const { address } = visit.place;
  const visiting = session.visits.get(address) ?? beginVisit(session, visit);
  session.visits.set(address, visiting);
  return visiting;
}

function beginVisit(session: DeliverySession, visit: Visit): Promise<void> {
  const { address, exchange } = visit.place;
  const id = `host/${address}`;
  const title = exchange.exchange === address ? address : `${exchange.exchange} [${address}]`;
  return runStep(
    session.context,
    { id, title, parent: null },
    { work: () => visitAddress(session, visit), describe: () => describeHost(session, address) },
  );
}

async function visitAddress(session: DeliverySession, visit: Visit): Promise<void> {
  const pinging = startPing(session, visit);
  const smtp = await converse(session, visit, { purpose: visit.purpose, suffix: visit.purpose === 'look' ? '/look' : '' });
  if (smtp !== null) {
    if (smtp.outcome.state === 'failed' && smtp.outcome.failure === 'tls') await lookBehindTls(session, visit, smtp);
    pinging.cut();
  }
  await pinging.done;
}

/** Whether an old protocol helps, and what lies behind without TLS: what senders do differs, so both are worth a connection. */
async function lookBehindTls(session: DeliverySession, visit: Visit, { tls }: SmtpEvidence): Promise<void> {
  if (!stalledAt(session, tls)) await converse(session, visit, { purpose: 'old-tls', suffix: '/old-tls' });
  await converse(session, visit, { purpose: 'plain', suffix: '/plain' });
}

/** A handshake that ran into its limit would do so again: its time is better spent on plain text. */
function stalledAt({ context }: DeliverySession, id: string | null): boolean {
  const tls = id === null ? null : context.store.find(id);
  return tls?.kind === 'tls' && tls.outcome.state === 'failed' && tls.outcome.waitedMs >= tls.outcome.limitMs;
}

interface Conversation {
  readonly purpose: SmtpPurpose;
  readonly suffix: string;
}

/** Connects and converses; null where there was no connection. */
async function converse(session: DeliverySession, visit: Visit, { purpose, suffix }: Conversation): Promise<SmtpEvidence | null> {
  const { context } = session;
  const { address, exchange } = visit.place;
  const first = suffix === '' || suffix === '/look';
  const life = first && context.options.port !== lifePort ? startLife(session, visit) : null;
  const connected = await probeConnect(context, {
    id: `connect/${address}/${context.options.port}${first ? '' : suffix}`,
    address,
    port: context.options.port,
    exchange: exchange.name,
    purpose: connectPurpose(purpose),
    timeoutMs: context.options.connectTimeoutMs,
    signal: visit.cut,
  });
  const silent = connected.evidence.outcome.state === 'failed' && connected.evidence.outcome.failure === 'silent';
  context.store.add(connected.evidence);
  await life?.end(silent);
  if (connected.stream === null) return null;
  const request = await smtpRequest(session, visit, { purpose, suffix });
  const { evidence, tls } = await probeSmtp(context, { ...request, stream: connected.stream });
  if (tls !== null) context.store.add(tls);
  context.store.add(evidence);
  return evidence;
}

function connectPurpose(purpose: SmtpPurpose): ConnectPurpose {
  return purpose === 'deliver' ? 'walk' : 'look';
}

async function smtpRequest(
  session: DeliverySession,
  visit: Visit,
  { purpose, suffix }: Conversation,
): Promise<Omit<SmtpRequest, 'stream'>> {
  const { options } = session.context;
  const { address, exchange } = visit.place;
  const identity = await session.identity;
  const message = purpose === 'deliver' || purpose === 'plain' ? session.messageFor(visit.place) : null;
  const asks = purpose === 'deliver' || purpose === 'plain';
  const recipient = asks ? session.recipient : null;
  return {
    id: `smtp/${address}${suffix}`,
    tlsId: `tls/${address}${suffix}`,
    exchange: exchange.name,
    purpose,
    identity: { helo: identity.helo, sender: asks ? identity.sender : null, recipient },
    upTo: asks && recipient !== null ? (message === null ? 'rcpt' : 'message') : 'tls',
    startTls: purpose !== 'plain',
    allowOldTls: purpose === 'old-tls',
    greetingTimeoutMs: options.replyTimeoutMs,
    replyTimeoutMs: options.replyTimeoutMs,
    ...(options.patient ? { timeouts: { message: grantedMessageMs } } : {}),
    sizeBytes: options.sizeBytes ?? options.send?.sizeBytes ?? null,
    smtpUtf8: session.needsSmtpUtf8,
    eightBit: session.needsEightBit,
    extraRecipients: asks ? session.extraRecipients : [],
    message,
    onStage: (stage, text) => session.tellStage(address, stage, text),
  };
}

interface Pinging {
  readonly done: Promise<void>;
  cut(): void;
}

/** One ping beside the connect; cut short once a conversation has shown more life than a ping can. */
function startPing({ context }: DeliverySession, { place: { address } }: Visit): Pinging {
  if (!context.options.ping || context.store.find(`ping/${address}`) !== null) return { done: Promise.resolve(), cut: () => undefined };
  const cutter = new AbortController();
  const signal = AbortSignal.any([context.signal, cutter.signal]);
  const done = probePing({ ...context, signal }, address, { timeoutMs: pingTimeoutMs }).then((evidence) => context.store.add(evidence));
  return { done, cut: () => cutter.abort('not-needed') };
}

interface Life {
  /** Waits for the answer where port 25 was silent, gives it up where it was not. */
  end(silent: boolean): Promise<void>;
}

/** One connect to the submission port, begun only where port 25 has been silent for a while: any answer is life. */
function startLife({ context }: DeliverySession, { place: { address, exchange }, cut }: Visit): Life {
  const given = new AbortController();
  const signal = AbortSignal.any([given.signal, cut]);
  let looking: Promise<void> | null = null;
  const timer = context.doors.clock.after(lifeAfterMs, () => {
    const request = {
      id: `connect/${address}/${lifePort}`,
      address,
      port: lifePort,
      exchange: exchange.name,
      purpose: 'life',
      timeoutMs: lifeTimeoutMs,
      signal,
    } as const;
    looking = probeConnect(context, request).then(({ evidence, stream }) => {
      stream?.end();
      context.store.add(evidence);
    });
  });
  return {
    async end(silent) {
      timer.cancel();
      if (!silent) given.abort('not-needed');
      await looking;
    },
  };
}

function describeHost({ context }: DeliverySession, address: IpAddress): StepEnd {
  const smtp = context.store.find(`smtp/${address}`) ?? context.store.find(`smtp/${address}/look`);
  if (smtp?.kind === 'smtp') return describeConversation(smtp);
  const connect = context.store.find(`connect/${address}/${context.options.port}`);
  if (connect?.kind !== 'connect' || connect.outcome.state !== 'failed') return { state: 'skipped', detail: 'not tried' };
  return { state: 'failed', detail: connect.outcome.failure };
}

function describeConversation({ exchanges, outcome, purpose }: SmtpEvidence): StepEnd {
  const refused = exchanges.find(({ reply, stage }) => reply !== null && reply.code >= 400 && stage !== 'starttls');
  const deciding = refused ?? exchanges.findLast(({ stage, reply }) => reply !== null && (stage === 'message' || stage === 'rcpt'));
  const text = deciding?.reply?.lines.at(-1)?.text;
  if (refused !== undefined) return { state: 'failed', detail: text ?? 'refused' };
  if (outcome.state === 'failed') return { state: 'failed', detail: `${outcome.failure} at ${outcome.stage}` };
  return { state: 'ok', detail: text ?? (purpose === 'look' ? 'looked at' : 'no recipient asked for') };
}
