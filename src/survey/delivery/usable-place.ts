/**
 * Which addresses are worth a packet: not those of a family that this machine lacks, and not private ones
 * that cannot be the target's from here. What is passed by stands in the evidence as skipped, with the reason.
 */

import type { Place } from '../../facts/host-results.js';
import { isLoopback } from '../../facts/own-place.js';
import type { SkipReason } from '../../model/evidence.js';
import { addressFamily, addressScope, type IpAddress } from '../../model/ip-address.js';
import { elapsedMs } from '../../probe/context.js';
import type { SurveyContext } from '../context.js';

/** Whether the place may be visited; where not, says so in the evidence once. */
export function isUsable(context: SurveyContext, place: Place): boolean {
  const reason = unusableReason(context, place);
  if (reason !== null) skipPlace(context, place, reason);
  return reason === null;
}

/** Puts a skipped connect into the evidence, unless the address has been tried. */
export function skipPlace(context: SurveyContext, { address, exchange }: Place, reason: SkipReason): void {
  const id = `connect/${address}/${context.options.port}`;
  if (context.store.find(id) !== null) return;
  context.store.add({
    id,
    kind: 'connect',
    origin: 'live',
    startedMs: elapsedMs(context),
    durationMs: 0,
    address,
    port: context.options.port,
    exchange: exchange.name,
    purpose: 'walk',
    outcome: { state: 'skipped', reason },
  });
}

function unusableReason(context: SurveyContext, { address, exchange }: Place): SkipReason | null {
  const sources = sourcesOf(context);
  if (exchange.via === 'option') return null;
  if (isLoopback(address) || !isRoutable(address, sources)) return 'private';
  return sources.some((source) => addressFamily(source) === addressFamily(address)) ? null : 'no-family';
}

/** A private address may be the target's only where this machine has such addresses itself. */
function isRoutable(address: IpAddress, sources: readonly IpAddress[]): boolean {
  const scope = addressScope(address);
  if (scope === 'public') return true;
  if (scope !== 'private' && scope !== 'shared') return false;
  return sources.some((source) => addressScope(source) === scope && addressFamily(source) === addressFamily(address));
}

function sourcesOf({ store }: SurveyContext): readonly IpAddress[] {
  return (['source/4', 'source/6'] as const).flatMap((id) => {
    const evidence = store.find(id);
    return evidence?.kind === 'source' && evidence.outcome.state === 'found' ? [evidence.outcome.address] : [];
  });
}
