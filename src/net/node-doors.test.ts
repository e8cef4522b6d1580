import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer, type TlsOptions as ServerOptions } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../test/support/make-certificate.js';
import { assertIpAddress } from '../model/ip-address.js';
import type { ByteStream, TcpOptions, TlsOptions, TlsResult } from './doors.js';
import { readFileBounded } from './files.js';
import { createNodeDoors } from './node-doors.js';

const address = assertIpAddress('127.0.0.1');
const doors = createNodeDoors();
const signal = new AbortController().signal;
const certificate = makeCertificate(['mx.example.com', '*.wild.example']);
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  closing.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

async function connect(port: number, more: Partial<TcpOptions> = {}) {
  return doors.connectTcp({ remote: { address, port }, source: null, timeoutMs: 2000, signal, ...more });
}

async function connectedTo(onSocket: (socket: Socket) => void): Promise<ByteStream> {
  const result = await connect(await listen(createServer(onSocket)));
  if (result.state !== 'connected') throw new Error(`not connected: ${JSON.stringify(result)}`);
  closing.push(() => result.stream.destroy());
  return result.stream;
}

/** Everything that a stream brings, up to its end. */
function drain(stream: ByteStream): Promise<{ text: string; reason: string }> {
  return new Promise((resolve) => {
    let text = '';
    stream.start({
      onData: (bytes) => {
        text += new TextDecoder().decode(bytes);
      },
      onEnd: (reason) => resolve({ text, reason }),
    });
  });
}

describe('connectTcp', () => {
  it('says which addresses a connection has', async () => {
    const stream = await connectedTo(() => undefined);
    expect(stream.local.address).toBe(address);
    expect(stream.remote.address).toBe(address);
    expect(stream.local.port).toBeGreaterThan(0);
  });

  it('tells a refusal', async () => {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await connect(port)).toEqual({ state: 'failed', failure: 'refused', detail: 'ECONNREFUSED' });
  });

  it('tells a source of the wrong family and one that is not ours', async () => {
    expect(await connect(25, { source: assertIpAddress('::1') })).toMatchObject({ state: 'failed', failure: 'no-source' });
    expect(await connect(25, { source: assertIpAddress('192.0.2.77') })).toMatchObject({ state: 'failed', failure: 'no-source' });
  });

  it('gives up when the signal is raised before', async () => {
    expect(await connect(25, { signal: AbortSignal.abort() })).toEqual({ state: 'aborted' });
  });
});

