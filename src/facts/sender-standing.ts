/**
 * How the trace stands as a sender: what servers look up about it, and may refuse for only after DATA.
 *
 * For each public source address the PTR names and whether one leads back; for the HELO name whether it has an
 * address; for the sender's domain whether mail could come back to it.
 */
import { assertDomainName, type DomainName, parseDomainName, rootName } from '../model/domain-name.js';
import type { Fact, FactView } from '../model/fact.js';
import { addressFamily, type IpAddress, reverseName } from '../model/ip-address.js';
import { type Answer, isConclusive, resolverAnswers } from './answer.js';
import { publicSources } from './public-sources.js';

export interface SourceStanding {
  readonly address: IpAddress;
  /** `unknown`: the lookup failed or was not made. */
  readonly reverse: 'confirmed' | 'not-confirmed' | 'no-name' | 'unknown';
  readonly names: readonly DomainName[];
  readonly evidence: readonly string[];
}

export interface NameStanding {
  readonly name: DomainName;
  readonly state: 'found' | 'not-found' | 'no-address' | 'null-mx' | 'unknown';
  readonly evidence: readonly string[];
}

export interface SenderStanding {
  readonly sources: readonly SourceStanding[];
  /** Null where an address literal is used. */
  readonly helo: NameStanding | null;
  /** Null without a sender, or with the null one. */
  readonly senderDomain: NameStanding | null;
}

export const senderStanding: Fact<SenderStanding> = {
  name: 'sender-standing',
  derive(view) {
    const { identity } = view.file;
    const helo = identity === null || identity.helo.startsWith('[') ? null : parseDomainName(identity.helo);
    const domain = identity?.sender ? parseDomainName(identity.sender.slice(identity.sender.lastIndexOf('@') + 1)) : null;
    return {
      sources: view.read(publicSources).map(({ address }) => standSource(view, address)),
      helo: helo === null ? null : standHost(view, helo),
      senderDomain: domain === null ? null : standDomain(view, domain),
    };
  },
};

function firstConclusive(view: FactView, name: DomainName, type: string): Answer | null {
  return resolverAnswers(view, name, type).find(isConclusive) ?? null;
}

function standSource(view: FactView, address: IpAddress): SourceStanding {
  const answer = firstConclusive(view, assertDomainName(reverseName(address)), 'PTR');
  if (answer === null) return { address, reverse: 'unknown', names: [], evidence: [] };
  const names = answer.records.flatMap(({ data }) => (data.type === 'PTR' ? [data.target] : []));
  if (names.length === 0) return { address, reverse: 'no-name', names, evidence: answer.evidence };
  const forward = names.map((name) => firstConclusive(view, name, addressFamily(address) === 4 ? 'A' : 'AAAA'));
  const evidence = [...answer.evidence, ...forward.flatMap((found) => found?.evidence ?? [])];
  const confirmed = forward.some((found) => found?.records.some(({ data }) => 'address' in data && data.address === address));
  if (confirmed) return { address, reverse: 'confirmed', names, evidence };
  return { address, reverse: forward.some((found) => found === null) ? 'unknown' : 'not-confirmed', names, evidence };
}

function standHost(view: FactView, name: DomainName): NameStanding {
  const answers = ['A', 'AAAA'].map((type) => firstConclusive(view, name, type));
  const evidence = answers.flatMap((answer) => answer?.evidence ?? []);
  if (answers.some((answer) => answer?.kind === 'records')) return { name, state: 'found', evidence };
  if (answers.some((answer) => answer === null)) return { name, state: 'unknown', evidence };
  return { name, state: answers.some((answer) => answer?.kind === 'nxdomain') ? 'not-found' : 'no-address', evidence };
}

function standDomain(view: FactView, name: DomainName): NameStanding {
  const mx = firstConclusive(view, name, 'MX');
  const host = standHost(view, name);
  const evidence = [...(mx?.evidence ?? []), ...host.evidence];
  const targets = (mx?.records ?? []).flatMap(({ data }) => (data.type === 'MX' ? [data.exchange] : []));
  if (targets.length > 0) return { name, state: targets.every((target) => target === rootName) ? 'null-mx' : 'found', evidence };
  return { ...host, state: mx === null ? 'unknown' : host.state, evidence };
}
