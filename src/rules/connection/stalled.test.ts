import { mx1, one, testRule } from '../testing/test-rule.js';
import rule from './stalled.js';

testRule(rule, [
  [
    'it is silent at MAIL',
    {
      mx: one,
      hosts: { '192.0.2.25': { says: ['220 hi', 'EHLO', '250 hi'], breaks: { stage: 'mail', failure: 'timeout', waitedMs: 60_000 } } },
    },
    [
      {
        says: 'connection.stalled/stalled 192.0.2.25',
        arguments: { ...mx1, stage: 'MAIL FROM', waitedMs: 60_000, patientSender: 'Postfix', patientMs: 300_000 },
      },
    ],
  ],
  [
    'it is silent at the greeting',
    { mx: one, hosts: { '192.0.2.25': { says: [], breaks: { stage: 'greeting', failure: 'timeout', waitedMs: 60_000 } } } },
    'clear',
  ],
]);
