/**
 * Server sockets on the loopback interface, for the lab: UDP, and TCP with TLS on demand.
 *
 * Bound to 127.0.0.1 with a port of the system's choice; nobody beyond this machine reaches them. What a client does
 * (reset, half a handshake, vanishing) ends the connection and nothing else.
 */
import { createSocket } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

export interface Listener {
  readonly port: number;
  /** Closing twice is closing once. */
  close(): Promise<void>;
}

const loopback = '127.0.0.1';

/** A UDP socket; `reply` answers the sender of that packet. @throws Error where the loopback interface cannot be bound */
export async function listenUdp(onMessage: (bytes: Uint8Array, reply: (bytes: Uint8Array) => void) => void): Promise<Listener> {
  const socket = createSocket('udp4');
  let closed = false;
  socket.on('message', (bytes, from) =>
    onMessage(bytes, (answer) => {
      if (!closed) socket.send(answer, from.port, from.address, () => undefined);
    }),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(0, loopback, resolve);
  });
  socket.on('error', () => undefined);
  const close = () =>
    new Promise<void>((resolve) => {
      if (closed) return resolve();
      closed = true;
      socket.close(() => resolve());
    });
  return { port: socket.address().port, close };
}

/** What a server is given of a connection. */
export interface ServerConnection {
  write(bytes: Uint8Array): void;
  /** Resolves when everything written is with the kernel, or the connection is gone. */
  drained(): Promise<void>;
  /** FIN. */
  end(): void;
  reset(): void;
  /** The handshake as server; null where it failed, and the connection is gone then. The old one must not be used any more. */
  upgrade(tls: ServerTls): Promise<ServerConnection | null>;
  /** Called once; what came before is kept. */
  start(listener: ServerListener): void;
  readonly closed: boolean;
}

export interface ServerListener {
  onData(bytes: Uint8Array): void;
  /** The client closed or reset: once. */
  onEnd(): void;
}

export interface ServerTls {
  /** PEM. */
  readonly key: string;
  /** PEM, the leaf first. */
  readonly certificate: string;
  /** TLS 1.0 at most, with what OpenSSL's level 0 allows. */
  readonly oldProtocol: boolean;
  readonly highest: 'TLSv1.2' | 'TLSv1.3';
  /** Small keys are for tests of them: OpenSSL's level 0 takes them. */
  readonly weakKey: boolean;
}

/** A TCP server. @throws Error where the loopback interface cannot be bound */
export async function listenTcp(onConnection: (connection: ServerConnection) => void): Promise<Listener> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    onConnection(wrapSocket(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, loopback, resolve);
  });
  return { port: listeningPort(server), close: () => closeServer(server, sockets) };
}

function listeningPort(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  return address.port;
}

function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}

function wrapSocket(socket: Socket): ServerConnection {
  socket.pause();
  socket.on('error', () => undefined);
  return {
    get closed() {
      return socket.destroyed || socket.writableEnded;
    },
    write: (bytes) => {
      if (!socket.destroyed && socket.writable) socket.write(bytes);
    },
    drained: () => waitForDrain(socket),
    end: () => socket.end(),
    reset: () => resetSocket(socket),
    upgrade: (tls) => upgradeSocket(socket, tls),
    start: ({ onData, onEnd }) => {
      socket.on('data', onData);
      socket.once('close', onEnd);
      socket.resume();
    },
  };
}

function waitForDrain(socket: Socket): Promise<void> {
  if (socket.destroyed || !socket.writableNeedDrain) return Promise.resolve();
  return new Promise((resolve) => {
    socket.once('drain', resolve);
    socket.once('close', () => resolve());
  });
}

function resetSocket(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

function upgradeSocket(socket: Socket, tls: ServerTls): Promise<ServerConnection | null> {
  socket.pause();
  socket.removeAllListeners('data');
  const level = tls.oldProtocol || tls.weakKey ? ':@SECLEVEL=0' : '';
  const secureContext = createSecureContext({
    key: tls.key,
    cert: tls.certificate,
    minVersion: tls.oldProtocol ? 'TLSv1' : 'TLSv1.2',
    maxVersion: tls.oldProtocol ? 'TLSv1' : tls.highest,
    ciphers: `DEFAULT${level}`,
  });
  const secure = new TLSSocket(socket, { isServer: true, secureContext });
  return new Promise((resolve) => {
    secure.once('secure', () => resolve(wrapSocket(secure)));
    secure.once('close', () => resolve(null));
    secure.on('error', () => secure.destroy());
  });
}
