/**
 * The first exchange fails and another one decides: mail gets through, late and by the second door.
 */
import { domainSubject, exchangeSubject } from '../../facts/case-subjects.js';
import { hostResults } from '../../facts/host-results.js';
import { senderCourse } from '../../facts/sender-course.js';
import { clear, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'route/primary-down',
  needs: { hosts: hostResults, course: senderCourse, domain: domainSubject },
  says: {
    'route.primary-down': {
      description: 'The first exchange fails, and senders end at another one.',
      variants: {
        'backup-decides': {
          title: 'The first exchange {exchange} fails; senders end at {backup}.',
          explanation:
            'Each message waits for the first exchange in vain before it comes to {backup}, which may treat it differently or hold it until the first is back.',
          severity: 'warning',
          responsible: 'recipient-mail',
          remedy: ['Bring {exchange} back, or take it out of the MX records.'],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 5321 section 5.1'],
      explains: [],
    },
  },
  evaluate({ hosts, course, domain }) {
    const first = hosts.filter(({ onRoute }) => onRoute)[0];
    if (first === undefined || course.at === null) return { result: 'not-applicable', reason: 'no host decided' };
    const primaries = hosts.filter((host) => host.onRoute && host.exchange.exchange === first.exchange.exchange);
    const lower = (course.at.exchange.preference ?? 0) > (first.exchange.preference ?? 0);
    const failed = primaries.every((host) => host.event === 'no-connection' || host.event === 'no-greeting');
    if (!lower || !failed) return clear;
    return {
      result: 'found',
      findings: [
        {
          code: 'route.primary-down',
          says: 'backup-decides',
          subject: exchangeSubject(domain, first.exchange.exchange),
          confidence: 'likely',
          arguments: { exchange: first.exchange.exchange, backup: course.at.exchange.exchange },
          evidence: [...primaries, course.at].flatMap(({ evidence }) => evidence),
        },
      ],
    };
  },
});
