/**
 * The connection beneath a conversation: octets, bounds, times, and the transcript.
 *
 * It knows replies and stages, but no order. Every line in both directions is kept with its time. A wait has one
 * limit that drips do not extend. At most 256 KiB and 4096 lines are received, far less once the servers of one trace have
 * sent 512 KiB together, and replies that nobody waits for pause the stream, so that a flood stays with the sender. What
 * arrives unasked is noted and thrown away.
 */
import type { SmtpAnomaly, SmtpFailure } from '../../model/evidence.js';
import type { ReceivedText, Reply, ReplyIssue, TranscriptEvent } from '../../model/reply.js';
import type { Stage } from '../../model/vocabulary.js';
import type { ByteStream } from '../../net/doors.js';
import { decodeReceivedText } from '../../parse/smtp/received-text.js';
import { mayBeginReply } from '../../parse/smtp/reply-line.js';
import { createReplyReader, type ReplyEvent } from '../../parse/smtp/reply-reader.js';
import { elapsedMs, type ProbeContext } from '../context.js';
import { assertCommandLine } from './command-line.js';

const receivedOctetsLimit = 262_144;
/** Everything received is kept in the evidence, several times its size: honest conversations have a few KiB. */
const traceOctetsLimit = 524_288;
/** What a conversation may still bring once the trace has had its share. */
const lateOctetsLimit = 8_192;
const receivedLinesLimit = 4_096;
/** Replies that wait for nobody; more stay in the kernel. */
const queuedRepliesLimit = 16;

export type BreakOff = Exclude<SmtpFailure, 'tls'>;

export type Reception =
  | { readonly state: 'reply'; readonly reply: Reply; readonly receivedMs: number }
  /** `reply`: the beginning of one that refuses, where that much came. */
  | { readonly state: 'broken'; readonly failure: BreakOff; readonly detail: string | null; readonly reply: Reply | null };

interface Fault {
  readonly failure: BreakOff;
  readonly detail: string | null;
}

interface QueuedReply {
  readonly reply: Reply;
  readonly receivedMs: number;
  /** Lines outside of a reply stood before it. */
  readonly afterNoise: boolean;
}

const anomalyOfIssue: Partial<Record<ReplyIssue, SmtpAnomaly>> = {
  'bare-lf': 'bare-lf',
  'bare-cr': 'bare-cr',
  'line-too-long': 'line-too-long',
  'control-characters': 'control-characters',
};

export class SmtpConnection {
  readonly transcript: TranscriptEvent[] = [];
  readonly anomalies = new Set<SmtpAnomaly>();
  readonly #context: ProbeContext;
  #stream: ByteStream;
  #reader = createReplyReader();
  #encrypted = false;
  #stage: Stage = 'greeting';
  #greeted = false;
  #octets = 0;
  #lines = 0;
  #replies: QueuedReply[] = [];
  /** Whether lines outside of a reply have come since the last reply was complete. */
  #noise = false;
  /** The beginning of a reply that its sender never ended. */
  #truncated: Reply | null = null;
  #fault: Fault | null = null;
  #wake: () => void = () => undefined;

  constructor(context: ProbeContext, stream: ByteStream) {
    this.#context = context;
    this.#stream = stream;
    this.#listen();
  }

  /** Whether the greeting is complete: nothing may be said before. */
  get greeted(): boolean {
    return this.#greeted;
  }

  get broken(): boolean {
    return this.#fault !== null;
  }

  get stream(): ByteStream {
    return this.#stream;
  }

  /** Sends one command. Replies that are complete already answer something else: they are dropped, but for a 421. @throws UnsafeCommandError */
  send(stage: Stage, command: string): void {
    assertCommandLine(command);
    this.#dropUnsolicited();
    this.#stage = stage;
    this.#record('sent', { text: command });
    this.#stream.write(new TextEncoder().encode(`${command}\r\n`));
  }

  /** Sends a message's data, encoded already; the transcript tells its size only. */
  sendData(data: Uint8Array): void {
    this.#dropUnsolicited();
    this.#stage = 'message';
    this.#record('note', { text: `${data.length} octets of the message, with the final dot` });
    this.#stream.write(data);
  }

