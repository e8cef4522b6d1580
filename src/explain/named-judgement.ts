/**
 * One judgement for all recipients: judged in the name of a stand-in, worded with each one's own.
 *
 * A mailbox of bounces tells the same cause of thousands of recipients, and what the rule book says of them differs in
 * nothing but the names in its sentences. Only recipients whose names say nothing by themselves are judged so.
 */
import type { ExplainedRecipient } from '../model/explained.js';

/** What the rule book says of a recipient. */
export type Judgement = Omit<
  ExplainedRecipient,
  'address' | 'kind' | 'outcome' | 'status' | 'replyCode' | 'host' | 'stage' | 'reply' | 'retryUntil'
>;

const standIn = { localPart: 'standing.in.for.the.mailbox', domain: 'standing-in-for-the-domain.invalid' } as const;

/** Whom to judge in place of everybody of ordinary name. */
export const standInRecipient = `${standIn.localPart}@${standIn.domain}`;

/** Plain letters, and no label that stands for other ones. */
const ordinary =
  /^([A-Za-z0-9._+-]{1,64})@((?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\.[a-z]{2,63})$/;

/** Names that mean something of their own (RFC 2142 section 5, RFC 5321 section 4.5.1), and dots where none may stand. */
const telling = /^postmaster@|^\.|\.\.|\.@/i;

/** Whether the recipient may be judged by the stand-in. */
export function isOrdinaryRecipient(recipient: string): boolean {
  return recipient.length <= 254 && ordinary.test(recipient) && !telling.test(recipient);
}

/** The judgement of the stand-in, as that of the recipient. */
export function nameRecipient(judgement: Judgement, recipient: string): Judgement {
  const at = recipient.lastIndexOf('@');
  const name = (text: string) => {
    if (!text.includes(standIn.localPart) && !text.includes(standIn.domain)) return text;
    return text
      .replaceAll(standInRecipient, recipient)
      .replaceAll(standIn.domain, recipient.slice(at + 1))
      .replaceAll(standIn.localPart, recipient.slice(0, at));
  };
  return {
    ...judgement,
    summary: name(judgement.summary),
    waiting: name(judgement.waiting),
    confidenceReason: name(judgement.confidenceReason),
    remedy: judgement.remedy.map(name),
  };
}
