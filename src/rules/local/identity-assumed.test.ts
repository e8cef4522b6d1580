import { accepting, one, testRule } from '../testing/test-rule.js';
import rule from './identity-assumed.js';

const assumed = { helo: 'probe.example.net', sender: 'postmaster@probe.example.net', assumed: ['helo', 'sender'] } as const;
const stated = { helo: 'probe.example.net', sender: '<postmaster@probe.example.net>', what: ['HELO name', 'sender address'] };

testRule(rule, [
  [
    'the server takes what was made up',
    { mx: one, identity: assumed, hosts: { '192.0.2.25': accepting } },
    [{ says: 'local.identity-assumed/assumed identity', arguments: { ...stated, exchange: 'mx1.example.com' } }],
  ],
  [
    'the server refuses the sender that was made up',
    {
      mx: one,
      identity: assumed,
      hosts: { '192.0.2.25': { says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '450 4.1.8 Sender address rejected: Domain not found'] } },
    },
    [{ says: 'local.identity-assumed/refused identity', arguments: { ...stated, exchange: 'mx1.example.com' } }],
  ],
  [
    'no sender was to be had, so the trace stopped before MAIL',
    {
      mx: one,
      identity: { helo: '[203.0.113.5]', sender: null, assumed: ['helo', 'sender'] },
      hosts: { '192.0.2.25': { says: ['220 hi', 'EHLO', '250 hi'] } },
    },
    [
      {
        says: 'local.identity-assumed/no-sender identity',
        arguments: { ...stated, helo: '[203.0.113.5]', sender: 'none', exchange: 'mx1.example.com' },
      },
    ],
  ],
  ['both were given', { mx: one, hosts: { '192.0.2.25': accepting } }, 'clear'],
  ['no server was spoken to', { mx: one, identity: null }, 'not-applicable'],
]);
