/**
 * All signatures of a message: a procedure that asks for their keys, each once, and ends in what became of each.
 *
 * Bounded: of more signatures than anybody needs the rest is not looked at, and says so.
 */
import type { DnsServer } from '../../model/dns.js';
import type { DomainName } from '../../model/domain-name.js';
import type { SignatureCheck, SignatureReport } from '../../model/signature-check.js';
import type { SignatureTools } from '../../model/signature-tools.js';
import type { RawMessage } from '../../parse/mail/raw-message.js';
import type { Procedure } from '../procedure.js';
import { checkArcChain, collectArcSets, readArcTerms } from './arc-chain.js';
import { createHashedBody } from './body-hash.js';
import { type CheckedMessage, checkSignature } from './check-signature.js';
import { readSignatureTerms, type SignatureTerms } from './signature-terms.js';
import { keyName, lookUpKeys, type SigningKeys } from './signing-key.js';

/** Signatures that are checked; each may cost a pass over the body. */
const mostSignatures = 20;
/** Keys that are asked for; a full chain of ARC has a hundred, an honest message a handful. */
const mostKeys = 40;

export interface SignatureRequest {
  readonly message: RawMessage;
  /** The body is longer than what was read. */
  readonly isCut: boolean;
  readonly tools: SignatureTools;
  readonly atMs: number;
  /** None: nobody is asked. */
  readonly servers: readonly DnsServer[];
}

/** Asks, then checks. */
export function* checkMessage({ message: { fields, body }, isCut, tools, atMs, servers }: SignatureRequest): Procedure<SignatureReport> {
  const message = { fields, body: body === null || isCut ? null : createHashedBody(body, tools), isCut };
  const dkim = message.fields.filter(({ name }) => name === 'dkim-signature').map((field) => readSignatureTerms(field, 'dkim'));
  const checked = dkim.slice(0, mostSignatures);
  const keys: SigningKeys = servers.length === 0 ? new Map() : yield* lookUpKeys(listKeys(message, checked), servers);
  const given = { tools, keys, atMs };
  return {
    mode: servers.length === 0 ? 'offline' : 'keys',
    body: isCut ? 'cut' : body === null ? 'missing' : 'read',
    dkim: dkim.map((terms, at) => (at < mostSignatures ? checkSignature(message, terms, given) : leftOut)),
    arc: checkArcChain(message, given),
  };
}

function listKeys({ fields }: CheckedMessage, dkim: readonly SignatureTerms[]): readonly DomainName[] {
  const arc = collectArcSets(fields).flatMap((set) => Object.values(readArcTerms(set)));
  const names = [...dkim, ...arc].flatMap((terms) => (terms === null ? [] : (keyName(terms.selector, terms.domain) ?? [])));
  return [...new Set(names)].slice(0, mostKeys);
}

const leftOut: SignatureCheck = {
  outcome: 'untold',
  fault: 'too-many',
  detail: null,
  body: 'unchecked',
  header: 'unchecked',
  unsignedBytes: 0,
  changes: [],
  key: null,
};
