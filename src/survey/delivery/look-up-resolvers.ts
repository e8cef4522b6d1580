/**
 * The machine's resolvers, each asked separately; a SERVFAIL is asked again with CD, to tell a failed validation
 * (RFC 4035 section 3.2.2). The second question delays nobody; `settle` waits for it.
 */
import { isConclusive, readAnswer } from '../../facts/answer.js';
import type { DnsServer, RecordType } from '../../model/dns.js';
import type { DomainName } from '../../model/domain-name.js';
import type { DnsEvidence } from '../../model/evidence.js';
import type { ResolverAddress } from '../../model/trace-options.js';
import type { Asker } from '../ask.js';
import type { SurveyContext } from '../context.js';
import { resolverServers } from '../resolver-questions.js';

export interface ResolverDesk {
  /** The question to each resolver, in the order of configuration. */
  askEach(name: DomainName, type: RecordType): readonly Promise<DnsEvidence>[];
  /** The question to one resolver. */
  askAt(server: DnsServer, name: DomainName, type: RecordType): Promise<DnsEvidence>;
  /** The answer of the first resolver, in order, that says something about the name; null where none does. */
  firstConclusive(name: DomainName, type: RecordType): Promise<DnsEvidence | null>;
  /** Resolves when no second question is under way any more. */
  settle(): Promise<void>;
}

/** So long an earlier resolver is waited for while a later one has answered. */
const patienceMs = 1_000;

/** A desk that asks these resolvers, each by itself; nothing was asked yet. */
export function createResolverDesk(context: SurveyContext, asker: Asker, resolvers: readonly ResolverAddress[]): ResolverDesk {
  const servers = resolverServers(resolvers);
  const second = new Set<Promise<unknown>>();
  const ask = async (server: DnsServer, name: DomainName, type: RecordType): Promise<DnsEvidence> => {
    const question = { name, type, server, recursionDesired: true, checkingDisabled: false };
    const evidence = await asker.ask(question);
    if (readAnswer(evidence).kind === 'servfail') second.add(asker.ask({ ...question, checkingDisabled: true }));
    return evidence;
  };
  const askEach = (name: DomainName, type: RecordType) => servers.map((server) => ask(server, name, type));
  return {
    askEach,
    askAt: ask,
    firstConclusive: (name, type) => chooseFirst(context, askEach(name, type)),
    async settle() {
      await Promise.all(second);
    },
  };
}

/** The first conclusive one in order; after `patienceMs` whoever of them has answered, and then whoever does first. */
function chooseFirst({ doors }: SurveyContext, asked: readonly Promise<DnsEvidence>[]): Promise<DnsEvidence | null> {
  return new Promise((resolve) => {
    const heard: (DnsEvidence | null)[] = asked.map(() => null);
    let patient = true;
    const timer = doors.clock.after(patienceMs, () => {
      patient = false;
      choose();
    });
    const choose = () => {
      const chosen = heard.findIndex((evidence) => evidence !== null && isConclusive(readAnswer(evidence)));
      const complete = heard.every((evidence) => evidence !== null);
      const passedOver = chosen >= 0 && heard.slice(0, chosen).includes(null);
      if (!complete && (chosen < 0 || (patient && passedOver))) return;
      timer.cancel();
      resolve(heard[chosen] ?? null);
    };
    for (const [at, pending] of asked.entries()) {
      void pending.then((evidence) => {
        heard[at] = evidence;
        choose();
      });
    }
    choose();
  });
}
