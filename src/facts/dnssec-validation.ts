/**
 * Names whose DNSSEC validation fails at a resolver: SERVFAIL with checking, an answer without (RFC 4035 section 3.2.2),
 * or an extended error that says so (RFC 8914 sections 4.7 to 4.13).
 *
 * A SERVFAIL that the resolver itself lays at unreachable servers is none. Nothing is validated here.
 */
import type { DomainName } from '../model/domain-name.js';
import type { Fact, FactView } from '../model/fact.js';
import { type Answer, isConclusive, readAnswer } from './answer.js';

export interface BogusName {
  readonly name: DomainName;
  readonly resolvers: readonly string[];
  /** What a resolver says of it: "Signature Expired", or its own text; null where none does. */
  readonly reason: string | null;
  /** `certain`: the resolver says so; `likely`: only the answer without checking shows it. */
  readonly confidence: 'certain' | 'likely';
  readonly evidence: readonly string[];
}

/** RFC 8914 section 5.2, the codes that tell of a failed validation. */
const bogusErrors: Readonly<Record<number, string>> = {
  6: 'DNSSEC bogus',
  7: 'a signature has expired',
  8: 'a signature is not valid yet',
  9: 'a DNSKEY is missing',
  10: 'signatures are missing',
  11: 'no zone key bit is set',
  12: 'an NSEC record is missing',
};
/** No reachable authority, network error: then the unchecked answer may come from a cache, and proves nothing. */
const reachErrors: readonly number[] = [22, 23];

export const bogusNames: Fact<readonly BogusName[]> = {
  name: 'bogus-names',
  derive(view) {
    const failures = view
      .list('dns')
      .filter(({ question }) => question.server.role === 'resolver' && !question.checkingDisabled)
      .flatMap((evidence) => {
        const answer = readAnswer(evidence);
        const failure = answer.kind === 'servfail' ? readFailure(view, answer, evidence.id) : null;
        return failure === null ? [] : [{ name: evidence.question.name, resolver: answer.server.address, ...failure }];
      });
    const names = [...new Set(failures.map(({ name }) => name))];
    return names.map((name) => {
      const mine = failures.filter((failure) => failure.name === name);
      const reason = mine.find((failure) => failure.reason !== null)?.reason ?? null;
      return {
        name,
        resolvers: [...new Set(mine.map(({ resolver }) => resolver))],
        reason,
        confidence: mine.some(({ told }) => told) ? 'certain' : 'likely',
        evidence: mine.flatMap(({ evidence }) => evidence),
      };
    });
  },
};

interface Failure {
  readonly told: boolean;
  readonly reason: string | null;
  readonly evidence: readonly string[];
}

function readFailure(view: FactView, answer: Answer, id: string): Failure | null {
  const unchecked = view.find(`${id}/cd`);
  const second = unchecked?.kind === 'dns' ? readAnswer(unchecked) : null;
  const evidence = second === null ? [id] : [id, `${id}/cd`];
  const told = answer.extendedErrors.find(({ code }) => Object.hasOwn(bogusErrors, code));
  if (told !== undefined) return { told: true, reason: told.text || (bogusErrors[told.code] ?? null), evidence };
  if (second === null || !isConclusive(second)) return null;
  return answer.extendedErrors.some(({ code }) => reachErrors.includes(code)) ? null : { told: false, reason: null, evidence };
}
