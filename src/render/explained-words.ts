/**
 * The words of what was explained: kinds, the state of an address, and recipients that are told together.
 */
import type { AddressState, Explained, ExplainedKind, ExplainedRecipient } from '../model/explained.js';
import { describeReporter } from './describe-speaker.js';
import type { Tone } from './paint.js';

export const kindTones: Readonly<Record<ExplainedKind, Tone>> = {
  failed: 'bad',
  delayed: 'late',
  relayed: 'good',
  delivered: 'good',
  expanded: 'good',
  complaint: 'unsure',
  'auto-reply': 'quiet',
  'not-a-report': 'quiet',
};

const kindWords: Readonly<Record<ExplainedKind, string>> = {
  failed: 'A failed delivery',
  delayed: 'A delayed delivery',
  relayed: 'Handed on to a system that reports no further',
  delivered: 'A delivery that succeeded',
  expanded: 'A list that was expanded',
  complaint: 'A complaint by the recipient',
  'auto-reply': 'An automatic answer',
  'not-a-report': 'No report of a delivery',
};

/** The verdict's word for one recipient. */
export const verdictWords: Readonly<Record<ExplainedKind, string>> = {
  failed: 'undeliverable',
  delayed: 'delayed',
  relayed: 'relayed',
  delivered: 'delivered',
  expanded: 'expanded',
  complaint: 'complaint',
  'auto-reply': 'auto-reply',
  'not-a-report': 'no report',
};

export const addressWords: Readonly<Record<AddressState, string | null>> = {
  dead: 'is dead: send nothing more to it',
  full: 'exists, and its mailbox is full',
  alive: 'exists',
  unknown: null,
};

/** "A failed delivery, reported by mx.example.org (postfix)"; of a reply by itself there is nothing to say. */
export function describeWhole({ kind, reportedBy, software, recognisedAs, carries }: Explained): string | null {
  if (recognisedAs === 'reply') return null;
  if (carries !== null) return "Somebody's message, which carries a report.";
  if (reportedBy === null) return `${kindWords[kind]}${software === null ? '' : `, in the words of ${software}`}.`;
  return `${kindWords[kind]}, reported by ${reportedBy}${software === null ? '' : ` (${software})`}.`;
}

/** Whether waiting is worth a word: not where the message is there, and not where somebody complains of it. */
export function tellsWaiting({ code, kind, responsible }: ExplainedRecipient): boolean {
  return code !== null || kind === 'relayed' || kind === 'expanded' || (kind === 'auto-reply' && responsible !== 'nobody');
}

/** Who said the words of the recipient: a server, the answer itself, or the system that reports what it met. */
export function describeTeller({ kind, host, stage, replyCode }: ExplainedRecipient): string {
  if (kind === 'auto-reply') return 'the automatic answer';
  return host === null && stage === null && replyCode === null ? 'the system that reports it' : describeReporter(host, stage);
}

/** The domain in a sentence about the recipient. */
export function domainOf({ address, host }: ExplainedRecipient): string {
  const at = address?.lastIndexOf('@') ?? -1;
  return at < 0 || address === null ? (host ?? "the recipient's domain") : address.slice(at + 1);
}

export interface RecipientGroup {
  readonly first: ExplainedRecipient;
  /** Of whom the same is said, the first not among them. */
  readonly others: readonly string[];
}

/** Recipients of whom the same was said, told together: a bounce of a newsletter may hold hundreds. */
export function groupRecipients(recipients: readonly ExplainedRecipient[]): readonly RecipientGroup[] {
  const groups = new Map<string, { first: ExplainedRecipient; others: string[] }>();
  for (const recipient of recipients) {
    const { kind, code, host, stage, status, replyCode, decidedBy, details } = recipient;
    // What a reply names (a blocklist, a link) is said of its own recipient alone.
    const key = JSON.stringify([kind, code, host, stage, status, replyCode, decidedBy, details]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { first: recipient, others: [] });
    else known.others.push(recipient.address ?? 'a recipient who is not named');
  }
  return [...groups.values()];
}
