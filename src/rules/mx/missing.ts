/**
 * No MX record, and no address that takes mail in its place (RFC 5321 section 5.1).
 *
 * Where the domain's own address is a mere web server that refuses port 25, the cause is the missing
 * MX, not the port.
 */
import { domainSubject } from '../../facts/case-subjects.js';
import { hostResults } from '../../facts/host-results.js';
import { mailRoute } from '../../facts/mail-route.js';
import { clear, defineRule } from '../../model/rule.js';

/** What an implicit exchange that takes no mail may show. */
const behindImplicit = [
  'port.refused',
  'port.filtered',
  'host.silent',
  'host.unreachable',
  'network.unreachable',
  'greeting.missing',
  'greeting.closed',
  'greeting.not-smtp',
] as const;

const remedy = [
  'Publish an MX record for {domain} that names its mail server.',
  'If {domain} is to take no mail at all, say so with a null MX: {domain} MX 0 . (RFC 7505)',
];

export default defineRule({
  id: 'mx/missing',
  needs: { route: mailRoute, hosts: hostResults, domain: domainSubject },
  says: {
    'mx.missing': {
      description: 'The domain has no MX record, and no address that takes mail in its place.',
      variants: {
        'no-address': {
          title: '{domain} has no MX record and no address that takes mail.',
          explanation:
            'Without an MX record mail goes to the address of the domain itself, and {domain} has none. Every sender bounces at once.',
          severity: 'error',
          responsible: 'recipient-dns',
          alsoInform: ['sender-user'],
          remedy,
          waitingHelps: 'no',
        },
        'no-mail-server': {
          title: '{domain} has no MX record, and its own address takes no mail.',
          explanation:
            'Without an MX record mail goes to the address of the domain itself, {addresses}. That host, probably a web server, does not take mail on port 25. Senders try for days and then bounce.',
          severity: 'error',
          responsible: 'recipient-dns',
          alsoInform: ['sender-user'],
          remedy,
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5321 section 5.1', 'RFC 7505 section 3'],
      explains: [...behindImplicit.map((code) => ({ code, scope: 'beneath' as const })), { code: 'mx.implicit', scope: 'same' }],
    },
  },
  evaluate({ route, hosts, domain }) {
    if (route.source === 'option' || route.source === 'literal')
      return { result: 'not-applicable', reason: 'the host was given, no MX was looked up' };
    const finding = { code: 'mx.missing' as const, subject: domain, evidence: route.evidence };
    if (route.state === 'no-mail-host') {
      return { result: 'found', findings: [{ ...finding, says: 'no-address', confidence: 'certain', arguments: { domain: domain.name } }] };
    }
    const implicit = hosts.filter((host) => host.onRoute && host.exchange.implicit);
    const dead = implicit.filter(({ event }) => event === 'no-connection' || event === 'no-greeting');
    if (implicit.length === 0 || dead.length < implicit.length) return clear;
    const addresses = implicit.map(({ address }) => address);
    return {
      result: 'found',
      findings: [
        {
          ...finding,
          says: 'no-mail-server',
          confidence: 'likely',
          arguments: { domain: domain.name, addresses },
          evidence: [...route.evidence, ...implicit.flatMap(({ evidence }) => evidence)],
        },
      ],
    };
  },
});
