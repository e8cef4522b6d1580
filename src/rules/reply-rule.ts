/**
 * Rules that are nothing but what a reply means: declarations, made into rules by one shared function.
 *
 * Each deciding reply whose meaning has one of the rule's codes becomes a finding. The words may use `{server}`
 * ("mx1.example.com [192.0.2.25]" or "the server"), `{exchange}`, `{address}`, `{stage}`, `{reply}` (the first line),
 * `{replyCode}`, `{enhanced}`, `{provider}`, `{domain}`, `{localPart}`, `{recipient}`, `{sender}`, `{helo}`, `{blocklist}`,
 * `{quotedAddresses}`, `{links}`, `{retryAfterMs}`, `{ticket}`; what a reply does not tell is null, and its sentence falls out.
 */
import { type SpokenReply, spokenReplies } from '../facts/spoken-replies.js';
import { tracedFile } from '../facts/traced-file.js';
import { stageWords } from '../knowledge/stage-words.js';
import type { CaseFile } from '../model/case-file.js';
import {
  type Arguments,
  type CodeDeclaration,
  concludeFindings,
  defineRule,
  type RegisteredRule,
  type RuleFinding,
} from '../model/rule.js';
import { mailDomainName } from '../model/trace-options.js';
import type { Code } from '../model/vocabulary.js';

export interface ReplyRule {
  readonly id: string;
  readonly says: Readonly<Partial<Record<Code, CodeDeclaration>>>;
  /** Which variant fits the reply; without it the first one of the code. */
  readonly choose?: (reply: SpokenReply) => string;
}

/** A rule that finds the replies which mean one of its codes. */
export function replyRule({ id, says, choose }: ReplyRule): RegisteredRule {
  return defineRule({
    id,
    needs: { replies: spokenReplies, file: tracedFile },
    says,
    evaluate({ replies, file }) {
      if (replies.length === 0) return { result: 'not-applicable', reason: 'no reply refused anything' };
      const meant = replies.filter(({ meaning: { code } }) => code !== null && says[code] !== undefined);
      const findings = meant.map((spoken) => describeReply(spoken, { file, says, choose }));
      return concludeFindings(
        findings.filter(({ subject }, at) => findings.findIndex((other) => other.subject.name === subject.name) === at),
      );
    },
  });
}

interface Description {
  readonly file: CaseFile;
  readonly says: ReplyRule['says'];
  readonly choose: ReplyRule['choose'];
}

function describeReply(spoken: SpokenReply, { file, says, choose }: Description): RuleFinding {
  const code = spoken.meaning.code ?? 'reply.unrecognised';
  const { responsible, remedy, confidence } = spoken.meaning;
  return {
    code,
    says: choose?.(spoken) ?? Object.keys(says[code]?.variants ?? {})[0] ?? '',
    subject: spoken.subject,
    confidence,
    arguments: replyArguments(spoken, file),
    evidence: [spoken.evidence],
    ...(responsible === null ? {} : { responsible }),
    ...(remedy.length === 0 ? {} : { extraRemedy: remedy }),
  };
}

/** What every wording about a reply may use. */
export function replyArguments({ meaning, reply, stage, exchange, address }: SpokenReply, { target, identity }: CaseFile): Arguments {
  const mailbox = target.kind === 'address' ? target.mailbox : null;
  const host = [exchange, address === null ? null : `[${address}]`].filter((part) => part !== null).join(' ');
  const { blocklist, addresses, links, retryAfterSeconds, ticket } = meaning.details;
  return {
    server: host === '' ? 'the server' : host,
    exchange,
    address,
    stage: stage === null ? null : stageWords[stage],
    reply: reply.lines[0]?.text ?? null,
    replyCode: reply.code,
    enhanced: reply.enhanced,
    provider: meaning.provider,
    domain: target.kind === 'malformed' ? null : mailDomainName(target.domain) || null,
    localPart: mailbox?.localPart ?? null,
    recipient: mailbox?.address ?? null,
    sender: identity?.sender === null || identity === null ? null : `<${identity.sender}>`,
    helo: identity?.helo ?? null,
    blocklist,
    quotedAddresses: [...addresses],
    links: [...links],
    retryAfterMs: retryAfterSeconds === null ? null : retryAfterSeconds * 1000,
    ticket,
  };
}
