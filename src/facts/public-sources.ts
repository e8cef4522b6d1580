/**
 * The addresses by which the world sees this machine: its public sources, and what EHLO replies say behind NAT.
 *
 * Servers greet with the client's address in brackets or parentheses ("Hello probe [203.0.113.5]"); an
 * address that at least one exchange says and that is public counts. RFC 5321 section 4.1.1.1 asks for none.
 */
import type { SmtpEvidence } from '../model/evidence.js';
import type { Fact } from '../model/fact.js';
import { addressScope, compareIpAddresses, type IpAddress, parseIpAddress } from '../model/ip-address.js';

export interface PublicSource {
  readonly address: IpAddress;
  /** `own`: a source address of this machine that is public; `told`: a server says so. */
  readonly from: 'own' | 'told';
  readonly evidence: readonly string[];
}

export const publicSources: Fact<readonly PublicSource[]> = {
  name: 'public-sources',
  derive(view) {
    const own = view.list('source').flatMap(({ id, outcome }): PublicSource[] => {
      const address = outcome.state === 'found' ? outcome.address : null;
      return address !== null && addressScope(address) === 'public' ? [{ address, from: 'own', evidence: [id] }] : [];
    });
    const told = view.list('smtp').flatMap(toldSources);
    const all = [...own, ...told.filter(({ address }) => !own.some((source) => source.address === address))];
    const once = all.filter(({ address }, at) => all.findIndex((source) => source.address === address) === at);
    return once.sort((a, b) => compareIpAddresses(a.address, b.address));
  },
};

function toldSources(smtp: SmtpEvidence): PublicSource[] {
  const greeted = smtp.exchanges.find(({ stage, reply }) => stage === 'hello' && reply !== null && reply.code < 300);
  const first = greeted?.reply?.lines[0]?.text ?? '';
  const texts = [...first.matchAll(/[[(](?:IPv6:)?([0-9A-Fa-f.:]{3,45})[\])]/g)].map((match) => match[1] ?? '');
  const addresses = texts.map(parseIpAddress).filter((address) => address !== null);
  const publicOnes = addresses.filter((address) => addressScope(address) === 'public' && address !== smtp.address);
  return publicOnes.slice(0, 1).map((address) => ({ address, from: 'told', evidence: [smtp.id] }));
}
