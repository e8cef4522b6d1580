import { accepting, one, testRule } from '../testing/test-rule.js';
import rule from './null.js';

testRule(rule, [
  ['a null MX alone', { mx: ['0 .'] }, [{ says: 'mx.null/alone example.com', arguments: { domain: 'example.com', exchanges: [] } }]],
  [
    'a null MX beside another',
    { mx: ['0 .', ...one], hosts: { '192.0.2.25': accepting } },
    [{ says: 'mx.null-not-alone/contradicted example.com', arguments: { domain: 'example.com', exchanges: ['mx1.example.com'] } }],
  ],
  ['a plain MX', { mx: one }, 'clear'],
]);