  /** Waits for the next reply, at most `limitMs` from now. Always resolves. */
  receive(stage: Stage, limitMs: number, signal: AbortSignal): Promise<Reception> {
    this.#stage = stage;
    return new Promise((resolve) => {
      let limit: Fault | null = null;
      const cut = () => {
        limit ??= { failure: 'cut-short', detail: null };
        this.#wake();
      };
      const timer = this.#context.doors.clock.after(limitMs, () => {
        limit ??= { failure: 'timeout', detail: null };
        this.#endGreeting();
        this.#wake();
      });
      this.#wake = () => {
        const reception = this.#takeReception(limit);
        if (reception === null) return;
        timer.cancel();
        signal.removeEventListener('abort', cut);
        this.#wake = () => undefined;
        resolve(reception);
      };
      signal.addEventListener('abort', cut);
      if (signal.aborted) cut();
      else this.#wake();
    });
  }

  /** Throws away what has come since the last reply was taken, line or part of one; whether there was any. */
  discardSurplus(): boolean {
    const unfinished = this.#reader.finish();
    for (const event of unfinished) if (event.type === 'line') this.#takeLine(event);
    const surplus = this.#replies.length > 0 || unfinished.length > 0 || this.#noise;
    this.#replies = [];
    this.#reader = createReplyReader();
    this.#noise = false;
    return surplus;
  }

  /** Goes on over TLS. */
  continueOver(stream: ByteStream): void {
    this.#stream = stream;
    this.#encrypted = true;
    this.#listen();
  }

  /** A word of ours between the lines. */
  note(stage: Stage, text: string): void {
    this.#stage = stage;
    this.#record('note', { text });
  }

  #listen(): void {
    const stream = this.#stream;
    stream.start({
      onData: (bytes) => this.#read(stream, bytes),
      onEnd: (reason, detail) => {
        if (stream !== this.#stream) return;
        if (this.#fault === null) for (const event of this.#reader.finish()) this.#take(event);
        this.#fault ??= { failure: reason, detail };
        this.#wake();
      },
    });
  }

  #read(stream: ByteStream, bytes: Uint8Array): void {
    if (stream !== this.#stream || this.#fault !== null) return;
    const { kept, limit } = this.#admit(bytes);
    for (const event of this.#reader.push(kept)) {
      if (this.#fault === null) this.#take(event);
    }
    if (this.#octets > limit) this.#giveUp({ failure: 'flood', detail: `more than ${limit} octets` });
    const pending = this.#reader.pending();
    if (!this.#greeted && !mayBeginReply(pending)) this.#refuseGreeting(decodeReceivedText(pending));
    if (this.#replies.length >= queuedRepliesLimit) stream.pause();
    this.#wake();
  }

  /** Counts what came; what of it is within the conversation's limit, and that limit. */
  #admit(bytes: Uint8Array): { readonly kept: Uint8Array; readonly limit: number } {
    const { received } = this.#context;
    const limit = received !== undefined && received.octets > traceOctetsLimit ? lateOctetsLimit : receivedOctetsLimit;
    const kept = bytes.subarray(0, Math.max(0, limit - this.#octets));
    this.#octets += bytes.length;
    if (received !== undefined) received.octets += kept.length;
    return { kept, limit };
  }

  #take(event: ReplyEvent): void {
    if (event.type === 'line') this.#takeLine(event);
    else if (event.type === 'flood') this.#takeFlood(event.reply);
    else if (event.reply.issues.includes('truncated')) this.#truncated = event.reply;
    else {
      this.#greeted = true;
      this.#replies.push({ reply: event.reply, receivedMs: elapsedMs(this.#context), afterNoise: this.#noise });
      this.#noise = false;
    }
  }

  #takeLine({ line, noise, issues }: Extract<ReplyEvent, { type: 'line' }>): void {
    this.#lines += 1;
    for (const issue of issues) {
      const anomaly = anomalyOfIssue[issue];
      if (anomaly !== undefined) this.anomalies.add(anomaly);
    }
    if (noise && !this.#greeted) {
      this.#refuseGreeting(line);
      return;
    }
    this.#record('received', line);
    this.#noise ||= noise;
    if (this.#lines > receivedLinesLimit) this.#giveUp({ failure: 'flood', detail: `more than ${receivedLinesLimit} lines` });
  }

  #takeFlood(reply: Reply | null): void {
    this.#truncated = reply;
    this.#giveUp({ failure: 'flood', detail: 'a reply without end' });
  }

  #refuseGreeting(line: ReceivedText): void {
    if (this.#fault !== null) return;
    this.#record('received', line);
    this.#giveUp({ failure: 'not-smtp', detail: line.text.slice(0, 200) });
  }

  /** Nothing more is read; what is written may still be. */
  #giveUp(fault: Fault): void {
    this.#fault ??= fault;
    this.#stream.pause();
  }

  /** A greeting whose end did not come in time: the transcript shows what there is of it, and nothing more is read. */
  #endGreeting(): void {
    if (this.#greeted) return;
    const pending = this.#reader.pending();
    if (pending.length > 0) this.#record('received', decodeReceivedText(pending));
    this.#giveUp({ failure: 'timeout', detail: null });
  }

  /** What the waiting one gets: a reply, the connection's end, or the limit's; null: nothing yet. */
  #takeReception(limit: Fault | null): Reception | null {
    const next = this.#replies.shift();
    if (next !== undefined) {
      if (this.#fault === null) this.#stream.resume();
      if (next.afterNoise) this.anomalies.add('unsolicited-reply');
      return { state: 'reply', reply: next.reply, receivedMs: next.receivedMs };
    }
    const fault = this.#fault ?? limit;
    if (fault === null) return null;
    // A refusal without its end still refuses; an acceptance without its end accepts nothing.
    const refusal = this.#truncated !== null && this.#truncated.code >= 400 ? this.#truncated : null;
    return { state: 'broken', ...fault, reply: refusal };
  }

  /** A 421 announces the end at any time (RFC 5321 section 3.8), so it answers whatever comes next. */
  #dropUnsolicited(): void {
    const closing = this.#replies.findLast(({ reply }) => reply.code === 421);
    if (this.#noise || this.#replies.some((each) => each !== closing)) this.anomalies.add('unsolicited-reply');
    this.#replies = closing === undefined ? [] : [closing];
    this.#noise = false;
    if (this.#fault === null) this.#stream.resume();
  }

  #record(direction: TranscriptEvent['direction'], line: ReceivedText): void {
    this.transcript.push({ atMs: elapsedMs(this.#context), direction, stage: this.#stage, line, encrypted: this.#encrypted });
  }
}
