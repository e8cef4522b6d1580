import { mx1, one, testRule } from '../testing/test-rule.js';
import rule from './closed.js';

testRule(rule, [
  [
    'it hangs up at once',
    { mx: one, hosts: { '192.0.2.25': { says: [], breaks: { stage: 'greeting', failure: 'closed' } } } },
    [{ says: 'greeting.closed/closed 192.0.2.25', arguments: mx1 }],
  ],
  ['it hangs up later', { mx: one, hosts: { '192.0.2.25': { says: ['220 hi'], breaks: { stage: 'hello', failure: 'closed' } } } }, 'clear'],
]);
