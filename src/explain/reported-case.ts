/**
 * A reply that somebody reports, as a case: what the rule book judges, and what a saved report can be judged from again.
 */
import type { CaseFile } from '../model/case-file.js';
import { parseDomainName, rootName } from '../model/domain-name.js';
import type { Origin, ReplyEvidence, ReportedWords } from '../model/evidence.js';
import type { Mailbox } from '../model/mail-address.js';
import type { Reply } from '../model/reply.js';
import { defaultTraceOptions, type Target } from '../model/trace-options.js';
import type { Stage } from '../model/vocabulary.js';
import { asciiOnly, parseMailbox } from '../parse/mailbox.js';

export interface ReportedReply extends ReportedWords {
  readonly reply: Reply;
  /** Null where the reporter does not tell. */
  readonly stage: Stage | null;
  /** The exchange that spoke. */
  readonly host: string | null;
  readonly origin: Origin;
  /** Whom the message was for; null, or what is no address that could be asked for, leaves the domain unnamed. */
  readonly recipient: string | null;
  /** What was given, for the report's title. */
  readonly input: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/** The case of one reply. */
export function createReportedCase(reported: ReportedReply): CaseFile {
  const { reply, stage, host, origin, startedAt, isStandIn = false, isOwnSide = false } = reported;
  const evidence: ReplyEvidence = {
    id: 'reply/1',
    kind: 'reply',
    origin,
    startedMs: 0,
    durationMs: 0,
    stage,
    host,
    // RCPT is where most refusals fall; `stage` above says whether it was told.
    exchange: { stage: stage ?? 'rcpt', command: null, reply, sentMs: 0, receivedMs: 0 },
    ...(isStandIn ? { isStandIn } : {}),
    ...(isOwnSide ? { isOwnSide } : {}),
  };
  return {
    kind: 'explanation',
    target: nameTarget(reported),
    options: defaultTraceOptions,
    startedAt,
    durationMs: 0,
    complete: true,
    identity: null,
    evidence: [evidence],
  };
}

/** Without a recipient the host's name is all that tells of the domain; `.`: not even that. */
function nameTarget({ recipient, host, input }: ReportedReply): Target {
  const mailbox = recipient === null ? null : readRecipient(recipient);
  if (mailbox !== null) return { kind: 'address', input, mailbox, domain: mailbox.domain, assumed: false };
  const name = (host === null ? null : parseDomainName(host)) ?? rootName;
  return { kind: 'domain', input, mailbox: null, domain: { kind: 'name', name, unicode: null }, assumed: false };
}

let lastRead: { readonly recipient: string; readonly mailbox: Mailbox | null } | null = null;

/** Of many replies one after the other most are about the same recipient: see `named-judgement`. */
function readRecipient(recipient: string): Mailbox | null {
  if (lastRead?.recipient === recipient) return lastRead.mailbox;
  const read = parseMailbox(recipient, asciiOnly);
  lastRead = { recipient, mailbox: 'mailbox' in read ? read.mailbox : null };
  return lastRead.mailbox;
}
