/**
 * A mail server that plays a script, one session for each connection.
 *
 * It knows as much of SMTP as a client needs to be met: lines, STARTTLS, DATA with its final dot. What the script
 * says goes out as it stands, however wrong. A session ends when the client goes or the lab stops.
 */
import type { Clock } from '../net/doors.js';
import type { ServerConnection, ServerTls } from '../net/listen.js';
import { type ReplyAction, type ScriptStage, type SmtpScript, scriptAction } from './smtp-script.js';

export interface SmtpSession {
  readonly script: SmtpScript;
  readonly clock: Clock;
  /** Put on every answer. */
  readonly delayMs: number;
  /** What the handshake needs. */
  readonly tls: () => ServerTls;
  readonly note: (event: 'connect' | 'command' | 'message' | 'tls' | 'close', text: string) => void;
}

/** What is known of a session: how the connection stands and what is not read yet. */
interface SessionState {
  connection: ServerConnection;
  encrypted: boolean;
  readonly inbox: Inbox;
}

/** Plays the script to its end; resolves when the connection is over. */
export async function playSmtpSession(session: SmtpSession, connection: ServerConnection): Promise<void> {
  session.note('connect', '');
  const inbox = createInbox();
  const state: SessionState = { connection, encrypted: false, inbox };
  connection.start(inbox.listener);
  let goesOn = await perform(session, state, scriptAction(session.script, 'greeting', '', false));
  if (session.script.unsolicited !== undefined) connection.write(octets(`${session.script.unsolicited}\r\n`));
  while (goesOn) {
    const line = await state.inbox.readLine();
    if (line === null) break;
    session.note('command', line);
    goesOn = await answerCommand(session, state, line);
  }
  for (let line = inbox.takeLine(); line !== null; line = inbox.takeLine()) session.note('command', line);
  session.note('close', goesOn ? 'client' : 'server');
}

const verbs: Readonly<Record<string, ScriptStage>> = {
  EHLO: 'ehlo',
  HELO: 'helo',
  STARTTLS: 'starttls',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
  RSET: 'rset',
  QUIT: 'quit',
  NOOP: 'noop',
  VRFY: 'vrfy',
  AUTH: 'auth',
};

