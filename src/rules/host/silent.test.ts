import { mx1, one, testRule } from '../testing/test-rule.js';
import rule from './silent.js';

const stated = { ...mx1, port: 25, waitedMs: 15_000, patientSender: 'Exim', patientMs: 300_000 };

testRule(rule, [
  [
    'neither ping nor 25 nor 587',
    { mx: one, hosts: { '192.0.2.25': { connect: 'silent', ping: 'silent', life: 'silent' } } },
    [{ says: 'host.silent/silent 192.0.2.25', arguments: stated }],
  ],
  [
    'we waited longer than anybody does',
    { mx: one, hosts: { '192.0.2.25': { connect: 'silent', waitedMs: 600_000 } } },
    [
      {
        says: 'host.silent/silent 192.0.2.25',
        arguments: { ...stated, waitedMs: 600_000, patientSender: 'no common sender', patientMs: 600_000 },
      },
    ],
  ],
  ['it answers a ping', { mx: one, hosts: { '192.0.2.25': { connect: 'silent', ping: 12 } } }, 'clear'],
  ['it refuses 587', { mx: one, hosts: { '192.0.2.25': { connect: 'silent', life: 'refused' } } }, 'clear'],
  ['it refuses 25', { mx: one, hosts: { '192.0.2.25': { connect: 'refused' } } }, 'clear'],
]);
