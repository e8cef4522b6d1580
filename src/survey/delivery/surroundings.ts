/**
 * What this machine is, seen before anything is asked: its name, resolvers and source addresses.
 */

import type { SourceEvidence, SystemEvidence } from '../../model/evidence.js';
import { type AddressFamily, addressFamily, assertIpAddress, type IpAddress } from '../../model/ip-address.js';
import type { ResolverAddress } from '../../model/trace-options.js';
import { elapsedMs } from '../../probe/context.js';
import type { SurveyContext } from '../context.js';

export interface Surroundings {
  readonly system: SystemEvidence;
  /** In the order of configuration, those of `--resolver` where told. */
  readonly resolvers: readonly ResolverAddress[];
  /** The addresses that packets leave from, IPv4 first; a family that is missing here has none. */
  readonly sources: readonly IpAddress[];
}

/** Addresses out in the world, to learn which source leads there; a root server's, to which nothing is sent. */
const outsideAddresses: Readonly<Record<AddressFamily, IpAddress>> = {
  4: assertIpAddress('198.41.0.4'),
  6: assertIpAddress('2001:503:ba3e::2:30'),
};

/** Looks around and puts `system/host` and `source/4`, `source/6` into the evidence. */
export async function observeSurroundings(context: SurveyContext): Promise<Surroundings> {
  const startedMs = elapsedMs(context);
  const host = await context.doors.readHost();
  const resolvers = context.options.resolvers ?? host.resolvers;
  const system: SystemEvidence = {
    id: 'system/host',
    kind: 'system',
    origin: 'live',
    startedMs,
    durationMs: elapsedMs(context) - startedMs,
    hostName: host.hostName,
    fullName: host.fullName,
    resolvers: resolvers.map(({ address }) => address),
    sources: host.addresses,
    platform: host.platform,
  };
  context.store.add(system);
  const sources = await Promise.all(([4, 6] as const).map((family) => observeSource(context, family)));
  return { system, resolvers, sources: sources.filter((source) => source !== null) };
}

/** The source towards the outside; in a closed network towards the root servers that `--root-hints` names. */
async function findFamilySource(
  { options, doors }: SurveyContext,
  family: AddressFamily,
): ReturnType<SurveyContext['doors']['findSource']> {
  if (options.source !== null && addressFamily(options.source) === family) return { address: options.source };
  const hinted = (options.rootHints ?? []).flatMap(({ addresses }) => addresses).find((address) => addressFamily(address) === family);
  return doors.findSource(hinted ?? outsideAddresses[family]);
}

async function observeSource(context: SurveyContext, family: AddressFamily): Promise<IpAddress | null> {
  const startedMs = elapsedMs(context);
  const { options } = context;
  const excluded = options.family !== null && options.family !== family;
  const found = excluded ? null : await findFamilySource(context, family);
  const outcome: SourceEvidence['outcome'] =
    found === null
      ? { state: 'skipped', reason: 'option' }
      : found.address === null
        ? { state: 'none', detail: found.detail }
        : { state: 'found', address: found.address };
  context.store.add({
    id: `source/${family}`,
    kind: 'source',
    origin: 'live',
    startedMs,
    durationMs: elapsedMs(context) - startedMs,
    family,
    outcome,
  });
  return found?.address ?? null;
}
