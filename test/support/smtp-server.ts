/**
 * A mail server on loopback that plays a script: what it says at each command, to the octet.
 *
 * Healthy unless told otherwise. It notes every command and whether TLS carried it.
 */
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { TestCertificate } from './make-certificate.js';

/** Text is sent as Latin-1, so that a test can name any octet; a function does what it likes; null: silence. */
export type Answer = string | null | ((socket: Socket, line: string) => void);

export interface SmtpScript {
  readonly greeting?: Answer;
  /** By the first word of the command; `.` is the end of a message; `tls` stands for the commands behind TLS: `tls EHLO`. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** Without one, STARTTLS is answered but no handshake made. */
  readonly certificate?: TestCertificate;
  readonly tlsOptions?: { readonly minVersion?: 'TLSv1'; readonly maxVersion?: 'TLSv1'; readonly ciphers?: string };
}

export interface SmtpServer {
  readonly port: number;
  /** Every command, `tls ` before those that TLS carried. */
  readonly commands: string[];
  /** Data of messages, to the final dot. */
  readonly messages: string[];
  /** Resolves once all connections have ended. */
  close(): Promise<void>;
}

const healthy: Readonly<Record<string, Answer>> = {
  EHLO: '250-mx.example.com\r\n250-SIZE 1000\r\n250-8BITMIME\r\n250-STARTTLS\r\n250 SMTPUTF8\r\n',
  HELO: '250 mx.example.com\r\n',
  STARTTLS: '220 go ahead\r\n',
  MAIL: '250 2.1.0 sender ok\r\n',
  RCPT: '250 2.1.5 recipient ok\r\n',
  DATA: '354 go ahead\r\n',
  '.': '250 2.0.0 queued\r\n',
  RSET: '250 2.0.0 reset\r\n',
  QUIT: (socket) => socket.end('221 2.0.0 bye\r\n'),
};

/** Starts the server on a port of the system's choice. */
export async function startSmtpServer(script: SmtpScript = {}): Promise<SmtpServer> {
  const commands: string[] = [];
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    say(socket, script.greeting === undefined ? '220 mx.example.com ESMTP\r\n' : script.greeting, '');
    converse(socket, script, { commands, messages });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, commands, messages, close };
}

function say(socket: Socket, answer: Answer | undefined, line: string): void {
  if (typeof answer === 'string') socket.write(answer, 'latin1');
  else if (typeof answer === 'function') answer(socket, line);
}

interface Notes {
  readonly commands: string[];
  readonly messages: string[];
}

function converse(socket: Socket, script: SmtpScript, notes: Notes): void {
  const prefix = socket instanceof TLSSocket ? 'tls ' : '';
  const reader = { text: '', inData: false };
  const onData = (bytes: Buffer) => {
    reader.text += bytes.toString('utf8');
    for (let line = takeLine(reader); line !== null; line = takeLine(reader)) {
      const word = reader.inData ? '.' : (line.split(' ')[0] ?? '');
      if (reader.inData) notes.messages.push(line);
      else notes.commands.push(prefix + line);
      const answer = findAnswer(script.answers ?? {}, prefix, word);
      reader.inData = word === 'DATA' && isCode(answer, '354');
      const upgrades = word === 'STARTTLS' && isCode(answer, '220') && script.certificate !== undefined;
      if (upgrades) socket.off('data', onData);
      say(socket, answer, line);
      if (upgrades) return upgrade(socket, script, notes);
    }
  };
  socket.on('data', onData);
}

/** The next command, or the data of a whole message; null where neither has come to its end. */
function takeLine(reader: { text: string; inData: boolean }): string | null {
  const end = reader.inData ? `\r\n${reader.text}`.indexOf('\r\n.\r\n') : reader.text.indexOf('\r\n');
  if (end < 0) return null;
  const line = reader.text.slice(0, end);
  reader.text = reader.text.slice(reader.inData ? end + 3 : end + 2);
  return line;
}

function findAnswer(answers: Readonly<Record<string, Answer>>, prefix: string, word: string): Answer | undefined {
  const key = [prefix + word, word].find((each) => each in answers);
  return key === undefined ? healthy[word] : answers[key];
}

function isCode(answer: Answer | undefined, code: string): boolean {
  return typeof answer === 'string' && answer.startsWith(code);
}

function upgrade(socket: Socket, script: SmtpScript, notes: Notes): void {
  const secureContext = createSecureContext({ ...script.certificate, ...script.tlsOptions });
  const secured = new TLSSocket(socket, { isServer: true, secureContext });
  secured.on('error', () => undefined);
  converse(secured, script, notes);
}
