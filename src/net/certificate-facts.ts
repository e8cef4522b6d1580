/**
 * A peer's certificates as evidence: what a reader of the report needs, by the runtime's own X.509 parser.
 *
 * Certificates come from strangers: whatever the parser cannot read is left empty, nothing throws.
 */
import { X509Certificate } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';
import type { CertificateFacts } from '../model/evidence.js';

/** Longer chains are cut; real ones have 2 to 4. */
const chainLimit = 10;
/** Names of one certificate that are kept. */
const namesLimit = 500;

/** Leaf first. Node completes the chain with the root of its own store where it finds one. */
export function describeChain(leaf: PeerCertificate): CertificateFacts[] {
  const chain: CertificateFacts[] = [];
  const seen = new Set<string>();
  let next: PeerCertificate | undefined = leaf;
  while (next?.raw !== undefined && chain.length < chainLimit && !seen.has(next.fingerprint256)) {
    seen.add(next.fingerprint256);
    chain.push(describeCertificate(next));
    // The last one links to itself, or to nothing; the type knows only of whole chains.
    next = 'issuerCertificate' in next ? (next.issuerCertificate as PeerCertificate | undefined) : undefined;
  }
  return chain;
}

function describeCertificate(peer: PeerCertificate): CertificateFacts {
  const certificate = new X509Certificate(peer.raw);
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: certificateNames(certificate),
    validFrom: isoTime(certificate.validFrom),
    validTo: isoTime(certificate.validTo),
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    ...keyFacts(certificate),
  };
}

/** An empty distinguished name is undefined in Node. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}

function isoTime(text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : time.toISOString();
}

/** Entries are `DNS:name`; Node quotes one that holds a comma or worse, as JSON does. */
const dnsEntry = /(?:^|, )DNS:("(?:[^"\\]|\\.)*"|[^,]*)/g;

function certificateNames(certificate: X509Certificate): string[] {
  const names = [...(certificate.subjectAltName ?? '').matchAll(dnsEntry)].slice(0, namesLimit).map(([, entry = '']) => unquote(entry));
  const found = names.length > 0 ? names : [...(certificate.subject ?? '').matchAll(/^CN=(.+)$/gm)].map(([, name = '']) => name);
  return found.map((name) => name.toLowerCase());
}

function unquote(entry: string): string {
  if (!entry.startsWith('"')) return entry;
  try {
    return String(JSON.parse(entry));
  } catch {
    return entry;
  }
}

/** Bits of the curves that certificates use. */
const curveBits: Readonly<Record<string, number>> = { prime256v1: 256, secp384r1: 384, secp521r1: 521 };

function keyFacts(certificate: X509Certificate): { keyType: string; keyBits: number | null } {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
    const bits = asymmetricKeyDetails?.modulusLength ?? curveBits[asymmetricKeyDetails?.namedCurve ?? ''] ?? null;
    return { keyType: asymmetricKeyType ?? 'unknown', keyBits: bits };
  } catch {
    return { keyType: 'unknown', keyBits: null };
  }
}
