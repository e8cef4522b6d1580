/**
 * The lookup of an exchange's address failed, so nobody knows where it is.
 */
import { domainSubject, exchangeSubject } from '../../facts/case-subjects.js';
import { mailRoute } from '../../facts/mail-route.js';
import { lostExchangeSeverity } from '../../facts/route-use.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'mx/target-lookup-failed',
  needs: { route: mailRoute, severity: lostExchangeSeverity, domain: domainSubject },
  says: {
    'mx.target-lookup-failed': {
      description: "The lookup of an exchange's address failed.",
      variants: {
        failed: {
          title: 'The address of {exchange}, an MX of {domain}, cannot be looked up.',
          explanation:
            'The name servers for {exchange} give an error or no answer. Senders keep the message and try again, as long as no other exchange takes it.',
          severity: 'error',
          responsible: 'recipient-dns',
          remedy: [
            'Look at the name servers of {exchange}: dig +trace {exchange} A',
            'Mend its zone, or name another exchange in the MX of {domain}.',
          ],
          waitingHelps: 'unknown',
        },
        'alias-loop': {
          title: 'The aliases of {exchange}, an MX of {domain}, lead round in a circle.',
          explanation: 'Its CNAME records point at each other, so that there is no address at the end.',
          severity: 'error',
          responsible: 'recipient-dns',
          remedy: ['Give {exchange} an A or AAAA record in place of its CNAME.'],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5321 section 5.1', 'RFC 1034 section 3.6.2'],
      explains: [],
    },
  },
  evaluate({ route, severity, domain }) {
    if (route.exchanges.length === 0) return { result: 'not-applicable', reason: 'there are no exchanges' };
    const lost = route.exchanges.filter(({ problem, implicit }) => !implicit && (problem === 'lookup-failed' || problem === 'alias-loop'));
    return concludeFindings(
      lost.map((exchange) => ({
        code: 'mx.target-lookup-failed',
        says: exchange.problem === 'alias-loop' ? 'alias-loop' : 'failed',
        subject: exchangeSubject(domain, exchange.exchange),
        confidence: 'certain',
        severity,
        arguments: { domain: domain.name, exchange: exchange.exchange },
        evidence: exchange.evidence,
      })),
    );
  },
});
