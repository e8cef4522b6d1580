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
    'the handshake fails, and in plain text the mailbox is unknown, which is another matter',
    {
      mx: one,
      hosts: {
        '192.0.2.25': {
          ...broken,
          tls: { fails: 'alert 40' },
          plain: { says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '250 ok', 'RCPT', '550 5.1.1 User unknown'] },
        },
      },
    },
    [
      {
        says: 'tls.handshake-failed/failed 192.0.2.25',
        arguments: { ...mx1, detail: 'alert 40', protocol: null, behind: '550 5.1.1 User unknown' },
        severity: 'warning',
      },
    ],
  ],
  [
    'the handshake fails, and in plain text TLS is demanded',
    {
      mx: one,
      hosts: {
        '192.0.2.25': {
          ...broken,
          tls: { fails: 'alert 40' },
          plain: { says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '530 5.7.0 Must issue a STARTTLS command first'] },
        },
      },
    },
    [
      {
        says: 'tls.handshake-failed/failed 192.0.2.25',
        arguments: { ...mx1, detail: 'alert 40', protocol: null, behind: '530 5.7.0 Must issue a STARTTLS command first' },
      },
    ],
  ],
  [
    'STARTTLS itself is refused',
    {
      mx: one,
      hosts: {
        '192.0.2.25': {
          says: ['220 hi', 'EHLO', '250 STARTTLS', 'STARTTLS', '454 4.7.0 TLS not available', 'MAIL', '250 ok', 'RCPT', '250 ok'],
        },
      },
    },
    [{ says: 'tls.handshake-failed/refused 192.0.2.25', arguments: { ...mx1, detail: '454 4.7.0 TLS not available' } }],
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
