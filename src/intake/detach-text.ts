/**
 * A piece of a large text, made its own: the engine keeps the whole text alive as long as a slice of it lives.
 */

/** The same characters, nothing of what they were cut from: what is put together anew is copied before it is cut. */
export function detachText(piece: string): string {
  return ` ${piece}`.slice(1);
}
