/**
 * The words that every view uses for parties, outcomes and severities.
 */
import type { Outcome, Party, Severity } from '../model/vocabulary.js';
import type { Tone } from './paint.js';

/** Who must act, for the domain that the report is about. */
export function describeParty(party: Party, domain: string): string {
  const words: Readonly<Record<Party, string>> = {
    'recipient-dns': `Who runs the DNS of ${domain}`,
    'recipient-mail': `Who runs the mail servers of ${domain}`,
    'recipient-user': 'The owner of the mailbox',
    network: 'Who runs the firewall or the network between',
    'sender-dns': "You: who runs the sending domain's DNS",
    'sender-mail': 'You: who runs the sending mail server',
    'sender-user': 'You, the sender: who typed the address or wrote the message',
    local: 'You: this machine or its network, where the trace ran',
    nobody: 'Nobody',
  };
  return words[party];
}

export const outcomeTones: Readonly<Record<Outcome, Tone>> = {
  deliverable: 'good',
  delayed: 'late',
  undeliverable: 'bad',
  inconclusive: 'unsure',
};

export const severityTones: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'late', notice: 'strong', info: 'quiet' };

const senderNames: Readonly<Record<string, string>> = {
  postfix: 'Postfix',
  exim: 'Exim',
  sendmail: 'Sendmail',
  exchange: 'Exchange',
  'exchange-online': 'Exchange Online',
};

export function senderName(sender: string): string {
  return senderNames[sender] ?? sender;
}

/** The domain of a report, as its users write it where that differs. */
export function reportDomain({
  target,
}: {
  readonly target: { readonly domain: string | null; readonly domainUnicode?: string; readonly input: string };
}): string {
  return target.domainUnicode ?? target.domain ?? target.input;
}
