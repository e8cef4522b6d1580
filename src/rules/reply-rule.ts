/**
 * Rules that are nothing but what a reply means: declarations, made into rules by one shared function.
 *
 * Each deciding reply whose meaning has one of the rule's codes becomes a finding. The words may use `{server}`
 * ("mx1.example.com [192.0.2.25]" or "the server"), `{exchange}`, `{address}`, `{stage}`, `{reply}` (the first line),
 * `{replyCode}`, `{enhanced}`, `{provider}`, `{domain}`, `{localPart}`, `{recipient}`, `{sender}`, `{senderDomain}`, `{helo}`,
 * `{sizeBytes}` (told by --size), `{limitBytes}` (the server's SIZE), `{blocklist}`, `{quotedAddresses}`, `{links}`, `{retryAfterMs}`, `{ticket}`; what a reply does not tell is null, and its sentence falls out.
 * A title cannot fall out: where its argument may be null, `withUntold` gives the variant that does without.
 */
import type { HostResult } from '../facts/host-results.js';
import { type RefusalSurroundings, refusalSurroundings } from '../facts/refusal-surroundings.js';
import { stripStandIn } from '../facts/reported-words.js';
import { type SpokenReply, spokenReplies } from '../facts/spoken-replies.js';
import type { CaseFile } from '../model/case-file.js';
import {
  type Arguments,
  type CodeDeclaration,
  concludeFindings,
  defineRule,
  type RegisteredRule,
  type RuleFinding,
  type Wording,
} from '../model/rule.js';
import { stageWords } from '../model/stage-words.js';
import { mailDomainName } from '../model/trace-options.js';
import type { Code } from '../model/vocabulary.js';

export interface ReplyRule {
  readonly id: string;
  readonly says: Readonly<Partial<Record<Code, CodeDeclaration>>>;
  /** Which variant fits the reply; without it the first one of the code. */
  readonly choose?: (reply: SpokenReply, surroundings: RefusalSurroundings) => string;
  /** Whether another rule says the same of the reply, and more. */
  readonly isToldElsewhere?: (reply: SpokenReply, surroundings: RefusalSurroundings) => boolean;
}

const untoldSuffix = '-untold';
/** The variant for what lies on the reporter's own side: its machine, its programs, or its relay. */
const ownSideVariant = 'own-side';

/** The words for what lies on the reporter's own side: chosen there in place of the others, whoever the mail was for. */
export function ownSide(wording: Omit<Wording, 'severity' | 'responsible'>): Readonly<Record<typeof ownSideVariant, Wording>> {
  return { [ownSideVariant]: { severity: 'error', responsible: 'sender-mail', ...wording } };
}

/** Two variants of the same words: one whose title names names, and `…-untold` for where a reply is all there is. */
export function withUntold(says: string, { untold, ...wording }: Wording & { readonly untold: string }): Readonly<Record<string, Wording>> {
  return { [says]: wording, [`${says}${untoldSuffix}`]: { ...wording, title: untold } };
}

/** A rule that finds the replies which mean one of its codes. */
export function replyRule({ id, says, choose, isToldElsewhere }: ReplyRule): RegisteredRule {
  return defineRule({
    id,
    needs: { replies: spokenReplies, surroundings: refusalSurroundings },
    says,
    evaluate({ replies, surroundings }) {
      if (replies.length === 0) return { result: 'not-applicable', reason: 'no reply refused anything' };
      const meant = replies.filter(({ meaning: { code } }) => code !== null && says[code] !== undefined);
      const told = meant.filter((spoken) => isToldElsewhere?.(spoken, surroundings) !== true);
      const findings = told.map((spoken) => describeReply(spoken, { surroundings, says, choose }));
      return concludeFindings(
        findings.filter(({ subject }, at) => findings.findIndex((other) => other.subject.name === subject.name) === at),
      );
    },
  });
}

interface Description {
  readonly surroundings: RefusalSurroundings;
  readonly says: ReplyRule['says'];
  readonly choose: ReplyRule['choose'];
}

function describeReply(spoken: SpokenReply, { surroundings, says, choose }: Description): RuleFinding {
  const code = spoken.meaning.code ?? 'reply.unrecognised';
  const { responsible, remedy, confidence } = spoken.meaning;
  const values = replyArguments(spoken, surroundings);
  const variants = says[code]?.variants ?? {};
  const isOwn = spoken.isOwnSide && variants[ownSideVariant] !== undefined;
  const chosen = isOwn
    ? ownSideVariant
    : (choose?.(spoken, surroundings) ?? Object.keys(variants).find((name) => name !== ownSideVariant) ?? '');
  return {
    code,
    says: isUntold(variants[chosen]?.title ?? '', values) ? `${chosen}${untoldSuffix}` : chosen,
    subject: spoken.subject,
    confidence,
    arguments: values,
    evidence: [spoken.evidence],
    ...(responsible === null ? {} : { responsible }),
    ...(remedy.length === 0 ? {} : { extraRemedy: remedy }),
  };
}

/** Whether the title names what is not known. */
function isUntold(title: string, values: Arguments): boolean {
  return [...title.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => values[name] === null);
}

/** What every wording about a reply may use. */
export function replyArguments(spoken: SpokenReply, { file, hosts }: RefusalSurroundings): Arguments {
  const { meaning, reply, stage, exchange, address, isStandIn } = spoken;
  const first = reply.lines[0]?.text ?? null;
  const { target, identity, options } = file;
  const mailbox = target.kind === 'address' ? target.mailbox : null;
  const host = [exchange, address === null ? null : `[${address}]`].filter((part) => part !== null).join(' ');
  const { blocklist, addresses, links, retryAfterSeconds, ticket } = meaning.details;
  return {
    server: host === '' ? 'the server' : host,
    exchange,
    address,
    stage: stage === null ? null : stageWords[stage],
    reply: first !== null && isStandIn ? stripStandIn(first) : first,
    replyCode: isStandIn ? null : reply.code,
    enhanced: isStandIn ? null : reply.enhanced,
    provider: meaning.provider,
    domain: findDomain(file),
    localPart: mailbox?.localPart ?? null,
    recipient: mailbox?.address ?? null,
    sender: identity?.sender === null || identity === null ? null : `<${identity.sender}>`,
    senderDomain: domainOf(identity?.sender ?? ''),
    helo: identity?.helo ?? null,
    sizeBytes: options.sizeBytes,
    limitBytes: findSizeLimit(hosts.find((host) => host.address === address) ?? null),
    blocklist,
    quotedAddresses: [...addresses],
    links: [...links],
    retryAfterMs: retryAfterSeconds === null ? null : retryAfterSeconds * 1000,
    ticket,
  };
}

/** The domain that the mail is for; a reply that is explained by itself tells of none, whatever host spoke. */
function findDomain({ kind, target }: CaseFile): string | null {
  if (target.kind === 'malformed' || (kind === 'explanation' && target.kind !== 'address')) return null;
  return mailDomainName(target.domain);
}

/** What stands behind the last @; null for the null sender and where none is known. */
function domainOf(sender: string): string | null {
  const at = sender.lastIndexOf('@');
  return at < 0 ? null : sender.slice(at + 1);
}

/** The octets that the server announces to take at most (RFC 1870 section 4); 0 and no number set no limit. */
function findSizeLimit(host: HostResult | null): number | null {
  const keyword = (host?.smtp?.extensions ?? []).find((each) => /^SIZE \d+$/i.test(each));
  return keyword === undefined ? null : Number(keyword.slice(5)) || null;
}
