/**
 * DNS over TCP as a server (RFC 1035 section 4.2.2): each message behind its length in two octets.
 */
import type { Clock } from '../net/doors.js';
import type { ServerConnection } from '../net/listen.js';
import type { DnsResponder } from './name-server.js';

export interface DnsStreamService {
  readonly respond: DnsResponder;
  readonly delayMs: number;
  readonly clock: Clock;
}

/** Answers the queries of a connection until the client goes. */
export function answerDnsStream(connection: ServerConnection, service: DnsStreamService): void {
  let received: number[] = [];
  connection.start({
    onData(bytes) {
      received.push(...bytes);
      for (let query = takeMessage(received); query !== null; query = takeMessage(received)) {
        received = received.slice(query.length + 2);
        answerQuery(connection, service, query);
      }
    },
    onEnd: () => undefined,
  });
}

function takeMessage(received: readonly number[]): Uint8Array | null {
  const [high, low] = received;
  if (high === undefined || low === undefined) return null;
  const length = (high << 8) | low;
  return received.length < length + 2 ? null : Uint8Array.from(received.slice(2, length + 2));
}

function answerQuery(connection: ServerConnection, { respond, delayMs, clock }: DnsStreamService, query: Uint8Array): void {
  const reaction = respond(query, 'tcp');
  if (reaction.kind === 'nothing') return;
  clock.after(delayMs, () => {
    if (reaction.kind === 'drip') drip(connection, clock, reaction.bytes);
    else connection.write(Uint8Array.of(reaction.bytes.length >> 8, reaction.bytes.length & 0xff, ...reaction.bytes));
  });
}

const dripEveryMs = 1_000;

/** Announces the longest message there is and sends an octet a second of it. */
function drip(connection: ServerConnection, clock: Clock, bytes: Uint8Array): void {
  connection.write(Uint8Array.of(0xff, 0xff));
  let at = 0;
  const next = () => {
    if (connection.closed) return;
    connection.write(Uint8Array.of(bytes[at] ?? 0));
    at += 1;
    clock.after(dripEveryMs, next);
  };
  next();
}
