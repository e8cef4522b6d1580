/**
 * What checking signatures needs of cryptography: `net` implements it, pure rooms are given it.
 */

export type HashAlgorithm = 'sha1' | 'sha256';

/** A hash of what came so far. */
export interface RunningHash {
  update(bytes: Uint8Array): void;
  /** Base64; more may come behind it. */
  value(): string;
}

export interface SignedOctets {
  readonly hash: HashAlgorithm;
  readonly octets: Uint8Array;
  readonly signature: Uint8Array;
}

export interface PublicKey {
  /** RSA: of the modulus; Ed25519: 256. */
  readonly bits: number;
  /** Whether the signature was made over these octets with the key's other half; RSA by PKCS #1 v1.5, Ed25519 over the hash (RFC 8463 section 3). */
  verifies(signed: SignedOctets): boolean;
}

export interface SignatureTools {
  startHash(algorithm: HashAlgorithm): RunningHash;
  /** RSA: SubjectPublicKeyInfo or RSAPublicKey in DER; Ed25519: its 32 octets (RFC 8463 section 4). Null where it is no such key. */
  readKey(type: 'rsa' | 'ed25519', bytes: Uint8Array): PublicKey | null;
}
