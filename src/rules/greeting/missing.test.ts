import { mx1, one, testRule } from '../testing/test-rule.js';
import rule from './missing.js';

const stated = { ...mx1, port: 25, patientSender: 'Postfix', patientMs: 300_000 };

testRule(rule, [
  [
    'no 220 for a minute',
    { mx: one, hosts: { '192.0.2.25': { says: [], breaks: { stage: 'greeting', failure: 'timeout', waitedMs: 60_000 } } } },
    [{ says: 'greeting.missing/silent 192.0.2.25', arguments: { ...stated, waitedMs: 60_000 } }],
  ],
  [
    'some octets of a greeting, and no end of it for a minute',
    {
      mx: one,
      hosts: { '192.0.2.25': { says: [], unfinished: '220 mx1', breaks: { stage: 'greeting', failure: 'timeout', waitedMs: 60_000 } } },
    },
    [{ says: 'greeting.missing/unfinished 192.0.2.25', arguments: { ...stated, waitedMs: 60_000 } }],
  ],
  [
    'a greeting without end',
    { mx: one, hosts: { '192.0.2.25': { says: [], breaks: { stage: 'greeting', failure: 'flood' } } } },
    [{ says: 'greeting.missing/endless 192.0.2.25', arguments: { ...stated, waitedMs: 0 } }],
  ],
  [
    'it stalls later',
    { mx: one, hosts: { '192.0.2.25': { says: ['220 hi'], breaks: { stage: 'hello', failure: 'timeout', waitedMs: 60_000 } } } },
    'clear',
  ],
]);
