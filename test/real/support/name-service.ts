/**
 * The bed's DNS: a root (BIND), the level below (NSD), two hosting servers (BIND and NSD), a
 * validating resolver (Unbound) and one that keeps an old copy of a zone (BIND).
 */
import { type BindZone, reloadBind, startBind, writeBindZone } from './bind.js';
import { formatZone, type Zone } from './dns-zone.js';
import { createHost, type Host } from './host.js';
import type { Network } from './network.js';
import { reloadNsd, startNsd, writeNsdZone } from './nsd.js';
import { waitUntil } from './process.js';
import { breakSignature, signZone } from './signed-zone.js';
import { startUnbound } from './unbound.js';
import { nameServers } from './world.js';
import {
  bogusZone,
  codecZone,
  copiedNow,
  copiedThen,
  disagreeingZones,
  halfDeadZone,
  halfLameZone,
  movedAfter,
  movedBefore,
  reverseZone,
  reverseZone6,
  rootHints,
  rootZone,
  signedZone,
  soundZones,
  topLevelZone,
} from './zones.js';

export interface HostingServers {
  readonly ns1: Host;
  readonly ns2: Host;
}

/** Starts all of it, the resolvers last. */
export async function startNameService(network: Network): Promise<HostingServers> {
  const create = async (name: string, address: string) => {
    const host = await createHost(name, null);
    await network.attach(host, [address]);
    return host;
  };
  const [root, tld, ns1, ns2, resolver, copying] = await Promise.all([
    create('a.root-servers.example', nameServers.root),
    create('a.nic.example', nameServers.tld),
    create('ns1.dns.example', nameServers.ns1),
    create('ns2.dns.example', nameServers.ns2),
    create('resolver.corp.example', nameServers.resolver),
    create('copying.corp.example', nameServers.copyingResolver),
  ]);
  await network.blackhole(nameServers.dead);
  const signed = await signAll(root);
  await Promise.all([
    startBind(root, { address: nameServers.root, zones: [signed.root], rootHints: null }),
    startNsd(tld, nameServers.tld, [signed.tld, file(reverseZone()), file(reverseZone6())]),
    startBind(ns1, {
      address: nameServers.ns1,
      zones: [...hosted(signed), ...signed.codec, file(halfLameZone), file(halfDeadZone), file(disagreeingZones[0])],
      rootHints: null,
    }),
    startNsd(ns2, nameServers.ns2, [...hosted(signed), file(disagreeingZones[1])]),
    startUnbound(resolver, { address: nameServers.resolver, rootHints, trustAnchor: signed.anchor }),
    startBind(copying, { address: nameServers.copyingResolver, zones: [file(copiedThen)], rootHints }),
  ]);
  return { ns1, ns2 };
}

interface SignedZones {
  readonly root: BindZone;
  readonly tld: BindZone;
  readonly children: readonly BindZone[];
  /** The codec's zone with NSEC, and under another name with NSEC3; ns1 only. */
  readonly codec: readonly BindZone[];
  readonly anchor: string;
}

/** Leaves first, since each parent signs its children's DS. */
async function signAll(host: Host): Promise<SignedZones> {
  const [sound, bogus, codec, codec3] = await Promise.all([
    signZone(host, signedZone),
    signZone(host, bogusZone),
    signZone(host, codecZone),
    signZone(host, { ...codecZone, origin: 'codec3.example.' }, 'nsec3'),
  ]);
  const tld = await signZone(host, topLevelZone([...sound.ds, ...bogus.ds]), 'nsec3');
  const root = await signZone(host, rootZone(tld.ds));
  return {
    root,
    tld,
    children: [sound, breakSignature(bogus, '10 mx.postfix.example.', '11 mx.postfix.example.')],
    codec: [codec, codec3],
    anchor: root.key,
  };
}

/** What both hosting servers have alike. */
function hosted(signed: SignedZones): readonly BindZone[] {
  return [...soundZones().map(file), ...signed.children, file(movedBefore), file(copiedNow)];
}

function file(zone: Zone): BindZone {
  return { origin: zone.origin, text: formatZone(zone) };
}

/** Puts the new version of `moved.example` on both of its servers. */
export async function moveDomain({ ns1, ns2 }: HostingServers): Promise<void> {
  writeBindZone(ns1, file(movedAfter));
  writeNsdZone(ns2, file(movedAfter));
  await Promise.all([reloadBind(ns1), reloadNsd(ns2)]);
  const moved = async (host: Host, address: string) =>
    (await host.run(`dig +short +norec @${address} moved.example MX`)).stdout.includes('mx.postfix');
  await waitUntil('the new zone', async () => (await moved(ns1, nameServers.ns1)) && (await moved(ns2, nameServers.ns2)), 10_000);
}
