/**
 * The domains of From, whose owner DMARC asks (RFC 9989 section 4.10): as a rule one.
 */
import { addressParser } from 'postal-mime';

const longestRead = 4000;
const mostDomains = 10;

/** The distinct domains of the addresses, lower case, in order; empty where no address stands there. */
export function readAuthorDomains(values: readonly string[]): readonly string[] {
  const domains = values
    .slice(0, 3)
    .flatMap((value) => listAddresses(value.slice(0, longestRead)))
    .map((address) => address.slice(address.lastIndexOf('@') + 1).toLowerCase());
  return [...new Set(domains.filter((domain) => domain !== ''))].slice(0, mostDomains);
}

function listAddresses(value: string): readonly string[] {
  return addressParser(value)
    .flatMap((each) => each.group ?? [each])
    .flatMap(({ address }) => (address?.includes('@') ? [address] : []));
}
