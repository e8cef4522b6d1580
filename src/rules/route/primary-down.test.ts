import { accepting, testRule, two } from '../testing/test-rule.js';
import rule from './primary-down.js';

const stated = { exchange: 'mx1.example.com', backup: 'mx2.example.com' };

testRule(rule, [
  [
    'the first is silent and the backup takes the mail',
    { mx: two, hosts: { '192.0.2.25': { connect: 'silent' }, '198.51.100.25': accepting } },
    [{ says: 'route.primary-down/backup-decides mx1.example.com', arguments: stated }],
  ],
  ['the first takes it', { mx: two, hosts: { '192.0.2.25': accepting } }, 'clear'],
  [
    'the first defers, which is an answer',
    {
      mx: two,
      hosts: {
        '192.0.2.25': { says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '250 ok', 'RCPT', '450 4.2.0 Greylisted'] },
        '198.51.100.25': accepting,
      },
    },
    'clear',
  ],
  [
    'both are silent',
    { mx: two, hosts: { '192.0.2.25': { connect: 'silent' }, '198.51.100.25': { connect: 'silent' } } },
    'not-applicable',
  ],
]);
