import { testTarget } from '../../facts/testing/host-world.js';
import { accepting, mx1, one, testRule } from '../testing/test-rule.js';
import rule from './utf8-unsupported.js';

const target = testTarget('bøb');
const untilHello = ['220 hi', 'EHLO', '250 hi'];

testRule(rule, [
  [
    'the server does not offer SMTPUTF8, and the conversation ends before MAIL',
    {
      mx: one,
      target,
      identity: { helo: 'probe.example.net', sender: 'bøb@example.net', assumed: [] },
      hosts: { '192.0.2.25': { says: untilHello } },
    },
    [{ says: 'address.utf8-unsupported/not-offered 192.0.2.25', arguments: mx1 }],
  ],
  ['the server offers it', { mx: one, target, hosts: { '192.0.2.25': { ...accepting, extensions: ['SMTPUTF8'] } } }, 'clear'],
  ['an address in ASCII needs none', { mx: one, hosts: { '192.0.2.25': accepting } }, 'clear'],
]);
