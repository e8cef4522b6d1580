/**
 * Hashes and signature checks by OpenSSL. Never throws: what it cannot use verifies nothing.
 */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { HashAlgorithm, PublicKey, SignatureTools, SignedOctets } from '../model/signature-tools.js';

/** OpenSSL's work for `facts/signatures`. */
export const nodeSignatureTools: SignatureTools = {
  startHash(algorithm) {
    const hash = createHash(algorithm);
    return { update: (bytes) => void hash.update(bytes), value: () => hash.copy().digest('base64') };
  },
  readKey(type, bytes) {
    const key = type === 'rsa' ? readRsaKey(bytes) : readEd25519Key(bytes);
    return key === null ? null : describeKey(key, type);
  },
};

/** Both forms are in use: RFC 6376 section 3.6.1 speaks of RSAPublicKey, and everybody publishes SubjectPublicKeyInfo. */
function readRsaKey(bytes: Uint8Array): KeyObject | null {
  return readDer(bytes, 'spki') ?? readDer(bytes, 'pkcs1');
}

/** The fixed front of an Ed25519 SubjectPublicKeyInfo (RFC 8410 section 4). */
const ed25519Front = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);

function readEd25519Key(bytes: Uint8Array): KeyObject | null {
  return bytes.length === 32 ? readDer(Buffer.concat([ed25519Front, bytes]), 'spki') : null;
}

function readDer(bytes: Uint8Array, type: 'spki' | 'pkcs1'): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(bytes), format: 'der', type });
  } catch {
    return null;
  }
}

function describeKey(key: KeyObject, type: 'rsa' | 'ed25519'): PublicKey | null {
  if (key.asymmetricKeyType !== type) return null;
  return { bits: key.asymmetricKeyDetails?.modulusLength ?? 256, verifies: (signed) => check(key, type, signed) };
}

function check(key: KeyObject, type: 'rsa' | 'ed25519', { hash, octets, signature }: SignedOctets): boolean {
  try {
    if (type === 'rsa') return verify(hash, octets, key, signature);
    return verify(null, digest(hash, octets), key, signature);
  } catch {
    return false;
  }
}

function digest(hash: HashAlgorithm, octets: Uint8Array): Uint8Array {
  return createHash(hash).update(octets).digest();
}
