import { accepting, mx1, one, testRule } from '../testing/test-rule.js';
import rule from './not-smtp.js';

testRule(rule, [
  [
    'an SSH server answers',
    { mx: one, hosts: { '192.0.2.25': { says: [], breaks: { stage: 'greeting', failure: 'not-smtp' } } } },
    [{ says: 'greeting.not-smtp/not-smtp 192.0.2.25', arguments: { ...mx1, port: 25, heard: 'no text' } }],
  ],
  ['a mail server answers', { mx: one, hosts: { '192.0.2.25': accepting } }, 'clear'],
]);
