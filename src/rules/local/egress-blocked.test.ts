import { one, testRule, two } from '../testing/test-rule.js';
import rule from './egress-blocked.js';

const silent = { connect: 'silent', ping: 'silent' } as const;
const alive = { connect: 'silent', ping: 20 } as const;

testRule(rule, [
  [
    'two unrelated hosts are alive and silent on 25',
    { mx: one, hosts: { '192.0.2.25': silent }, controls: { '198.51.100.7': alive, '203.0.113.7': alive } },
    [{ says: 'local.egress-blocked/blocked port 25 over IPv4', arguments: { family: 4, witnesses: ['198.51.100.7', '203.0.113.7'] } }],
  ],
  [
    'only one control shows life',
    { mx: one, hosts: { '192.0.2.25': silent }, controls: { '198.51.100.7': alive, '203.0.113.7': silent } },
    'could-not-tell',
  ],
  ['no control was asked', { mx: one, hosts: { '192.0.2.25': silent } }, 'could-not-tell'],
  ['a control answers', { mx: one, hosts: { '192.0.2.25': silent }, controls: { '198.51.100.7': { says: ['220 hi'] } } }, 'clear'],
  ['a refusal is an answer too', { mx: two, hosts: { '192.0.2.25': silent, '198.51.100.25': { connect: 'refused' } } }, 'clear'],
  ['nothing was silent', { hosts: {} }, 'not-applicable'],
]);
