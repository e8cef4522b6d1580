/**
 * The key of a signature as the DNS has it (RFC 6376 section 3.6.1), and the questions that get it.
 *
 * Each key is asked for once, however many signatures name it.
 */
import type { DnsServer } from '../../model/dns.js';
import { type DomainName, parseDomainName } from '../../model/domain-name.js';
import type { KeyState } from '../../model/signature-check.js';
import { parseBase64 } from '../../parse/dns/base64.js';
import { textOfRecord } from '../../parse/dns/text-of-record.js';
import { parseTagList, withoutBlanks } from '../../parse/tag-list.js';
import type { Answer } from '../answer.js';
import { describeAnswer } from '../answer-text.js';
import { askResolvers } from '../ask-resolvers.js';
import type { Procedure } from '../procedure.js';

export interface SigningKey {
  readonly state: KeyState;
  readonly detail: string | null;
  /** `k=`. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** `h=`, null where any hash may be used. */
  readonly hashes: readonly string[] | null;
  /** `s=`. */
  readonly isForMail: boolean;
  /** `t=y`, `t=s`. */
  readonly isTest: boolean;
  readonly isStrict: boolean;
}

export type SigningKeys = ReadonlyMap<string, SigningKey>;

/** Where the key of a selector stands; null where the two make no name. */
export function keyName(selector: string | null, domain: string | null): DomainName | null {
  return selector === null || domain === null ? null : parseDomainName(`${selector}._domainkey.${domain}`);
}

/** Asks for every key, side by side; of each name one resolver after the other until one answers. */
export function* lookUpKeys(names: readonly DomainName[], servers: readonly DnsServer[]): Procedure<SigningKeys> {
  const keys = new Map<string, SigningKey>();
  const procedures = [...new Set(names)].map((name) =>
    askKey(name, servers, (key) => {
      keys.set(name, key);
    }),
  );
  yield { mode: 'beside', procedures };
  return keys;
}

function* askKey(name: DomainName, servers: readonly DnsServer[], keep: (key: SigningKey) => void): Procedure<void> {
  const answer = yield* askResolvers(name, 'TXT', servers);
  keep(answer === null ? noKey('lookup-failed', 'no resolver answered') : readKeyAnswer(answer));
}

/** The key that the answer holds. */
function readKeyAnswer(answer: Answer): SigningKey {
  if (answer.kind === 'nxdomain') return noKey('missing', 'the name does not exist');
  if (answer.kind === 'no-data' || answer.kind === 'alias-only') return noKey('missing', 'no TXT record stands there');
  if (answer.kind !== 'records') return noKey('lookup-failed', describeAnswer(answer, 'TXT'));
  const texts = answer.records.flatMap(({ data }) => (data.type === 'TXT' ? [textOfRecord(data.strings)] : []));
  return readKeyTexts(texts);
}

function noKey(state: KeyState, detail: string | null): SigningKey {
  return { state, detail, type: 'rsa', bytes: new Uint8Array(), hashes: null, isForMail: true, isTest: false, isStrict: false };
}

/** Records that are keys; of several the first that is a good one (RFC 6376 section 3.6.2.2 leaves it open). */
function readKeyTexts(texts: readonly string[]): SigningKey {
  const keys = texts.map(parseKeyRecord);
  return keys.find(({ state }) => state === 'found') ?? keys[0] ?? noKey('missing', 'no TXT record stands there');
}

/** One record. */
export function parseKeyRecord(text: string): SigningKey {
  const { tags } = parseTagList(text);
  const version = tags.get('v');
  const key = tags.get('p');
  if (version !== undefined && version !== 'DKIM1') return noKey('malformed', `v=${version.slice(0, 20)} in place of DKIM1`);
  if (key === undefined) return noKey('malformed', 'p= is missing: this is no key');
  const flags = splitList(tags.get('t'));
  const record = {
    type: (tags.get('k') ?? 'rsa').toLowerCase(),
    hashes: tags.has('h') ? splitList(tags.get('h')) : null,
    isForMail: !tags.has('s') || splitList(tags.get('s')).some((service) => service === '*' || service === 'email'),
    isTest: flags.includes('y'),
    isStrict: flags.includes('s'),
  };
  if (withoutBlanks(key) === '') return { ...noKey('revoked', 'p= is empty'), ...record };
  const bytes = parseBase64(withoutBlanks(key));
  if (bytes === null) return { ...noKey('malformed', 'p= is no base64'), ...record };
  return { state: 'found', detail: null, bytes, ...record };
}

function splitList(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(':')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '');
}
