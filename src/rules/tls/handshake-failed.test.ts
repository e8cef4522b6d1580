import { accepting, mx1, one, testRule } from '../testing/test-rule.js';
import rule from './handshake-failed.js';

const broken = { says: ['220 hi', 'EHLO', '250 STARTTLS', 'STARTTLS', '220 go'], breaks: { stage: 'tls', failure: 'tls' } } as const;
const behind = '250 2.1.5 Ok';

testRule(rule, [
  [
    'the handshake fails, plain text gets through',
    { mx: one, hosts: { '192.0.2.25': { ...broken, tls: { fails: 'alert 40' }, oldTls: { fails: 'alert 40' }, plain: accepting } } },
    [
      {
        says: 'tls.handshake-failed/failed 192.0.2.25',
        arguments: { ...mx1, detail: 'alert 40', protocol: null, behind },
        severity: 'warning',
      },
    ],
  ],
  [
    'the handshake fails and nothing lies behind',
    { mx: one, hosts: { '192.0.2.25': { ...broken, tls: { fails: 'alert 40' } } } },
    [{ says: 'tls.handshake-failed/failed 192.0.2.25', arguments: { ...mx1, detail: 'alert 40', protocol: null, behind: 'no answer' } }],
  ],
  [
    'an old protocol helps',
    {
      mx: one,
      hosts: { '192.0.2.25': { ...broken, tls: { fails: 'unsupported protocol' }, oldTls: { protocol: 'TLSv1' }, plain: accepting } },
    },
    [
      {
        says: 'tls.weak/old-protocol 192.0.2.25',
        arguments: { ...mx1, detail: 'unsupported protocol', protocol: 'TLSv1', behind },
        severity: 'warning',
      },
    ],
  ],
  [
    'it works, with an old protocol',
    { mx: one, hosts: { '192.0.2.25': { ...accepting, tls: { protocol: 'TLSv1.1' } } } },
    [{ says: 'tls.weak/established 192.0.2.25', arguments: { ...mx1, protocol: 'TLSv1.1', key: '256 bit ec' } }],
  ],
  ['it works', { mx: one, hosts: { '192.0.2.25': { ...accepting, tls: {} } } }, 'clear'],
  ['it was not tried', { mx: one, hosts: { '192.0.2.25': accepting } }, 'not-applicable'],
]);