describe('a stream', () => {
  it('keeps what came before it was started', async () => {
    const stream = await connectedTo((socket) => socket.end('220 early\r\n'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await drain(stream)).toEqual({ text: '220 early\r\n', reason: 'closed' });
  });

  it('tells a reset from a close', async () => {
    const stream = await connectedTo((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const drained = drain(stream);
    stream.write(new TextEncoder().encode('x'));
    expect(await drained).toEqual({ text: '', reason: 'reset' });
  });

  it('reads nothing while it is paused', async () => {
    const stream = await connectedTo((socket) => setTimeout(() => socket.write('late'), 10));
    const seen: string[] = [];
    stream.start({ onData: (bytes) => void seen.push(new TextDecoder().decode(bytes)), onEnd: () => undefined });
    stream.pause();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen).toEqual([]);
    stream.resume();
    await expect.poll(() => seen).toEqual(['late']);
  });

  it('calls back no more once it is destroyed', async () => {
    const stream = await connectedTo((socket) => setTimeout(() => socket.end('late'), 10));
    let called = false;
    stream.start({
      onData: () => {
        called = true;
      },
      onEnd: () => {
        called = true;
      },
    });
    stream.destroy();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(called).toBe(false);
  });
});

describe('upgradeTls', () => {
  async function upgrade(onSocket: (socket: Socket) => void, more: Partial<TlsOptions> = {}, ca?: string): Promise<TlsResult> {
    const stream = await connectedTo(onSocket);
    const upgrading = createNodeDoors(ca === undefined ? {} : { ca });
    return upgrading.upgradeTls(stream, { serverName: 'mx.example.com', allowOld: false, timeoutMs: 3000, signal, ...more });
  }
  const serve = (options: ServerOptions = {}) => {
    const server = createTlsServer({ ...certificate, ...options }, (socket) => socket.on('error', () => undefined).end('hello'));
    server.on('tlsClientError', () => undefined);
    return (socket: Socket) => void server.emit('connection', socket);
  };

  it('takes whatever certificate comes and says what is wrong with it', async () => {
    const result = await upgrade(serve());
    expect(result).toMatchObject({
      state: 'established',
      protocol: 'TLSv1.3',
      chainFault: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      nameMatches: true,
    });
    if (result.state !== 'established') return;
    expect(result.chain).toHaveLength(1);
    expect(result.chain[0]).toMatchObject({
      subject: 'CN=mx.example.com',
      names: ['mx.example.com', '*.wild.example'],
      keyType: 'rsa',
      keyBits: 2048,
    });
    expect(result.chain[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(result.chain[0]?.validFrom).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(await drain(result.stream)).toEqual({ text: 'hello', reason: 'closed' });
  });

  it('finds no fault where the signer is trusted', async () => {
    expect(await upgrade(serve(), {}, certificate.cert)).toMatchObject({ chainFault: null, nameMatches: true });
  });

  it('tells a wrong name apart from the chain', async () => {
    expect(await upgrade(serve(), { serverName: 'other.example' }, certificate.cert)).toMatchObject({
      chainFault: null,
      nameMatches: false,
    });
  });

  it('judges no name where there is none', async () => {
    expect(await upgrade(serve(), { serverName: null })).toMatchObject({ state: 'established', nameMatches: null });
  });

  it('sends the name of the exchange', async () => {
    let asked = '';
    const result = await upgrade(
      serve({
        SNICallback: (name, done) => {
          asked = name;
          done(null);
        },
      }),
    );
    expect(result.state).toBe('established');
    expect(asked).toBe('mx.example.com');
  });

  it('says that the server refused', async () => {
    const old = serve({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' });
    const result = await upgrade(old);
    expect(result).toMatchObject({ state: 'failed', side: 'server' });
  });

  it('speaks old protocols where it may', async () => {
    const old = serve({ minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
    expect(await upgrade(old, { allowOld: true })).toMatchObject({ state: 'established', protocol: 'TLSv1' });
  });

  it('says that our own library refused', async () => {
    const result = await upgrade((socket) => socket.once('data', () => socket.write('220 this is no TLS at all\r\n')));
    expect(result).toMatchObject({ state: 'failed', side: 'here', detail: 'wrong version number' });
  });

  it.each([
    ['closed', (socket: Socket) => socket.once('data', () => socket.end())],
    ['reset', (socket: Socket) => socket.once('data', () => socket.resetAndDestroy())],
  ])('says that the connection was %s', async (_, onSocket) => {
    expect(await upgrade((socket) => void onSocket(socket))).toMatchObject({ state: 'failed', side: 'connection' });
  });

  it('ends the stream where TLS breaks behind the handshake', async () => {
    const result = await upgrade((socket) => {
      serve()(socket);
      setTimeout(() => socket.write('220 this is no TLS any more\r\n'), 100);
    });
    if (result.state !== 'established') throw new Error('no handshake');
    expect(await drain(result.stream)).toMatchObject({ reason: expect.stringMatching(/closed|reset/) });
  });

  it('ends at its limit and at the signal', async () => {
    expect(await upgrade(() => undefined, { timeoutMs: 50 })).toEqual({ state: 'timeout' });
    expect(await upgrade(() => undefined, { signal: AbortSignal.abort() })).toEqual({ state: 'aborted' });
  });

  it('gives no verdict on a stream of another make', async () => {
    const stream = await connectedTo(() => undefined);
    const foreign = { local: stream.local, remote: stream.remote, start() {}, write() {}, pause() {}, resume() {}, end() {}, destroy() {} };
    await expect(doors.upgradeTls(foreign, { serverName: null, allowOld: false, timeoutMs: 10, signal })).rejects.toThrow(TypeError);
  });
});

describe('openUdp', () => {
  it('exchanges datagrams, those sent at once too', async () => {
    const server = createSocket('udp4');
    server.on('message', (bytes, from) => server.send(`re: ${bytes}`, from.port, from.address));
    await new Promise<void>((resolve) => server.bind(0, address, resolve));
    closing.push(() => server.close());
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = doors.openUdp({ address, port: server.address().port }, address, {
        onMessage: (bytes) => resolve(new TextDecoder().decode(bytes)),
        onError: (failure) => reject(new Error(failure)),
      });
      socket.send(new TextEncoder().encode('ping'));
      closing.push(() => socket.close());
    });
    expect(answer).toBe('re: ping');
  });

  it('tells a port that nobody listens on', async () => {
    const free = createSocket('udp4');
    await new Promise<void>((resolve) => free.bind(0, address, resolve));
    const { port } = free.address();
    await new Promise<void>((resolve) => free.close(resolve));
    const failure = await new Promise<string>((resolve) => {
      const socket = doors.openUdp({ address, port }, null, { onMessage: () => undefined, onError: resolve });
      socket.send(new Uint8Array(1));
      closing.push(() => socket.close());
    });
    expect(failure).toBe('refused');
  });

  it('tells a source that is not ours', async () => {
    const failures: string[] = [];
    const socket = doors.openUdp({ address, port: 9 }, assertIpAddress('192.0.2.77'), {
      onMessage: () => undefined,
      onError: (failure) => void failures.push(failure),
    });
    await expect.poll(() => failures).toEqual(['unreachable']);
    socket.close();
  });
});

describe('the rest of the machine', () => {
  it('finds the source of loopback', async () => expect(await doors.findSource(address)).toEqual({ address }));

  it('knows itself', async () => {
    const host = await doors.readHost();
    expect(host.hostName).not.toBe('');
    expect(host.addresses).toContain(address);
    expect(host.platform).toBe(process.platform);
  });

  it('runs a command to its end', async () => {
    const script = 'process.stdout.write(process.env.LC_ALL); process.stderr.write("e"); process.exit(3)';
    expect(await doors.runProcess(process.execPath, ['-e', script], { timeoutMs: 10_000, signal })).toEqual({
      exitCode: 3,
      stdout: 'C',
      stderr: 'e',
      failure: null,
    });
  });

  it('bounds the output of a command', async () => {
    const { stdout } = await doors.runProcess(process.execPath, ['-e', 'process.stdout.write("x".repeat(1e6))'], {
      timeoutMs: 10_000,
      signal,
    });
    expect(stdout).toHaveLength(65_536);
  });

  it('kills a command at its limit', async () => {
    const result = await doors.runProcess(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { timeoutMs: 100, signal });
    expect(result).toMatchObject({ exitCode: null, failure: null });
  });

  it('does not wait for what a killed command has started', async () => {
    const startedAt = performance.now();
    const wrapper = 'require("node:child_process").spawn("sleep", ["5"], { stdio: "inherit" })';
    await doors.runProcess(process.execPath, ['-e', wrapper], { timeoutMs: 300, signal });
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });

  it('says that there is no such command', async () => {
    expect(await doors.runProcess('no-such-command-here', [], { timeoutMs: 1000, signal })).toMatchObject({
      exitCode: null,
      failure: 'not-found',
    });
  });

  it('reads files up to a bound', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailwhy-files-'));
    closing.push(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'ten'), '0123456789');
    expect(await readFileBounded(join(folder, 'ten'), 10)).toMatchObject({ state: 'read', bytes: new TextEncoder().encode('0123456789') });
    expect(await readFileBounded(join(folder, 'ten'), 9)).toMatchObject({ state: 'failed', failure: 'too-large' });
    expect(await readFileBounded(join(folder, 'none'), 9)).toMatchObject({ state: 'failed', failure: 'not-found' });
    expect(await readFileBounded(folder, 9)).toMatchObject({ state: 'failed' });
  });

  it('is patient with its clock', async () => {
    const before = doors.clock.now();
    await new Promise<void>((resolve) => void doors.clock.after(20, resolve));
    expect(doors.clock.now() - before).toBeGreaterThan(15);
    let called = false;
    doors.clock
      .after(1, () => {
        called = true;
      })
      .cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(called).toBe(false);
  });
});
