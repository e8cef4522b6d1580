import { accepting, mx1, one, testRule } from '../testing/test-rule.js';
import rule from './slow.js';

testRule(rule, [
  [
    'after 20 s, which everybody waits',
    { mx: one, hosts: { '192.0.2.25': { ...accepting, greetingMs: 20_000 } } },
    [{ says: 'greeting.slow/slow 192.0.2.25', arguments: { ...mx1, waitedMs: 20_000, impatient: [] } }],
  ],
  [
    'after 45 s, which mox does not wait',
    { mx: one, hosts: { '192.0.2.25': { ...accepting, greetingMs: 45_000 } } },
    [{ says: 'greeting.slow/too-slow 192.0.2.25', arguments: { ...mx1, waitedMs: 45_000, impatient: ['mox'] } }],
  ],
  ['after 6 s, as postscreen does', { mx: one, hosts: { '192.0.2.25': { ...accepting, greetingMs: 6_000 } } }, 'clear'],
]);
