/**
 * Looks beside the sender's way: exchanges of the deciding host's preference, and its other address family.
 *
 * Greeting, EHLO, STARTTLS, QUIT and no more; at most five addresses, one at a time for each operator:
 * fake backup exchanges list whoever connects, and postscreen remembers who came to the backup first.
 */

import { type HostResult, hostResults } from '../../facts/host-results.js';
import { senderCourse } from '../../facts/sender-course.js';
import { parentName } from '../../model/domain-name.js';
import { createEndController } from '../../net/end-signal.js';
import type { DeliverySession } from './delivery-session.js';
import { runLimited } from './run-limited.js';
import { isUsable } from './usable-place.js';
import { visitHost } from './visit-host.js';
import { oncePerAddress } from './walk-route.js';

const lookLimit = 5;

/** Looks at the neighbours of the host where a conforming sender ends; at nobody where it ends nowhere. */
export async function lookBeside(session: DeliverySession): Promise<void> {
  const { context } = session;
  const view = context.store.view();
  const { at } = view.read(senderCourse);
  if (at === null) return;
  const neighbours = oncePerAddress(view.read(hostResults).filter((host) => host.onRoute && isNeighbour(host, at)))
    .filter((place) => isUsable(context, place))
    .slice(0, lookLimit);
  const operators = groupByOperator(neighbours);
  const never = createEndController().signal;
  await runLimited(context.options.concurrency, operators, async (hosts) => {
    for (const place of hosts) if (!context.signal.aborted) await visitHost(session, { place, purpose: 'look', cut: never });
  });
}

function isNeighbour(host: HostResult, at: HostResult): boolean {
  if (host.connect !== null || host.address === at.address) return false;
  if (host.exchange.exchange === at.exchange.exchange) return host.family !== at.family;
  return host.exchange.preference === at.exchange.preference;
}

/** Exchanges under one parent name are taken for one operator's. */
function groupByOperator(hosts: readonly HostResult[]): readonly (readonly HostResult[])[] {
  const groups = new Map<string, HostResult[]>();
  for (const host of hosts) {
    const { name, exchange } = host.exchange;
    const operator = (name === null ? null : parentName(name)) ?? exchange;
    groups.set(operator, [...(groups.get(operator) ?? []), host]);
  }
  return [...groups.values()];
}
