/**
 * What every reader of a spam filter's fields needs: a field's value, a number in it, the tests that weigh most.
 */
import type { FilterVerdict } from '../../../model/headers-report.js';
import { fieldValues, type HeaderField } from '../header-fields.js';

/** The verdicts that the fields hold of one product; none where it left no field. */
export type FilterReader = (fields: readonly HeaderField[]) => readonly FilterVerdict[];

const longestRead = 8192;

/** The newest field of the name, cut; null where there is none. */
export function first(fields: readonly HeaderField[], name: string): string | null {
  return fieldValues(fields, name)[0]?.slice(0, longestRead) ?? null;
}

/** Of the names those that stand in the header. */
export function present(fields: readonly HeaderField[], names: readonly string[]): readonly string[] {
  return names.filter((name) => first(fields, name) !== null);
}

/** The first number in the text. */
export function readNumber(text: string | null | undefined): number | null {
  const [number] = /-?\d{1,6}(?:\.\d{1,6})?/.exec(text ?? '') ?? [];
  return number === undefined ? null : Number(number);
}

/** The tests that weigh most, where the field tells weights: `BAYES_99=3.5`. */
export function describeTests(tests: readonly (readonly [string, number | null])[]): readonly string[] {
  if (tests.length === 0) return [];
  const heavy = [...tests].sort((a, b) => (b[1] ?? 0) - (a[1] ?? 0)).slice(0, 8);
  const words = heavy.map(([name, weight]) => (weight === null ? name : `${name} ${weight > 0 ? '+' : ''}${weight}`));
  const more = tests.length - heavy.length;
  return [`Tests that matched: ${words.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`];
}
