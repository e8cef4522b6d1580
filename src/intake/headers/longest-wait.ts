/**
 * The longest wait of a message, and whose server held it.
 *
 * Clocks that contradict each other are no reason to look elsewhere: what lies before the earliest or behind the latest
 * of them was waited for whichever is right.
 */
import type { HeaderHop, LongestWait } from '../../model/headers-report.js';
import { parseIpAddress } from '../../model/ip-address.js';

/** A hop whose clock may be right, or several in a row of which some clock is off. */
interface Moment {
  readonly first: HeaderHop;
  readonly last: HeaderHop;
  readonly earliestMs: number;
  readonly latestMs: number;
}

/** The longest wait between two servers; before the first only what the message's own date tells. */
export function findLongestWait(hops: readonly HeaderHop[]): LongestWait | null {
  const moments = listMoments(hops);
  const waits = moments.flatMap((moment, at) => {
    const before = moments[at - 1];
    return before === undefined ? firstWait(moment.first) : [measureWait(hops, moments.slice(0, at), moment)];
  });
  return waits.reduce<LongestWait | null>((most, wait) => (most === null || wait.waitedMs > most.waitedMs ? wait : most), null);
}

function listMoments(hops: readonly HeaderHop[]): readonly Moment[] {
  const moments: Moment[] = [];
  for (const hop of hops) {
    if (hop.at === null || (hop.clock !== 'plausible' && hop.clock !== 'doubtful')) continue;
    const atMs = Date.parse(hop.at);
    const before = moments.at(-1);
    if (hop.clock === 'doubtful' && before?.last.clock === 'doubtful')
      moments[moments.length - 1] = {
        first: before.first,
        last: hop,
        earliestMs: Math.min(before.earliestMs, atMs),
        latestMs: Math.max(before.latestMs, atMs),
      };
    else moments.push({ first: hop, last: hop, earliestMs: atMs, latestMs: atMs });
  }
  return moments;
}

/** Behind clocks in doubt, unless they leave most of the time open: then since the last one that is not. */
function measureWait(hops: readonly HeaderHop[], before: readonly Moment[], moment: Moment): LongestWait {
  const near = before.at(-1);
  const sure = before.findLast(({ last }) => last.clock === 'plausible');
  const nearMs = near === undefined ? 0 : moment.earliestMs - near.latestMs;
  const sureMs = sure === undefined ? 0 : moment.earliestMs - sure.latestMs;
  const [since, waitedMs] = nearMs * 2 >= sureMs || sure === undefined ? [near, nearMs] : [sure, sureMs];
  const holder = since?.last ?? moment.first;
  return {
    hop: moment.first.number,
    sinceHop: holder.number,
    waitedMs: Math.max(0, waitedMs),
    host: nameHolder(hops, holder),
    owner: holder.owner,
  };
}

function firstWait({ clock, delayMs, number }: HeaderHop): LongestWait[] {
  const isTold = clock === 'plausible' && delayMs !== null && delayMs >= 0;
  return isTold ? [{ hop: number, sinceHop: null, waitedMs: delayMs, host: null, owner: 'sender' }] : [];
}

/**
 * The server that the hop came to. Programs of one machine hand mail on as `localhost`, and qmail names no server: the
 * hop before says whose machine it is, else the client's name at the hop behind.
 */
function nameHolder(hops: readonly HeaderHop[], holder: HeaderHop): string | null {
  const before = hops.slice(0, holder.number).findLast(({ by, owner }) => isName(by) && owner === holder.owner)?.by;
  const behind = hops[holder.number];
  const said = [behind?.fromName, behind?.from].find((name) => isName(name));
  return before ?? said ?? holder.by ?? holder.from;
}

function isName(host: string | null | undefined): boolean {
  return host != null && !/^localhost(?:\.|$)/i.test(host) && parseIpAddress(host) === null;
}
