import { one, testRule } from '../testing/test-rule.js';
import rule from './malformed.js';

const malformed = {
  kind: 'malformed',
  input: 'bob@@example.com',
  fault: { reason: 'a second @', at: 4, suggestion: 'bob@example.com' },
} as const;

testRule(rule, [
  [
    'a second @ is pointed at',
    { target: malformed, identity: null },
    [
      {
        says: 'address.malformed/malformed bob@@example.com',
        arguments: { input: 'bob@@example.com', reason: 'a second @', at: 4, suggestion: 'bob@example.com' },
      },
    ],
  ],
  ['a good address', { mx: one }, 'clear'],
]);
