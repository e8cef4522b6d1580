/**
 * Signs messages for tests: as mailauth does it, an independent hand, and by hand with any tags, faulty ones among them.
 */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { sealMessage } from 'mailauth/lib/arc/index.js';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import type { SignatureReport } from '../../../model/signature-check.js';
import { nodeSignatureTools } from '../../../net/signature-tools.js';
import { canonicalizeBody, signedBody } from '../../../parse/mail/canonical-body.js';
import { type Canonicalization, canonicalizeField, emptySignature, selectFields } from '../../../parse/mail/canonical-header.js';
import { splitMessage } from '../../../parse/mail/raw-message.js';
import { textOctets } from '../../../parse/octet-text.js';
import { runOverTable, tableServer } from '../../testing/dns-table.js';
import { checkMessage } from '../check-message.js';

export interface TestKey {
  readonly privateKey: KeyObject;
  /** What stands at `selector._domainkey.domain`. */
  readonly record: string;
}

/** A new key; `bits` for RSA. */
export function createTestKey(type: 'rsa' | 'ed25519', bits = 1024): TestKey {
  const { privateKey, publicKey } = type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: bits }) : generateKeyPairSync('ed25519');
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const bytes = type === 'rsa' ? der : der.subarray(-32);
  return { privateKey, record: `v=DKIM1; k=${type}; p=${bytes.toString('base64')}` };
}

export interface LibrarySigning {
  readonly key: TestKey;
  readonly type?: 'rsa' | 'ed25519';
  readonly form?: string;
}

/** The message with a signature of example.org, selector s1, by mailauth. */
export async function signByLibrary(message: string, { key, type = 'rsa', form = 'relaxed/relaxed' }: LibrarySigning): Promise<string> {
  const signing = {
    canonicalization: form,
    // Without a time of ours, mailauth takes two: one to sign and one to write.
    signTime: new Date('2026-11-23T10:00:00Z'),
    algorithm: `${type}-sha256` as const,
    signingDomain: 'example.org',
    selector: 's1',
    privateKey: key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  const { signatures, errors } = await dkimSign(Buffer.from(message, 'latin1'), { ...signing, signatureData: [signing] });
  if (errors.length > 0) throw new Error(`mailauth did not sign: ${String(errors[0])}`);
  return signatures + message;
}

export interface LibrarySealing {
  readonly key: TestKey;
  readonly domain: string;
  /** As the sealer finds it. */
  readonly chain: 'none' | 'pass' | 'fail';
  /** What the sealer found of the message. */
  readonly results?: string;
}

/** The message with an ARC set of a domain, selector `arc`, by mailauth. */
export async function sealByLibrary(
  message: string,
  { key, domain, chain, results = 'spf=pass smtp.mailfrom=example.org' }: LibrarySealing,
): Promise<string> {
  // Its types lack what it wants to be told of the results.
  const seal = {
    signingDomain: domain,
    selector: 'arc',
    privateKey: key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    signTime: new Date('2026-11-23T10:00:30Z'),
    authResults: `mx.${domain}; ${results}`,
    cv: chain,
  };
  const sealed = await sealMessage(Buffer.from(message, 'latin1'), seal);
  return sealed.toString('latin1') + message;
}

export interface HandSigning {
  readonly key: TestKey;
  /** `a`, `c`, `d`, `s`, `h`… as they shall stand; the others as they should be; null leaves a tag out. */
  readonly tags?: Readonly<Record<string, string | null>>;
}

/** The message with a signature by hand. */
export function signByHand(message: string, { key, tags = {} }: HandSigning): string {
  const { fields, body } = splitMessage(textOctets(message));
  const usual = { v: '1', a: 'rsa-sha256', c: 'relaxed/relaxed', d: 'example.org', s: 's1', h: 'from:to:subject' };
  const merged: Readonly<Record<string, string | null>> = { ...usual, ...tags };
  const [headerForm = 'simple', bodyForm = 'simple'] = (merged.c ?? 'simple').split('/') as Canonicalization[];
  const hash = merged.a?.endsWith('sha1') ? 'sha1' : 'sha256';
  const octets = signedBody(canonicalizeBody(body ?? new Uint8Array(), bodyForm), bodyForm);
  const bh = createHash(hash)
    .update(octets.subarray(0, Number(merged.l ?? octets.length)))
    .digest('base64');
  const listed = Object.entries({ ...merged, bh: tags.bh ?? bh }).flatMap(([tag, value]) => (value === null ? [] : [`${tag}=${value}`]));
  const field = `DKIM-Signature: ${listed.join('; ')}; b=`;
  const signed = selectFields(fields, (merged.h ?? '').split(':')).map(({ text }) => `${canonicalizeField(text, headerForm)}\r\n`);
  const data = Buffer.from(signed.join('') + canonicalizeField(emptySignature(field), headerForm), 'latin1');
  return `${field}${sign(hash, data, key.privateKey).toString('base64')}\r\n${message}`;
}

/** The keys by name: the text of the TXT record, or `SERVFAIL`, `timeout`. */
export type KeyWorld = Readonly<Record<string, string>>;

export interface VerifyOptions {
  readonly world?: KeyWorld;
  readonly offline?: boolean;
  readonly isCut?: boolean;
  readonly atMs?: number;
}

/** What becomes of the message's signatures, and which names were asked for. */
export function verify(
  message: string,
  { world = {}, offline = false, isCut = false, atMs = Date.parse('2026-11-24T00:00:00Z') }: VerifyOptions = {},
): SignatureReport & { readonly asked: readonly string[] } {
  const servers = offline ? [] : [tableServer];
  const request = { message: splitMessage(textOctets(message)), isCut, tools: nodeSignatureTools, atMs, servers };
  const table = Object.entries(world).map(([name, text]) => [name, [text === 'SERVFAIL' || text === 'timeout' ? text : `TXT ${text}`]]);
  const { value, asked } = runOverTable(checkMessage(request), Object.fromEntries(table));
  return { ...value, asked };
}
