/**
 * The words that every view uses for parties, outcomes, severities and subjects.
 */
import { rootName } from '../model/domain-name.js';
import type { Finding, Report, ReportTarget, Verdict } from '../model/report.js';
import type { Outcome, Party, Severity } from '../model/vocabulary.js';
import type { Tone } from './paint.js';

const parties: Readonly<Record<Party, (domain: string) => string>> = {
  'recipient-dns': (domain) => `The DNS administrator of ${domain}`,
  'recipient-mail': (domain) => `The mail administrator of ${domain}`,
  'recipient-user': () => 'The owner of the mailbox',
  network: () => 'Whoever runs the firewall or the network in between',
  'sender-dns': () => "You: the DNS administrator of the sender's domain",
  'sender-mail': () => 'You: the administrator of the sending mail server',
  'sender-user': () => 'You, the sender: who typed the address or wrote the message',
  local: () => 'You, where the trace ran: this machine or its network',
  nobody: () => 'Nobody',
};

/** Who must act, for the domain that the report is about. */
export function describeParty(party: Party, domain: string): string {
  return parties[party](domain);
}

/** The same where somebody else must act and the reader is one of those who should know. */
const bystanders: Readonly<Partial<Record<Party, string>>> = {
  'sender-dns': "the DNS administrator of the sender's domain",
  'sender-mail': 'the administrator of the sending mail server',
  'sender-user': 'the sender, who typed the address or wrote the message',
  local: 'whoever runs the machine that the trace ran on, and its network',
};

/** Who is meant: a fault of a resolver of ours is whose that resolver is. */
function describeActor(party: Party, domain: string, cause: Finding | null): string {
  if (party === 'local' && cause?.subject.kind === 'resolver') return `You: whoever runs the resolver ${cause.subject.name}`;
  return describeParty(party, domain);
}

export interface Actors {
  /** Null where there is nothing to do. */
  readonly acts: string | null;
  /** Null where nobody else need know. */
  readonly informs: string | null;
}

/** Who must act and who else should know, a sentence each. */
export function describeActors(report: Report): Actors {
  const { verdict, findings } = report;
  const domain = reportDomain(report);
  const cause = findings.find(({ id }) => id === verdict.finding) ?? null;
  return describeParties(verdict, domain, describeActor(verdict.responsible, domain, cause));
}

/** The same of a verdict or of a recipient of what was explained; `actor`: who is responsible, in words. */
export function describeParties(
  { responsible, alsoInform, outcome }: Pick<Verdict, 'responsible' | 'alsoInform' | 'outcome'>,
  domain: string,
  actor: string = describeParty(responsible, domain),
): Actors {
  const informs = alsoInform.map((party) => bystanders[party] ?? lowerFirst(describeParty(party, domain)));
  return {
    acts: responsible === 'nobody' ? describeNobody(outcome) : `${actor}.`,
    informs: informs.length === 0 ? null : `${upperFirst(informs.join('; '))}.`,
  };
}

function describeNobody(outcome: Outcome): string | null {
  if (outcome === 'deliverable') return null;
  return outcome === 'delayed' ? 'Nobody: the sending server tries again by itself.' : 'Nobody.';
}

/** Who must act on a finding beside the cause; null where nobody must. */
export function describeFindingActor(finding: Finding, report: Report): string | null {
  return finding.responsible === 'nobody' ? null : describeActor(finding.responsible, reportDomain(report), finding);
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export const outcomeTones: Readonly<Record<Outcome, Tone>> = {
  deliverable: 'good',
  delayed: 'late',
  undeliverable: 'bad',
  inconclusive: 'unsure',
};

export const severityTones: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'late', notice: 'strong', info: 'quiet' };

const senderNames: ReadonlyMap<string, string> = new Map([
  ['postfix', 'Postfix'],
  ['exim', 'Exim'],
  ['sendmail', 'Sendmail'],
  ['exchange', 'Exchange'],
  ['exchange-online', 'Exchange Online'],
]);

export function senderName(sender: string): string {
  return senderNames.get(sender) ?? sender;
}

/** The domain in a sentence, as its users write it where that differs; a malformed address and a bare reply have none. */
export function reportDomain({ target }: Pick<Report, 'target'>): string {
  return target.domainUnicode ?? namedDomain(target) ?? "the recipient's domain";
}

/** What was asked about: the address, else the domain, else the input as it was given. */
export function reportSubject({ target }: Pick<Report, 'target'>): string {
  return target.address ?? target.domainUnicode ?? namedDomain(target) ?? target.input;
}

/** The root stands where a reply by itself tells no domain: it is nobody's. */
export function namedDomain({ domain }: ReportTarget): string | null {
  return domain === rootName ? null : domain;
}
