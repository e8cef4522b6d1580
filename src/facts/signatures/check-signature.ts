/**
 * One signature against the message that stands here: the body's hash, then the header's signature with the key of the DNS.
 *
 * Body and header are looked at apart, so that the first difference does not hide the second. Nothing is asked here.
 */
import type { SignatureCheck, SignatureFault, SignatureKey, SignedPart } from '../../model/signature-check.js';
import type { PublicKey, SignatureTools } from '../../model/signature-tools.js';
import { parseBase64 } from '../../parse/dns/base64.js';
import { canonicalizeField, emptySignature, selectFields } from '../../parse/mail/canonical-header.js';
import type { RawField } from '../../parse/mail/raw-message.js';
import { textOctets } from '../../parse/octet-text.js';
import type { HashedBody, SignedBody } from './body-hash.js';
import { findHeaderChanges } from './header-changes.js';
import type { SignatureTerms } from './signature-terms.js';
import { keyName, type SigningKey, type SigningKeys } from './signing-key.js';

export interface CheckedMessage {
  readonly fields: readonly RawField[];
  /** Null where none is there, and where it is longer than what was read. */
  readonly body: HashedBody | null;
  readonly isCut: boolean;
}

export interface CheckTools {
  readonly tools: SignatureTools;
  /** By name; a name that is not in it was not asked. */
  readonly keys: SigningKeys;
  /** When the message came, milliseconds since 1970; else now. */
  readonly atMs: number;
}

/** RFC 8301 section 3.2. */
const leastBits = 1024;

/** Checks one signature of DKIM or the message signature of ARC. */
export function checkSignature(message: CheckedMessage, terms: SignatureTerms, given: CheckTools): SignatureCheck {
  const key = findKey(terms, given);
  const body = checkBody(message, terms);
  const header = checkHeader(message.fields, terms, key);
  const parts = { body: body.standing, header: header.standing, unsignedBytes: body.unsignedBytes, key: key.standing };
  const fault = concludeFault(message, terms, { ...parts, keyFault: key.fault, atMs: given.atMs });
  const changes = fault?.fault === 'body-changed' || fault?.fault === 'header-changed' ? [...body.changes(), ...header.changes()] : [];
  return { outcome: outcomeOf(fault?.fault ?? null), fault: fault?.fault ?? null, detail: fault?.detail ?? null, changes, ...parts };
}

const outcomes: Readonly<Partial<Record<SignatureFault, SignatureCheck['outcome']>>> = {
  'body-changed': 'fail',
  'header-changed': 'fail',
  'key-lookup-failed': 'untold',
  'key-not-asked': 'untold',
  'body-missing': 'untold',
  'message-cut': 'untold',
  'too-many': 'untold',
};

/** What a fault comes to; `pass` without one. */
export function outcomeOf(fault: SignatureFault | null): SignatureCheck['outcome'] {
  return fault === null ? 'pass' : (outcomes[fault] ?? 'unusable');
}

interface Fault {
  readonly fault: SignatureFault;
  readonly detail: string | null;
}

export interface FoundKey {
  /** Null where it may not be used, or is not there. */
  readonly usable: PublicKey | null;
  readonly standing: SignatureKey | null;
  readonly fault: Fault | null;
}

/** The key of a signature and whether it may verify it. */
export function findKey(terms: SignatureTerms, { keys, tools }: Pick<CheckTools, 'keys' | 'tools'>): FoundKey {
  const name = keyName(terms.selector, terms.domain);
  if (name === null) return { usable: null, standing: null, fault: null };
  const record = keys.get(name);
  const state = record?.state ?? 'not-asked';
  const known = record?.type === 'rsa' || record?.type === 'ed25519' ? record.type : null;
  const key = record === undefined || state !== 'found' || known === null ? null : tools.readKey(known, record.bytes);
  const fault = record === undefined ? { fault: 'key-not-asked' as const, detail: null } : judgeKey(record, key, terms);
  const standing: SignatureKey = {
    name,
    state: fault?.fault === 'key-malformed' ? 'malformed' : state,
    type: record?.state === 'found' ? record.type : null,
    bits: key?.bits ?? null,
    isTest: record?.isTest ?? false,
    detail: fault?.detail ?? null,
  };
  return { usable: fault === null ? key : null, standing, fault };
}

