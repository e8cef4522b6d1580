/**
 * What the visits of one trace share: the identity, whom to ask for, and the message that may go out once.
 */
import type { Place } from '../../facts/host-results.js';
import type { TraceIdentity } from '../../model/case-file.js';
import type { IpAddress } from '../../model/ip-address.js';
import { mailDomainName, type Target } from '../../model/trace-options.js';
import type { Stage } from '../../model/vocabulary.js';
import { elapsedMs } from '../../probe/context.js';
import type { SurveyContext } from '../context.js';

export interface DeliverySession {
  readonly context: SurveyContext;
  /** Looked up beside the route; awaited before the first EHLO. */
  readonly identity: Promise<TraceIdentity>;
  /** The forward-path; null for a bare domain. */
  readonly recipient: string | null;
  /** Asked for behind the real recipient (`--postmaster`). */
  readonly extraRecipients: readonly string[];
  readonly needsSmtpUtf8: boolean;
  readonly needsEightBit: boolean;
  /** The visits that have begun, for `visit-host`. */
  readonly visits: Map<IpAddress, Promise<void>>;
  /** The message of `--send` for a host on the route; null once any host was given it: it goes out once, whatever became of it. */
  messageFor(place: Place): Uint8Array | null;
  tellStage(address: IpAddress, stage: Stage, text: string): void;
}

export interface SessionRequest {
  readonly target: Exclude<Target, { kind: 'malformed' }>;
  readonly identity: Promise<TraceIdentity>;
  readonly message: Uint8Array | null;
}

/** What every visit of this trace says: the recipients, the names, the message. */
export function createDeliverySession(context: SurveyContext, { target, identity, message }: SessionRequest): DeliverySession {
  const recipient = target.mailbox?.address ?? null;
  const postmaster = `postmaster@${mailDomainName(target.domain)}`;
  const extra = context.options.postmaster && recipient !== null && recipient.toLowerCase() !== postmaster ? [postmaster] : [];
  return {
    context,
    identity,
    recipient,
    extraRecipients: extra,
    needsSmtpUtf8: (target.mailbox?.needsSmtpUtf8 ?? false) || context.options.fromNeedsSmtpUtf8,
    needsEightBit: message?.some((octet) => octet > 0x7f) ?? false,
    visits: new Map(),
    messageFor: (place) => (place.onRoute && !wasGivenAway(context) ? message : null),
    tellStage(address, stage, text) {
      const step = { id: `stage/${address}/${stage}`, title: text, parent: `host/${address}` };
      context.progress({ type: 'started', step, atMs: elapsedMs(context) });
    },
  };
}

function wasGivenAway({ store }: SurveyContext): boolean {
  return store.list().some((evidence) => evidence.kind === 'smtp' && evidence.exchanges.some(({ stage }) => stage === 'message'));
}
