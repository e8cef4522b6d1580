/**
 * The reply that a verdict rests on, verbatim, with who said it to what.
 */
import { concludeSmtp, type HostResult } from '../facts/host-results.js';
import { explainReply } from '../facts/reply-meaning.js';
import { stripStandIn } from '../facts/reported-words.js';
import type { ReplyEvidence, SmtpEvidence } from '../model/evidence.js';
import type { Exchange, Reply } from '../model/reply.js';
import type { ReplyMeaning, ReplyReading } from '../model/reply-meaning.js';
import type { SaidBy } from '../model/report.js';

/** The deciding reply of the host where the sender ends, in plain text where TLS fails; null where none came. */
export function quoteHost(at: HostResult | null): SaidBy | null {
  const decisive = at === null ? null : findDecisive(at);
  const reply = decisive?.reply ?? null;
  if (at === null || decisive === null || reply === null) return null;
  const conversation = [at.smtp, at.plain].find((smtp) => smtp?.exchanges.includes(decisive)) ?? at.smtp;
  return {
    exchange: at.exchange.exchange,
    address: at.address,
    ...quoteExchange(decisive, reply),
    encrypted: conversation !== null && wasEncrypted(conversation, decisive),
    evidence: conversation?.id ?? '',
    reading: readingOf(explainReply(reply, { stage: decisive.stage, host: at.exchange.exchange })),
  };
}

function findDecisive({ decisive, event, plain }: HostResult): Exchange | null {
  return decisive === null && event === 'tls-failed' && plain !== null ? concludeSmtp(plain).decisive : decisive;
}

/** A reply that somebody else reports, and what it means. */
export function quoteReported(evidence: ReplyEvidence, meaning: ReplyMeaning): SaidBy | null {
  const { reply } = evidence.exchange;
  if (reply === null) return null;
  return {
    exchange: evidence.host,
    address: null,
    ...quoteExchange(evidence.exchange, reply),
    ...(evidence.isStandIn === true ? { lines: reply.lines.map(({ text }) => stripStandIn(text)) } : {}),
    stage: evidence.stage,
    encrypted: false,
    evidence: evidence.id,
    reading: readingOf(meaning),
  };
}

function readingOf({ decidedBy, provider, contradicts, details }: ReplyMeaning): ReplyReading {
  return { decidedBy, provider, contradicts, details };
}

function quoteExchange(exchange: Exchange, reply: Reply): Pick<SaidBy, 'stage' | 'command' | 'atMs' | 'lines'> {
  return {
    stage: exchange.stage,
    command: exchange.command,
    atMs: exchange.receivedMs ?? exchange.sentMs,
    lines: reply.lines.map(({ text }) => text),
  };
}

function wasEncrypted({ transcript }: SmtpEvidence, { stage, receivedMs }: Exchange): boolean {
  const lines = transcript.filter((event) => event.direction === 'received' && event.stage === stage);
  const line = lines.find(({ atMs }) => atMs === receivedMs) ?? lines.at(-1);
  return line?.encrypted ?? false;
}
