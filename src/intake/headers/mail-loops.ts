/**
 * Signs that a message ran in a circle: a host twice with another one in between, an address delivered to twice, too many hops.
 *
 * A content filter that gives a message back to the same server is no loop, nor is a large provider's server that
 * took it for another recipient.
 */
import type { HeaderHop, MailLoop } from '../../model/headers-report.js';
import { isSharedProvider, registrableParent } from './registrable-parent.js';

/** Sendmail's limit and the smallest in use; Exim: 30, Postfix: 50, Exchange: 60. */
const hopLimit = 25;

/** The loops; `deliveredTo`: the values of Delivered-To. */
export function findLoops(hops: readonly HeaderHop[], deliveredTo: readonly string[]): readonly MailLoop[] {
  const tooMany: MailLoop = { kind: 'too-many-hops', subject: null, hops: [hops.length], confidence: 'possible' };
  return [...findReturns(hops), ...findDeliveredTwice(deliveredTo), ...(hops.length > hopLimit ? [tooMany] : [])];
}

function findReturns(hops: readonly HeaderHop[]): readonly MailLoop[] {
  const hosts = new Set(hops.flatMap(({ by }) => (by === null || isNameless(by) ? [] : [by.toLowerCase()])));
  return [...hosts].flatMap((host): MailLoop[] => {
    const visits = listVisits(hops, host);
    if (visits.length < 2) return [];
    return [{ kind: 'same-host', subject: host, hops: visits, confidence: visits.length > 2 ? 'certain' : 'possible' }];
  });
}

function isNameless(host: string): boolean {
  return /^localhost\b/i.test(host) || !/[a-z]/i.test(host);
}

/** The hops at which the message came to the host, each from somebody else's server since the one before. */
function listVisits(hops: readonly HeaderHop[], host: string): readonly number[] {
  const visits: HeaderHop[] = [];
  let hasLeft = true;
  for (const hop of hops) {
    const isHere = hop.by?.toLowerCase() === host;
    if (!isHere) hasLeft ||= hop.by !== null && !isNameless(hop.by) && !isInternal(hop);
    else if (hasLeft && !isForAnother(visits.at(-1), hop, host)) {
      visits.push(hop);
      hasLeft = false;
    }
  }
  return visits.map(({ number }) => number);
}

/** A filter on the same machine. */
function isInternal({ from, fromAddress, isPrivate }: HeaderHop): boolean {
  return isPrivate && (from === null || fromAddress === null || fromAddress.startsWith('127.') || fromAddress === '::1');
}

function isForAnother(last: HeaderHop | undefined, hop: HeaderHop, host: string): boolean {
  if (last === undefined) return false;
  if (last.for !== null && hop.for !== null) return last.for.toLowerCase() !== hop.for.toLowerCase();
  return isSharedProvider(registrableParent(host));
}

function findDeliveredTwice(deliveredTo: readonly string[]): readonly MailLoop[] {
  const seen = deliveredTo.slice(0, 200).map((address) => address.toLowerCase());
  const twice = seen.filter((address, at) => address !== '' && seen.indexOf(address) === at && seen.lastIndexOf(address) > at);
  return twice.map((subject) => ({ kind: 'delivered-twice', subject, hops: [], confidence: 'certain' }));
}
