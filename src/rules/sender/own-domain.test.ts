import { one, testRule } from '../testing/test-rule.js';
import rule from './own-domain.js';

const asked = (type: string, more = {}) => ({ ask: `example.net ${type}`, at: '198.51.100.53', ...more });
const gone = { rcode: 'NXDOMAIN' };

testRule(rule, [
  [
    'the domain does not exist',
    { mx: one, more: [asked('MX', gone), asked('A', gone), asked('AAAA', gone)] },
    [{ says: 'sender.domain-not-found/own-domain example.net', arguments: { domain: 'example.net' } }],
  ],
  [
    'the domain takes no mail',
    { mx: one, more: [asked('MX', { answer: ['example.net 300 MX 0 .'] }), asked('A'), asked('AAAA')] },
    [{ says: 'sender.null-mx/own-domain example.net', arguments: { domain: 'example.net' } }],
  ],
  [
    'a server refuses for it, which another rule says',
    {
      mx: one,
      more: [asked('MX', gone), asked('A', gone), asked('AAAA', gone)],
      hosts: {
        '192.0.2.25': {
          says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '450 4.1.8 <admin@example.net>: Sender address rejected: Domain not found'],
        },
      },
    },
    'not-applicable',
  ],
  ['the domain has an MX', { mx: one, more: [asked('MX', { answer: ['example.net 300 MX 10 mail.example.net'] })] }, 'clear'],
  ['the lookup fails', { mx: one, more: [asked('MX', { rcode: 'SERVFAIL' })] }, 'could-not-tell'],
  ['the null sender', { mx: one, identity: { helo: 'probe.example.net', sender: '', assumed: [] } }, 'not-applicable'],
]);
