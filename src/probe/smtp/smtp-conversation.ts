/**
 * A conversation: commands and their replies in turn, where it broke off, and how it is ended.
 *
 * One command, one reply: nothing is pipelined. After the first failure nothing more is asked. Which command
 * comes next is for `probe-smtp`.
 */

import type { SmtpEvidence, SmtpFailure } from '../../model/evidence.js';
import type { Exchange, Reply } from '../../model/reply.js';
import type { Stage } from '../../model/vocabulary.js';
import { createEndController } from '../../net/end-signal.js';
import { elapsedMs, type ProbeContext } from '../context.js';
import { type Reception, SmtpConnection } from './smtp-connection.js';
import { type SmtpRequest, stageLimitMs } from './smtp-request.js';

export type Failure = Extract<SmtpEvidence['outcome'], { state: 'failed' }>;

/** Nobody needs the reply to RSET or QUIT for long. */
const farewellLimitMs = 2_000;
const neverRaised = createEndController().signal;

export class SmtpConversation {
  readonly connection: SmtpConnection;
  readonly signal: AbortSignal;
  readonly exchanges: Exchange[] = [];
  failure: Failure | null = null;
  readonly #context: ProbeContext;
  readonly #request: SmtpRequest;

  constructor(context: ProbeContext, request: SmtpRequest) {
    this.#context = context;
    this.#request = request;
    this.signal = request.signal === undefined ? context.signal : AbortSignal.any([context.signal, request.signal]);
    this.connection = new SmtpConnection(context, request.stream);
  }

  /** The greeting; null where none came, and the failure is set. */
  async hearGreeting(): Promise<Reply | null> {
    return this.#awaitReply('greeting', null, elapsedMs(this.#context));
  }

  /** Sends a command and waits for its reply; null where none came, and the failure is set. */
  async ask(stage: Stage, command: string): Promise<Reply | null> {
    if (this.#isCut(stage)) return null;
    const sentMs = elapsedMs(this.#context);
    this.connection.send(stage, command);
    return this.#awaitReply(stage, command, sentMs);
  }

  /** Sends the encoded message, final dot included, and waits for the reply to it. */
  async sendMessage(data: Uint8Array): Promise<Reply | null> {
    if (this.#isCut('data')) return null;
    const sentMs = elapsedMs(this.#context);
    this.connection.sendData(data);
    return this.#awaitReply('message', '.', sentMs);
  }

  /** A command whose reply decides nothing: no failure comes of it. */
  async askInPassing(stage: Stage, command: string, limitMs: number = farewellLimitMs): Promise<Reply | null> {
    const sentMs = elapsedMs(this.#context);
    this.connection.send(stage, command);
    const reception = await this.connection.receive(stage, limitMs, stage === 'quit' ? neverRaised : this.signal);
    this.#addExchange(stage, command, sentMs, reception);
    return reception.state === 'reply' ? reception.reply : null;
  }

  /** Marks the conversation as broken off; the first failure stands. */
  fail(stage: Stage, failure: SmtpFailure, more: Partial<Failure> = {}): void {
    this.failure ??= { state: 'failed', stage, failure, detail: null, waitedMs: 0, limitMs: 0, ...more };
  }

  /** QUIT where it may be said, and the end of the connection. Nothing is said before the greeting is complete, nor into a message. */
  async close(): Promise<void> {
    const { connection, failure } = this;
    if (failure === null) return this.#closeInOrder();
    const speechless = !connection.greeted || connection.broken || failure.failure === 'tls' || failure.stage === 'data';
    if (!speechless) connection.send('quit', 'QUIT');
    if (failure.failure === 'flood') connection.stream.destroy();
    else connection.stream.end();
  }

  async #closeInOrder(): Promise<void> {
    const { connection } = this;
    const announced = this.exchanges.at(-1)?.reply?.code === 421;
    if (connection.broken && !announced) connection.anomalies.add('early-close');
    if (!connection.broken) await this.askInPassing('quit', 'QUIT');
    connection.stream.end();
  }

  /** Whether the signal was raised before the next thing could be said. */
  #isCut(stage: Stage): boolean {
    if (this.signal.aborted) this.fail(stage, 'cut-short');
    return this.signal.aborted;
  }

  async #awaitReply(stage: Stage, command: string | null, sentMs: number): Promise<Reply | null> {
    const limitMs = stageLimitMs(this.#request, stage);
    const beganMs = elapsedMs(this.#context);
    const reception = await this.connection.receive(stage, limitMs, this.signal);
    this.#addExchange(stage, command, sentMs, reception);
    if (reception.state === 'reply') return reception.reply;
    const { failure, detail } = reception;
    const waited = failure === 'timeout' || failure === 'cut-short';
    const waitedMs = failure === 'timeout' ? limitMs : Math.round(elapsedMs(this.#context) - beganMs);
    this.fail(stage, failure, { detail, ...(waited ? { waitedMs, limitMs } : {}) });
    return null;
  }

  #addExchange(stage: Stage, command: string | null, sentMs: number, reception: Reception): void {
    const receivedMs = reception.state === 'reply' ? reception.receivedMs : null;
    this.exchanges.push({ stage, command, reply: reception.reply, sentMs, receivedMs });
    this.#request.onStage?.(stage, reception.state === 'reply' ? (reception.reply.lines[0]?.text ?? '') : reception.failure);
  }
}
