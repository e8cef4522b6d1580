/**
 * An MX resolves to an address that only means something inside a network, or to loopback.
 */
import { domainSubject, exchangeSubject } from '../../facts/case-subjects.js';
import { hostResults } from '../../facts/host-results.js';
import { mailRoute } from '../../facts/mail-route.js';
import { addressScope } from '../../model/ip-address.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'mx/target-private',
  needs: { route: mailRoute, hosts: hostResults, domain: domainSubject },
  says: {
    'mx.target-private': {
      description: 'An MX resolves to a private, loopback, link-local, shared or unspecified address.',
      variants: {
        private: {
          title: '{exchange}, an MX of {domain}, has the {scope} address {addresses}.',
          explanation:
            "Senders outside that network cannot reach it; some bounce at once because the mail would come back to themselves. Often an internal name server's data has leaked into the public zone.",
          severity: 'error',
          responsible: 'recipient-dns',
          remedy: [
            'Give {exchange} its public address in the public zone.',
            'Or name a host in the MX of {domain} that can be reached from outside.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 1918 section 3', 'RFC 6890', 'RFC 5321 section 5.1'],
      explains: [
        { code: 'host.silent', scope: 'beneath' },
        { code: 'host.unreachable', scope: 'beneath' },
        { code: 'network.unreachable', scope: 'beneath' },
        { code: 'port.refused', scope: 'beneath' },
        { code: 'port.filtered', scope: 'beneath' },
      ],
    },
  },
  evaluate({ route, hosts, domain }) {
    if (route.source === 'option' || route.exchanges.length === 0)
      return { result: 'not-applicable', reason: 'there are no exchanges from DNS' };
    const inward = route.exchanges.filter(({ addresses }) => addresses.some((address) => addressScope(address) !== 'public'));
    const another = hosts.some((host) => host.onRoute && addressScope(host.address) === 'public');
    return concludeFindings(
      inward.map((exchange) => {
        const addresses = exchange.addresses.filter((address) => addressScope(address) !== 'public');
        const reached = hosts.some((host) => addresses.includes(host.address) && host.connect?.outcome.state === 'connected');
        return {
          code: 'mx.target-private',
          says: 'private',
          subject: exchangeSubject(domain, exchange.exchange),
          confidence: reached ? 'likely' : 'certain',
          severity: reached || another ? 'warning' : 'error',
          arguments: { domain: domain.name, exchange: exchange.exchange, addresses, scope: [...new Set(addresses.map(addressScope))] },
          evidence: exchange.evidence,
        };
      }),
    );
  },
});
