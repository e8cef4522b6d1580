import { accepting, testRule, two } from '../testing/test-rule.js';
import rule from './hosts-disagree.js';

const refusing = { says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '250 ok', 'RCPT', '550 5.1.1 User unknown'] };

testRule(rule, [
  [
    'the first takes the recipient, the second does not',
    { mx: two, options: { all: true }, hosts: { '192.0.2.25': accepting, '198.51.100.25': refusing } },
    [
      {
        says: 'route.hosts-disagree/disagree example.com',
        arguments: { domain: 'example.com', accepting: ['mx1.example.com [192.0.2.25]'], refusing: ['mx2.example.com [198.51.100.25]'] },
      },
    ],
  ],
  ['both take it', { mx: two, options: { all: true }, hosts: { '192.0.2.25': accepting, '198.51.100.25': accepting } }, 'clear'],
  ['only one was asked', { mx: two, hosts: { '192.0.2.25': accepting } }, 'not-applicable'],
]);
