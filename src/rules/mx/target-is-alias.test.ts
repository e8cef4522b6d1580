import { one, testRule } from '../testing/test-rule.js';
import rule from './target-is-alias.js';

const alias = ['mx1.example.com 300 CNAME mail.provider.example', 'mail.provider.example 300 A 192.0.2.25'];

testRule(rule, [
  [
    'the MX names an alias',
    {
      bare: ['10 mx1.example.com'],
      more: [
        { ask: 'mx1.example.com A', at: '198.51.100.53', answer: alias },
        { ask: 'mx1.example.com AAAA', at: '198.51.100.53', answer: alias.slice(0, 1) },
      ],
    },
    [
      {
        says: 'mx.target-is-alias/alias mx1.example.com',
        arguments: { domain: 'example.com', exchange: 'mx1.example.com', target: 'mail.provider.example' },
      },
    ],
  ],
  ['the MX names a host', { mx: one }, 'clear'],
  ['there is no MX', {}, 'not-applicable'],
]);
