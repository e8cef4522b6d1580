/**
 * Where the case was looked at from: resolvers, source addresses, the name and sender that were given.
 */
import type { CaseFile } from '../model/case-file.js';
import type { FactView } from '../model/fact.js';
import { compareIpAddresses, type IpAddress } from '../model/ip-address.js';
import type { Vantage } from '../model/report.js';

/** The vantage of a case; `public` are the addresses by which servers know this machine, where behind a NAT. */
export function describeVantage(view: FactView, publicSources: readonly IpAddress[]): Vantage {
  const { identity } = view.file;
  return {
    resolvers: listResolvers(view.file, view),
    source: listSources(view),
    public: publicSources,
    helo: identity?.helo ?? null,
    sender: identity?.sender ?? null,
    assumed: identity?.assumed ?? [],
  };
}

/** In the order of configuration. */
function listResolvers({ options }: CaseFile, view: FactView): readonly IpAddress[] {
  const configured = options.resolvers?.map(({ address }) => address) ?? view.list('system').flatMap(({ resolvers }) => resolvers);
  return [...new Set(configured)];
}

/** The addresses that packets really left from, where any connection came about; else those that they would leave from. */
function listSources(view: FactView): readonly IpAddress[] {
  const used = view.list('connect').flatMap(({ outcome }) => (outcome.state === 'connected' ? [outcome.source] : []));
  const usable = view.list('source').flatMap(({ outcome }) => (outcome.state === 'found' ? [outcome.address] : []));
  return [...new Set([...used, ...usable])].sort(compareIpAddresses);
}
