/**
 * DER for certificates: as much of ITU-T X.690 as RFC 5280 needs of it.
 */

/** Tag, length, contents. */
export function encodeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes(contents);
  return concatBytes([Uint8Array.of(tag, ...lengthOctets(body.length)), body]);
}

function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function lengthOctets(length: number): number[] {
  if (length < 128) return [length];
  const octets = [];
  for (let rest = length; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff);
  return [0x80 | octets.length, ...octets];
}

export const derSequence = (...parts: readonly Uint8Array[]) => encodeDer(0x30, ...parts);
export const derSet = (...parts: readonly Uint8Array[]) => encodeDer(0x31, ...parts);
export const derBoolean = (value: boolean) => encodeDer(0x01, Uint8Array.of(value ? 0xff : 0));
export const derOctetString = (bytes: Uint8Array) => encodeDer(0x04, bytes);
/** All bits used. */
export const derBitString = (bytes: Uint8Array) => encodeDer(0x03, Uint8Array.of(0), bytes);
export const derUtf8String = (text: string) => encodeDer(0x0c, new TextEncoder().encode(text));
/** Context-specific and constructed: `[n] EXPLICIT`. */
export const derExplicit = (number: number, ...parts: readonly Uint8Array[]) => encodeDer(0xa0 | number, ...parts);

/** A number from 0 to 2^31 - 1. */
export function derInteger(value: number): Uint8Array {
  const octets = [];
  for (let rest = value; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff);
  const first = octets[0] ?? 0;
  return encodeDer(0x02, Uint8Array.from(first >= 0x80 || octets.length === 0 ? [0, ...octets] : octets));
}

/** `1.2.840.10045.4.3.2`, each number after the second in base 128. */
export function derObjectIdentifier(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return encodeDer(0x06, Uint8Array.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const octets = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) octets.unshift(0x80 | (rest & 0x7f));
  return octets;
}

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280 section 4.1.2.5); whole seconds. */
export function derTime(milliseconds: number): Uint8Array {
  const date = new Date(milliseconds);
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  const text = date.getUTCFullYear() < 2050 ? digits.slice(2) : digits;
  return encodeDer(date.getUTCFullYear() < 2050 ? 0x17 : 0x18, new TextEncoder().encode(text));
}
