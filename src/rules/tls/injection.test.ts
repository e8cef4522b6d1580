import { accepting, mx1, one, testRule } from '../testing/test-rule.js';
import rule from './injection.js';

testRule(rule, [
  [
    'text behind the 220 to STARTTLS',
    { mx: one, hosts: { '192.0.2.25': { ...accepting, anomalies: ['text-after-starttls'] } } },
    [{ says: 'tls.injection/text-after-starttls 192.0.2.25', arguments: mx1 }],
  ],
  ['another oddity', { mx: one, hosts: { '192.0.2.25': { ...accepting, anomalies: ['bare-lf'] } } }, 'clear'],
]);
