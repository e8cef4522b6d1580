/**
 * Keys and signatures for the lab's certificate authority.
 */
import { createSign, generateKeyPairSync } from 'node:crypto';

/** `rsa-1024` is for tests of weak keys. */
export type SigningKeyKind = 'p-256' | 'rsa-1024';

export interface SigningKey {
  readonly kind: SigningKeyKind;
  /** PKCS #8, PEM. */
  readonly privatePem: string;
  /** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7), DER. */
  readonly publicDer: Uint8Array;
  /** The signature with SHA-256: for P-256 the DER sequence of RFC 3279 section 2.2.3. */
  sign(bytes: Uint8Array): Uint8Array;
}

/** A new key; it never leaves the process. */
export function generateSigningKey(kind: SigningKeyKind): SigningKey {
  const { privateKey, publicKey } =
    kind === 'p-256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 1024 });
  return {
    kind,
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicDer: publicKey.export({ type: 'spki', format: 'der' }),
    sign: (bytes) => createSign('sha256').update(bytes).sign(privateKey),
  };
}
