import { accepting, one, testRule } from '../testing/test-rule.js';
import rule from './implicit.js';

testRule(rule, [
  [
    'no MX, but an address',
    { addresses: ['192.0.2.80'], hosts: { '192.0.2.80': accepting } },
    [{ says: 'mx.implicit/implicit example.com', arguments: { domain: 'example.com', addresses: ['192.0.2.80'] } }],
  ],
  ['neither MX nor address', {}, 'clear'],
  ['an MX', { mx: one }, 'clear'],
]);
