/**
 * What is wrong on a message's way: loops, waits, clocks, steps without TLS.
 */
import type { HeadersReading } from '../intake/headers/read-headers.js';
import type { HeaderHop, HeadersProblem, HopOwner, LongestWait, MailLoop } from '../model/headers-report.js';
import { describeTime } from './headers-words.js';

/** A wait that is worth a word, and one that is worth a warning. */
const noticedWaitMs = 60_000;
const longWaitMs = 600_000;

/** In the order in which they are told where they weigh the same. */
export function listWayProblems(reading: HeadersReading): readonly HeadersProblem[] {
  const loops = reading.loops.map((loop) => describeLoop(loop, reading.hops));
  return [...loops, ...describeWait(reading), ...describeClocks(reading.hops), ...describePlain(reading.hops)];
}

function describeLoop({ kind, subject, hops, confidence }: MailLoop, chain: readonly HeaderHop[]): HeadersProblem {
  const severity = confidence === 'certain' ? 'error' : 'warning';
  if (kind === 'delivered-twice')
    return {
      severity,
      summary: `It was delivered to ${subject} twice: the mailbox forwards to an address that comes back to it.`,
      actor: `The owner of ${subject}, or the administrator of its server`,
      remedy: [`Take the forwarding of ${subject}, or that of the address it forwards to, away.`],
    };
  if (kind === 'too-many-hops')
    return {
      severity,
      summary: `It passed ${chain.length} servers; many refuse a message beyond 25 as a loop.`,
      actor: 'The administrators of the servers that occur again and again',
      remedy: ['Look at the hops for a pattern that repeats, and take one of the forwardings in it away.'],
    };
  return {
    severity,
    summary: `It came to ${subject} ${hops.length === 2 ? 'twice' : `${hops.length} times`} (hops ${hops.join(', ')})${severity === 'error' ? ': a loop.' : ', with other servers in between: a loop, or a gateway that gives it back.'}`,
    actor: `The administrator of ${subject}`,
    remedy: [`Compare where ${subject} sends mail for this recipient with where that server sends it: one of the two routes must go.`],
  };
}

const ownerNames: Readonly<Record<HopOwner, string>> = {
  sender: "the sender's",
  between: 'a server in between',
  recipient: "the recipient's",
  shared: 'of the provider that sender and recipient share',
};

/** "mx.example.net (the recipient's)" */
function nameHolder({ host, owner }: LongestWait): string {
  return `${host ?? 'a server whose name is not told'} (${ownerNames[owner]})`;
}

/** True where clocks in between are off, so that it may have waited at one of those servers. */
function isSpanning({ hop, sinceHop }: LongestWait): boolean {
  return sinceHop !== null && sinceHop < hop - 1;
}

function describeWait(reading: HeadersReading): readonly HeadersProblem[] {
  const { longestWait, hops } = reading;
  if (longestWait === null || longestWait.waitedMs < noticedWaitMs) return [];
  const { waitedMs, hop, host, sinceHop } = longestWait;
  if (sinceHop === null) return [describeOwnWait(waitedMs)];
  const taker = hops[hop - 1];
  const by = taker?.by ?? 'the next server';
  return [
    {
      severity: waitedMs < longWaitMs ? 'notice' : 'warning',
      summary: `It waited ${describeTime(waitedMs)} at ${nameHolder(longestWait)}${isSpanning(longestWait) ? ' or behind it' : ''} before ${by} took it.${guessReason(reading, longestWait, by)}`,
      actor: `The administrator of ${host ?? 'that server'}`,
      remedy: [describeSearch(longestWait, hops)],
    },
  ];
}

function describeOwnWait(waitedMs: number): HeadersProblem {
  return {
    severity: 'notice',
    summary: `${describeTime(waitedMs)} passed between its own date and the first server: it was written earlier, lay in an outbox, or that machine's clock is off.`,
    actor: null,
    remedy: [],
  };
}