async function answerCommand(session: SmtpSession, state: SessionState, line: string): Promise<boolean> {
  const [verb = '', argument = ''] = splitAt(line, ' ');
  const stage = verbs[verb.toUpperCase()] ?? 'unknown';
  const offered = session.script.tls !== null && !state.encrypted;
  const action = scriptAction(session.script, stage === 'starttls' && !offered ? 'unknown' : stage, argument, state.encrypted);
  const positive = startsWith(action, '2');
  if (stage === 'starttls' && offered && positive) return startTls(session, state, action);
  const goesOn = await perform(session, state, action);
  if (stage === 'data' && goesOn && startsWith(action, '3')) return takeMessage(session, state);
  return goesOn;
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function startsWith({ lines, raw }: ReplyAction, digit: string): boolean {
  return (lines?.at(-1) ?? raw ?? '').startsWith(digit);
}

/** RFC 5321 section 4.1.1.4: up to the line of a single dot. */
async function takeMessage(session: SmtpSession, state: SessionState): Promise<boolean> {
  const lines = [];
  for (let line = await state.inbox.readLine(); line !== '.'; line = await state.inbox.readLine()) {
    if (line === null) return true;
    lines.push(line.startsWith('.') ? line.slice(1) : line);
  }
  session.note('message', lines.join('\r\n'));
  return perform(session, state, scriptAction(session.script, 'message', '', state.encrypted));
}

/** RFC 3207 section 4.2: what was known before the handshake is forgotten. */
async function startTls(session: SmtpSession, state: SessionState, action: ReplyAction): Promise<boolean> {
  const { handshake = 'modern', injected } = session.script.tls ?? {};
  const text = (action.lines ?? []).map((line) => `${line}\r\n`).join('');
  const raw = injected === undefined ? text : `${text}${injected}\r\n`;
  const goesOn = await perform(session, state, { ...action, raw });
  if (!goesOn) return false;
  if (handshake === 'stall') return perform(session, state, { finally: 'stall' });
  if (handshake === 'garbage' || handshake === 'alert' || handshake === 'close') return refuseHandshake(session, state, handshake);
  const connection = await state.connection.upgrade(session.tls());
  session.note('tls', connection === null ? 'failed' : handshake);
  if (connection === null) return true;
  state.connection = connection;
  state.encrypted = true;
  state.inbox.clear();
  connection.start(state.inbox.listener);
  return true;
}

/** In place of a ServerHello: a fatal handshake_failure (RFC 8446 section 6), a line of plain text, nothing. */
const refusals = {
  alert: '\x15\x03\x03\x00\x02\x02\x28',
  garbage: '454 4.3.0 TLS not available due to local problem\r\n',
  close: '',
} as const;

/** Waits for the ClientHello first. */
async function refuseHandshake(session: SmtpSession, state: SessionState, kind: keyof typeof refusals): Promise<boolean> {
  await state.inbox.readSome();
  return perform(session, state, { raw: refusals[kind], finally: 'close' });
}

/** Carries out an action; false where the session is over. */
async function perform(session: SmtpSession, state: SessionState, action: ReplyAction): Promise<boolean> {
  const { connection, inbox } = state;
  await Promise.race([wait(session.clock, session.delayMs + (action.delayMs ?? 0)), inbox.over]);
  const text = action.raw ?? (action.lines ?? []).map((line) => `${line}\r\n`).join('');
  if (action.dripMs !== undefined) await drip(session, state, { text, everyMs: action.dripMs });
  else if (text !== '') connection.write(octets(text));
  if (action.endless !== undefined) await flood(session, state, action.endless);
  if (action.finally === 'stall') await inbox.over;
  if (action.finally === 'close') connection.end();
  if (action.finally === 'reset') connection.reset();
  return action.finally === undefined && action.endless === undefined;
}

function wait(clock: Clock, delayMs: number): Promise<void> {
  return delayMs === 0 ? Promise.resolve() : new Promise((resolve) => clock.after(delayMs, resolve));
}

async function drip(
  session: SmtpSession,
  { connection, inbox }: SessionState,
  { text, everyMs }: { text: string; everyMs: number },
): Promise<void> {
  for (const octet of octets(text)) {
    if (connection.closed || inbox.ended()) return;
    connection.write(Uint8Array.of(octet));
    await Promise.race([wait(session.clock, everyMs), inbox.over]);
  }
}

const floodOctets = 65_536;

async function flood({ clock }: SmtpSession, { connection, inbox }: SessionState, text: string): Promise<void> {
  const block = octets(text.repeat(Math.ceil(floodOctets / text.length)));
  while (!connection.closed && !inbox.ended()) {
    connection.write(block);
    await Promise.race([connection.drained(), inbox.over]);
    await new Promise<void>((resolve) => clock.after(0, resolve));
  }
}

/** One octet for each character up to U+00FF; text beyond it as UTF-8. */
function octets(text: string): Uint8Array {
  const wide = [...text].some((character) => character.charCodeAt(0) > 0xff);
  return wide ? new TextEncoder().encode(text) : Uint8Array.from(text, (character) => character.charCodeAt(0));
}

interface Inbox {
  readonly listener: { onData(bytes: Uint8Array): void; onEnd(): void };
  /** The next line without its end, null where the client is gone. */
  readLine(): Promise<string | null>;
  /** The next line where it is there already. */
  takeLine(): string | null;
  /** Whatever comes next; nothing where the client is gone. */
  readSome(): Promise<void>;
  clear(): void;
  ended(): boolean;
  /** Resolves when the client is gone. */
  readonly over: Promise<void>;
}

const inboxOctetsLimit = 1_048_576;

/** Received octets, line by line; at most a mebibyte of them waits. */
function createInbox(): Inbox {
  let waiting = '';
  let gone = false;
  const ends = createSignal();
  let more = createSignal();
  const takeLine = (): string | null => {
    const at = waiting.indexOf('\n');
    if (at < 0) return null;
    const line = waiting.slice(0, at).replace(/\r$/, '');
    waiting = waiting.slice(at + 1);
    return new TextDecoder().decode(Uint8Array.from(line, (octet) => octet.charCodeAt(0)));
  };
  const onMore = () => {
    more.raise();
    more = createSignal();
  };
  return {
    over: ends.raised,
    ended: () => gone,
    takeLine,
    clear: () => {
      waiting = '';
    },
    listener: {
      onData(bytes) {
        if (waiting.length < inboxOctetsLimit) waiting += String.fromCharCode(...bytes);
        onMore();
      },
      onEnd() {
        gone = true;
        ends.raise();
        onMore();
      },
    },
    async readLine() {
      for (;;) {
        const line = takeLine();
        if (line !== null || gone) return line;
        await more.raised;
      }
    },
    async readSome() {
      if (waiting === '' && !gone) await more.raised;
    },
  };
}

function createSignal(): { readonly raised: Promise<void>; raise(): void } {
  let raise: () => void = () => undefined;
  const raised = new Promise<void>((resolve) => {
    raise = resolve;
  });
  return { raised, raise: () => raise() };
}
