/**
 * The lab's certificate authority: an own root, and a certificate for each mail server as its script wants it.
 *
 * Keys are new in each process and shared by all leaves of a kind. The dates are relative to the given now.
 */
import { generateSigningKey, type SigningKey, type SigningKeyKind } from '../net/signing.js';
import {
  derBitString,
  derBoolean,
  derExplicit,
  derInteger,
  derObjectIdentifier,
  derOctetString,
  derSequence,
  derSet,
  derTime,
  derUtf8String,
  encodeDer,
} from './der.js';
import type { CertificateKind } from './smtp-script.js';

export interface IssuedCertificate {
  readonly keyPem: string;
  readonly certificatePem: string;
}

export interface CertificateAuthority {
  /** What a client trusts, PEM. */
  readonly rootPem: string;
  issue(kind: CertificateKind, name: string): IssuedCertificate;
}

interface Issuer {
  readonly name: string;
  readonly key: SigningKey;
}

const dayMs = 86_400_000;
const oid = {
  commonName: '2.5.4.3',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  sha256WithRsa: '1.2.840.113549.1.1.11',
} as const;

/** An authority whose certificates are valid around `nowMs`, milliseconds since 1970. */
export function createCertificateAuthority(nowMs: number): CertificateAuthority {
  const trusted: Issuer = { name: 'Lab Root', key: sharedKey('p-256', 'root') };
  const unknown: Issuer = { name: 'Unknown Root', key: sharedKey('p-256', 'unknown root') };
  const issued = new Map<string, IssuedCertificate>();
  let serial = 1;
  const sign = (issuer: Issuer, subject: Subject) => {
    serial += 1;
    return pem('CERTIFICATE', createCertificate(issuer, subject, serial));
  };
  const rootPem = sign(trusted, {
    name: trusted.name,
    key: trusted.key,
    from: nowMs - 365 * dayMs,
    to: nowMs + 3650 * dayMs,
    authority: true,
  });
  const issueNew = (kind: CertificateKind, name: string): IssuedCertificate => {
    const key = sharedKey(kind === 'weak-key' ? 'rsa-1024' : 'p-256', 'leaf');
    const subject = { name: kind === 'wrong-name' ? 'www.hosting.example' : name, key, ...validity(kind, nowMs), authority: false };
    const issuer = kind === 'self-signed' ? { name, key } : kind === 'untrusted' ? unknown : trusted;
    return { keyPem: key.privatePem, certificatePem: sign(issuer, subject) };
  };
  return {
    rootPem,
    issue(kind, name) {
      const certificate = issued.get(`${kind} ${name}`) ?? issueNew(kind, name);
      issued.set(`${kind} ${name}`, certificate);
      return certificate;
    },
  };
}

const sharedKeys = new Map<string, SigningKey>();

/** Making an RSA key takes tens of milliseconds: one of a kind and purpose does for the process. */
function sharedKey(kind: SigningKeyKind, purpose: string): SigningKey {
  const key = sharedKeys.get(`${kind} ${purpose}`) ?? generateSigningKey(kind);
  sharedKeys.set(`${kind} ${purpose}`, key);
  return key;
}

function validity(kind: CertificateKind, nowMs: number): { readonly from: number; readonly to: number } {
  if (kind === 'expired') return { from: nowMs - 100 * dayMs, to: nowMs - 10 * dayMs };
  if (kind === 'not-yet-valid') return { from: nowMs + 10 * dayMs, to: nowMs + 100 * dayMs };
  return { from: nowMs - 30 * dayMs, to: nowMs + 60 * dayMs };
}

interface Subject {
  readonly name: string;
  readonly key: SigningKey;
  readonly from: number;
  readonly to: number;
  readonly authority: boolean;
}

/** RFC 5280 section 4.1. */
function createCertificate(issuer: Issuer, subject: Subject, serial: number): Uint8Array {
  const algorithm = signatureAlgorithm(issuer.key.kind);
  const contents = derSequence(
    derExplicit(0, derInteger(2)),
    derInteger(serial),
    algorithm,
    commonName(issuer.name),
    derSequence(derTime(subject.from), derTime(subject.to)),
    commonName(subject.name),
    subject.key.publicDer,
    derExplicit(3, derSequence(...(subject.authority ? authorityExtensions() : [subjectAltName(subject.name)]))),
  );
  return derSequence(contents, algorithm, derBitString(issuer.key.sign(contents)));
}

function signatureAlgorithm(kind: SigningKeyKind): Uint8Array {
  if (kind === 'p-256') return derSequence(derObjectIdentifier(oid.ecdsaWithSha256));
  return derSequence(derObjectIdentifier(oid.sha256WithRsa), encodeDer(0x05));
}

function commonName(name: string): Uint8Array {
  return derSequence(derSet(derSequence(derObjectIdentifier(oid.commonName), derUtf8String(name))));
}

function subjectAltName(name: string): Uint8Array {
  return extension(oid.subjectAltName, derSequence(encodeDer(0x82, new TextEncoder().encode(name))));
}

function authorityExtensions(): Uint8Array[] {
  return [
    extension(oid.basicConstraints, derSequence(derBoolean(true)), true),
    // keyCertSign and cRLSign; the first octet counts the unused bits.
    extension(oid.keyUsage, encodeDer(0x03, Uint8Array.of(1, 0x06)), true),
  ];
}

function extension(identifier: string, value: Uint8Array, critical = false): Uint8Array {
  return derSequence(derObjectIdentifier(identifier), ...(critical ? [derBoolean(true)] : []), derOctetString(value));
}

function pem(label: string, der: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...der));
  return `-----BEGIN ${label}-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`;
}
