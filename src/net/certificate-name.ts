/**
 * Whether a certificate is for a host (RFC 6125 section 6.4).
 */

/**
 * Whether one of the names matches the host, without regard to case. A wildcard stands for exactly one
 * whole label, the leftmost, of a name with at least two more (RFC 6125 section 6.4.3).
 */
export function isCertificateFor(names: readonly string[], host: string): boolean {
  const wanted = host.toLowerCase().replace(/\.$/, '');
  const dot = wanted.indexOf('.');
  const wildcard = dot > 0 ? `*${wanted.slice(dot)}` : null;
  return names.some((each) => {
    const name = each.toLowerCase().replace(/\.$/, '');
    if (name === wanted) return !name.includes('*');
    return name === wildcard && name.split('.').length > 2;
  });
}
