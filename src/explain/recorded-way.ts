/**
 * What several problems ask of a reading: who carried the message between sender and recipient, whether DMARC passed, and who
 * must act where it did not.
 */
import type { HeadersReading } from '../intake/headers/read-headers.js';
import type { HeadersProblem } from '../model/headers-report.js';

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

/** Who must act where DMARC fails for a domain: who changed what it had signed, else who sends for it. */
export function assignDmarcFailure(
  reading: Pick<HeadersReading, 'hops' | 'nature' | 'signatures' | 'authentication'>,
  domain: string,
): Pick<HeadersProblem, 'actor' | 'remedy'> {
  const carriers = nameCarriers(reading);
  const isBroken = reading.signatures.some(({ alignment, check }) => alignment !== 'none' && check?.outcome === 'fail');
  if (carriers !== null && isBroken)
    return {
      actor: `The administrator of ${carriers.names}`,
      remedy: [
        "Pass signed mail on unchanged, or write the own address into From: the author's domain allows no changed mail in its name.",
      ],
    };
  return {
    actor: `The administrator of mail and DNS of ${domain}`,
    remedy: [
      `Sign with a DKIM key of ${domain} itself, or send with an envelope sender beneath it that passes SPF.`,
      ...(isUnsigned(reading) ? ['No signature stands here: switch DKIM on where the mail leaves.'] : []),
    ],
  };
}

/** No signature stands here, and the receiving side saw none: a copy of a header often lacks them. */
function isUnsigned({ signatures, authentication }: Pick<HeadersReading, 'signatures' | 'authentication'>): boolean {
  const results = authentication.flatMap((record) => record.results);
  return signatures.length === 0 && !results.some(({ method, result }) => method === 'dkim' && result !== 'none');
}
