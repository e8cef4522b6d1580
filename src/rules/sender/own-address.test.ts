import { one, testRule } from '../testing/test-rule.js';
import rule from './own-address.js';

const ptr = { ask: '5.113.0.203.in-addr.arpa PTR', at: '198.51.100.53' };
const named = { ...ptr, answer: ['5.113.0.203.in-addr.arpa 300 PTR probe.example.net'] };
const forward = { ask: 'probe.example.net A', at: '198.51.100.53' };

testRule(rule, [
  [
    'there is no reverse name',
    { mx: one, more: [ptr] },
    [{ says: 'sender.no-reverse-dns/no-ptr 203.0.113.5', arguments: { address: '203.0.113.5', names: [] } }],
  ],
  [
    'the name leads elsewhere',
    { mx: one, more: [named, { ...forward, answer: ['probe.example.net 300 A 203.0.113.99'] }] },
    [{ says: 'sender.no-reverse-dns/not-confirmed 203.0.113.5', arguments: { address: '203.0.113.5', names: ['probe.example.net'] } }],
  ],
  ['the name leads back', { mx: one, more: [named, { ...forward, answer: ['probe.example.net 300 A 203.0.113.5'] }] }, 'clear'],
  ['the lookup fails', { mx: one, more: [{ ...ptr, rcode: 'SERVFAIL' }] }, 'could-not-tell'],
  [
    'a server refuses for it, which another rule says',
    {
      mx: one,
      more: [ptr],
      hosts: {
        '192.0.2.25': {
          says: [
            '220 hi',
            'EHLO',
            '250 hi',
            'MAIL',
            '250 ok',
            'RCPT',
            '450 4.7.25 Client host rejected: cannot find your reverse hostname, [203.0.113.5]',
          ],
        },
      },
    },
    'not-applicable',
  ],
  ['the public address is not known', { mx: one, sources: ['10.0.0.5'] }, 'not-applicable'],
]);
