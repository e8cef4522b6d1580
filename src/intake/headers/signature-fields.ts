/**
 * DKIM-Signature (RFC 6376 section 3.5), Received-SPF (RFC 7208 section 9.1) and the ARC fields (RFC 8617 section 4), as recorded.
 *
 * Nothing is verified here: what a field claims is listed.
 */
import type { ArcSet, AuthenticationRecord, DkimSignature, ReceivedSpf } from '../../model/headers-report.js';
import { parseTagList } from '../../parse/tag-list.js';
import { findProperty, parseAuthenticationResults } from './authentication-results.js';
import { fieldValues, type HeaderField } from './header-fields.js';
import { registrableName } from './registrable-parent.js';
import { splitStructured } from './structured-words.js';

const most = 50;
/** No domain name is longer (RFC 1035 section 2.3.4). */
const longestName = 255;

/** Every signature, the newest first, with what the trusted fields say of it. */
export function readSignatures(
  fields: readonly HeaderField[],
  records: readonly AuthenticationRecord[],
  author: string | null,
): readonly DkimSignature[] {
  return fieldValues(fields, 'dkim-signature')
    .slice(0, most)
    .map((value) => {
      const { tags } = parseTagList(value);
      const domain = tags.get('d')?.toLowerCase().slice(0, longestName) ?? null;
      const selector = tags.get('s')?.slice(0, longestName) ?? null;
      return {
        domain,
        selector,
        algorithm: tags.get('a')?.slice(0, longestName) ?? null,
        signedAt: readSeconds(tags.get('t')),
        expiresAt: readSeconds(tags.get('x')),
        hasBodyLength: tags.has('l'),
        recordedResult: findRecorded(records, domain, selector),
        alignment: compareDomains(domain, author),
        check: null,
      };
    });
}

/** By the names alone, without the DNS: what the domains' own records say of it is DMARC's matter. */
function compareDomains(signer: string | null, author: string | null): DkimSignature['alignment'] {
  if (signer === null || author === null) return null;
  if (signer === author) return 'same';
  const own = registrableName(author);
  return own !== null && own === registrableName(signer) ? 'related' : 'none';
}

function readSeconds(text: string | undefined): string | null {
  if (text === undefined || !/^\d{1,12}$/.test(text)) return null;
  return new Date(Number(text) * 1000).toISOString();
}

function findRecorded(records: readonly AuthenticationRecord[], domain: string | null, selector: string | null): string | null {
  const results = records
    .filter(({ standing }) => standing === 'trusted')
    .flatMap((record) => record.results)
    .filter(({ method }) => method === 'dkim');
  const named = results.filter((result) => {
    const said = findProperty(result, 'header.d') ?? findProperty(result, 'header.i')?.replace(/^.*@/, '') ?? null;
    return said?.toLowerCase() === domain;
  });
  const exact = named.find((result) => findProperty(result, 'header.s') === selector);
  return (exact ?? named[0])?.result ?? null;
}

/** Every Received-SPF field, the newest first. */
export function readReceivedSpf(fields: readonly HeaderField[]): readonly ReceivedSpf[] {
  return fieldValues(fields, 'received-spf').slice(0, most).flatMap(parseReceivedSpf);
}

function parseReceivedSpf(value: string): ReceivedSpf[] {
  const words = splitStructured(value.slice(0, 8192), ';');
  const result = words.find(({ kind }) => kind === 'word')?.text.toLowerCase();
  if (result === undefined) return [];
  const pairs = new Map(
    words
      .filter(({ kind, text }) => kind === 'word' && text.includes('='))
      .map(({ text }) => [text.slice(0, text.indexOf('=')).toLowerCase(), text.slice(text.indexOf('=') + 1)]),
  );
  return [
    {
      result,
      comment: words.find(({ kind }) => kind === 'comment')?.text.slice(0, 500) ?? null,
      clientAddress: pairs.get('client-ip') ?? null,
      envelopeFrom: pairs.get('envelope-from') ?? null,
      helo: pairs.get('helo') ?? null,
    },
  ];
}

const arcFields = ['arc-seal', 'arc-message-signature', 'arc-authentication-results'] as const;
const arcNames = ['ARC-Seal', 'ARC-Message-Signature', 'ARC-Authentication-Results'] as const;

/** RFC 8617 section 4.2.1: at most 50 instances. */
const mostInstances = 50;

/** The sets by instance, the oldest first. */
export function readArc(fields: readonly HeaderField[]): readonly ArcSet[] {
  const sets = new Map<number, Map<string, string>>();
  for (const { name, value } of fields) {
    if (!arcFields.some((each) => each === name)) continue;
    const instance = Number(/^\s*i\s*=\s*(\d{1,3})/.exec(value)?.[1] ?? parseTagList(value).tags.get('i') ?? Number.NaN);
    if (!(instance >= 1 && instance <= mostInstances)) continue;
    const set = sets.get(instance) ?? new Map<string, string>();
    if (!set.has(name)) set.set(name, value);
    sets.set(instance, set);
  }
  return [...sets].sort(([a], [b]) => a - b).map(([instance, set]) => composeArcSet(instance, set));
}

function composeArcSet(instance: number, set: ReadonlyMap<string, string>): ArcSet {
  const seal = parseTagList(set.get('arc-seal') ?? '').tags;
  const results = (set.get('arc-authentication-results') ?? '').replace(/^\s*i\s*=\s*\d+\s*;?/, '');
  return {
    instance,
    chain: seal.get('cv')?.toLowerCase() ?? null,
    domain: seal.get('d')?.toLowerCase().slice(0, longestName) ?? null,
    selector: seal.get('s')?.slice(0, longestName) ?? null,
    results: parseAuthenticationResults(results).results,
    missing: arcNames.filter((_, at) => !set.has(arcFields[at] ?? '')),
    messageCheck: null,
    sealCheck: null,
  };
}
