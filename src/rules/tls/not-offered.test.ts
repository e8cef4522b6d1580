import { accepting, mx1, one, testRule } from '../testing/test-rule.js';
import rule from './not-offered.js';

testRule(rule, [
  [
    'no STARTTLS',
    { mx: one, hosts: { '192.0.2.25': { ...accepting, extensions: ['SIZE 1000'] } } },
    [{ says: 'tls.not-offered/not-offered 192.0.2.25', arguments: mx1 }],
  ],
  ['STARTTLS in small letters', { mx: one, hosts: { '192.0.2.25': { ...accepting, extensions: ['starttls'] } } }, 'clear'],
  ['nobody got as far as EHLO', { mx: one, hosts: { '192.0.2.25': { connect: 'refused' } } }, 'not-applicable'],
]);
