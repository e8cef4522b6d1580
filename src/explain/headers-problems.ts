/**
 * What is wrong on a message's way and with its proofs, worded: what, who must act, what to do.
 *
 * The header does not say whether its reader sent or received the message, so nobody is addressed as "you".
 */
import { findProperty } from '../intake/headers/authentication-results.js';
import type { HeadersReading } from '../intake/headers/read-headers.js';
import type { ArcSet, AuthenticationResult, HeaderHop, HeadersProblem, HopOwner, LongestWait, MailLoop } from '../model/headers-report.js';
import { describeTime } from './headers-words.js';

/** A wait that is worth a word, and one that is worth a warning. */
const noticedWaitMs = 60_000;
const longWaitMs = 600_000;

/** The problems, the gravest first. */
export function listProblems(reading: HeadersReading): readonly HeadersProblem[] {
  const problems = [
    ...reading.loops.map((loop) => describeLoop(loop, reading.hops)),
    ...describeWait(reading),
    ...describeAuthentication(reading),
    ...describeArc(reading.arc),
    ...describeFilters(reading),
    ...describeClocks(reading.hops),
    ...describeForgeable(reading),
    ...describePlain(reading.hops),
  ];
  const order = ['error', 'warning', 'notice'];
  return problems.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
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
  return host === null ? "the sender's own machine" : `${host} (${ownerNames[owner]})`;
}

/** True where clocks in between are off, so that it may have waited at one of those servers. */
function isSpanning({ hop, sinceHop }: LongestWait): boolean {
  return sinceHop !== null && sinceHop < hop - 1;
}

function describeWait({ longestWait, hops }: HeadersReading): readonly HeadersProblem[] {
  if (longestWait === null || longestWait.waitedMs < noticedWaitMs) return [];
  const { waitedMs, hop, host, owner } = longestWait;
  const taker = hops[hop - 1];
  const severity = waitedMs < longWaitMs || host === null ? 'notice' : 'warning';
  if (host === null)
    return [
      {
        severity,
        summary: `${describeTime(waitedMs)} passed between its own date and the first server: it was written earlier, lay in an outbox, or that machine's clock is off.`,
        actor: null,
        remedy: [],
      },
    ];
  const isBorder = owner !== taker?.owner;
  const deferred = isBorder
    ? ` Perhaps ${taker?.by ?? 'the next server'} refused it for a time (greylisting, limits), or could not be reached.`
    : '';
  return [
    {
      severity,
      summary: `It waited ${describeTime(waitedMs)} at ${nameHolder(longestWait)}${isSpanning(longestWait) ? ' or behind it' : ''} before ${taker?.by ?? 'the next server'} took it.${deferred}`,
      actor: `The administrator of ${host}`,
      remedy: [
        `Look in the log of ${host}${taker?.at === null || taker?.at === undefined ? '' : ` before ${taker.at.slice(0, 19).replace('T', ' ')} UTC`} for what the next server answered: mailwhy log shows its story.`,
      ],
    },
  ];
}

const failures = new Set(['fail', 'permerror', 'softfail', 'temperror', 'hardfail']);

function describeAuthentication({ authentication, hops, message }: HeadersReading): readonly HeadersProblem[] {
  const results = authentication.filter(({ standing }) => standing === 'trusted').flatMap((record) => record.results);
  const isDmarcFine = results.some(({ method, result }) => method === 'dmarc' && result === 'pass');
  const isForwarded = hops.some(({ owner }) => owner === 'between');
  return results
    .filter(({ method, result }) => remedies[method] !== undefined && failures.has(result))
    .filter((result, at, all) => all.findIndex((other) => other.method === result.method && other.result === result.result) === at)
    .map((result): HeadersProblem => {
      const domain = subjectDomain(result) ?? domainOf(message.from) ?? "the sender's domain";
      const because = [result.reason, result.comment].filter((text) => text !== null).join('; ');
      const passed = isDmarcFine && result.method !== 'dmarc' ? ' DMARC passed all the same, so this alone does no harm.' : '';
      const relayed =
        isForwarded && result.method !== 'dmarc' ? ' It came over servers in between, and forwarding or a list does that.' : '';
      return {
        severity: passed !== '' || result.result === 'temperror' ? 'notice' : result.method === 'dmarc' ? 'error' : 'warning',
        summary: `${result.method.toUpperCase()} ended as ${result.result} for ${domain}${because === '' ? '' : ` (${because})`}.${passed}${relayed}`,
        actor: result.result === 'temperror' ? null : `The administrator of mail and DNS of ${domain}`,
        remedy: remedies[result.method]?.(domain) ?? [],
      };
    });
}

