/**
 * An MX names a CNAME, which RFC 2181 section 10.3 forbids.
 */
import { domainSubject, exchangeSubject } from '../../facts/case-subjects.js';
import { mailRoute } from '../../facts/mail-route.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'mx/target-is-alias',
  needs: { route: mailRoute, domain: domainSubject },
  says: {
    'mx.target-is-alias': {
      description: 'An MX names an alias (CNAME) where a host with its own address must stand.',
      variants: {
        alias: {
          title: 'The MX of {domain} names {exchange}, which is an alias of {target}.',
          explanation: 'Most senders follow the alias; some refuse it, and DANE and loop detection do not work behind one.',
          severity: 'warning',
          responsible: 'recipient-dns',
          remedy: ['Name {target} in the MX record itself, or give {exchange} addresses of its own.'],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 2181 section 10.3', 'RFC 5321 section 5.1'],
      explains: [],
    },
  },
  evaluate({ route, domain }) {
    if (route.exchanges.length === 0) return { result: 'not-applicable', reason: 'there are no exchanges' };
    return concludeFindings(
      route.exchanges
        .filter(({ aliases, implicit, problem, via }) => aliases.length > 0 && !implicit && problem !== 'alias-loop' && via !== 'option')
        .map((exchange) => ({
          code: 'mx.target-is-alias',
          says: 'alias',
          subject: exchangeSubject(domain, exchange.exchange),
          confidence: 'certain',
          arguments: { domain: domain.name, exchange: exchange.exchange, target: exchange.aliases.at(-1) ?? null },
          evidence: exchange.evidence,
        })),
    );
  },
});
