/**
 * The domain of an address as documents have it, checked by nobody.
 */

/** The domain, lower case, of `bob@example.com`, also within `Bob <bob@example.com>`; null where there is none. */
export function domainOf(address: string | null): string | null {
  const at = address === null ? -1 : address.lastIndexOf('@');
  if (address === null || at < 0) return null;
  const rest = address.slice(at + 1);
  const end = rest.search(/[>\s]/);
  const domain = end < 0 ? rest : rest.slice(0, end);
  return domain === '' ? null : domain.toLowerCase();
}
