/**
 * Whether the route leads back to the machine that sends: mail would come back to it, and loop.
 *
 * Loopback and unspecified addresses lead back wherever one asks; the machine's own addresses only here
 * (RFC 5321 section 5.1). An administrator may well trace a domain on its own exchange: the host is asked
 * like any other, and only where it does not take the mail is it a loop.
 */
import type { Fact, FactView } from '../model/fact.js';
import { addressScope, type IpAddress } from '../model/ip-address.js';

/** The addresses by which this machine is known: its interfaces', and those that packets leave from. */
export const ownAddresses: Fact<ReadonlySet<IpAddress>> = {
  name: 'own-addresses',
  derive(view) {
    const interfaces = view.list('system').flatMap(({ sources }) => sources);
    const sources = view.list('source').flatMap(({ outcome }) => (outcome.state === 'found' ? [outcome.address] : []));
    return new Set([...interfaces, ...sources]);
  },
};

/** Whether the address is every machine's own. */
export function isLoopback(address: IpAddress): boolean {
  const scope = addressScope(address);
  return scope === 'loopback' || scope === 'unspecified';
}

/** Whether mail to the address comes back to the machine that sends it. */
export function leadsHere(view: FactView, address: IpAddress): boolean {
  return isLoopback(address) || view.read(ownAddresses).has(address);
}
