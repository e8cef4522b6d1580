import { accepting, one, testRule } from '../testing/test-rule.js';
import rule from './deadline-reached.js';

const end = { id: 'end', kind: 'end', origin: 'live', startedMs: 120_000, durationMs: 0, reason: 'deadline', limitMs: 120_000 } as const;

testRule(rule, [
  [
    'it ended before anything was decided',
    { mx: one, hosts: { '192.0.2.25': { skipped: 'deadline' } }, more: [end] },
    [{ says: 'local.deadline-reached/undecided deadline', arguments: { limitMs: 120_000 } }],
  ],
  [
    'the verdict stood by then',
    { mx: one, hosts: { '192.0.2.25': accepting }, more: [end] },
    [{ says: 'local.deadline-reached/decided deadline', arguments: { limitMs: 120_000 } }],
  ],
  ['it ended for another reason', { mx: one, hosts: { '192.0.2.25': accepting }, more: [{ ...end, reason: 'interrupted' }] }, 'clear'],
  ['it came to its end', { mx: one, hosts: { '192.0.2.25': accepting } }, 'clear'],
]);
