/**
 * JSON of others, looked at carefully: what has another shape than expected is absent.
 */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Null for anything but a text with something in it. */
export function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The objects of a list; none where it is no list. */
export function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** The object there, an empty one where there is none. */
export function asObject(value: unknown): Json {
  return isJson(value) ? value : {};
}
