/**
 * What became of a signature when it was checked: of DKIM (RFC 6376) and of ARC (RFC 8617).
 */

/** `fail`: what was signed is not what stands here; `unusable`: it or its key is none that a receiver may take; `untold`: it could not be checked. */
export type SignatureOutcome = 'pass' | 'fail' | 'unusable' | 'untold';

export type SignatureFault =
  /** Something was changed, added or cut after signing. */
  | 'body-changed'
  | 'header-changed'
  /** The signature itself: a tag is missing or no such thing; an algorithm that may not be taken (RFC 8301); RFC 6376 section 6.1.1. */
  | 'malformed'
  | 'algorithm-refused'
  | 'from-unsigned'
  | 'identity-outside'
  | 'expired'
  /** The key in the DNS. */
  | 'key-missing'
  | 'key-revoked'
  | 'key-malformed'
  | 'key-short'
  | 'key-unfit'
  | 'key-lookup-failed'
  /** Why it was not checked. */
  | 'key-not-asked'
  | 'body-missing'
  | 'message-cut'
  | 'too-many';

/** A part of the message against what was signed. */
export type SignedPart = 'same' | 'changed' | 'unchecked';

export type KeyState = 'found' | 'missing' | 'revoked' | 'malformed' | 'lookup-failed' | 'not-asked';

export interface SignatureKey {
  /** `selector._domainkey.domain` */
  readonly name: string;
  readonly state: KeyState;
  /** "rsa", "ed25519"; null where no key was read. */
  readonly type: string | null;
  readonly bits: number | null;
  /** `t=y`: the domain says that it only tries DKIM out. */
  readonly isTest: boolean;
  /** What is wrong with it, or what was answered in its place. */
  readonly detail: string | null;
}

/** A change that, taken back, makes the signature hold: what somebody did to the message. */
export interface MessageChange {
  readonly part: 'body' | 'header';
  /** `footer`: lines were added at the end; `mbox-quoting`: ">" before "From "; `dot-stuffing`: a dot doubled; `line-added-in-front`: of the body; `subject-tag`: before the subject. */
  readonly kind: 'footer' | 'mbox-quoting' | 'dot-stuffing' | 'line-added-in-front' | 'subject-tag';
  /** Lines that were added, null where that says nothing. */
  readonly lines: number | null;
  /** How what was added begins. */
  readonly begins: string | null;
}

export interface SignatureCheck {
  readonly outcome: SignatureOutcome;
  /** Null where it passes. */
  readonly fault: SignatureFault | null;
  /** What is malformed, refused or unfit, in a few words. */
  readonly detail: string | null;
  readonly body: SignedPart;
  readonly header: SignedPart;
  /** Octets at the end of the body that `l=` leaves unsigned, 0 for none. */
  readonly unsignedBytes: number;
  readonly changes: readonly MessageChange[];
  /** Null where the signature names none. */
  readonly key: SignatureKey | null;
}

/** `structure`: fields are missing, twice or out of order; `chain-value`: `cv=` is not what its place wants (RFC 8617 section 5.1.1). */
export type ArcFault = 'structure' | 'chain-value' | 'message-signature' | 'seal';

export interface ArcSetCheck {
  readonly instance: number;
  /** Of the ARC-Message-Signature; of an older set a failure only says that the message was changed behind it. */
  readonly message: SignatureCheck | null;
  /** Of the ARC-Seal, over all sets up to its own. */
  readonly seal: SignatureCheck | null;
}

/** The chain as it stands here (RFC 8617 section 5.2). */
export interface ArcCheck {
  readonly result: 'none' | 'pass' | 'fail' | 'untold';
  readonly fault: ArcFault | null;
  /** The set at which it breaks, or that could not be checked. */
  readonly instance: number | null;
  /** The oldest set from which on nothing was changed any more; null where the newest does not hold or was not checked. */
  readonly unchangedSince: number | null;
  /** The oldest first. */
  readonly sets: readonly ArcSetCheck[];
}

/** Everything that was checked of a message's signatures. */
export interface SignatureReport {
  /** `keys`: their keys were asked for; `offline`: nobody was asked. */
  readonly mode: 'keys' | 'offline';
  /** The body: `read`, longer than what is read, or not given. */
  readonly body: 'read' | 'cut' | 'missing';
  /** In the order of the fields, the newest first; aligned with the report's `signatures`. */
  readonly dkim: readonly SignatureCheck[];
  readonly arc: ArcCheck;
}
