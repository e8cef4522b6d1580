/**
 * What a conversation is to do: with whom, as whom, how far, how long.
 */
import type { DomainName } from '../../model/domain-name.js';
import type { SmtpIdentity, SmtpPurpose } from '../../model/evidence.js';
import type { Stage } from '../../model/vocabulary.js';
import type { ByteStream } from '../../net/doors.js';
import { assertCommandLine, UnsafeCommandError } from './command-line.js';

export interface SmtpRequest {
  readonly id: string;
  readonly tlsId: string;
  /** Connected, not started yet; it is ended in any case. */
  readonly stream: ByteStream;
  /** The name for SNI and the certificate; null: none. */
  readonly exchange: DomainName | null;
  readonly purpose: SmtpPurpose;
  readonly identity: SmtpIdentity;
  /** The last stage asked for; RSET where due and QUIT follow. */
  readonly upTo: 'greeting' | 'hello' | 'tls' | 'mail' | 'rcpt' | 'message';
  readonly startTls: boolean;
  readonly allowOldTls: boolean;
  readonly greetingTimeoutMs: number;
  /** Every other reply, and the handshake. */
  readonly replyTimeoutMs: number;
  /** Stages that have a limit of their own, in milliseconds. */
  readonly timeouts?: Partial<Readonly<Record<Stage, number>>>;
  readonly sizeBytes: number | null;
  readonly smtpUtf8: boolean;
  readonly eightBit: boolean;
  /** Asked for after the real recipient; none of them where a message is sent. */
  readonly extraRecipients: readonly string[];
  /** Sent after RCPT with `upTo: 'message'`, once; null: none. */
  readonly message: Uint8Array | null;
  readonly signal?: AbortSignal;
  /** Told of each reply, and of what came in place of one. */
  readonly onStage?: (stage: Stage, text: string) => void;
}

/** The limit of a wait at the stage. */
export function stageLimitMs(request: SmtpRequest, stage: Stage): number {
  return request.timeouts?.[stage] ?? (stage === 'greeting' ? request.greetingTimeoutMs : request.replyTimeoutMs);
}

/** Nothing where every name and address can go on the wire. @throws UnsafeCommandError before anything is sent */
export function assertSafeRequest({ identity, extraRecipients }: SmtpRequest): void {
  if (/^$|\s/.test(identity.helo)) throw new UnsafeCommandError(`no name for EHLO: ${JSON.stringify(identity.helo)}`);
  for (const text of [identity.helo, identity.sender ?? '', identity.recipient ?? '', ...extraRecipients]) assertCommandLine(text);
}
