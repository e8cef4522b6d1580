import { accepting, mx1, one, testRule } from '../testing/test-rule.js';
import rule from './filtered.js';

const stated = { ...mx1, port: 25, waitedMs: 15_000, patientSender: 'Exim', patientMs: 300_000 };

testRule(rule, [
  [
    'it answers a ping and is silent on 25',
    { mx: one, hosts: { '192.0.2.25': { connect: 'silent', ping: 12 } } },
    [{ says: 'port.filtered/silent 192.0.2.25', arguments: { ...stated, signs: ['ping'] } }],
  ],
  [
    'it answers on 587',
    { mx: one, hosts: { '192.0.2.25': { connect: 'silent', ping: 'silent', life: 'connected' } } },
    [{ says: 'port.filtered/silent 192.0.2.25', arguments: { ...stated, signs: ['port 587'] } }],
  ],
  [
    'a firewall says that it is prohibited',
    { mx: one, hosts: { '192.0.2.25': { connect: 'prohibited' } } },
    [{ says: 'port.filtered/prohibited 192.0.2.25', arguments: { ...stated, signs: [] } }],
  ],
  [
    'a firewall says that the host is unreachable, and it answers a ping',
    { mx: one, hosts: { '192.0.2.25': { connect: 'host-unreachable', ping: 12 } } },
    [{ says: 'port.filtered/prohibited 192.0.2.25', arguments: { ...stated, signs: ['ping'] } }],
  ],
  ['it gives no sign of life', { mx: one, hosts: { '192.0.2.25': { connect: 'silent', ping: 'silent' } } }, 'clear'],
  ['it takes the mail', { mx: one, hosts: { '192.0.2.25': accepting } }, 'clear'],
]);
