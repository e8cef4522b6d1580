/**
 * The mechanisms of SPF that look at the client (RFC 7208 section 5), each a procedure that ends in whether it matches.
 *
 * `include` and `redirect` are in `spf-procedure`: they evaluate another record.
 */
import { isWithin, rootName } from '../../model/domain-name.js';
import { addressFamily, type IpAddress, ipAddressBytes } from '../../model/ip-address.js';
import type { SpfDirective } from '../../parse/spf/spf-record.js';
import type { Procedure } from '../procedure.js';
import { addressesOf, type Found, find, mostVoidLookups, type SpfState, targetName, validatedNames } from './spf-state.js';

export type Match =
  | { readonly kind: 'match' | 'no-match'; readonly target: string | null; readonly detail: string | null }
  | { readonly kind: 'error'; readonly result: 'temperror' | 'permerror'; readonly target: string | null; readonly detail: string };

/** Names of one `mx` whose addresses are asked for; more are a permanent error (RFC 7208 section 4.6.4). */
const mostExchanges = 10;

/** Whether the directive matches the client, while the record of `domain` is evaluated. */
export function* matchDirective(state: SpfState, domain: string, directive: SpfDirective): Procedure<Match> {
  switch (directive.mechanism) {
    case 'all':
      return { kind: 'match', target: null, detail: null };
    case 'ip4':
    case 'ip6':
      return matchNetwork(state, directive);
    case 'a':
      return yield* matchAddress(state, domain, directive);
    case 'mx':
      return yield* matchExchanges(state, domain, directive);
    case 'ptr':
      return yield* matchReverse(state, domain, directive);
    default:
      return yield* matchExistence(state, domain, directive);
  }
}

function matchNetwork({ subject }: SpfState, directive: SpfDirective): Match {
  const { network } = directive;
  const isIn = network !== null && isInNetwork(subject.client, network, directive);
  return { kind: isIn ? 'match' : 'no-match', target: null, detail: isIn ? `${subject.client} is in it` : null };
}

/** Whether the client is in the network, by the prefix length of its family. */
function isInNetwork(client: IpAddress, network: IpAddress, { prefix4, prefix6 }: SpfDirective): boolean {
  if (addressFamily(client) !== addressFamily(network)) return false;
  const bits = addressFamily(client) === 4 ? prefix4 : prefix6;
  const [a, b] = [ipAddressBytes(client), ipAddressBytes(network)];
  const whole = bits >> 3;
  if (a.subarray(0, whole).some((octet, at) => octet !== b[at])) return false;
  const rest = bits & 7;
  return rest === 0 || ((a[whole] ?? 0) ^ (b[whole] ?? 0)) >> (8 - rest) === 0;
}

/** Counts an answer without anything; an error where that is one too many. */
export function countVoid(state: SpfState, found: Found, target: string): Match | null {
  if (found.kind !== 'void') return null;
  state.voidLookups += 1;
  if (state.voidLookups <= mostVoidLookups) return null;
  return { kind: 'error', result: 'permerror', target, detail: `more than ${mostVoidLookups} lookups found nothing` };
}

const noName = (target: string): Match => ({ kind: 'no-match', target, detail: 'that is no domain name' });

function failed(target: string, detail: string): Match {
  return { kind: 'error', result: 'temperror', target, detail };
}

function compare(state: SpfState, directive: SpfDirective, addresses: readonly IpAddress[]): IpAddress | null {
  return addresses.find((address) => isInNetwork(state.subject.client, address, directive)) ?? null;
}

function* matchAddress(state: SpfState, domain: string, directive: SpfDirective): Procedure<Match> {
  const { text, name } = yield* targetName(state, domain, directive.target);
  if (name === null) return noName(text);
  const { addresses, found } = yield* addressesOf(state, name);
  if (found.kind === 'error') return failed(text, found.detail);
  const matching = compare(state, directive, addresses);
  if (matching !== null) return { kind: 'match', target: text, detail: `it has ${matching}` };
  return countVoid(state, found, text) ?? { kind: 'no-match', target: text, detail: describeAddresses(addresses) };
}

function describeAddresses(addresses: readonly IpAddress[]): string {
  if (addresses.length === 0) return 'it has no address of this family';
  return `it has ${addresses.slice(0, 4).join(', ')}${addresses.length > 4 ? ` and ${addresses.length - 4} more` : ''}`;
}

function* matchExchanges(state: SpfState, domain: string, directive: SpfDirective): Procedure<Match> {
  const { text, name } = yield* targetName(state, domain, directive.target);
  if (name === null) return noName(text);
  const found = yield* find(state, name, 'MX');
  if (found.kind === 'error') return failed(text, found.detail);
  if (found.kind === 'void') return countVoid(state, found, text) ?? { kind: 'no-match', target: text, detail: 'it has no MX record' };
  const exchanges = found.answer.records.flatMap(({ data }) => (data.type === 'MX' && data.exchange !== rootName ? [data.exchange] : []));
  const seen: IpAddress[] = [];
  for (const [at, exchange] of exchanges.entries()) {
    if (at >= mostExchanges)
      return { kind: 'error', result: 'permerror', target: text, detail: `its MX records name more than ${mostExchanges} hosts` };
    const { addresses, found: heard } = yield* addressesOf(state, exchange);
    if (heard.kind === 'error') return failed(text, heard.detail);
    const matching = compare(state, directive, addresses);
    if (matching !== null) return { kind: 'match', target: text, detail: `its exchange ${exchange} has ${matching}` };
    seen.push(...addresses);
  }
  return { kind: 'no-match', target: text, detail: describeAddresses(seen).replace(/^it has/, 'its exchanges have') };
}

/** RFC 7208 section 5.5; a failure is no match. */
function* matchReverse(state: SpfState, domain: string, directive: SpfDirective): Procedure<Match> {
  const { text, name } = yield* targetName(state, domain, directive.target);
  if (name === null) return noName(text);
  const { names, found } = yield* validatedNames(state);
  const matching = names.find((each) => isWithin(each, name));
  if (matching !== undefined) return { kind: 'match', target: text, detail: `the client is ${matching}` };
  const tooMany = countVoid(state, found, text);
  if (tooMany !== null) return tooMany;
  return {
    kind: 'no-match',
    target: text,
    detail: names.length === 0 ? 'no name leads to the client and back' : `the client is ${names[0]}`,
  };
}

/** RFC 7208 section 5.7: any A record, whatever the client's family. */
function* matchExistence(state: SpfState, domain: string, directive: SpfDirective): Procedure<Match> {
  const { text, name } = yield* targetName(state, domain, directive.target);
  if (name === null) return noName(text);
  const found = yield* find(state, name, 'A');
  if (found.kind === 'error') return failed(text, found.detail);
  if (found.kind === 'found') return { kind: 'match', target: text, detail: 'it exists' };
  return countVoid(state, found, text) ?? { kind: 'no-match', target: text, detail: 'it does not exist' };
}