const remedies: Readonly<Record<string, (domain: string) => readonly string[]>> = {
  spf: (domain) => [`Name every server that sends for ${domain} in its SPF record, the one that sent this message too.`],
  dkim: (domain) => [
    `See that the selector's key in the DNS of ${domain} is the signer's, and that nothing changes the message after signing.`,
  ],
  dmarc: (domain) => [`Sign with a DKIM key of ${domain} itself, or send with an envelope sender beneath it that passes SPF.`],
  arc: () => ['See which forwarder changed the message after it had sealed it.'],
};

function subjectDomain(result: AuthenticationResult): string | null {
  const names: Readonly<Record<string, readonly string[]>> = {
    spf: ['smtp.mailfrom', 'smtp.helo'],
    dkim: ['header.d', 'header.i'],
    dmarc: ['header.from'],
  };
  const found = (names[result.method] ?? []).map((name) => findProperty(result, name)).find((value) => value !== null && value !== '');
  return found?.replace(/^.*@/, '') ?? null;
}

function domainOf(from: string | null): string | null {
  return /@([A-Za-z0-9.-]{1,255})>?\s*$/.exec(from ?? '')?.[1] ?? null;
}

function describeArc(sets: readonly ArcSet[]): readonly HeadersProblem[] {
  const faults = sets.flatMap(({ instance, chain, missing, domain }, at) => [
    ...(missing.length === 0 ? [] : [`set ${instance} lacks ${missing.join(' and ')}`]),
    ...(instance === at + 1 ? [] : [`set ${at + 1} is missing before set ${instance}`]),
    ...(chain === 'fail' ? [`${domain ?? 'the sealer'} found the chain broken at set ${instance}`] : []),
    ...(instance === 1 && chain === 'pass' ? ['the first set claims a chain before it'] : []),
  ]);
  if (faults.length === 0) return [];
  return [
    {
      severity: 'notice',
      summary: `The ARC chain is broken: ${faults.slice(0, 4).join('; ')}. Receivers ignore it.`,
      actor: 'The administrator of the forwarder that sealed it last',
      remedy: ['Seal after every change to the message, and keep the sets of those before.'],
    },
  ];
}

function describeFilters({ filters }: HeadersReading): readonly HeadersProblem[] {
  return filters
    .filter(({ opinion }) => opinion === 'spam' || opinion === 'suspicious')
    .map(({ product, opinion, score, threshold, says }) => ({
      severity: opinion === 'spam' ? 'warning' : 'notice',
      summary: `${product} took it for ${opinion === 'spam' ? 'spam' : 'suspicious'}${score === null ? '' : ` (score ${score}${threshold === null ? '' : `, spam from ${threshold}`})`}.${says[0] === undefined ? '' : ` ${says[0]}`}`,
      actor: 'The administrator of the spam filter, where the message was wanted; else its sender',
      remedy: ['Where it was wanted: allow the sender by its authenticated domain, and report the message as no spam.'],
    }));
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

function describeForgeable({ authentication }: HeadersReading): readonly HeadersProblem[] {
  const forgeable = authentication.filter(({ standing }) => standing === 'forgeable');
  if (forgeable.length === 0) return [];
  return [
    {
      severity: 'notice',
      summary: `Authentication-Results in the name of ${forgeable[0]?.host ?? 'the receiving side'} came with the message: its sender may have written them, so they are not believed.`,
      actor: 'The administrator of the receiving server',
      remedy: ['Remove such fields at the border (RFC 8601 section 5).'],
    },
  ];
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
