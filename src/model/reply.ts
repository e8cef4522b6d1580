/**
 * An SMTP reply as it was received (RFC 5321 section 4.2, RFC 2034). No meaning in it.
 */
import type { Stage } from './vocabulary.js';

/** One line from the network. `bytesBase64` stands only where the octets are no UTF-8; the text is lossy then. */
export interface ReceivedText {
  readonly text: string;
  readonly bytesBase64?: string;
}

/** Departures from the grammar that a reader may want to know. */
export type ReplyIssue =
  | 'bare-lf'
  | 'bare-cr'
  | 'line-too-long'
  | 'code-changes'
  | 'no-text-separator'
  | 'truncated'
  | 'not-utf8'
  | 'control-characters';

export interface Reply {
  /** 200 to 599. */
  readonly code: number;
  /** `5.1.1`, from the first line that has one of the class of the code, null where there is none (RFC 2034 section 4). */
  readonly enhanced: string | null;
  /** The text of each line, code and separator and enhanced code kept, line end removed. */
  readonly lines: readonly ReceivedText[];
  readonly issues: readonly ReplyIssue[];
}

/** One line of a conversation, or a word of ours about it. */
export interface TranscriptEvent {
  /** Milliseconds from the start of the trace. */
  readonly atMs: number;
  readonly direction: 'sent' | 'received' | 'note';
  readonly stage: Stage;
  readonly line: ReceivedText;
  /** Whether the line went through TLS. */
  readonly encrypted: boolean;
}

/** A command with its reply, or with what came in its place. */
export interface Exchange {
  readonly stage: Stage;
  /** The command as sent; null for the greeting. */
  readonly command: string | null;
  readonly reply: Reply | null;
  readonly sentMs: number;
  /** When the last line of the reply was there; null where none came. */
  readonly receivedMs: number | null;
}
