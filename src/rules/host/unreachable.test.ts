import { mx1, one, testRule } from '../testing/test-rule.js';
import rule from './unreachable.js';

testRule(rule, [
  [
    'a router says so',
    { mx: one, hosts: { '192.0.2.25': { connect: 'host-unreachable' } } },
    [{ says: 'host.unreachable/unreachable 192.0.2.25', arguments: mx1 }],
  ],
  [
    'a firewall says so for a host that answers a ping',
    { mx: one, hosts: { '192.0.2.25': { connect: 'host-unreachable', ping: 12 } } },
    'clear',
  ],
  ['it refuses', { mx: one, hosts: { '192.0.2.25': { connect: 'refused' } } }, 'clear'],
]);
