import { accepting, mx1, one, testRule } from '../testing/test-rule.js';
import rule from './dropped.js';

testRule(rule, [
  [
    'it hangs up at RCPT',
    {
      mx: one,
      hosts: { '192.0.2.25': { says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '250 ok'], breaks: { stage: 'rcpt', failure: 'closed' } } },
    },
    [{ says: 'connection.dropped/closed 192.0.2.25', arguments: { ...mx1, stage: 'RCPT TO' } }],
  ],
  [
    'its EHLO reply never ends',
    { mx: one, hosts: { '192.0.2.25': { says: ['220 hi'], breaks: { stage: 'hello', failure: 'flood' } } } },
    [{ says: 'connection.dropped/flood 192.0.2.25', arguments: { ...mx1, stage: 'EHLO' } }],
  ],
  [
    'it hangs up behind its refusal, which says why',
    {
      mx: one,
      hosts: {
        '192.0.2.25': { says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '421 4.7.0 Go away'], breaks: { stage: 'mail', failure: 'closed' } },
      },
    },
    'clear',
  ],
  ['it hangs up at QUIT', { mx: one, hosts: { '192.0.2.25': { ...accepting, breaks: { stage: 'quit', failure: 'closed' } } } }, 'clear'],
]);
