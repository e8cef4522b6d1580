import { one, testRule } from '../testing/test-rule.js';
import rule from './target-is-address.js';

testRule(rule, [
  [
    'the MX names an address',
    { bare: ['10 192.0.2.25'] },
    [{ says: 'mx.target-is-address/address 192.0.2.25', arguments: { domain: 'example.com', exchange: '192.0.2.25' } }],
  ],
  [
    'another exchange is left',
    { bare: ['10 192.0.2.25'], mx: ['20 mx2.example.com 198.51.100.25'] },
    [
      {
        says: 'mx.target-is-address/address 192.0.2.25',
        arguments: { domain: 'example.com', exchange: '192.0.2.25' },
        severity: 'warning',
      },
    ],
  ],
  ['the MX names a host', { mx: one }, 'clear'],
  ['there is no MX', {}, 'not-applicable'],
]);
