import { accepting, one, testRule } from '../testing/test-rule.js';
import rule from './target-not-found.js';

const noAddress = [
  { ask: 'mx1.example.com A', at: '198.51.100.53' },
  { ask: 'mx1.example.com AAAA', at: '198.51.100.53' },
];
const stated = { domain: 'example.com', preference: 10 };

testRule(rule, [
  [
    'the only exchange does not exist',
    { mx: ['10 mx1.example.com'] },
    [
      {
        says: 'mx.target-not-found/not-found mx1.example.com',
        arguments: { ...stated, exchange: 'mx1.example.com', meant: null },
      },
    ],
  ],
  [
    'another exchange is left',
    { mx: ['10 mx1.example.com', '20 mx2.example.com 198.51.100.25'], hosts: { '198.51.100.25': accepting } },
    [
      {
        says: 'mx.target-not-found/not-found mx1.example.com',
        arguments: { ...stated, exchange: 'mx1.example.com', meant: null },
        severity: 'warning',
      },
    ],
  ],
  [
    'a final dot was forgotten',
    { mx: ['10 mx1.example.com.example.com'] },
    [
      {
        says: 'mx.target-not-found/forgotten-dot mx1.example.com.example.com',
        arguments: { ...stated, exchange: 'mx1.example.com.example.com', meant: 'mx1.example.com' },
      },
    ],
  ],
  [
    'the name exists without an address',
    { mx: ['10 mx.elsewhere.example'], more: [] },
    [
      {
        says: 'mx.target-not-found/not-found mx.elsewhere.example',
        arguments: { ...stated, exchange: 'mx.elsewhere.example', meant: null },
      },
    ],
  ],
  [
    'the exchange has neither A nor AAAA',
    { bare: ['10 mx1.example.com'], more: noAddress },
    [
      {
        says: 'mx.target-not-found/no-address mx1.example.com',
        arguments: { ...stated, exchange: 'mx1.example.com', meant: null },
      },
    ],
  ],
  ['the exchange exists', { mx: one }, 'clear'],
  ['there is no MX', {}, 'not-applicable'],
]);
