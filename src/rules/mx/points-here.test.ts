import { assertDomainName } from '../../model/domain-name.js';
import { accepting, one, testRule } from '../testing/test-rule.js';
import rule from './points-here.js';

const here = ['10 mx1.example.com 203.0.113.5'];
const stated = { domain: 'example.com', address: '203.0.113.5', exchange: 'mx1.example.com' };

testRule(rule, [
  [
    'nothing listens here for the domain',
    { mx: here, hosts: { '203.0.113.5': { connect: 'refused' } } },
    [{ says: 'mx.points-here/loops mx1.example.com', arguments: stated }],
  ],
  [
    'the server here denies to relay for it',
    {
      mx: here,
      hosts: { '203.0.113.5': { says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '250 ok', 'RCPT', '554 5.7.1 Relay access denied'] } },
    },
    [{ says: 'mx.points-here/loops mx1.example.com', arguments: stated }],
  ],
  [
    'the server here takes it',
    { mx: here, hosts: { '203.0.113.5': accepting } },
    [{ says: 'mx.points-here/takes-it mx1.example.com', arguments: stated }],
  ],
  ['the exchange is elsewhere', { mx: one, hosts: { '192.0.2.25': accepting } }, 'clear'],
  ['the host was given', { mx: here, options: { exchange: assertDomainName('mx1.example.com') } }, 'not-applicable'],
]);
