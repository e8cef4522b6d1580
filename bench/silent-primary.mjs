/**
 * A trace whose primary is silent against one whose primary answers: what the silence costs.
 */
import { median, repeat, timeTrace } from './lab-trace.mjs';

const records = ['@ MX 10 mx1.example.com', 'mx1.example.com A 192.0.2.25', '@ MX 20 mx2.example.com', 'mx2.example.com A 198.51.100.25'];

/** What a silent primary costs. */
export async function measureSilentPrimary() {
  const answering = await repeat(3, () => timeTrace({ records, delayMs: 30 }));
  const silent = await repeat(3, () => timeTrace({ records, delayMs: 30, mx1: 'silent' }));
  if (silent.some(({ report }) => report.endsAt !== '198.51.100.25')) throw new Error('the backup did not decide');
  const middle = (runs) => median(runs.map(({ ms }) => ms));
  return {
    name: 'silent primary',
    value: middle(silent) - middle(answering),
    unit: 'ms more',
    yardstick: middle(answering),
    against: 'a primary that answers',
    limitMs: 4000,
  };
}
