import { accepting, one, testRule } from '../testing/test-rule.js';
import rule from './ipv6-broken.js';

const both = ['10 mx1.example.com 192.0.2.25 2001:db8::25'];
const stuck = { connect: 'network-unreachable' } as const;
const sources = ['203.0.113.5', '2001:db8:1::5'];

testRule(rule, [
  [
    'IPv6 finds no way out, IPv4 gets through',
    { mx: both, sources, hosts: { '192.0.2.25': accepting, '2001:db8::25': stuck } },
    [{ says: 'local.ipv6-broken/no-route IPv6', arguments: { family: 6, hosts: ['2001:db8::25'] } }],
  ],
  [
    'there is IPv6 only, and it finds no way out',
    { mx: ['10 mx1.example.com 2001:db8::25'], sources, hosts: { '2001:db8::25': stuck } },
    [{ says: 'local.ipv6-broken/no-route IPv6', arguments: { family: 6, hosts: ['2001:db8::25'] }, severity: 'error' }],
  ],
  [
    'one host refuses over IPv6: the way is open',
    { mx: both, sources, hosts: { '192.0.2.25': accepting, '2001:db8::25': { connect: 'refused' } } },
    'clear',
  ],
  ['nothing was tried over IPv6', { mx: one, hosts: { '192.0.2.25': accepting } }, 'not-applicable'],
]);
