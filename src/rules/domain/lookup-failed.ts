/**
 * The lookup of the domain failed in a way that nothing else explains: SERVFAIL, REFUSED, no answer (RFC 5321 section 5.1:
 * the sender keeps the message).
 */
import { describeAnswer } from '../../facts/answer-text.js';
import { authorityViews } from '../../facts/authority-views.js';
import { domainSubject } from '../../facts/case-subjects.js';
import { domainResolverAnswers } from '../../facts/domain-answers.js';
import { lookupExcuse } from '../../facts/lookup-excuse.js';
import { mailRoute } from '../../facts/mail-route.js';
import { clear, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'domain/lookup-failed',
  needs: { route: mailRoute, answers: domainResolverAnswers, authorities: authorityViews, excuse: lookupExcuse, domain: domainSubject },
  says: {
    'domain.lookup-failed': {
      description: 'The lookup of the domain failed in a way that no other finding explains.',
      variants: {
        failed: {
          title: 'The lookup of {domain} fails.',
          explanation: 'The resolvers here say: {opinions}. Senders keep the message and try again.',
          severity: 'error',
          responsible: 'recipient-dns',
          alsoInform: ['local'],
          remedy: ['Ask the name servers of {domain} themselves: dig +trace {domain} MX', 'Ask another resolver: dig @9.9.9.9 {domain} MX'],
          waitingHelps: 'unknown',
        },
        'here-only': {
          title: 'The resolvers here cannot look up {domain}, though its own name servers answer.',
          explanation:
            "The resolvers say: {opinions}. The domain's servers say: {authorities}. So the trouble lies with the resolvers, or on their way out.",
          severity: 'error',
          responsible: 'local',
          remedy: [
            'Look at the log of the resolver while it is asked: dig @{resolver} {domain} MX',
            'Drop what it has stored of the failure. BIND: rndc flushtree {domain}. Unbound: unbound-control flush_zone {domain}. Windows DNS Server: Clear-DnsServerCache.',
          ],
          waitingHelps: 'unknown',
        },
        refused: {
          title: 'The resolvers of this machine refuse to look anything up for it.',
          explanation:
            'Asked for {domain}, {resolver} answers REFUSED: this machine is not among those that it resolves for. Mail from here waits.',
          severity: 'error',
          responsible: 'local',
          remedy: [
            'Let the resolver answer this machine. BIND: allow-recursion. Unbound: access-control.',
            'Or enter another resolver for this machine, on Linux in /etc/resolv.conf.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5321 section 5.1', 'RFC 2308 section 7'],
      explains: [],
    },
  },
  evaluate({ route, answers, authorities, excuse, domain }) {
    if (route.source === 'option' || route.source === 'literal') return { result: 'not-applicable', reason: 'no domain was looked up' };
    if (route.state === 'unknown') return { result: 'could-not-tell', reason: 'nothing was asked' };
    if (route.state !== 'lookup-failed') return clear;
    if (excuse !== null) return { result: 'not-applicable', reason: excuse };
    const [group] = authorities.groups;
    const refused = answers.length > 0 && answers.every(({ kind }) => kind === 'refused');
    const says = refused ? 'refused' : group === undefined ? 'failed' : 'here-only';
    const opinions = answers.map((answer) => `${describeAnswer(answer, 'MX')} (${answer.server.address})`);
    return {
      result: 'found',
      findings: [
        {
          code: 'domain.lookup-failed',
          says,
          subject: domain,
          confidence: 'certain',
          arguments: { domain: domain.name, opinions, resolver: answers[0]?.server.address ?? null, authorities: group?.text ?? null },
          evidence: route.evidence,
        },
      ],
    };
  },
});
