/**
 * One question of a procedure to this machine's resolvers: one after the other, until one says something about the name.
 */
import type { DnsServer, RecordType } from '../model/dns.js';
import type { DomainName } from '../model/domain-name.js';
import { type Answer, readAnswer } from './answer.js';
import { isUsable, type Procedure } from './procedure.js';

/** The answer of the first resolver that has one, else what the first said that was heard; null where nobody was. */
export function* askResolvers(name: DomainName, type: RecordType, servers: readonly DnsServer[]): Procedure<Answer | null> {
  const questions = servers.map((server) => ({ name, type, server, recursionDesired: true, checkingDisabled: false }));
  const heard = yield { mode: 'first', questions };
  const chosen = heard.find((each) => each !== null && isUsable(each)) ?? heard.find((each) => each !== null) ?? null;
  return chosen === null ? null : readAnswer(chosen);
}
