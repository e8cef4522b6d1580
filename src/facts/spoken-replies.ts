/**
 * The replies that decided something, each with its meaning: of every conversation the first refusal, and
 * what others report.
 *
 * Of a conversation: a 4yz or 5yz to the greeting, to EHLO and HELO both, MAIL, RCPT for the real recipient, DATA or
 * the message. Refusals of STARTTLS and of recipients asked for besides do not stop mail.
 */

import type { DomainName } from '../model/domain-name.js';
import type { ReplyEvidence, SmtpEvidence } from '../model/evidence.js';
import type { Fact, FactView } from '../model/fact.js';
import type { IpAddress } from '../model/ip-address.js';
import type { Reply } from '../model/reply.js';
import type { ReplyMeaning } from '../model/reply-meaning.js';
import type { Subject } from '../model/subject.js';
import { mailDomainName } from '../model/trace-options.js';
import type { Stage } from '../model/vocabulary.js';
import { concludeSmtp } from './host-results.js';
import { explainReply } from './reply-meaning.js';

export interface SpokenReply {
  readonly meaning: ReplyMeaning;
  readonly reply: Reply;
  /** Null where the reporter does not tell. */
  readonly stage: Stage | null;
  readonly command: string | null;
  readonly exchange: DomainName | null;
  readonly address: IpAddress | null;
  readonly evidence: string;
  readonly subject: Subject;
  readonly atMs: number;
  /** What of the identity the trace had made up when it was refused. */
  readonly assumedIdentity: readonly ('helo' | 'sender')[];
  /** Nobody replied: the text is the reporter's own. */
  readonly isStandIn: boolean;
  /** It is about the reporter's own side, not the recipient's. */
  readonly isOwnSide: boolean;
}

export const spokenReplies: Fact<readonly SpokenReply[]> = {
  name: 'spoken-replies',
  derive: (view) => [
    ...view.list('smtp').flatMap((smtp) => readConversation(view, smtp) ?? []),
    ...view.list('reply').map((evidence) => readReport(view, evidence)),
  ],
};

function readConversation(view: FactView, smtp: SmtpEvidence): SpokenReply | null {
  if (smtp.purpose !== 'deliver' && smtp.purpose !== 'plain' && smtp.purpose !== 'look') return null;
  const { decisive, stage } = concludeSmtp(smtp);
  const reply = decisive?.reply ?? null;
  if (decisive === null || stage === null || reply === null || reply.code < 400) return null;
  return {
    meaning: explainReply(reply, { stage, host: smtp.exchange }),
    reply,
    stage,
    command: decisive.command,
    exchange: smtp.exchange,
    address: smtp.address,
    evidence: smtp.id,
    subject: hostSubject(view, smtp),
    atMs: decisive.receivedMs ?? decisive.sentMs,
    assumedIdentity: view.file.identity?.assumed ?? [],
    isStandIn: false,
    isOwnSide: false,
  };
}

function hostSubject({ file: { target } }: FactView, { address, exchange }: SmtpEvidence): Subject {
  const domain = target.kind === 'malformed' ? target.input : mailDomainName(target.domain);
  const within = [...new Set([domain, ...(exchange === null ? [] : [exchange])])];
  return { kind: 'host', name: address, within };
}

function readReport(view: FactView, evidence: ReplyEvidence): SpokenReply {
  const { exchange, stage, host, id, isStandIn = false, isOwnSide = false } = evidence;
  const reply = exchange.reply ?? { code: 0, enhanced: null, lines: [], issues: [] };
  return {
    meaning: explainReply(reply, { stage, host }),
    reply,
    stage,
    command: exchange.command,
    exchange: null,
    address: null,
    evidence: id,
    subject: { kind: 'reply', name: id, within: [] },
    atMs: exchange.sentMs,
    assumedIdentity: view.file.identity?.assumed ?? [],
    isStandIn,
    isOwnSide,
  };
}
