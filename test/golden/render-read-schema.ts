/**
 * `docs/report.schema.json` as the tests read it: its definitions, the words of a list, the fields of an object.
 */
import { readFileSync } from 'node:fs';
import { type Json, type JsonObject, toList, toObject } from './render-check-schema.js';

export const schema: JsonObject = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'));

/** A definition by its name; an empty one where there is none. */
export function findDefinition(name: string): JsonObject {
  return toObject(toObject(schema.$defs ?? null)[name] ?? null);
}

/** The words, sorted, that a definition or a property of it lists, by a path with dots. */
export function listWords(path: string): readonly Json[] {
  const [name = '', ...properties] = path.split('.');
  const place = properties.reduce((at, property) => toObject(findProperty(at, property)), findDefinition(name));
  const branches = toList(place.anyOf ?? null).map((branch) => toObject(branch).enum);
  return [...toList(place.enum ?? branches.find((words) => words !== undefined) ?? null)].sort();
}

/** A property of an object, or of one of several; `items` of a list. */
export function findProperty(place: JsonObject, name: string): Json {
  if (name === 'items') return place.items ?? null;
  const own = toObject(place.properties ?? null)[name];
  if (own !== undefined) return own;
  const branches = toList(place.anyOf ?? null).map((branch) => findProperty(toObject(branch), name));
  return branches.find((found) => found !== null) ?? null;
}

/** The fields, sorted, that an object's description has. */
export function listFields(place: JsonObject): readonly string[] {
  return Object.keys(toObject(place.properties ?? null)).sort();
}

/** The keys, sorted, of a record that the compiler has held against a type. */
export function keysOf(record: Readonly<Record<string, true>>): readonly string[] {
  return Object.keys(record).sort();
}
