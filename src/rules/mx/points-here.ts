/**
 * The MX leads back to the machine that sends, so mail would loop (RFC 5321 section 5.1).
 */
import { domainSubject, exchangeSubject } from '../../facts/case-subjects.js';
import { mailRoute } from '../../facts/mail-route.js';
import { ownExchange } from '../../facts/own-exchange.js';
import { senderCourse } from '../../facts/sender-course.js';
import { clear, defineRule } from '../../model/rule.js';

/** What one's own server may say about a domain that it was not told to take. */
const ownRefusals = [
  'port.refused',
  'server.relay-denied',
  'server.auth-required',
  'greeting.rejected',
  'host.takes-no-mail',
  'greeting.closed',
] as const;

export default defineRule({
  id: 'mx/points-here',
  needs: { route: mailRoute, host: ownExchange, course: senderCourse, domain: domainSubject },
  says: {
    'mx.points-here': {
      description: 'The MX leads back to the machine that sends.',
      variants: {
        loops: {
          title: 'The MX of {domain} leads back to this very machine ({address}), which does not take its mail.',
          explanation:
            'A mail server here would hand the message to itself for ever, so it bounces: "mail for {domain} loops back to myself". Either this machine should take mail for {domain} and does not know it, or the MX is wrong.',
          severity: 'error',
          responsible: 'local',
          alsoInform: ['recipient-dns'],
          remedy: [
            'If this machine is the mail server of {domain}: add the domain to those it takes mail for (Postfix: mydestination, virtual_mailbox_domains or relay_domains; Exim: local_domains or relay_to_domains).',
            'If it is not: correct the MX record of {domain}.',
            'If it stands behind NAT: tell it its public address (Postfix: proxy_interfaces).',
          ],
          waitingHelps: 'no',
        },
        'takes-it': {
          title: 'The MX of {domain} is this very machine ({address}), and it takes the mail.',
          explanation: 'The trace asked its own mail server. Servers elsewhere may be treated differently.',
          severity: 'notice',
          responsible: 'local',
          remedy: [],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 5321 section 5.1'],
      explains: ownRefusals.map((code) => ({ code, scope: 'beneath' as const })),
    },
  },
  evaluate({ route, host, course, domain }) {
    if (route.source === 'option') return { result: 'not-applicable', reason: 'the host was given' };
    if (host === null) return clear;
    const loops = course.why === 'loops-here' && course.at?.address === host.address;
    return {
      result: 'found',
      findings: [
        {
          code: 'mx.points-here',
          says: loops ? 'loops' : 'takes-it',
          subject: exchangeSubject(domain, host.exchange.exchange),
          confidence: 'likely',
          arguments: { domain: domain.name, address: host.address, exchange: host.exchange.exchange },
          evidence: host.evidence,
        },
      ],
    };
  },
});
