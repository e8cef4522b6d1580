/**
 * A survey of nothing but DNS: procedures that ask this machine's resolvers, within a time and a number of questions.
 *
 * Every question and its answer is kept as evidence. Nothing is asked of anybody but the resolvers.
 */
import type { Procedure } from '../facts/procedure.js';
import type { DnsServer } from '../model/dns.js';
import type { DnsEvidence } from '../model/evidence.js';
import type { TraceOptions } from '../model/trace-options.js';
import type { Doors } from '../net/doors.js';
import { createEndController } from '../net/end-signal.js';
import { createAsker } from './ask.js';
import type { AskingContext } from './context.js';
import { resolverServers } from './resolver-questions.js';

export interface DnsSurveyRequest {
  readonly doors: Doors;
  readonly options: Pick<TraceOptions, 'resolvers' | 'deadlineMs'>;
  /** Ends it with what was found so far. */
  readonly signal?: AbortSignal;
}

export interface DnsSurvey {
  /** In the order of configuration. */
  readonly servers: readonly DnsServer[];
  /** Answers the procedure's questions until it ends. */
  drive<Value>(procedure: Procedure<Value>): Promise<Value>;
  /** Ends what is under way; the evidence sorted by id. */
  end(): readonly DnsEvidence[];
}

/** A message's keys and records are some dozens of questions; hostile ones end here. */
const mostQuestions = 400;

/** Begins a survey; `end` must be called. */
export async function beginDnsSurvey({ doors, options, signal }: DnsSurveyRequest): Promise<DnsSurvey> {
  const ending = createEndController();
  const interrupt = () => ending.abort('interrupted');
  if (signal?.aborted) interrupt();
  signal?.addEventListener('abort', interrupt, { once: true });
  const deadline = doors.clock.after(options.deadlineMs, () => ending.abort('deadline'));
  const evidence = new Map<string, DnsEvidence>();
  const context: AskingContext = {
    doors,
    originMs: doors.clock.now(),
    signal: ending.signal,
    source: null,
    received: { octets: 0, dnsOctets: 0 },
    store: { add: (each) => void (each.kind === 'dns' && evidence.set(each.id, each)) },
    progress: () => undefined,
  };
  const resolvers = options.resolvers ?? (await doors.readHost()).resolvers;
  const asker = createAsker(context, { limits: { resolverQuestions: mostQuestions } });
  return {
    servers: resolverServers(resolvers),
    drive: (procedure) => asker.drive(procedure),
    end() {
      deadline.cancel();
      signal?.removeEventListener('abort', interrupt);
      const found = [...evidence.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      ending.abort('not-needed');
      return found;
    },
  };
}
