/**
 * What stands in a log and looks like an address or an id that was asked for and was not found.
 */
import { escapePattern, type StoryQuestion } from './story-keys.js';

export interface NearMisses {
  /** Looks through a block of text. */
  look(block: string): void;
  /** The nearest first. */
  list(): readonly string[];
}

const mostListed = 5;
/** Letters that may differ. */
const furthest = 2;

/** Collects what is near; nothing is kept but the nearest few. */
export function createNearMisses({ message, recipient }: StoryQuestion): NearMisses {
  const found = new Map<string, number>();
  const keep = (text: string, asked: string) => {
    const distance = measure(text.toLowerCase(), asked.toLowerCase());
    if (distance === null || distance === 0 || found.has(text)) return;
    found.set(text, distance);
    if (found.size <= mostListed) return;
    const [worst] = [...found].sort(([, a], [, b]) => b - a);
    if (worst !== undefined) found.delete(worst[0]);
  };
  const searches = [
    ...(message === null ? [] : [{ asked: message.replace(/^<(.*)>$/, '$1'), pattern: idPattern(message) }]),
    ...(recipient === null ? [] : [{ asked: recipient, pattern: addressPattern(recipient) }]),
  ];
  return {
    look(block) {
      for (const { asked, pattern } of searches) for (const [text] of block.matchAll(pattern)) keep(text, asked);
    },
    list: () => [...found].sort(([, a], [, b]) => a - b).map(([text]) => text),
  };
}

/** The same name at any domain, any name at the same domain. */
function addressPattern(address: string): RegExp {
  const at = address.lastIndexOf('@');
  const [local, domain] = [escapePattern(address.slice(0, Math.max(at, 0))), escapePattern(address.slice(at + 1))];
  return new RegExp(`(?<![\\w.+=-])(?:${local}@[\\w-]+(?:\\.[\\w-]+)*|[\\w.+=-]{1,64}@${domain}(?![\\w-]))`, 'gi');
}

/** What begins as the id does, but for its last two letters, whatever the case. */
function idPattern(message: string): RegExp {
  const id = message.replace(/^<(.*)>$/, '$1');
  return new RegExp(`(?<![\\w-])${escapePattern(id.slice(0, Math.max(id.length - furthest, 1)))}[\\w@.-]{0,10}(?<!\\.)`, 'gi');
}

/** 0: the same but for case. Null: no near miss. Beyond the slips: the same name at another domain. */
function measure(found: string, asked: string): number | null {
  if (found === asked) return asked.includes('@') ? 0 : 1;
  const slips = countSlips(found, asked);
  if (slips <= furthest) return slips;
  if (asked.includes('@')) return found.split('@')[0] === asked.split('@')[0] ? furthest + 1 : null;
  return found.startsWith(asked) ? furthest + 1 : null;
}

/** Letters between the common beginning and the common end. */
function countSlips(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  let from = 0;
  while (from < shorter && a[from] === b[from]) from += 1;
  let end = 0;
  while (end < shorter - from && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return longer - from - end;
}
