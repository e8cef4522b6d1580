/**
 * An MX names an IP address where a host name must stand (RFC 1035 section 3.3.9).
 */
import { domainSubject, exchangeSubject } from '../../facts/case-subjects.js';
import { mailRoute } from '../../facts/mail-route.js';
import { lostExchangeSeverity } from '../../facts/route-use.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'mx/target-is-address',
  needs: { route: mailRoute, severity: lostExchangeSeverity, domain: domainSubject },
  says: {
    'mx.target-is-address': {
      description: 'An MX names an IP address where a host name must stand.',
      variants: {
        address: {
          title: 'The MX of {domain} names the address {exchange} where a host name must stand.',
          explanation:
            'DNS takes the digits for a name, which does not exist, so senders find no host. A few senders guess what was meant; most bounce.',
          severity: 'error',
          responsible: 'recipient-dns',
          remedy: [
            'Give the mail server a name with an A record for {exchange}, for example mail.{domain}.',
            'Name that host in the MX record of {domain}.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 1035 section 3.3.9', 'RFC 5321 section 5.1'],
      explains: [{ code: 'mx.target-not-found', scope: 'same' }],
    },
  },
  evaluate({ route, severity, domain }) {
    if (route.exchanges.length === 0) return { result: 'not-applicable', reason: 'there are no exchanges' };
    return concludeFindings(
      route.exchanges
        .filter(({ problem }) => problem === 'is-address')
        .map((exchange) => ({
          code: 'mx.target-is-address',
          says: 'address',
          subject: exchangeSubject(domain, exchange.exchange),
          confidence: 'certain',
          severity,
          arguments: { domain: domain.name, exchange: exchange.exchange },
          evidence: route.evidence,
        })),
    );
  },
});
