/**
 * Waiting for a mail server.
 */
import type { Host } from './host.js';
import { waitUntil } from './process.js';

/** Waits until something listens on port 25 of the address, without connecting to it. Throws after 15 s with the logs named. */
export async function waitForSmtp(host: Host, address: string, logs: readonly string[]): Promise<void> {
  try {
    await waitForPort(host, address, 25);
  } catch (fault) {
    throw new Error(`${String(fault)}\n${logs.map((log) => host.read(log)).join('\n')}`);
  }
}

/** Waits until the port is listened on. Throws after 15 s. */
export async function waitForPort(host: Host, address: string, port: number): Promise<void> {
  const endpoint = address.includes(':') ? `[${address}]:${port} ` : `${address}:${port} `;
  const listens = async () => (await host.run(`ss -Hltn 'sport = :${port}'`)).stdout.includes(endpoint);
  await waitUntil(`port ${port} of ${address} on ${host.name}`, listens, 15_000);
}
