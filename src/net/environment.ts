/**
 * The environment of the process.
 */

/** The variables as they stand now; a copy. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  return { ...process.env };
}
