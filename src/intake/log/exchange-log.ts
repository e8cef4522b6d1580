/**
 * Exchange's message tracking and SMTP protocol logs: comma-separated, the columns named by a line `#Fields:`.
 *
 * After Microsoft's documentation of both. A field with a line end in it is not expected. Protocol logs tell no message,
 * so a reply belongs to the last command of its session.
 */
import { parseCommaSeparated } from '../comma-separated.js';
import type { LogEvent } from './log-event.js';

/** Sessions whose last recipient is remembered. */
const mostSessions = 10_000;

export interface ExchangeReader {
  /** Null: no line of such a log, or one that tells nothing. */
  read(line: string): LogEvent | null;
}

type Columns = ReadonlyMap<string, number>;
type Field = (name: string) => string;

/** Reads the lines of one log; until `#Fields:` (or the heading of an export) has been seen nothing is one. */
export function createExchangeReader(): ExchangeReader {
  let columns: Columns | null = null;
  let sending = true;
  const recipients = new Map<string, string>();
  return {
    read(line) {
      if (line.startsWith('#') || /^\uFEFF?#?"?(?:date-time|Timestamp)"?,/i.test(line)) {
        if (line.startsWith('#Log-type:')) sending = !/receive/i.test(line);
        columns = readColumns(line) ?? columns;
        return null;
      }
      if (columns === null) return null;
      const fields = parseCommaSeparated(line);
      const known = columns;
      const field: Field = (name) => fields[known.get(name) ?? -1] ?? '';
      if (columns.has('session-id') && columns.has('data')) return readProtocol(field, { line, sending, recipients });
      return columns.has('event-id') || columns.has('eventid') ? readTracking(field, line) : null;
    },
  };
}

function readColumns(line: string): Columns | null {
  const names = /^(?:\uFEFF?#Fields: |\uFEFF?#?)("?(?:date-time|Timestamp)"?,.*)$/i.exec(line)?.[1];
  if (names === undefined) return null;
  return new Map(parseCommaSeparated(names).map((name, at) => [name.trim().toLowerCase(), at]));
}

const trackingKinds: Readonly<Record<string, LogEvent['kind']>> = {
  DELIVER: 'delivered',
  SEND: 'delivered',
  SENDEXTERNAL: 'delivered',
  FAIL: 'failed',
  DEFER: 'deferred',
};

function readTracking(field: Field, line: string): LogEvent {
  const either = (name: string) => field(name) || field(name.replaceAll('-', ''));
  const kind = trackingKinds[either('event-id').toUpperCase()] ?? 'note';
  const failed = kind === 'failed' || kind === 'deferred';
  return {
    format: 'exchange-tracking',
    kind,
    time: field('date-time') || field('timestamp'),
    machine: either('server-hostname') || null,
    queueId: either('internal-message-id') || null,
    recipient: (either('recipient-address') || either('recipients')).split(';')[0] ?? null,
    reason: failed ? (either('recipient-status').split(';')[0] ?? '') || either('source-context') : '',
    text: line,
  };
}

interface ProtocolContext {
  readonly line: string;
  readonly sending: boolean;
  readonly recipients: Map<string, string>;
}

function readProtocol(field: Field, { line, sending, recipients }: ProtocolContext): LogEvent {
  const session = field('session-id');
  const data = field('data');
  const command = /^RCPT TO:<([^>]*)>/i.exec(data)?.[1];
  if (command !== undefined) rememberRecipient(recipients, session, command);
  const isReply = field('event') === (sending ? '<' : '>') && /^[45]\d\d[ -]/.test(data);
  const kind = !isReply ? 'note' : !sending ? 'refused' : data.startsWith('4') ? 'deferred' : 'failed';
  return {
    format: 'exchange-protocol',
    kind,
    time: field('date-time'),
    machine: null,
    queueId: session,
    recipient: recipients.get(session) ?? null,
    reason: isReply ? data : '',
    text: line,
  };
}

function rememberRecipient(recipients: Map<string, string>, session: string, recipient: string): void {
  const [oldest] = recipients.keys();
  if (recipients.size >= mostSessions && oldest !== undefined) recipients.delete(oldest);
  recipients.set(session, recipient);
}
