import { accepting, mx1, one, testRule } from '../testing/test-rule.js';
import rule from './smtp-rewritten.js';

testRule(rule, [
  [
    'a greeting of asterisks',
    { mx: one, hosts: { '192.0.2.25': { says: ['220 ****************02*****0*******', 'EHLO', '250 hi'] } } },
    [{ says: 'path.smtp-rewritten/rewritten 192.0.2.25', arguments: { ...mx1, sign: 'Its greeting consists of asterisks' } }],
  ],
  [
    'STARTTLS crossed out',
    { mx: one, hosts: { '192.0.2.25': { ...accepting, extensions: ['SIZE 1000', 'XXXXXXXA'] } } },
    [
      {
        says: 'path.smtp-rewritten/rewritten 192.0.2.25',
        arguments: { ...mx1, sign: 'The keywords of its EHLO reply are crossed out with X' },
      },
    ],
  ],
  ['an honest X- keyword', { mx: one, hosts: { '192.0.2.25': { ...accepting, extensions: ['XCLIENT', 'X-EXPS GSSAPI'] } } }, 'clear'],
]);
