/**
 * A single reply as a case: what `mailwhy explain "550 5.7.1 …"` judges.
 *
 * The text may carry what logs and bounces put around a reply (`host mx.example.com[192.0.2.1] said: 550 …
 * (in reply to RCPT TO command)`): host and stage are read from it. Nothing is asked of anybody.
 */
import type { CaseFile } from '../model/case-file.js';
import { type DomainName, parseDomainName, rootName } from '../model/domain-name.js';
import type { ReplyEvidence } from '../model/evidence.js';
import type { MailDomain } from '../model/mail-address.js';
import { defaultTraceOptions, type Target } from '../model/trace-options.js';
import type { Stage } from '../model/vocabulary.js';
import { parseReplyText } from '../parse/smtp/parse-reply-text.js';

/** What is known beside the text; null or left out: read from the text where it tells. */
export interface ReplyCaseContext {
  readonly stage?: Stage | null;
  /** The exchange that spoke. */
  readonly host?: string | null;
  /** ISO 8601, UTC; left out: now. */
  readonly startedAt?: string;
}

/** "host mx.example.com[192.0.2.1] said:", "mx.example.com[192.0.2.1] refused to talk to me:", "Remote host said:" */
const frontPattern =
  /^.*?(?:\b(?:host\s+)?([a-z0-9_-]+(?:\.[a-z0-9_-]+)+)\s*\[[^\]]*\][^:]*|\b(?:said|response|diagnostic-code|smtp|reason))\s*[:;]\s*(?=[2-5]\d\d[ -])/is;

/** Postfix: "(in reply to RCPT TO command)", "(in reply to end of DATA command)". */
const stagePattern = /\(in reply to (end of DATA|[A-Z]+)[^)]*\)\s*$/i;

const stageOfCommand: Readonly<Record<string, Stage>> = {
  ehlo: 'hello',
  helo: 'hello',
  mail: 'mail',
  rcpt: 'rcpt',
  data: 'data',
  'end of data': 'message',
};

/** The case of the reply; null where the text holds none. */
export function createReplyCase(text: string, context: ReplyCaseContext = {}): CaseFile | null {
  const trimmed = text.trim();
  const front = /^[2-5]\d\d/.test(trimmed) ? null : frontPattern.exec(trimmed);
  const body = front === null ? trimmed : trimmed.slice(front[0].length);
  const said = stagePattern.exec(body);
  const reply = parseReplyText(said === null ? body : body.slice(0, said.index));
  if (reply === null) return null;
  const stage = context.stage ?? stageOfCommand[(said?.[1] ?? '').toLowerCase()] ?? null;
  const host = context.host ?? front?.[1] ?? null;
  const evidence: ReplyEvidence = {
    id: 'reply/1',
    kind: 'reply',
    origin: 'text',
    startedMs: 0,
    durationMs: 0,
    stage,
    host,
    // RCPT is where most refusals fall; `stage` above says whether it was told.
    exchange: { stage: stage ?? 'rcpt', command: null, reply, sentMs: 0, receivedMs: 0 },
  };
  return {
    kind: 'explanation',
    target: nameTarget(text, host),
    options: defaultTraceOptions,
    startedAt: context.startedAt ?? new Date().toISOString(),
    durationMs: 0,
    complete: true,
    identity: null,
    evidence: [evidence],
  };
}

/** The host's name is all that a reply by itself tells of the domain; `.`: not even that. */
function nameTarget(input: string, host: string | null): Target {
  const name: DomainName = (host === null ? null : parseDomainName(host)) ?? rootName;
  const domain: MailDomain = { kind: 'name', name, unicode: null };
  return { kind: 'domain', input, mailbox: null, domain, assumed: false };
}
