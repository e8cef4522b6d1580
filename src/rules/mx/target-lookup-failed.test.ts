import { one, testRule } from '../testing/test-rule.js';
import rule from './target-lookup-failed.js';

const failing = (name: string) => [
  { ask: `${name} A`, at: '198.51.100.53', rcode: 'SERVFAIL' },
  { ask: `${name} AAAA`, at: '198.51.100.53', rcode: 'SERVFAIL' },
];
const circle = ['mx1.example.com 300 CNAME mx2.example.com', 'mx2.example.com 300 CNAME mx1.example.com'];
const stated = { domain: 'example.com', exchange: 'mx1.example.com' };

testRule(rule, [
  [
    'the only exchange cannot be looked up',
    { bare: ['10 mx1.example.com'], more: failing('mx1.example.com') },
    [{ says: 'mx.target-lookup-failed/failed mx1.example.com', arguments: stated }],
  ],
  [
    'another exchange is left',
    { bare: ['10 mx1.example.com'], mx: ['20 mx2.example.com 198.51.100.25'], more: failing('mx1.example.com') },
    [{ says: 'mx.target-lookup-failed/failed mx1.example.com', arguments: stated, severity: 'warning' }],
  ],
  [
    'the aliases lead round in a circle',
    {
      bare: ['10 mx1.example.com'],
      more: [
        { ask: 'mx1.example.com A', at: '198.51.100.53', answer: circle },
        { ask: 'mx1.example.com AAAA', at: '198.51.100.53', answer: circle },
      ],
    },
    [{ says: 'mx.target-lookup-failed/alias-loop mx1.example.com', arguments: stated }],
  ],
  ['the exchange is found', { mx: one }, 'clear'],
  ['there is no MX', {}, 'not-applicable'],
]);
