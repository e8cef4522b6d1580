/**
 * Exchange's SMTP protocol logs, of sending and of receiving: a line for each command and each line of a reply.
 *
 * After Microsoft's documentation. These logs tell no message, so a reply belongs to the command of its session that
 * waits for one, and a refusal of the whole message to the recipients that were taken before.
 */
import { type ExchangeRecord, readRecordTime } from './exchange-records.js';
import type { LogEvent } from './log-event.js';

/** Sessions that are remembered. */
const mostSessions = 10_000;
/** Commands and recipients of one session that are remembered. */
const mostOfSession = 1000;

interface Session {
  /** Commands that wait for their reply, the oldest first; a recipient for RCPT, `''` for others, null for the message itself. */
  readonly waiting: (string | null)[];
  /** Taken for the message under way. */
  taken: string[];
}

export interface ProtocolReader {
  read(record: ExchangeRecord): readonly LogEvent[];
}

/** A reader with its own sessions. */
export function createProtocolReader(): ProtocolReader {
  const sessions = new Map<string, Session>();
  return {
    read(record) {
      const { field, logType } = record;
      const sending = !/receive/i.test(logType);
      const session = findSession(sessions, field('sessionid'));
      const [data, event] = [field('data'), field('event')];
      if (sending && event === '*' && connectFailure.test(field('context'))) return [createConnectFailure(record)];
      if (event === (sending ? '>' : '<')) readCommand(session, data);
      if (event !== (sending ? '<' : '>') || !/^\d{3}(?: |$)/.test(data)) return [createEvent(record, 'note', null)];
      return readReply(session, data, sending).map(([kind, recipient]) => createEvent(record, kind, recipient));
    },
  };
}

/** "Failed to connect. Winsock error code: 10061, …, Destination domain: example.com, Error Message: …" */
const connectFailure = /^Failed to connect\b/i;

/** No conversation came about: the mail for that domain waits. */
function createConnectFailure(record: ExchangeRecord): LogEvent {
  const reason = record.field('context');
  const destination = /Destination domain: ([\w.-]+?),? /.exec(reason)?.[1]?.toLowerCase();
  return { ...createEvent(record, 'deferred', null), reason, ...(destination === undefined ? {} : { destination }) };
}

function findSession(sessions: Map<string, Session>, id: string): Session {
  const known = sessions.get(id);
  if (known !== undefined) return known;
  const [oldest] = sessions.keys();
  if (sessions.size >= mostSessions && oldest !== undefined) sessions.delete(oldest);
  const session = { waiting: [], taken: [] };
  sessions.set(id, session);
  return session;
}

function readCommand(session: Session, data: string): void {
  const recipient = /^RCPT TO:\s*<([^>]*)>/i.exec(data)?.[1];
  if (/^MAIL FROM:/i.test(data)) session.taken = [];
  if (session.waiting.length >= mostOfSession) session.waiting.shift();
  session.waiting.push(recipient ?? (/^BDAT \d+ LAST/i.test(data) ? null : ''));
}

type Result = readonly [kind: LogEvent['kind'], recipient: string | null];

/** What the reply says of whom. Without a command that waits it is the greeting. */
function readReply(session: Session, data: string, sending: boolean): readonly Result[] {
  const command = session.waiting.length === 0 ? '' : session.waiting.shift();
  // The message follows, which the log does not show; the next reply is about it.
  if (data.startsWith('354')) session.waiting.unshift(null);
  const failed = data.startsWith('4') || data.startsWith('5');
  if (command === null || command === undefined)
    return concludeMessage(session.taken, failed ? failureKind(data, sending) : sending ? 'delivered' : 'note');
  if (command !== '' && !failed && session.taken.length < mostOfSession) session.taken.push(command);
  return [[failed ? failureKind(data, sending) : 'note', command === '' ? null : command]];
}

function failureKind(reply: string, sending: boolean): LogEvent['kind'] {
  if (!sending) return 'refused';
  return reply.startsWith('4') ? 'deferred' : 'failed';
}

function concludeMessage(taken: readonly string[], kind: LogEvent['kind']): readonly Result[] {
  return taken.length === 0 ? [[kind, null]] : taken.map((recipient): Result => [kind, recipient]);
}

function createEvent(record: ExchangeRecord, kind: LogEvent['kind'], recipient: string | null): LogEvent {
  const { field, text } = record;
  const reason = kind === 'note' || kind === 'delivered' ? '' : field('data');
  const attempt =
    recipient === null || kind === 'note'
      ? undefined
      : { recipient, original: null, host: field('remoteendpoint') || null, nextId: null, said: field('data') };
  return {
    format: 'exchange-protocol',
    kind,
    time: readRecordTime(record),
    machine: null,
    queueId: field('sessionid'),
    recipient,
    reason,
    text,
    details: { attempt },
  };
}
