/**
 * Whom a follow-up asks about: one recipient for each cause and place, the most frequent first, never a list of them.
 *
 * The place is the recipient's domain, or for a queue the exchange that its reason names. Gathers while a document flows
 * by, in bounded memory.
 */
import type { Explained, ExplainedRecipient } from '../model/explained.js';
import type { ToldThen } from '../model/follow-up.js';
import { mailDomainName, type Target } from '../model/trace-options.js';
import { parseTarget, type ToAscii } from '../parse/mailbox.js';

/** So many strangers' servers may be asked because of one document. */
export const mostTargets = 20;
/** Different causes and places that are kept apart. */
const mostPlaces = 5000;

export type TracedTarget = Extract<Target, { kind: 'address' }>;

export interface ChosenTarget {
  readonly target: TracedTarget;
  readonly told: ToldThen;
  readonly standsFor: number;
}

export interface ChosenTargets {
  readonly targets: readonly ChosenTarget[];
  readonly leftOut: { readonly unnamed: number; readonly beyondLimit: number };
}

interface Gathered {
  readonly target: TracedTarget;
  readonly told: ToldThen;
  standsFor: number;
}

/** `byHost`: the place is the exchange where one is told. */
export class FollowUpTargets {
  private readonly byHost: boolean;
  private readonly toAscii: ToAscii;
  private readonly places = new Map<string, Gathered>();
  private unnamed = 0;
  private beyondLimit = 0;

  constructor(toAscii: ToAscii, byHost = false) {
    this.toAscii = toAscii;
    this.byHost = byHost;
  }

  add({ recipients, carries }: Explained): void {
    for (const recipient of recipients) this.addRecipient(recipient);
    if (carries !== null) this.add(carries);
  }

  /** The targets, and how many recipients none of them stands for. */
  choose(): ChosenTargets {
    const all = [...this.places.values()].sort((a, b) => b.standsFor - a.standsFor);
    const rest = all.slice(mostTargets).reduce((sum, { standsFor }) => sum + standsFor, 0);
    return { targets: all.slice(0, mostTargets), leftOut: { unnamed: this.unnamed, beyondLimit: this.beyondLimit + rest } };
  }

  private addRecipient(recipient: ExplainedRecipient): void {
    if ((recipient.kind !== 'failed' && recipient.kind !== 'delayed') || recipient.code === null) return;
    const target = this.read(recipient.address);
    if (target === null) {
      this.unnamed += 1;
      return;
    }
    const place = (this.byHost ? recipient.host?.toLowerCase() : null) ?? mailDomainName(target.domain);
    const key = `${recipient.code} ${place}`;
    const known = this.places.get(key);
    if (known !== undefined) known.standsFor += 1;
    else if (this.places.size < mostPlaces) this.places.set(key, { target, told: tellThen(recipient), standsFor: 1 });
    else this.beyondLimit += 1;
  }

  private read(address: string | null): TracedTarget | null {
    const target = address === null ? null : parseTarget(address, { toAscii: this.toAscii, postmaster: false });
    return target?.kind === 'address' ? target : null;
  }
}

function tellThen({ code, outcome, status, replyCode, host, stage, reply, details }: ExplainedRecipient): ToldThen {
  return { code, outcome, status, replyCode, host, stage, reply, addresses: details.addresses };
}
