import { mx1, one, testRule } from '../testing/test-rule.js';
import rule from './refused.js';

testRule(rule, [
  [
    'it refuses',
    { mx: one, hosts: { '192.0.2.25': { connect: 'refused' } } },
    [{ says: 'port.refused/refused 192.0.2.25', arguments: { ...mx1, port: 25 } }],
  ],
  [
    'it resets',
    { mx: one, hosts: { '192.0.2.25': { connect: 'reset' } } },
    [{ says: 'port.refused/reset 192.0.2.25', arguments: { ...mx1, port: 25 } }],
  ],
  ['it is silent', { mx: one, hosts: { '192.0.2.25': { connect: 'silent' } } }, 'clear'],
]);
