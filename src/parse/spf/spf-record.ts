/**
 * An SPF record → its terms (RFC 7208 section 4.6.1, 12).
 *
 * Never throws. The first term that is none makes the whole record one that nobody can evaluate; it is named.
 */
import { type IpAddress, parseIpAddress } from '../../model/ip-address.js';
import { type MacroString, parseDomainSpec, parseMacroString } from './macro-string.js';

export type SpfQualifier = '+' | '-' | '~' | '?';
export type SpfMechanism = 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists';

export interface SpfDirective {
  readonly kind: 'directive';
  /** As it stands. */
  readonly text: string;
  readonly qualifier: SpfQualifier;
  readonly mechanism: SpfMechanism;
  /** Behind the colon; null: the domain itself, or none is wanted. */
  readonly target: MacroString | null;
  /** Of `ip4` and `ip6`. */
  readonly network: IpAddress | null;
  readonly prefix4: number;
  readonly prefix6: number;
}

export interface SpfModifier {
  readonly kind: 'modifier';
  readonly text: string;
  /** Lower case; others than `redirect` and `exp` are ignored (RFC 7208 section 6). */
  readonly name: string;
  readonly target: MacroString;
}

export interface SpfRecord {
  readonly directives: readonly SpfDirective[];
  readonly redirect: SpfModifier | null;
  readonly explanation: SpfModifier | null;
  /** The first term that is none, and why; null for a record by the book. */
  readonly fault: { readonly term: string; readonly reason: string } | null;
}

/** Whether a TXT record is one of SPF (RFC 7208 section 4.5). */
export function isSpfRecord(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

/** The terms of a record that begins with `v=spf1`. */
export function parseSpfRecord(text: string): SpfRecord {
  const words = text
    .slice('v=spf1'.length)
    .split(/ +/)
    .filter((word) => word !== '');
  const terms = words.map((word) => ({ word, term: parseTerm(word) }));
  const modifiers = terms.flatMap(({ term }) => (typeof term !== 'string' && term.kind === 'modifier' ? [term] : []));
  const faulty = terms.find(({ term }) => typeof term === 'string');
  const twice = ['redirect', 'exp'].find((name) => modifiers.filter((modifier) => modifier.name === name).length > 1);
  const fault =
    typeof faulty?.term === 'string'
      ? { term: faulty.word.slice(0, 200), reason: faulty.term }
      : twice === undefined
        ? null
        : { term: `${twice}=`, reason: `${twice}= stands twice` };
  return {
    directives: terms.flatMap(({ term }) => (typeof term !== 'string' && term.kind === 'directive' ? [term] : [])),
    redirect: modifiers.find(({ name }) => name === 'redirect') ?? null,
    explanation: modifiers.find(({ name }) => name === 'exp') ?? null,
    fault,
  };
}

/** A term, or why it is none. */
function parseTerm(word: string): SpfDirective | SpfModifier | string {
  if (!/^[!-~]+$/.test(word)) return 'it has characters other than printable ASCII';
  const [, name, value = ''] = /^([a-z][a-z0-9\-_.]*)=(.*)$/i.exec(word) ?? [];
  return name === undefined ? parseDirective(word) : parseModifier(word, name.toLowerCase(), value);
}

function parseModifier(text: string, name: string, value: string): SpfModifier | string {
  const isKnown = name === 'redirect' || name === 'exp';
  const target = isKnown ? parseDomainSpec(value) : parseMacroString(value);
  if (target === null) return isKnown ? 'what stands behind the sign is no domain' : 'its value is no macro string';
  return { kind: 'modifier', text, name, target };
}

function parseDirective(text: string): SpfDirective | string {
  const [, qualifier = '+', name = '', rest = ''] = /^([+\-~?])?([a-z0-9]*)(.*)$/i.exec(text) ?? [];
  const mechanism = name.toLowerCase();
  const base = {
    kind: 'directive',
    text,
    qualifier: qualifier as SpfQualifier,
    target: null,
    network: null,
    prefix4: 32,
    prefix6: 128,
  } as const;
  switch (mechanism) {
    case 'all':
      return rest === '' ? { ...base, mechanism } : 'all takes nothing behind it';
    case 'include':
    case 'exists': {
      const target = rest.startsWith(':') ? parseDomainSpec(rest.slice(1)) : null;
      return target === null ? `${mechanism} wants a domain behind its colon` : { ...base, mechanism, target };
    }
    case 'a':
    case 'mx':
    case 'ptr':
      return parseHostDirective({ ...base, mechanism }, rest);
    case 'ip4':
    case 'ip6':
      return parseNetworkDirective({ ...base, mechanism }, rest);
    default:
      return 'no such mechanism';
  }
}

/** `a`, `a:domain`, `a/24`, `a:domain/24//64`; `ptr` without lengths. */
function parseHostDirective(base: SpfDirective, rest: string): SpfDirective | string {
  if (rest !== '' && !/^[:/]/.test(rest)) return 'no such mechanism';
  const [whole, name, length4, length6] = /^(?::(.*?))?(?:\/(\d{1,4}))?(?:\/\/(\d{1,4}))?$/.exec(rest) ?? [];
  if (whole === undefined) return 'what stands behind it is no prefix length';
  const hasLength = length4 !== undefined || length6 !== undefined;
  if (base.mechanism === 'ptr' && hasLength) return 'ptr takes no prefix length';
  const prefix4 = readPrefix(length4, 32);
  const prefix6 = readPrefix(length6, 128);
  if (prefix4 === null || prefix6 === null) return 'a prefix length is none';
  if (name === undefined) return { ...base, prefix4, prefix6 };
  const target = parseDomainSpec(name);
  return target === null ? 'what stands behind the colon is no domain' : { ...base, target, prefix4, prefix6 };
}

/** Without leading zeros (RFC 7208 section 5.6); the whole address where none is given. */
function readPrefix(text: string | undefined, most: number): number | null {
  if (text === undefined) return most;
  return /^(?:0|[1-9]\d{0,2})$/.test(text) && Number(text) <= most ? Number(text) : null;
}

function parseNetworkDirective(base: SpfDirective, rest: string): SpfDirective | string {
  const [, address = '', length] = /^:([0-9a-f:.]+)(?:\/(\d{1,4}))?$/i.exec(rest) ?? [];
  const isSix = base.mechanism === 'ip6';
  const prefix = readPrefix(length, isSix ? 128 : 32);
  const network = address.includes(':') === isSix ? parseIpAddress(address) : null;
  if (network === null) return `what stands behind ${base.mechanism} is no such address`;
  if (prefix === null) return 'the prefix length is none';
  return isSix ? { ...base, network, prefix6: prefix } : { ...base, network, prefix4: prefix };
}
