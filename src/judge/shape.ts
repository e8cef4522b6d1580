/**
 * Shapes: what a value from a file must look like before anybody relies on its type.
 *
 * A shape answers with the first fault, by its path, or null. Fields that are not named are left alone, since readers
 * ignore what they do not know. Lists and texts are bounded; the depth is that of the shapes, so no input exhausts the stack.
 */
import { type DomainName, parseDomainName } from '../model/domain-name.js';
import { type IpAddress, parseIpAddress } from '../model/ip-address.js';

/** The first fault of the value, null where it fits. The parameter ties the shape to the type that it admits. */
export type Shape<Value> = ((value: unknown, path: string) => string | null) & { readonly admits?: Value };

/** The longest text: a message bound of SMTP lines is far below it. */
const textLimit = 1_000_000;
/** The longest list: a trace of a thousand exchanges stays below it. */
const listLimit = 100_000;

export const text: Shape<string> = (value, path) => {
  if (typeof value !== 'string') return `${path} is no text`;
  return value.length > textLimit ? `${path} is longer than ${textLimit} characters` : null;
};

export const number: Shape<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? null : `${path} is no finite number`;

export const flag: Shape<boolean> = (value, path) => (typeof value === 'boolean' ? null : `${path} is neither true nor false`);

/** A domain name in canonical form. */
export const domainName: Shape<DomainName> = (value, path) =>
  typeof value === 'string' && parseDomainName(value) === value ? null : `${path} is no domain name in canonical form`;

/** An IP address in canonical form. */
export const ipAddress: Shape<IpAddress> = (value, path) =>
  typeof value === 'string' && parseIpAddress(value) === value ? null : `${path} is no IP address in canonical form`;

/** An ISO 8601 time in UTC, as `Date.toISOString` writes it. */
export const moment: Shape<string> = (value, path) => {
  const valid =
    typeof value === 'string' &&
    /^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value));
  return valid ? null : `${path} is no ISO 8601 time in UTC`;
};

/** This value and no other. */
export function exactly<const Value extends string | number | boolean>(expected: Value): Shape<Value> {
  return (value, path) => (value === expected ? null : `${path} is not ${JSON.stringify(expected)}`);
}

/** One of the words; written as a record, so that the compiler asks for every word of the type. */
export function wordOf<Word extends string>(words: Readonly<Record<Word, true>>): Shape<Word> {
  return (value, path) => (typeof value === 'string' && Object.hasOwn(words, value) ? null : `${path} is none of the words known for it`);
}

/** Null, or what fits. */
export function nullable<Value>(shape: Shape<Value>): Shape<Value | null> {
  return (value, path) => (value === null ? null : shape(value, path));
}

/** A field that may be missing, or what fits. */
export function optional<Value>(shape: Shape<Value>): Shape<Value | undefined> {
  return (value, path) => (value === undefined ? null : shape(value, path));
}

/** The first shape that fits; the fault of the last one where none does. */
export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return (value, path) => (first(value, path) === null ? null : second(value, path));
}

/** A list within the bound, each entry of which fits. */
export function listOf<Item>(item: Shape<Item>, limit = listLimit): Shape<readonly Item[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return `${path} is no list`;
    if (value.length > limit) return `${path} has more than ${limit} entries`;
    return firstFault(value.map((entry: unknown, at) => () => item(entry, `${path}[${at}]`)));
  };
}

/** Every field of the type has its shape: a field that is added to the model is asked for by the compiler. */
export function recordOf<Value>(
  fields: { readonly [Key in keyof Value]-?: Shape<Value[Key]> | Shape<Value[Key] | undefined> },
): Shape<Value> {
  const entries = Object.entries(fields) as [string, Shape<unknown>][];
  return (value, path) => {
    if (!isRecord(value)) return `${path} is no object`;
    return firstFault(
      entries.map(
        ([name, shape]) =>
          () =>
            shape(readOwn(value, name), path === '' ? name : `${path}.${name}`),
      ),
    );
  };
}

/** A union told apart by the word in one field; the compiler asks for a shape for each word. */
export function taggedBy<Value extends object, Field extends keyof Value & string>(
  field: Field,
  shapes: Readonly<Record<Value[Field] & string, Shape<Value>>>,
): Shape<Value> {
  const byTag: Readonly<Record<string, Shape<Value>>> = shapes;
  return (value, path) => {
    if (!isRecord(value)) return `${path} is no object`;
    const tag = readOwn(value, field);
    const shape = typeof tag === 'string' && Object.hasOwn(byTag, tag) ? byTag[tag] : undefined;
    return shape === undefined ? `${path}.${field} is none of the words known for it` : shape(value, path);
  };
}

/** Whether the value is an object that is no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readOwn(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function firstFault(checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const fault = check();
    if (fault !== null) return fault;
  }
  return null;
}
