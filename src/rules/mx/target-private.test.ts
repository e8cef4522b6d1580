import { accepting, one, testRule } from '../testing/test-rule.js';
import rule from './target-private.js';

const stated = { domain: 'example.com', exchange: 'mx1.example.com' };

testRule(rule, [
  [
    'the only exchange has a private address',
    { mx: ['10 mx1.example.com 10.0.0.25'], hosts: { '10.0.0.25': { skipped: 'private' } } },
    [
      {
        says: 'mx.target-private/private mx1.example.com',
        arguments: { ...stated, addresses: ['10.0.0.25'], scope: ['private'] },
      },
    ],
  ],
  [
    'another exchange can be reached',
    {
      mx: ['10 mx1.example.com 127.0.0.1', '20 mx2.example.com 198.51.100.25'],
      hosts: { '127.0.0.1': { skipped: 'private' }, '198.51.100.25': accepting },
    },
    [
      {
        says: 'mx.target-private/private mx1.example.com',
        arguments: { ...stated, addresses: ['127.0.0.1'], scope: ['loopback'] },
        severity: 'warning',
      },
    ],
  ],
  [
    'this machine is in that network and reaches it',
    { mx: ['10 mx1.example.com 10.0.0.25'], sources: ['10.0.0.5'], hosts: { '10.0.0.25': accepting } },
    [
      {
        says: 'mx.target-private/private mx1.example.com',
        arguments: { ...stated, addresses: ['10.0.0.25'], scope: ['private'] },
        severity: 'warning',
      },
    ],
  ],
  ['a documentation address counts as public', { mx: one, hosts: { '192.0.2.25': accepting } }, 'clear'],
  ['there is no MX', {}, 'not-applicable'],
]);
