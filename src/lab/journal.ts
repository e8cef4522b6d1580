/**
 * The journal of a lab: everything that its servers were asked, so that a test can say what did not happen.
 */
import type { IpAddress } from '../model/ip-address.js';

export interface JournalEntry {
  /** Milliseconds of the lab's clock since its start. */
  readonly atMs: number;
  /** `connect`, `command`, `message`, `tls` and `close` at mail servers; `query` at name servers; `ping`; `attempt`: a connect, whatever came of it. */
  readonly event: 'connect' | 'command' | 'message' | 'tls' | 'close' | 'query' | 'ping' | 'attempt';
  readonly address: IpAddress;
  readonly port: number;
  /** Counts the connections to mail servers; 0 elsewhere. */
  readonly session: number;
  /** The command without its line end, the question as `MX example.com`, the message as received. */
  readonly text: string;
}

export interface Journal {
  readonly entries: readonly JournalEntry[];
  write(entry: Omit<JournalEntry, 'atMs'>): void;
  /** Commands in the order of their arrival, at one address or at all of them. */
  commands(address?: string): readonly string[];
  /** Recipients that were asked for, with the address of the server: `192.0.2.25 bob@example.com`. */
  recipients(): readonly string[];
  /** Messages that were handed over: none, unless a trace was told to send. */
  messages(): readonly string[];
  /** Sessions that said something and never QUIT, although the server kept the connection: address and first command. */
  sessionsWithoutQuit(): readonly string[];
}

/** An empty journal; `now` reads the lab's clock. */
export function createJournal(now: () => number): Journal {
  const entries: JournalEntry[] = [];
  const startedMs = now();
  const commandEntries = () => entries.filter(({ event }) => event === 'command');
  return {
    entries,
    write: (entry) => void entries.push({ atMs: now() - startedMs, ...entry }),
    commands: (address) =>
      commandEntries()
        .filter((entry) => address === undefined || entry.address === address)
        .map(({ text }) => text),
    recipients: () =>
      commandEntries().flatMap((entry) => {
        const recipient = /^RCPT TO:<([^>]*)>/i.exec(entry.text)?.[1];
        return recipient === undefined ? [] : [`${entry.address} ${recipient}`];
      }),
    messages: () => entries.filter(({ event }) => event === 'message').map(({ text }) => text),
    sessionsWithoutQuit: () => listSessionsWithoutQuit(entries),
  };
}

function listSessionsWithoutQuit(entries: readonly JournalEntry[]): readonly string[] {
  const sessions = new Map<number, JournalEntry[]>();
  for (const entry of entries) {
    if (entry.session !== 0) sessions.set(entry.session, [...(sessions.get(entry.session) ?? []), entry]);
  }
  return [...sessions.values()]
    .filter((session) => session.some(({ event }) => event === 'command') && !session.some(endsSession))
    .map((session) => `${session[0]?.address} ${session.find(({ event }) => event === 'command')?.text}`);
}

/** QUIT was said, or could not be: the server hung up, or a handshake failed. */
function endsSession({ event, text }: JournalEntry): boolean {
  if (event === 'command') return /^QUIT$/i.test(text);
  return (event === 'close' && text === 'server') || (event === 'tls' && text === 'failed');
}
