/**
 * Conversations that broke off, in the words that findings need: where, how, and after how long a wait.
 */
import type { SmtpEvidence, SmtpFailure } from '../model/evidence.js';
import type { Stage } from '../model/vocabulary.js';
import type { HostResult } from './host-results.js';

export interface BrokenConversation {
  readonly host: HostResult;
  readonly stage: Stage;
  readonly failure: SmtpFailure;
  readonly waitedMs: number;
  readonly limitMs: number;
}

/** The conversation of each host that broke off in one of these ways, RSET and QUIT aside: everything was said by then. */
export function brokenConversations(hosts: readonly HostResult[], failures: readonly SmtpFailure[]): readonly BrokenConversation[] {
  return hosts.flatMap((host) => {
    const broken = readBreak(host.smtp);
    return broken !== null && failures.includes(broken.failure) ? [{ host, ...broken }] : [];
  });
}

function readBreak(smtp: SmtpEvidence | null): Omit<BrokenConversation, 'host'> | null {
  if (smtp?.outcome.state !== 'failed') return null;
  const { stage, failure, waitedMs, limitMs } = smtp.outcome;
  const refusedBefore = smtp.exchanges.some(({ reply, stage: at }) => reply !== null && reply.code >= 400 && at !== 'starttls');
  return stage === 'rset' || stage === 'quit' || refusedBefore ? null : { stage, failure, waitedMs, limitMs };
}
