/**
 * What stands in a log and looks like an address or an id that was asked for and was not found.
 */
import type { LogEvent } from './log-event.js';
import { findBracketed } from './story-details.js';

export interface NearMisses {
  add(event: LogEvent): void;
  /** The nearest first. */
  list(): readonly string[];
}

const mostListed = 5;
/** Letters that may differ. */
const furthest = 2;
/** Nothing longer is compared: no address is (RFC 5321 section 4.5.3.1). */
const longest = 320;

/** Collects what is near; nothing is kept but the nearest few. */
export function createNearMisses(question: { readonly message: string | null; readonly recipient: string | null }): NearMisses {
  const address = question.recipient?.toLowerCase() ?? null;
  const id = question.message?.replace(/^<(.*)>$/, '$1').toLowerCase() ?? null;
  const found = new Map<string, number>();
  const keep = (text: string, distance: number | null) => {
    if (distance === null || found.has(text)) return;
    found.set(text, distance);
    if (found.size <= mostListed) return;
    const [worst] = [...found].sort(([, a], [, b]) => b - a);
    if (worst !== undefined) found.delete(worst[0]);
  };
  return {
    add(event) {
      if (address !== null) {
        const recipient = event.recipient ?? findBracketed(event.text, 'to');
        if (recipient?.includes('@') === true) keep(recipient, compareAddresses(recipient.toLowerCase(), address));
      }
      if (id !== null && event.queueId !== null) keep(event.queueId, compareIds(event.queueId.toLowerCase(), id));
    },
    list: () => [...found].sort(([, a], [, b]) => a - b).map(([text]) => text),
  };
}

/** A slip or two apart, or the same name at another domain; null for what is no miss of it. */
function compareAddresses(found: string, asked: string): number | null {
  if (found === asked || found.length > longest) return null;
  const distance = countSlips(found, asked);
  if (distance !== null) return distance;
  return found.split('@')[0] === asked.split('@')[0] ? furthest + 1 : null;
}

function compareIds(found: string, asked: string): number | null {
  if (found === asked) return 0;
  return asked.length >= 5 && (found.startsWith(asked) || asked.startsWith(found)) ? 1 : countSlips(found, asked);
}

/** Letters put in, left out, or changed, as long as they are few; null beyond. */
function countSlips(a: string, b: string): number | null {
  if (Math.abs(a.length - b.length) > furthest) return null;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let end = 0;
  while (end < a.length - from && end < b.length - from && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  // What differs lies between the common front and the common end.
  const slips = Math.max(a.length, b.length) - from - end;
  return slips <= furthest ? slips : null;
}
