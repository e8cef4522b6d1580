import { mx1, one, testRule } from '../testing/test-rule.js';
import rule from './unreachable.js';

testRule(rule, [
  [
    'there is no route',
    { mx: one, hosts: { '192.0.2.25': { connect: 'network-unreachable' } } },
    [{ says: 'network.unreachable/unreachable 192.0.2.25', arguments: mx1 }],
  ],
  [
    'this machine has no source for it',
    { mx: one, hosts: { '192.0.2.25': { connect: 'no-source' } } },
    [{ says: 'network.unreachable/unreachable 192.0.2.25', arguments: mx1 }],
  ],
  ['the host is unreachable, not its network', { mx: one, hosts: { '192.0.2.25': { connect: 'host-unreachable' } } }, 'clear'],
]);
