/**
 * DNSSEC validation of the domain, or of an exchange, fails: validating resolvers answer SERVFAIL (RFC 4035 section 5.5).
 */
import { domainSubject, exchangeSubject } from '../../facts/case-subjects.js';
import { bogusNames } from '../../facts/dnssec-validation.js';
import { mailRoute } from '../../facts/mail-route.js';
import { concludeFindings, defineRule } from '../../model/rule.js';
import { explainedByTheWrongWay } from '../resolver/resolver-findings.js';

const remedy = [
  'Look at the chain of {name}: delv {name}, or dnsviz.net.',
  'Sign the zone anew, or have its signer renew the signatures. BIND: rndc sign {name}. Knot: knotc zone-sign {name}.',
  'If the zone is no longer signed, or its keys changed, correct or remove the DS record at the registrar.',
];

const references = ['RFC 4035 section 5.5', 'RFC 8914 section 4.7'];

export default defineRule({
  id: 'domain/dnssec-bogus',
  needs: { bogus: bogusNames, route: mailRoute, domain: domainSubject },
  says: {
    'domain.dnssec-bogus': {
      description: 'The DNSSEC signatures of the domain or of an exchange do not validate.',
      variants: {
        domain: {
          title: 'The DNSSEC signatures of {name} do not validate.',
          explanation:
            'The resolver {resolvers} answers SERVFAIL, and gives the records once it is told not to check them. It says: {reason}. Every sender behind a validating resolver, the large providers among them, keeps the message and bounces it in the end.',
          severity: 'error',
          responsible: 'recipient-dns',
          remedy,
          waitingHelps: 'no',
        },
        exchange: {
          title: 'The DNSSEC signatures of {name}, an exchange of {domain}, do not validate.',
          explanation:
            'The resolver {resolvers} answers SERVFAIL for its address, and gives it once it is told not to check. It says: {reason}. Senders behind a validating resolver cannot reach this exchange.',
          severity: 'error',
          responsible: 'recipient-dns',
          remedy,
          waitingHelps: 'no',
        },
      },
      references,
      explains: [
        { code: 'domain.lookup-failed', scope: 'same' },
        { code: 'mx.target-lookup-failed', scope: 'beneath' },
        // What the hosts of a zone say that nobody can trust is no cause of its own.
        ...explainedByTheWrongWay,
      ],
    },
  },
  evaluate({ bogus, route, domain }) {
    if (route.state === 'unknown') return { result: 'could-not-tell', reason: 'no resolver answered' };
    const concerned = bogus.filter(({ name }) => name === domain.name || route.exchanges.some((exchange) => exchange.name === name));
    return concludeFindings(
      concerned.map(({ name, resolvers, reason, confidence, evidence }) => {
        const isDomain = name === domain.name;
        const stops = isDomain ? route.state === 'lookup-failed' : route.exchanges.every(({ addresses }) => addresses.length === 0);
        return {
          code: 'domain.dnssec-bogus',
          says: isDomain ? 'domain' : 'exchange',
          subject: isDomain ? domain : exchangeSubject(domain, name),
          confidence,
          severity: stops ? 'error' : 'warning',
          arguments: { domain: domain.name, name, resolvers, reason },
          evidence,
        };
      }),
    );
  },
});
