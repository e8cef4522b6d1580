/**
 * The sender's walk: address after address in the route's order, until one of them decides.
 *
 * What decides is the conforming sender's business (`facts/sender-course`). A host that is silent does not hold
 * the walk up: after three seconds the next one is tried beside it, while it keeps its time; once
 * another has decided, it is given up. Where a message is really sent, one host at a time.
 */

import { hostResults, type Place } from '../../facts/host-results.js';
import { decidesWalk } from '../../facts/sender-course.js';
import { conformingSender } from '../../knowledge/senders.js';
import type { IpAddress } from '../../model/ip-address.js';
import type { Timer } from '../../net/doors.js';
import { createEndController } from '../../net/end-signal.js';
import type { DeliverySession } from './delivery-session.js';
import { runLimited } from './run-limited.js';
import { isUsable } from './usable-place.js';
import { visitHost } from './visit-host.js';

/** How long a silent host holds up the next one: time for three SYNs, and below what a person waits for. */
const silentAfterMs = 3_000;
/** Addresses that `--all` asks: of a domain that names thousands, the first. */
const allLimit = 100;

/** Walks the places in order. Resolves when nothing is under way any more. */
export async function walkRoute(session: DeliverySession, places: readonly Place[]): Promise<void> {
  const cut = createEndController();
  const decision = createDecision();
  const visits: Promise<void>[] = [];
  for (const place of oncePerAddress(places).slice(0, conformingSender.addressLimit ?? undefined)) {
    if (decision.made() || session.context.signal.aborted) break;
    if (!isUsable(session.context, place)) continue;
    const visit = visitHost(session, { place, purpose: 'deliver', cut: cut.signal }).then(() => {
      if (decidesAt(session, place.address)) decision.make();
    });
    visits.push(visit);
    const silence = startSilence(session, place);
    const waits = [visit, decision.promise];
    await Promise.race(session.context.options.send === null ? [...waits, silence.promise] : waits);
    silence.timer.cancel();
  }
  await Promise.race([Promise.all(visits), decision.promise]);
  if (!session.context.options.patient) cut.abort('not-needed');
  await Promise.all(visits);
}

/** Asks every place for the recipient (`--all`), so many at a time; one at a time while a message is to be sent, which goes out once. */
export async function visitAll(session: DeliverySession, places: readonly Place[]): Promise<void> {
  const never = createEndController().signal;
  const usable = oncePerAddress(places)
    .filter((place) => isUsable(session.context, place))
    .slice(0, allLimit);
  const { concurrency, send } = session.context.options;
  await runLimited(send === null ? concurrency : 1, usable, async (place) => {
    if (!session.context.signal.aborted) await visitHost(session, { place, purpose: 'deliver', cut: never });
  });
}

/** An address that several names share is visited once, at its first place. */
export function oncePerAddress<P extends Pick<Place, 'address'>>(places: readonly P[]): readonly P[] {
  const firsts = new Map<IpAddress, P>();
  for (const place of places) if (!firsts.has(place.address)) firsts.set(place.address, place);
  return [...firsts.values()];
}

function decidesAt({ context }: DeliverySession, address: IpAddress): boolean {
  const view = context.store.view();
  const host = view.read(hostResults).find((result) => result.address === address);
  return host !== undefined && decidesWalk(view, host);
}

/** Resolves after a while, unless there is a connection by then: who answers slowly is waited for. */
function startSilence({ context }: DeliverySession, { address }: Place): { readonly promise: Promise<void>; readonly timer: Timer } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  const timer = context.doors.clock.after(silentAfterMs, () => {
    if (context.store.find(`connect/${address}/${context.options.port}`) === null) resolve();
  });
  return { promise, timer };
}

interface Decision {
  readonly promise: Promise<void>;
  made(): boolean;
  make(): void;
}

function createDecision(): Decision {
  let done = false;
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return {
    promise,
    made: () => done,
    make() {
      done = true;
      resolve();
    },
  };
}
