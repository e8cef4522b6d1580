import { accepting, one, testRule } from '../testing/test-rule.js';
import rule from './interrupted.js';

const end = { id: 'end', kind: 'end', origin: 'live', startedMs: 120_000, durationMs: 0, reason: 'interrupted', limitMs: null } as const;

testRule(rule, [
  [
    'it ended before anything was decided',
    { mx: one, hosts: { '192.0.2.25': { skipped: 'interrupted' } }, more: [end] },
    [{ says: 'local.interrupted/undecided trace', arguments: {} }],
  ],
  [
    'the verdict stood by then',
    { mx: one, hosts: { '192.0.2.25': accepting }, more: [end] },
    [{ says: 'local.interrupted/decided trace', arguments: {} }],
  ],
  ['it ended for another reason', { mx: one, hosts: { '192.0.2.25': accepting }, more: [{ ...end, reason: 'deadline' }] }, 'clear'],
  ['it came to its end', { mx: one, hosts: { '192.0.2.25': accepting } }, 'clear'],
]);
