/**
 * What one evaluation of SPF carries along: whom it is about, whom it asks, and how much it has asked (RFC 7208 section 4.6.4).
 */
import type { DnsServer, RecordType } from '../../model/dns.js';
import { assertDomainName, type DomainName, parseDomainName } from '../../model/domain-name.js';
import { addressFamily, type IpAddress, ipAddressBytes, reverseName } from '../../model/ip-address.js';
import type { SpfSubject } from '../../model/spf-check.js';
import { expandMacros, fitName, type MacroString, type MacroValues, usesLetters } from '../../parse/spf/macro-string.js';
import type { Answer } from '../answer.js';
import { describeAnswer } from '../answer-text.js';
import { askResolvers } from '../ask-resolvers.js';
import type { Procedure } from '../procedure.js';

/** RFC 7208 section 4.6.4: more terms that ask, or more answers without anything, are a permanent error. */
export const mostLookups = 10;
export const mostVoidLookups = 2;

export interface SpfState {
  readonly subject: SpfSubject;
  /** The local part and domain that are checked: of the sender, or postmaster at the HELO name. */
  readonly local: string;
  readonly domain: string;
  readonly servers: readonly DnsServer[];
  /** The host that checks, for `%{r}`. */
  readonly receiver: string;
  /** Seconds since 1970, for `%{t}`. */
  readonly nowSeconds: number;
  lookups: number;
  voidLookups: number;
}

/** What a question of a term came to. `error`: nobody could say; `void`: the name has no such record. */
export type Found =
  | { readonly kind: 'found'; readonly answer: Answer }
  | { readonly kind: 'void'; readonly answer: Answer }
  | { readonly kind: 'error'; readonly detail: string };

/** Asks; RFC 7208 section 4.4 tells failures from absence. */
export function* find(state: SpfState, name: DomainName, type: RecordType): Procedure<Found> {
  const answer = yield* askResolvers(name, type, state.servers);
  if (answer === null) return { kind: 'error', detail: `${type} of ${name}: no resolver answered` };
  if (answer.kind === 'records') return { kind: 'found', answer };
  if (answer.kind === 'no-data' || answer.kind === 'nxdomain' || answer.kind === 'alias-only') return { kind: 'void', answer };
  return { kind: 'error', detail: `${type} of ${name}: ${describeAnswer(answer, type)}` };
}

/** The macros' values while the record of `domain` is evaluated; `%{p}` costs questions and is asked for only where it stands. */
export function* macroValues(state: SpfState, domain: string, text: MacroString): Procedure<MacroValues> {
  const { client, helo } = state.subject;
  return {
    s: `${state.local}@${state.domain}`,
    l: state.local,
    o: state.domain,
    d: domain,
    i: dottedAddress(client),
    p: usesLetters(text, ['p']) ? yield* validatedName(state, domain) : 'unknown',
    h: helo,
    c: client,
    r: state.receiver,
    t: String(state.nowSeconds),
    v: addressFamily(client) === 4 ? 'in-addr' : 'ip6',
  };
}

/** IPv6 as nibbles (RFC 7208 section 7.3). */
function dottedAddress(client: IpAddress): string {
  if (addressFamily(client) === 4) return client;
  return [...ipAddressBytes(client)].flatMap((octet) => [octet >> 4, octet & 15].map((nibble) => nibble.toString(16))).join('.');
}

/** The name that a term means: what it says, expanded, or the domain itself. Null where that is no name. */
export function* targetName(
  state: SpfState,
  domain: string,
  target: MacroString | null,
): Procedure<{ text: string; name: DomainName | null }> {
  if (target === null) return { text: domain, name: parseDomainName(domain) };
  const text = fitName(expandMacros(target, yield* macroValues(state, domain, target)));
  // RFC 8616 section 4: a local part outside ASCII stands in no name, so the term does not match.
  return { text, name: parseDomainName(text) };
}

/** Of several names of a client the first ten count (RFC 7208 section 5.5). */
const mostNames = 10;

export interface ReverseNames {
  readonly names: readonly DomainName[];
  /** Of the PTR records. */
  readonly found: Found;
}

/** The client's names by reverse DNS that lead back to it; none where the lookup fails. */
export function* validatedNames(state: SpfState): Procedure<ReverseNames> {
  const found = yield* find(state, assertDomainName(reverseName(state.subject.client)), 'PTR');
  if (found.kind !== 'found') return { names: [], found };
  const claimed = found.answer.records.flatMap(({ data }) => (data.type === 'PTR' ? [data.target] : [])).slice(0, mostNames);
  const names: DomainName[] = [];
  for (const name of claimed) if ((yield* addressesOf(state, name)).addresses.includes(state.subject.client)) names.push(name);
  return { names, found };
}

export interface FoundAddresses {
  readonly addresses: readonly IpAddress[];
  readonly found: Found;
}

/** The addresses of a name, of the client's family. */
export function* addressesOf(state: SpfState, name: DomainName): Procedure<FoundAddresses> {
  const found = yield* find(state, name, addressFamily(state.subject.client) === 4 ? 'A' : 'AAAA');
  if (found.kind !== 'found') return { addresses: [], found };
  return { addresses: found.answer.records.flatMap(({ data }) => ('address' in data ? [data.address] : [])), found };
}

/** RFC 7208 section 7.3: the domain itself, else one beneath it, else any. */
function* validatedName(state: SpfState, domain: string): Procedure<string> {
  const { names } = yield* validatedNames(state);
  return names.find((name) => name === domain) ?? names.find((name) => name.endsWith(`.${domain}`)) ?? names[0] ?? 'unknown';
}
