/**
 * What became of each address of the route, in the route's order: how far a conversation got and what decided.
 */

import type { WalkEvent } from '../knowledge/senders.js';
import type { ConnectEvidence, PingEvidence, SmtpEvidence, TlsEvidence } from '../model/evidence.js';
import type { IpAddress } from '../model/ip-address.js';
import type { Exchange } from '../model/reply.js';
import type { RouteResult } from '../model/report.js';
import type { Subject } from '../model/subject.js';
import type { Stage } from '../model/vocabulary.js';
import type { PlannedExchange } from './mail-route.js';

export interface HostResult {
  readonly exchange: PlannedExchange;
  readonly address: IpAddress;
  readonly family: 4 | 6;
  /** `{ kind: 'host', name: address, within: [domain, exchange] }` */
  readonly subject: Subject;
  readonly result: RouteResult;
  /** What a sender sees happen here; null: it would get through, or nothing was tried. */
  readonly event: WalkEvent | null;
  /** The furthest stage that was reached; null where nothing was tried. */
  readonly stage: Stage | null;
  /** The command and reply that decided, null where none came. */
  readonly decisive: Exchange | null;
  readonly connect: ConnectEvidence | null;
  readonly ping: PingEvidence | null;
  /** A second port of a silent host (587). */
  readonly life: ConnectEvidence | null;
  /** The conversation on the walk, else the look; null where there was no connection. */
  readonly smtp: SmtpEvidence | null;
  readonly tls: TlsEvidence | null;
  /** Behind a failed TLS handshake. */
  readonly plain: SmtpEvidence | null;
  readonly oldTls: TlsEvidence | null;
  readonly evidence: readonly string[];
}
