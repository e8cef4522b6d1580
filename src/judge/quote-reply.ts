/**
 * The reply that a verdict rests on, verbatim, with who said it to what.
 */
import type { HostResult } from '../facts/host-results.js';
import type { ReplyEvidence, SmtpEvidence } from '../model/evidence.js';
import type { Exchange, Reply } from '../model/reply.js';
import type { SaidBy } from '../model/report.js';

/** The deciding reply of the host where the sender ends; null where none came. */
export function quoteHost(at: HostResult | null): SaidBy | null {
  const reply = at?.decisive?.reply ?? null;
  if (at === null || at.decisive === null || reply === null) return null;
  const conversation = [at.smtp, at.plain].find((smtp) => smtp?.exchanges.includes(at.decisive as Exchange)) ?? at.smtp;
  return {
    exchange: at.exchange.exchange,
    address: at.address,
    ...quoteExchange(at.decisive, reply),
    encrypted: conversation !== null && wasEncrypted(conversation, at.decisive),
    evidence: conversation?.id ?? '',
  };
}

/** A reply that somebody else reports. */
export function quoteReported(evidence: ReplyEvidence): SaidBy | null {
  const { reply } = evidence.exchange;
  if (reply === null) return null;
  return { exchange: evidence.host, address: null, ...quoteExchange(evidence.exchange, reply), encrypted: false, evidence: evidence.id };
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
