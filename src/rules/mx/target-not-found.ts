/**
 * An MX names a host that does not exist or has no address; often a final dot was forgotten in the zone file.
 */
import { domainSubject, exchangeSubject } from '../../facts/case-subjects.js';
import { mailRoute, type PlannedExchange } from '../../facts/mail-route.js';
import { lostExchangeSeverity } from '../../facts/route-use.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

const common = { severity: 'error', responsible: 'recipient-dns', waitingHelps: 'no' } as const;

export default defineRule({
  id: 'mx/target-not-found',
  needs: { route: mailRoute, severity: lostExchangeSeverity, domain: domainSubject },
  says: {
    'mx.target-not-found': {
      description: 'An MX names a host that does not exist or has no address.',
      variants: {
        'not-found': {
          ...common,
          title: 'The MX of {domain} names {exchange}, which does not exist.',
          explanation: 'Senders pass such an exchange by; where there is no other, they bounce at once.',
          remedy: ['Correct the MX record of {domain}: name a host that exists.', 'Or give {exchange} an A or AAAA record.'],
        },
        'no-address': {
          ...common,
          title: 'The MX of {domain} names {exchange}, which has no address.',
          explanation:
            'The name exists, but has neither an A nor an AAAA record. Senders pass it by; where there is no other, they bounce at once.',
          remedy: ['Give {exchange} an A or AAAA record.', 'Or correct the MX record of {domain}.'],
        },
        'forgotten-dot': {
          ...common,
          title: 'The MX of {domain} names {exchange}; a final dot was forgotten behind {meant}.',
          explanation:
            "Without a dot at its end a name in a zone file gets the zone's own name appended, so {meant} became {exchange}, which does not exist.",
          remedy: ['Write the MX target with a dot at its end in the zone file: {meant}.', 'Raise the serial of the zone and reload it.'],
        },
      },
      references: ['RFC 5321 section 5.1', 'RFC 1035 section 5.1'],
      explains: [],
    },
  },
  evaluate({ route, severity, domain }) {
    if (route.exchanges.length === 0) return { result: 'not-applicable', reason: 'there are no exchanges' };
    const lost = route.exchanges.filter(
      (exchange) => !exchange.implicit && (exchange.problem === 'not-found' || exchange.problem === 'no-address'),
    );
    return concludeFindings(
      lost.map((exchange) => {
        const meant = forgottenDot(exchange, domain.name);
        return {
          code: 'mx.target-not-found',
          says: meant !== null ? 'forgotten-dot' : exchange.problem === 'not-found' ? 'not-found' : 'no-address',
          subject: exchangeSubject(domain, exchange.exchange),
          confidence: 'certain',
          severity,
          arguments: { domain: domain.name, exchange: exchange.exchange, meant, preference: exchange.preference },
          evidence: [...route.evidence, ...exchange.evidence],
        };
      }),
    );
  },
});

/** `mx.example.com.example.com`, `mx.provider.net.example.com`: what was meant, or null. */
function forgottenDot({ exchange }: PlannedExchange, domain: string): string | null {
  if (!exchange.endsWith(`.${domain}`)) return null;
  const meant = exchange.slice(0, -domain.length - 1);
  const looksWhole =
    meant.endsWith(`.${domain}`) || meant === domain || /\.(com|net|org|info|de|uk|fr|eu|io|ch|at|nl|it|es|jp)$/.test(meant);
  return looksWhole ? meant : null;
}
