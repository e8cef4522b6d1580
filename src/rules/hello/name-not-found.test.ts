import { one, testRule } from '../testing/test-rule.js';
import rule from './name-not-found.js';

const asked = (type: string, more = {}) => ({ ask: `probe.example.net ${type}`, at: '198.51.100.53', ...more });

testRule(rule, [
  [
    'the name has no address',
    { mx: one, more: [asked('A'), asked('AAAA')] },
    [{ says: 'hello.name-not-found/not-found probe.example.net', arguments: { name: 'probe.example.net' } }],
  ],
  ['the name has one', { mx: one, more: [asked('A', { answer: ['probe.example.net 300 A 203.0.113.5'] }), asked('AAAA')] }, 'clear'],
  ['the lookup fails', { mx: one, more: [asked('A', { rcode: 'SERVFAIL' }), asked('AAAA')] }, 'could-not-tell'],
  [
    'an address literal is no name',
    { mx: one, identity: { helo: '[203.0.113.5]', sender: 'admin@example.net', assumed: [] } },
    'not-applicable',
  ],
]);
