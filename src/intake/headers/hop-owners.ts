/**
 * Whose each hop is: the sender's from the oldest on, the recipient's from the newest back, others between.
 *
 * A server without a public name (an address, `ex01.corp.local`, `localhost`) belongs to the hops beside it.
 */
import type { HopOwner } from '../../model/headers-report.js';
import { registrableParent } from './registrable-parent.js';

export interface OwnerHints {
  /** Domains of the sender: From, Return-Path. */
  readonly sender: readonly string[];
  /** Domains of the recipient: Delivered-To, the newest hop's. */
  readonly recipient: readonly string[];
  /** The name of the client that the oldest hop took the message from, null where none is told. */
  readonly firstClient: string | null;
}

/** The owner of each hop; `hosts` are the names of the servers that took the message, the oldest first. */
export function assignOwners(hosts: readonly (string | null)[], hints: OwnerHints): readonly HopOwner[] {
  const parents = hosts.map((host) => (host === null ? null : registrableParent(host)));
  const named = parents.filter((parent) => parent !== null);
  const recipient = setOf([...hints.recipient.map(registrableParent), named.at(-1) ?? null]);
  const sender = setOf(hints.sender.map(registrableParent));
  const oldest = named[0];
  // Where the sender's own server gave the message to the oldest hop, that hop is somebody else's.
  const isFromSender = sender.has(registrableParent(hints.firstClient ?? '') ?? '');
  if (oldest !== undefined && !recipient.has(oldest) && !isFromSender) sender.add(oldest);
  const fromSender = runLength(parents, sender);
  const toRecipient = runLength([...parents].reverse(), recipient);
  const areApart = [...sender].every((each) => !recipient.has(each));
  return parents.map((parent, at) => {
    const isSender = at < fromSender;
    const isRecipient = at >= parents.length - toRecipient;
    if (isSender && isRecipient) return areApart && parent === null ? 'sender' : 'shared';
    return isSender ? 'sender' : isRecipient ? 'recipient' : 'between';
  });
}

function setOf(parents: readonly (string | null)[]): Set<string> {
  return new Set(parents.filter((parent) => parent !== null));
}

/** How many hops from the start on belong to the set; nameless ones at the end of the run only where they lead it. */
function runLength(parents: readonly (string | null)[], own: ReadonlySet<string>): number {
  const end = parents.findIndex((parent) => parent !== null && !own.has(parent));
  const run = end < 0 ? parents.length : end;
  const isOwned = parents.slice(0, run).some((parent) => parent !== null) || own.size > 0;
  return isOwned ? run : 0;
}
