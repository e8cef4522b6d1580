/**
 * Questions to this machine's resolvers, each asked separately.
 */
import type { DnsQuestion, DnsServer, RecordType } from '../model/dns.js';
import type { DomainName } from '../model/domain-name.js';
import type { ResolverAddress } from '../model/trace-options.js';

/** The resolvers as servers to ask, in the order of configuration. */
export function resolverServers(resolvers: readonly ResolverAddress[]): readonly DnsServer[] {
  return resolvers.map(({ address, port }) => ({ role: 'resolver', address, port, name: null, zone: null }));
}

/** The same question to each resolver. */
export function resolverQuestions(resolvers: readonly ResolverAddress[], name: DomainName, type: RecordType): readonly DnsQuestion[] {
  return resolverServers(resolvers).map((server) => ({ name, type, server, recursionDesired: true, checkingDisabled: false }));
}
