/**
 * A second look at resolvers that say otherwise than the authority: whether their TTL counts down or stands still.
 *
 * The same question with CD, which has the same place in a cache, two seconds after the first answer. Nobody but the
 * end of the lookups waits for it, and only where an answer differs.
 */
import { resolverComparisons, secondLookAfterMs } from '../../facts/resolver-comparison.js';
import type { DnsEvidence } from '../../model/evidence.js';
import { elapsedMs } from '../../probe/context.js';
import type { Asker } from '../ask.js';
import type { SurveyContext } from '../context.js';

/** Asks each of them once more; resolves when all have answered. */
export async function lookAgain(context: SurveyContext, asker: Asker): Promise<void> {
  const view = context.store.view();
  const differing = view.read(resolverComparisons).filter(({ type, standing }) => type === 'MX' && standing === 'stale');
  const first = differing.map(({ evidence }) => view.find(evidence[0] ?? '')).filter((evidence) => evidence?.kind === 'dns');
  await Promise.all(first.map((evidence) => askAgain(context, asker, evidence)));
}

async function askAgain(context: SurveyContext, asker: Asker, { question, startedMs, durationMs }: DnsEvidence): Promise<void> {
  const waitMs = startedMs + durationMs + secondLookAfterMs - elapsedMs(context);
  if (waitMs > 0) await pause(context, waitMs);
  if (!context.signal.aborted) await asker.ask({ ...question, checkingDisabled: true });
}

/** Ends early when the trace does. */
function pause({ doors, signal }: SurveyContext, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      timer.cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = doors.clock.after(delayMs, end);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
}
