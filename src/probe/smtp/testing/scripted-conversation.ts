/**
 * Conversations with a scripted server on the loopback interface, for the tests of the probe.
 */
import { makeCertificate } from '../../../../test/support/make-certificate.js';
import { type SmtpScript, type SmtpServer, startSmtpServer } from '../../../../test/support/smtp-server.js';
import { assertDomainName } from '../../../model/domain-name.js';
import type { SmtpEvidence } from '../../../model/evidence.js';
import { assertIpAddress } from '../../../model/ip-address.js';
import type { ByteStream, Doors } from '../../../net/doors.js';
import { createNodeDoors } from '../../../net/node-doors.js';
import type { ProbeContext } from '../../context.js';
import { probeSmtp, type SmtpProbe, type SmtpRequest } from '../probe-smtp.js';

export const address = assertIpAddress('127.0.0.1');
export const certificate = makeCertificate(['mx.example.com']);
export const doors = createNodeDoors();
export const identity = { helo: 'probe.example.org', sender: 'me@example.org', recipient: 'bob@example.com' };

let listenedTo: SmtpServer | null = null;
/** Closes the server of the last conversation. */
export const closeServer = () => listenedTo?.close();
/** The commands that it heard; null where there is none. */
export const heardCommands = () => listenedTo?.commands ?? null;

export function contextOf(signal = new AbortController().signal): ProbeContext {
  return { doors, originMs: doors.clock.now(), signal, source: null };
}

export async function connect(using: Doors, port: number): Promise<ByteStream> {
  const result = await using.connectTcp({ remote: { address, port }, source: null, timeoutMs: 2000, signal: new AbortController().signal });
  if (result.state !== 'connected') throw new Error('the test server cannot be reached');
  return result.stream;
}

export async function probe(
  script: SmtpScript = {},
  more: Partial<SmtpRequest> = {},
  context = contextOf(),
): Promise<SmtpProbe & { commands: string[]; messages: string[] }> {
  const running = await startSmtpServer(script);
  listenedTo = running;
  const request: SmtpRequest = {
    id: 'smtp/127.0.0.1',
    tlsId: 'tls/127.0.0.1',
    stream: await connect(doors, running.port),
    exchange: assertDomainName('mx.example.com'),
    purpose: 'deliver',
    identity,
    upTo: 'rcpt',
    startTls: false,
    allowOldTls: false,
    greetingTimeoutMs: 1500,
    replyTimeoutMs: 1500,
    sizeBytes: null,
    smtpUtf8: false,
    eightBit: false,
    extraRecipients: [],
    message: null,
    ...more,
  };
  const result = await probeSmtp(context, request);
  // What the probe said last may still be under way.
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { ...result, commands: running.commands, messages: running.messages };
}

export const codes = (evidence: SmtpEvidence) => evidence.exchanges.map(({ stage, reply }) => `${stage} ${reply?.code ?? '-'}`);
export const completed = { state: 'completed' };