const faultOfState = {
  missing: 'key-missing',
  revoked: 'key-revoked',
  malformed: 'key-malformed',
  'lookup-failed': 'key-lookup-failed',
  'not-asked': 'key-not-asked',
} as const;

/** RFC 6376 section 6.1.2. */
function judgeKey(record: SigningKey, key: PublicKey | null, terms: SignatureTerms): Fault | null {
  if (record.state !== 'found') return { fault: faultOfState[record.state], detail: record.detail };
  if (record.type !== 'rsa' && record.type !== 'ed25519') return { fault: 'key-unfit', detail: `k=${record.type.slice(0, 20)} is unknown` };
  if (key === null) return { fault: 'key-malformed', detail: `p= is no key of the type ${record.type}` };
  if (terms.keyType !== null && record.type !== terms.keyType)
    return { fault: 'key-unfit', detail: `the key is for ${record.type}, the signature is ${terms.algorithm}` };
  if (key.bits < leastBits && record.type === 'rsa') return { fault: 'key-short', detail: `${key.bits} bits` };
  if (!record.isForMail) return { fault: 'key-unfit', detail: 's= gives it to another service than mail' };
  if (record.hashes !== null && terms.hash !== null && !record.hashes.includes(terms.hash))
    return { fault: 'key-unfit', detail: `h= does not allow ${terms.hash}` };
  if (record.isStrict && terms.identityDomain !== terms.domain)
    return { fault: 'key-unfit', detail: 't=s wants i= to be of the very domain of d=' };
  return null;
}

interface CheckedPart {
  readonly standing: SignedPart;
  readonly changes: () => SignatureCheck['changes'];
}

const unchecked: CheckedPart = { standing: 'unchecked', changes: () => [] };

function checkBody({ body }: CheckedMessage, terms: SignatureTerms): CheckedPart & { readonly unsignedBytes: number } {
  const { hash, bodyHash, bodyForm, bodyLength } = terms;
  if (body === null || hash === null || bodyHash === null || bodyHash === '') return { ...unchecked, unsignedBytes: 0 };
  const signed: SignedBody = { form: bodyForm, hash, expected: bodyHash, length: bodyLength };
  const { isSame, unsignedBytes } = body.compare(signed);
  // A header that was pasted with an empty line behind it.
  if (!isSame && body.isBlank) return { ...unchecked, unsignedBytes: 0 };
  return { standing: isSame ? 'same' : 'changed', unsignedBytes, changes: () => (isSame ? [] : body.findChanges(signed)) };
}

function checkHeader(fields: readonly RawField[], terms: SignatureTerms, { usable }: FoundKey): CheckedPart {
  const { hash } = terms;
  const signature = parseBase64(terms.signature);
  if (usable === null || hash === null || signature === null) return unchecked;
  const holdsWith = (some: readonly RawField[]) => usable.verifies({ hash, octets: signedHeader(some, terms), signature });
  const isSame = holdsWith(fields);
  return { standing: isSame ? 'same' : 'changed', changes: () => (isSame ? [] : findHeaderChanges(fields, holdsWith)) };
}

/** The octets of RFC 6376 section 3.7: the fields that are named, then the signature's own without its value. */
function signedHeader(fields: readonly RawField[], { field, signedNames, headerForm }: SignatureTerms): Uint8Array {
  const others = fields.filter((each) => each !== field);
  const signed = selectFields(others, signedNames).map(({ text }) => `${canonicalizeField(text, headerForm)}\r\n`);
  return textOctets(signed.join('') + canonicalizeField(emptySignature(field.text), headerForm));
}

type Standing = Pick<SignatureCheck, 'body' | 'header'> & { readonly keyFault: Fault | null; readonly atMs: number };

/** The first fault in the order of what it says of the message: a changed body needs no key to be told. */
function concludeFault(message: CheckedMessage, terms: SignatureTerms, { body, header, keyFault, atMs }: Standing): Fault | null {
  if (terms.fault !== null) return terms.fault;
  if (body === 'changed') return { fault: 'body-changed', detail: null };
  if (keyFault !== null) return keyFault;
  if (header === 'changed') return { fault: 'header-changed', detail: null };
  if (header === 'unchecked') return { fault: 'malformed', detail: 'b= is no base64' };
  if (body === 'unchecked') return { fault: message.isCut ? 'message-cut' : 'body-missing', detail: null };
  if (terms.expiresAt !== null && terms.expiresAt * 1000 < atMs) return { fault: 'expired', detail: null };
  return null;
}
