/**
 * The walk from the root to the domain's servers, replayed over the evidence: what the delegation is and who answers.
 *
 * Where no walk was asked for (`--no-walk`, a literal) the state is `not-walked`.
 */
import { builtInRootHints } from '../knowledge/root-hints.js';
import { type DomainName, rootName } from '../model/domain-name.js';
import type { Fact, FactView } from '../model/fact.js';
import { addressScope } from '../model/ip-address.js';
import { type WalkRequest, walkDelegation } from './delegation-procedure.js';
import type { Delegation } from './delegation-result.js';
import type { WalkFamilies } from './delegation-servers.js';
import { targetDomain } from './mail-route.js';
import { replayProcedure } from './procedure.js';

/** The families that DNS questions can leave by: IPv4 unless there is no source for it, IPv6 where there is one. */
export const walkFamilies: Fact<WalkFamilies> = {
  name: 'walk-families',
  derive(view) {
    const outcome = (family: 4 | 6) => view.list('source').find((source) => source.family === family)?.outcome.state;
    const loopback = (view.file.options.rootHints ?? []).some(({ addresses }) =>
      addresses.some((address) => addressScope(address) === 'loopback'),
    );
    return { ipv4: outcome(4) !== 'none', ipv6: outcome(6) === 'found', loopback };
  },
};

/** The delegation of the domain, asked for MX. */
export const delegation: Fact<Delegation> = {
  name: 'delegation',
  derive(view) {
    const domain = targetDomain(view);
    if (domain === null || !view.file.options.walk) return notWalked(domain ?? rootName);
    const walked = replayProcedure(view, walkDelegation(mailWalk(view, domain)));
    return walked.state === 'root-unreachable' && walked.answers.length === 0 ? notWalked(domain) : walked;
  },
};

/** The walk for the domain's MX, from the hints and by the families that the case names. */
export function mailWalk(view: FactView, domain: DomainName): WalkRequest {
  return { name: domain, types: ['MX'], rootHints: view.file.options.rootHints ?? builtInRootHints, families: view.read(walkFamilies) };
}

/** The end of the aliases: the walk whose answers are the domain's own. */
export function finalDelegation(walked: Delegation): Delegation {
  return walked.target === null ? walked : finalDelegation(walked.target);
}

function notWalked(name: DomainName): Delegation {
  return { name, state: 'not-walked', zone: rootName, cuts: [], onTheWay: [], servers: [], answers: [], further: [], target: null };
}
