/** The domain of an address, lower case, without what stands behind an angle bracket; null where there is none. */
export function domainOfRecipient(address: string | null): string | null {
  const at = address === null ? -1 : address.lastIndexOf('@');
  if (address === null || at < 0) return null;
  return address
    .slice(at + 1)
    .toLowerCase()
    .replace(/>.*$/, '');
}
