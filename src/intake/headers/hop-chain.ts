/**
 * The Received fields of a message → its way, the oldest hop first, with delays, clocks and owners.
 *
 * A delay is what two clocks say; a wait is measured between clocks that can both be right. The message's own date
 * starts the first hop where it is not later.
 */
import type { HeaderHop } from '../../model/headers-report.js';
import { judgeClocks, measureClockError } from './clock-order.js';
import { assignOwners, type OwnerHints } from './hop-owners.js';
import { parseReceived, type ReceivedField } from './received-field.js';

/** No server takes a message with more (Postfix ends at 50, Exim at 30, Sendmail at 25). */
const mostHops = 200;
const longestText = 2000;

export interface ChainSource {
  /** Values of the Received fields, the newest first. */
  readonly received: readonly string[];
  /** The message's own date, milliseconds since 1970. */
  readonly dateMs: number | null;
  readonly hints: Omit<OwnerHints, 'firstClient'>;
}

/** The hops, at most 200 of them: of more the newest. */
export function readChain({ received, dateMs, hints }: ChainSource): readonly HeaderHop[] {
  const texts = received.slice(0, mostHops).reverse();
  const fields = texts.map(parseReceived);
  const times = fields.map(({ atMs }) => atMs);
  const clocks = judgeClocks(times);
  const owners = assignOwners(
    fields.map(({ by }) => by),
    { ...hints, firstClient: fields[0]?.fromName ?? fields[0]?.from ?? null },
  );
  return fields.map((field, at): HeaderHop => {
    const { atMs, ...rest } = field;
    return {
      number: at + 1,
      ...rest,
      isPrivate: field.isPrivate && field.from !== null,
      owner: owners[at] ?? 'between',
      at: atMs === null ? null : new Date(atMs).toISOString(),
      delayMs: delayOf(fields, at, dateMs),
      waitedMs: clocks[at] === 'plausible' ? waitOf(times, clocks, at) : null,
      clock: clocks[at] ?? 'untold',
      clockErrorMs: measureClockError(times, clocks, at),
      text: (texts[at] ?? '').slice(0, longestText),
    };
  });
}

function delayOf(fields: readonly ReceivedField[], at: number, dateMs: number | null): number | null {
  const own = fields[at]?.atMs ?? null;
  const before = at === 0 ? dateMs : (fields[at - 1]?.atMs ?? null);
  return own === null || before === null ? null : own - before;
}

/** Since the last plausible clock; null for the first. Differences within what clocks may differ are no wait. */
function waitOf(times: readonly (number | null)[], clocks: readonly string[], at: number): number | null {
  for (let earlier = at - 1; earlier >= 0; earlier -= 1) {
    const before = times[earlier] ?? null;
    const own = times[at] ?? null;
    if (clocks[earlier] === 'plausible' && before !== null && own !== null) return Math.max(0, own - before);
  }
  return null;
}

/** From the first plausible clock to the last; null where there are not two. */
export function measureChain(hops: readonly HeaderHop[]): number | null {
  const times = hops.filter(({ clock }) => clock === 'plausible').map(({ at }) => Date.parse(at ?? ''));
  const [first] = times;
  const last = times.at(-1);
  return times.length < 2 || first === undefined || last === undefined ? null : Math.max(0, last - first);
}
