/**
 * How often which cause, over any number of explained messages: all that a summary keeps of them.
 */
import type { Explained, ExplainedRecipient } from '../model/explained.js';
import type { ExplainedSummary } from '../model/explained-summary.js';

/** Counts as they come; the memory follows the number of causes. */
export class CauseCounter {
  private messages = 0;
  private readonly kinds = new Map<string, number>();
  private readonly causes = new Map<string, { recipients: number; example: ExplainedRecipient; source: string | null }>();

  add({ kind, recipients, source }: Explained): void {
    this.messages += 1;
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    for (const recipient of recipients) this.addRecipient(recipient, source);
  }

  private addRecipient(recipient: ExplainedRecipient, source: string | null): void {
    if (recipient.code === null) return;
    const key = `${recipient.kind} ${recipient.code}`;
    const known = this.causes.get(key);
    if (known === undefined) this.causes.set(key, { recipients: 1, example: recipient, source });
    else known.recipients += 1;
  }

  /** The most frequent first. */
  summarise(): ExplainedSummary {
    const causes = [...this.causes.values()].map(({ recipients, example, source }) => ({
      kind: example.kind,
      code: example.code,
      recipients,
      responsible: example.responsible,
      waitingHelps: example.waitingHelps,
      remedy: example.remedy,
      example: { source, address: example.address, reply: example.reply },
    }));
    return {
      schema: 'mailwhy-summary/1',
      messages: this.messages,
      kinds: Object.fromEntries([...this.kinds].sort((a, b) => b[1] - a[1])),
      causes: causes.sort((a, b) => b.recipients - a.recipients || String(a.code).localeCompare(String(b.code))),
    };
  }
}
