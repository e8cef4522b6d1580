/**
 * What a reply tells beside its meaning, in the words of every view: named blocklist, quoted addresses, reference, links.
 */
import type { ReplyReading } from '../model/reply-meaning.js';
import { formatDuration } from './format-time.js';

/** More of a kind than these are counted: a hostile reply may hold hundreds. */
const most = 5;

/**
 * Lines of text, the links last and one a line, so that they can be copied; empty where the reply tells nothing else.
 * `own`: the addresses of the machine that asked; null where nobody knows them (a bounce, a reply by itself).
 */
export function describeReading({ details }: Pick<ReplyReading, 'details'>, own: readonly string[] | null): readonly string[] {
  const { blocklist, addresses, retryAfterSeconds, ticket, links } = details;
  const clauses = [
    ...(blocklist === null ? [] : [`the blocklist ${blocklist}`]),
    ...limit(addresses.map((address) => describeAddress(address, own))),
    ...(ticket === null ? [] : [`the reference ${ticket}`]),
    ...(retryAfterSeconds === null ? [] : [`try again in ${formatDuration(retryAfterSeconds * 1000)}`]),
    ...(links.length === 0 ? [] : ['where to read on:']),
  ];
  return [...(clauses.length === 0 ? [] : [clauses.join('; ')]), ...limit(links)];
}

function limit(texts: readonly string[]): readonly string[] {
  return texts.length <= most ? texts : [...texts.slice(0, most), `${texts.length - most} more`];
}

function describeAddress(address: string, own: readonly string[] | null): string {
  if (own === null) return `the address ${address}`;
  return own.includes(address) ? `the address ${address}, yours` : `the address ${address}, somebody else's`;
}

/** "certain: code and text agree" and, where code and text quarrel, that. */
export function describeCertainty(confidence: string, reason: string, reading: Pick<ReplyReading, 'contradicts'> | null): string {
  const quarrel = reading?.contradicts === true ? '; code and text contradict each other' : '';
  return `${confidence}: ${reason}${quarrel}`;
}

/** The addresses that a trace left from, or was seen from; null where no trace was. */
export function ownAddresses({ kind, vantage }: { readonly kind: string; readonly vantage: OwnPlace }): readonly string[] | null {
  return kind === 'trace' ? [...vantage.source, ...vantage.public] : null;
}

interface OwnPlace {
  readonly source: readonly string[];
  readonly public: readonly string[];
}
