/**
 * What several problems ask of a reading: who carried the message between sender and recipient, and whether DMARC passed.
 */
import type { HeadersReading } from '../intake/headers/read-headers.js';

/** Whether the receiving side recorded that DMARC passed: then a single failure did no harm. */
export function isDmarcRecordedAsPass({ authentication }: Pick<HeadersReading, 'authentication'>): boolean {
  return authentication
    .filter(({ standing }) => standing === 'trusted')
    .some(({ results }) => results.some(({ method, result }) => method === 'dmarc' && result === 'pass'));
}

export interface Carriers {
  /** "lists.example.com" */
  readonly names: string;
  readonly isList: boolean;
}

/** The servers in between; null where sender and recipient deal with each other. */
export function nameCarriers({ hops, nature }: Pick<HeadersReading, 'hops' | 'nature'>): Carriers | null {
  const between = hops.filter(({ owner, by }) => owner === 'between' && by !== null).map(({ by }) => by);
  const isList = nature.some((text) => text.startsWith('It came by a mailing list'));
  return between.length === 0 ? null : { names: [...new Set(between)].slice(0, 3).join(' and '), isList };
}
