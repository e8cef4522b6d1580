/**
 * Node's errors: the symbol that the system or a library gave.
 */

/** `ECONNREFUSED`, `ERR_SSL_…`; null where the error carries none. */
export function errnoOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
