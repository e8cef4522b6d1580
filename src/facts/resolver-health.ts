/**
 * Which of the machine's resolvers answer at all. An error is an answer; only silence and ICMP are none.
 */
import type { DnsEvidence } from '../model/evidence.js';
import type { Fact } from '../model/fact.js';
import type { IpAddress } from '../model/ip-address.js';
import { readAnswer } from './answer.js';

export interface ResolverHealth {
  readonly address: IpAddress;
  readonly port: number;
  /** `dead`: it was asked, and nothing came of any question. */
  readonly state: 'answers' | 'dead' | 'not-asked';
  /** How a dead one fails. */
  readonly failure: 'timeout' | 'unreachable' | 'malformed' | null;
  readonly evidence: readonly string[];
}

export const resolverHealth: Fact<readonly ResolverHealth[]> = {
  name: 'resolver-health',
  derive(view) {
    const asked = view.list('dns').filter(({ question }) => question.server.role === 'resolver');
    const keys = [...new Set(asked.map(keyOf))];
    return keys.flatMap((key) => deriveHealth(asked.filter((evidence) => keyOf(evidence) === key)));
  },
};

function keyOf({ question: { server } }: DnsEvidence): string {
  return `${server.address}#${server.port}`;
}

function deriveHealth(asked: readonly DnsEvidence[]): ResolverHealth[] {
  const [first] = asked;
  if (first === undefined) return [];
  const { address, port } = first.question.server;
  const tried = asked.filter(({ outcome }) => outcome.state !== 'skipped');
  const failed = tried.filter(({ outcome }) => outcome.state === 'failed');
  const evidence = failed.map(({ id }) => id);
  if (tried.length === 0) return [{ address, port, state: 'not-asked', failure: null, evidence: [] }];
  const [worst] = failed;
  if (worst === undefined || failed.length < tried.length) return [{ address, port, state: 'answers', failure: null, evidence }];
  const { kind } = readAnswer(worst);
  const failure = kind === 'unreachable' || kind === 'malformed' ? kind : 'timeout';
  return [{ address, port, state: 'dead', failure, evidence }];
}
