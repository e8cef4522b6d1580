/**
 * The field of a signature → what it says it signs, and what is wrong with it before any octet is hashed.
 *
 * Of DKIM-Signature (RFC 6376 section 3.5), ARC-Message-Signature and ARC-Seal (RFC 8617 section 4.1.2, 4.1.3).
 */
import { isWithin, parseDomainName } from '../../model/domain-name.js';
import type { SignatureFault } from '../../model/signature-check.js';
import type { HashAlgorithm } from '../../model/signature-tools.js';
import type { Canonicalization } from '../../parse/mail/canonical-header.js';
import type { RawField } from '../../parse/mail/raw-message.js';
import { parseTagList, withoutBlanks } from '../../parse/tag-list.js';

export type SignatureKind = 'dkim' | 'arc-message' | 'arc-seal';

export interface SignatureTerms {
  readonly kind: SignatureKind;
  readonly field: RawField;
  /** Lower case. */
  readonly algorithm: string;
  readonly keyType: 'rsa' | 'ed25519' | null;
  readonly hash: HashAlgorithm | null;
  readonly headerForm: Canonicalization;
  readonly bodyForm: Canonicalization;
  readonly domain: string | null;
  readonly selector: string | null;
  /** `i=`, else the domain. */
  readonly identityDomain: string | null;
  readonly signedNames: readonly string[];
  readonly bodyHash: string | null;
  readonly bodyLength: number | null;
  /** Seconds since 1970. */
  readonly expiresAt: number | null;
  readonly signature: string;
  /** The first thing that forbids to take it; null where nothing does. */
  readonly fault: { readonly fault: SignatureFault; readonly detail: string } | null;
}

/** What the field says. */
export function readSignatureTerms(field: RawField, kind: SignatureKind): SignatureTerms {
  const { tags, isProper } = parseTagList(field.text.slice(field.text.indexOf(':') + 1));
  const algorithm = (tags.get('a') ?? '').toLowerCase();
  const [headerForm = 'simple', bodyForm = 'simple'] = (tags.get('c') ?? 'simple').toLowerCase().split('/');
  const domain = tags.get('d')?.toLowerCase() ?? null;
  const terms: SignatureTerms = {
    kind,
    field,
    algorithm,
    keyType: algorithm.startsWith('rsa-') ? 'rsa' : algorithm.startsWith('ed25519-') ? 'ed25519' : null,
    hash: algorithm.endsWith('-sha256') ? 'sha256' : algorithm === 'rsa-sha1' ? 'sha1' : null,
    // An ARC-Seal is always relaxed (RFC 8617 section 5.1.1).
    headerForm: kind === 'arc-seal' || headerForm === 'relaxed' ? 'relaxed' : 'simple',
    bodyForm: bodyForm === 'relaxed' ? 'relaxed' : 'simple',
    domain,
    selector: tags.get('s')?.toLowerCase() ?? null,
    identityDomain: kind === 'dkim' ? (tags.get('i')?.toLowerCase().replace(/^.*@/s, '') ?? domain) : domain,
    signedNames: withoutBlanks(tags.get('h') ?? '')
      .toLowerCase()
      .split(':')
      .filter((name) => name !== '')
      .slice(0, mostSignedNames),
    bodyHash: kind === 'arc-seal' ? null : withoutBlanks(tags.get('bh') ?? ''),
    bodyLength: readNumber(tags.get('l')),
    expiresAt: readNumber(tags.get('x')),
    signature: withoutBlanks(tags.get('b') ?? ''),
    fault: null,
  };
  return { ...terms, fault: findMalformed(tags, isProper, terms) ?? findForbidden(terms) };
}

/** Far more than any signer names; each costs a look at the header. */
const mostSignedNames = 500;

function readNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

type Found = NonNullable<SignatureTerms['fault']> | null;

function findMalformed(tags: ReadonlyMap<string, string>, isProper: boolean, terms: SignatureTerms): Found {
  const required = terms.kind === 'arc-seal' ? ['a', 'b', 'd', 's', 'cv', 'i'] : ['a', 'b', 'bh', 'd', 'h', 's'];
  const missing = required.filter((tag) => withoutBlanks(tags.get(tag) ?? '') === '');
  if (missing.length > 0) return malformed(`${missing.map((tag) => `${tag}=`).join(', ')} missing`);
  if (!isProper) return malformed('a tag stands twice, or a part is no tag');
  if (terms.kind === 'dkim' && tags.get('v') !== '1') return malformed(`v=${(tags.get('v') ?? '').slice(0, 10)}: the version must be 1`);
  if (terms.kind === 'arc-seal' && tags.has('h')) return malformed('h= stands in a seal');
  const forms = (tags.get('c') ?? 'simple').toLowerCase().split('/');
  if (forms.length > 2 || forms.some((form) => form !== 'simple' && form !== 'relaxed')) return malformed('c= names no canonical form');
  const odd = ['l', 't', 'x'].filter((tag) => tags.has(tag) && readNumber(tags.get(tag)) === null);
  if (odd.length > 0) return malformed(`${odd.join('=, ')}= is no number`);
  const isDns = (tags.get('q') ?? 'dns/txt').split(':').some((way) => way.trim().toLowerCase() === 'dns/txt');
  if (!isDns) return malformed('q= names no way to the key that is known');
  const keyName = parseDomainName(`${terms.selector}._domainkey.${terms.domain}`);
  return keyName === null ? malformed('s= and d= make no domain name') : null;
}

function malformed(detail: string): Found {
  return { fault: 'malformed', detail };
}

function findForbidden({ kind, algorithm, signedNames, domain, identityDomain }: SignatureTerms): Found {
  if (algorithm !== 'rsa-sha256' && algorithm !== 'ed25519-sha256')
    return {
      fault: 'algorithm-refused',
      detail: algorithm === 'rsa-sha1' ? 'rsa-sha1 (RFC 8301 section 3.1)' : algorithm.slice(0, 40),
    };
  // RFC 6376 section 6.1.1: a signature that leaves From out is none.
  if (kind === 'dkim' && !signedNames.includes('from')) return { fault: 'from-unsigned', detail: 'h= leaves From out' };
  const outer = parseDomainName(domain ?? '');
  const inner = parseDomainName(identityDomain ?? '');
  if (outer === null || inner === null || !isWithin(inner, outer))
    return {
      fault: 'identity-outside',
      detail: `i= ${(identityDomain ?? '').slice(0, 100)} is not within d= ${(domain ?? '').slice(0, 100)}`,
    };
  return null;
}
