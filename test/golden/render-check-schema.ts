/**
 * A checker for the part of JSON Schema 2020-12 that `docs/report.schema.json` uses, stricter than a reader's: a property
 * that the schema does not describe is a fault, and so is a keyword that is not known here.
 */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

interface Place {
  readonly root: JsonObject;
  readonly schema: JsonObject;
  readonly value: Json;
  readonly path: string;
}

/** The faults of a value, each with its path; none where it fits. */
export function checkSchema(root: JsonObject, value: Json): readonly string[] {
  return check({ root, schema: root, value, path: '$' });
}

function check(place: Place): readonly string[] {
  return Object.entries(place.schema).flatMap(([keyword, wanted]) => {
    const apply = keywords.get(keyword);
    if (apply !== undefined) return apply(wanted, place);
    return silent.has(keyword) ? [] : [`${place.path}: the schema has the unknown keyword ${keyword}`];
  });
}

const silent: ReadonlySet<string> = new Set(['$schema', '$defs', 'title', 'description']);

type Keyword = (wanted: Json, place: Place) => readonly string[];

const keywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['$ref', (wanted, place) => check({ ...place, schema: resolve(place.root, wanted) })],
  ['type', (wanted, { value, path }) => faultUnless(isOfType(value, wanted), `${path} is no ${String(wanted)}`)],
  ['const', (wanted, { value, path }) => faultUnless(value === wanted, `${path} is not ${JSON.stringify(wanted)}`)],
  [
    'enum',
    (wanted, { value, path }) => faultUnless(toList(wanted).includes(value), `${path} is none of the words: ${JSON.stringify(value)}`),
  ],
  ['format', (_, { value, path }) => faultUnless(!Number.isNaN(Date.parse(String(value))), `${path} is no time`)],
  ['minimum', (wanted, { value, path }) => faultUnless(Number(value) >= Number(wanted), `${path} is below ${String(wanted)}`)],
  ['maximum', (wanted, { value, path }) => faultUnless(Number(value) <= Number(wanted), `${path} is above ${String(wanted)}`)],
  ['not', (wanted, place) => faultUnless(check({ ...place, schema: toObject(wanted) }).length > 0, `${place.path} fits what it must not`)],
  ['anyOf', checkAny],
  ['items', checkItems],
  ['required', checkRequired],
  ['properties', checkProperties],
  ['additionalProperties', checkAdditional],
]);

function faultUnless(fits: boolean, fault: string): readonly string[] {
  return fits ? [] : [fault];
}

/** The faults of the branch that comes nearest. */
function checkAny(wanted: Json, place: Place): readonly string[] {
  const branches = toList(wanted).map((schema) => check({ ...place, schema: toObject(schema) }));
  return branches.reduce((least, faults) => (faults.length < least.length ? faults : least));
}

function checkItems(wanted: Json, place: Place): readonly string[] {
  return toList(place.value).flatMap((value, at) => check({ ...place, schema: toObject(wanted), value, path: `${place.path}[${at}]` }));
}

function checkRequired(wanted: Json, { value, path }: Place): readonly string[] {
  const present = Object.keys(toObject(value));
  return toList(wanted).flatMap((name) => faultUnless(present.includes(String(name)), `${path} has no ${String(name)}`));
}

function checkProperties(wanted: Json, place: Place): readonly string[] {
  const described = new Map(Object.entries(toObject(wanted)));
  return Object.entries(toObject(place.value)).flatMap(([name, value]) => {
    const path = `${place.path}.${name}`;
    const schema = described.get(name);
    return schema === undefined ? [`${path} is not described`] : check({ ...place, schema: toObject(schema), value, path });
  });
}

function checkAdditional(wanted: Json, place: Place): readonly string[] {
  return Object.entries(toObject(place.value)).flatMap(([name, value]) =>
    check({ ...place, schema: toObject(wanted), value, path: `${place.path}.${name}` }),
  );
}

function resolve(root: JsonObject, reference: Json): JsonObject {
  const definition = toObject(root.$defs ?? null)[String(reference).replace('#/$defs/', '')];
  if (definition === undefined) throw new Error(`the schema has no ${String(reference)}`);
  return toObject(definition);
}

function isOfType(value: Json, type: Json): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return isObject(value);
  return typeof value === type;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is an object; what it is stands under `type`. */
export function toObject(value: Json): JsonObject {
  return isObject(value) ? value : {};
}

/** The value where it is a list. */
export function toList(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
