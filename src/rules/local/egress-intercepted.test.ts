import { one, testRule, two } from '../testing/test-rule.js';
import rule from './egress-intercepted.js';

const proxy = { says: ['220 proxy.isp.example ESMTP'] };

testRule(rule, [
  [
    'hosts of different operators greet to the letter alike',
    { mx: one, hosts: { '192.0.2.25': proxy }, controls: { '198.51.100.7': proxy } },
    [
      {
        says: 'local.egress-intercepted/same-greeting port 25',
        arguments: {
          greeting: '220 proxy.isp.example ESMTP',
          hosts: ['mx1.example.com [192.0.2.25]', 'mx.control198.example [198.51.100.7]'],
        },
      },
    ],
  ],
  ['two exchanges of one operator greet alike', { mx: two, hosts: { '192.0.2.25': proxy, '198.51.100.25': proxy } }, 'clear'],
  [
    'a greeting that names nobody',
    { mx: one, hosts: { '192.0.2.25': { says: ['220 ready'] } }, controls: { '198.51.100.7': { says: ['220 ready'] } } },
    'clear',
  ],
]);
