/**
 * How often which cause, over any number of explained messages: all that a summary keeps of them.
 */
import { codeClauses } from '../knowledge/wording/code-clauses.js';
import type { Explained, ExplainedRecipient } from '../model/explained.js';
import type { CauseCount, ExplainedSummary } from '../model/explained-summary.js';
import type { ExplainedList } from '../model/explanation.js';
import type { FollowUp } from '../model/follow-up.js';
import { domainOf } from './domain-of.js';
import { FrequentNames } from './frequent-names.js';

const mostNamed = 5;

interface Counted {
  recipients: number;
  readonly example: ExplainedRecipient;
  /** The steps that hold for all of them. */
  shared: readonly string[];
  readonly source: string | null;
  readonly domains: FrequentNames;
  readonly hosts: FrequentNames;
}

/** Counts as they come; the memory follows the number of causes. */
export class CauseCounter {
  private messages = 0;
  private recipients = 0;
  private readonly kinds = new Map<string, number>();
  private readonly causes = new Map<string, Counted>();

  /** A report that somebody forwarded counts as what it reports. */
  add(explained: Explained): void {
    const { kind, recipients, source } = explained.carries ?? explained;
    this.messages += 1;
    this.recipients += recipients.length;
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    for (const recipient of recipients) this.addRecipient(recipient, source);
  }

  private addRecipient(recipient: ExplainedRecipient, source: string | null): void {
    const { kind, code, address, host } = recipient;
    if (code === null) return;
    const key = `${kind} ${code}`;
    const counted = this.causes.get(key) ?? {
      recipients: 0,
      example: recipient,
      shared: recipient.remedy,
      source,
      domains: new FrequentNames(),
      hosts: new FrequentNames(),
    };
    this.causes.set(key, counted);
    counted.recipients += 1;
    counted.shared = intersect(counted.shared, recipient.remedy);
    const domain = domainOf(address);
    if (domain !== null) counted.domains.add(domain);
    if (host !== null) counted.hosts.add(host.toLowerCase());
  }

  /** What every explanation tells of its messages. */
  count(): Omit<ExplainedList, 'explained' | 'followUp'> {
    const causes = [...this.causes.values()].map(describeCause);
    return {
      messages: this.messages,
      recipients: this.recipients,
      kinds: Object.fromEntries([...this.kinds].sort((a, b) => b[1] - a[1])),
      causes: causes.sort((a, b) => b.recipients - a.recipients || String(a.code).localeCompare(String(b.code))),
    };
  }

  /** The most frequent first. `complete`: nothing was left unread. */
  summarise(complete: boolean, followUp: FollowUp | null = null): ExplainedSummary {
    return { schema: 'mailwhy-summary/1', complete, ...this.count(), followUp };
  }
}

/** What one reply alone tells (a blocklist, an address, a link) is no step for the others. */
function intersect(steps: readonly string[], others: readonly string[]): readonly string[] {
  return steps.every((step, at) => step === others[at]) ? steps : steps.filter((step) => others.includes(step));
}

function describeCause({ recipients, example, shared, source, domains, hosts }: Counted): CauseCount {
  return {
    kind: example.kind,
    code: example.code,
    means: example.code === null ? '' : codeClauses[example.code],
    recipients,
    domains: domains.list(mostNamed),
    hosts: hosts.list(mostNamed),
    responsible: example.responsible,
    waitingHelps: example.waitingHelps,
    remedy: generalise({ ...example, remedy: shared.length === 0 ? example.remedy : shared }, recipients, domains.list(2).length),
    example: { source, address: example.address, reply: example.reply },
  };
}

/** Steps about one mailbox are none for all of them; those about one domain none for several. */
function generalise({ remedy, address }: ExplainedRecipient, recipients: number, domains: number): readonly string[] {
  if (address === null || recipients === 1) return remedy;
  const named = domains > 1 ? (domainOf(address) ?? address) : address;
  const general = remedy.filter((step) => !step.toLowerCase().includes(named.toLowerCase()));
  return general.length === 0 ? remedy : general;
}
