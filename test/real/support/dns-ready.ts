/**
 * Waiting for a name server.
 */
import type { Host } from './host.js';
import { waitUntil } from './process.js';

/** Waits until the server at the address answers anything at all (asked from the machine itself). Throws after 10 s with its logs. */
export async function waitForDns(host: Host, address: string): Promise<void> {
  const ask = async () => (await host.run(`dig +time=1 +tries=1 +norec @${address} . NS`)).exitCode === 0;
  try {
    await waitUntil(`name server on ${host.name}`, ask, 10_000);
  } catch (fault) {
    const logs = ['named.out', 'named.log', 'nsd.out', 'unbound.out'].map((log) => host.read(`/var/log/${log}`)).join('');
    throw new Error(`${String(fault)}\n${logs}`);
  }
}
