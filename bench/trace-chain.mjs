/**
 * A trace of a healthy domain with 30 ms put on every answer of every server, start to verdict, against the longest
 * chain of answers that each wait for the one before.
 */
import { median, repeat, timeTrace } from './lab-trace.mjs';

const delayMs = 30;

/** MX, then the address: each needs the answer before it. */
const lookups = ['MX example.com', 'A mx1.example.com'];
/** What every conversation with a server that offers STARTTLS waits for, by RFC 5321 and RFC 3207: greeting and replies in order. */
const replies = ['greeting', 'EHLO', 'STARTTLS', 'EHLO', 'MAIL', 'RCPT', 'RSET', 'QUIT'];

/** A healthy trace against the longest chain of answers that it cannot avoid. */
export async function measureTraceChain() {
  await timeTrace({});
  const runs = await repeat(9, () => timeTrace({ delayMs }));
  if (runs.some(({ report }) => report.verdict.outcome !== 'deliverable')) throw new Error('the healthy world is not deliverable');
  const chainMs = (lookups.length + replies.length) * delayMs;
  return {
    name: 'trace, 30 ms an answer',
    value: median(runs.map(({ ms }) => ms)),
    unit: 'ms',
    yardstick: chainMs,
    against: 'its chain of answers',
    limit: 1.25,
  };
}
