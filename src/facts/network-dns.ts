/**
 * Whether DNS to the authoritative servers leaves this network, and whether it is they who answer.
 *
 * Company networks let port 53 out to their resolver only, or send it there whatever the address. Nothing may
 * be said about the domain's own servers unless the state is `open`.
 */
import { rootName } from '../model/domain-name.js';
import type { Fact, FactView } from '../model/fact.js';
import { type Answer, isConclusive } from './answer.js';
import { delegation } from './delegation.js';
import { type Delegation, isRegistry } from './delegation-result.js';

export interface NetworkDns {
  /**
   * `blocked`: the root is silent while a resolver answers. `intercepted`: what comes back in the servers' name is a
   * resolver's. `unknown`: nothing answers at all, or the trace ended before. `not-asked`: no walk was wanted.
   */
  readonly state: 'open' | 'blocked' | 'intercepted' | 'unknown' | 'not-asked';
  /** The addresses that were asked and show it. */
  readonly servers: readonly string[];
  readonly evidence: readonly string[];
}

export const networkDns: Fact<NetworkDns> = {
  name: 'network-dns',
  derive(view) {
    const walked = view.read(delegation);
    if (walked.state === 'not-walked') return describe('not-asked', []);
    const impostors = findImpostors(walked);
    if (impostors.length > 0) return describe('intercepted', impostors);
    if (walked.state !== 'root-unreachable') return describe('open', []);
    const silent = walked.onTheWay.filter(({ kind }) => kind === 'timeout' || kind === 'unreachable');
    if (silent.length === 0 || !hasResolverAnswer(view)) return describe('unknown', silent);
    return describe('blocked', silent);
  },
};

function describe(state: NetworkDns['state'], answers: readonly Answer[]): NetworkDns {
  const servers = [...new Set(answers.map(({ server }) => server.address))];
  return { state, servers, evidence: [...new Set(answers.flatMap(({ evidence }) => evidence))] };
}

/**
 * The answers that a resolver must have given: no AA at any server although data came, or RA from a registry's
 * servers, or a root that refuses. A server that merely recurses beside its duty still sets AA for its zones.
 */
function findImpostors({ state, onTheWay, answers }: Delegation): readonly Answer[] {
  if (state === 'foreign-answer')
    return onTheWay.filter(({ rcode, authoritative, kind }) => rcode !== null && !authoritative && kind !== 'referral');
  if (state === 'root-unreachable') return onTheWay.filter(({ rcode, server }) => rcode !== null && server.zone === rootName);
  if ([...onTheWay, ...answers].some(({ authoritative }) => authoritative)) return [];
  const recursing = (answer: Answer) => answer.recursionAvailable && !answer.authoritative;
  const registry = onTheWay.filter((answer) => recursing(answer) && isRegistry(answer.server.zone ?? rootName));
  const data = answers.filter((answer) => recursing(answer) && isConclusive(answer) && answer.kind === 'records');
  return registry.length > 0 || data.length > 0 ? [...registry, ...answers.filter(recursing)] : [];
}

function hasResolverAnswer(view: FactView): boolean {
  return view.list('dns').some(({ question, outcome }) => question.server.role === 'resolver' && outcome.state === 'answered');
}