/** What the receiving side says of it (X-Greylist), or what such a wait at a border often is. */
function guessReason({ hops, filters }: HeadersReading, { hop, owner }: LongestWait, by: string): string {
  const greylisted = filters.find(({ product }) => product === 'Greylisting')?.says[0];
  if (greylisted !== undefined) return ` It was greylisted. ${greylisted}`;
  return owner === hops[hop - 1]?.owner ? '' : ` Perhaps ${by} refused it for a time (greylisting, limits), or could not be reached.`;
}

/** Where its story stands: the log of the server that held it, by the id that it had there. */
function describeSearch({ host, hop, sinceHop }: LongestWait, hops: readonly HeaderHop[]): string {
  const at = hops[hop - 1]?.at ?? null;
  const id = sinceHop === null ? null : (hops[sinceHop - 1]?.id ?? null);
  const before = at === null ? '' : ` before ${at.slice(0, 19).replace('T', ' ')} UTC`;
  // The id is the message's word: only what no shell takes for more than a word is put into a command.
  // Exchange writes its own version there.
  const isId = id !== null && /^[A-Za-z0-9][A-Za-z0-9.-]{3,60}$/.test(id) && !/^\d+(?:\.\d+)+$/.test(id);
  const command = isId ? `mailwhy log --message ${id}` : 'mailwhy log';
  return `Look in the log of ${host ?? 'that server'}${before} for what the next server answered: ${command} shows its story.`;
}

function describeClocks(hops: readonly HeaderHop[]): readonly HeadersProblem[] {
  const off = hops.filter(({ clock, clockErrorMs }) => clock === 'off' && clockErrorMs !== null);
  const hosts = [...new Set(off.map(({ by }) => by))];
  const sure = hosts.map((by): HeadersProblem => {
    const hop = off.find((each) => each.by === by);
    const errorMs = hop?.clockErrorMs ?? 0;
    const isZone = isZoneError(errorMs);
    const amount = isZone ? `about ${describeTime(nearestHalfHours(errorMs) * halfHourMs)}` : `${describeTime(Math.abs(errorMs))} or more`;
    const zone = isZone ? ' That is what a wrong time zone looks like.' : '';
    return {
      severity: 'notice',
      summary: `The clock of ${by ?? `hop ${hop?.number}`} is ${amount} ${errorMs > 0 ? 'ahead' : 'behind'}: the hops beside it contradict it.${zone}`,
      actor: `The administrator of ${by ?? `the server of hop ${hop?.number}`}`,
      remedy: ['Keep its clock by NTP, and check its time zone.'],
    };
  });
  const doubtful = hops.filter(({ clock }) => clock === 'doubtful');
  if (doubtful.length === 0) return sure;
  const names = doubtful.map(({ by, number }) => by ?? `hop ${number}`).slice(0, 4);
  return [
    ...sure,
    {
      severity: 'notice',
      summary: `The clocks of ${names.join(' and ')} contradict each other; the header does not tell which one is off.`,
      actor: `The administrators of ${names.join(' and ')}`,
      remedy: ['Compare both clocks with a time server.'],
    },
  ];
}

const halfHourMs = 1_800_000;

function nearestHalfHours(errorMs: number): number {
  return Math.round(Math.abs(errorMs) / halfHourMs);
}

/** Close to a multiple of half an hour, up to the 14 hours of the farthest zone. */
function isZoneError(errorMs: number): boolean {
  const nearest = nearestHalfHours(errorMs);
  return nearest > 0 && nearest <= 28 && Math.abs(Math.abs(errorMs) - nearest * halfHourMs) <= 60_000;
}

/** A step from one organisation to another that is recorded as plain SMTP. */
function describePlain(hops: readonly HeaderHop[]): readonly HeadersProblem[] {
  const plain = hops.filter(
    ({ protocol, tls, fromAddress, isPrivate, owner, number }) =>
      tls === null &&
      fromAddress !== null &&
      !isPrivate &&
      owner !== hops[number - 2]?.owner &&
      /^e?smtp\b/i.test(protocol ?? '') &&
      number > 1,
  );
  return plain.slice(0, 3).map(({ by, from, number }) => ({
    severity: 'notice',
    summary: `No TLS is recorded for hop ${number}, from ${from ?? 'the client'} to ${by ?? 'the server'}.`,
    actor: null,
    remedy: [],
  }));
}
