/**
 * Connected UDP sockets on Node's own.
 *
 * What is sent before the socket is connected waits for it. ICMP errors come to the listener; nothing throws.
 */
import { createSocket, type Socket } from 'node:dgram';
import { addressFamily, type IpAddress, parseIpAddress } from '../model/ip-address.js';
import type { Endpoint, UdpListener, UdpSocket } from './doors.js';
import { errnoOf } from './errno.js';

/** A socket that exchanges datagrams with one endpoint only. */
export function openNodeUdp(remote: Endpoint, source: IpAddress | null, listener: UdpListener): UdpSocket {
  const socket = createSocket(addressFamily(remote.address) === 4 ? 'udp4' : 'udp6');
  let waiting: Uint8Array[] | null = [];
  let closed = false;
  const fail = (error: Error) => {
    if (!closed) listener.onError(errnoOf(error) === 'ECONNREFUSED' ? 'refused' : 'unreachable', error.message);
  };
  const transmit = (bytes: Uint8Array) => socket.send(bytes, (error) => error && fail(error));
  // An emitter without a listener for errors would throw.
  socket.on('error', () => undefined);
  socket.on('message', (bytes) => {
    if (!closed) listener.onMessage(bytes);
  });
  connectSocket(socket, remote, source)
    .then(() => {
      socket.on('error', fail);
      if (closed) return;
      const early = waiting ?? [];
      waiting = null;
      early.forEach(transmit);
    })
    .catch(fail);
  return {
    send(bytes) {
      if (closed) return;
      if (waiting === null) transmit(bytes);
      else waiting.push(bytes);
    },
    close() {
      if (closed) return;
      closed = true;
      socket.close();
    },
  };
}

/** Binds and connects; rejects with the system's error. */
async function connectSocket(socket: Socket, remote: Endpoint, source: IpAddress | null): Promise<void> {
  if (source !== null) {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.bind({ address: source, exclusive: true }, () => {
        socket.off('error', reject);
        resolve();
      });
    });
  }
  await new Promise<void>((resolve, reject) => {
    socket.connect(remote.port, remote.address, (error?: Error) => (error === undefined ? resolve() : reject(error)));
  });
}

/** Any port does: a connected UDP socket sends nothing by itself. */
const discardPort = 9;

/** The address that packets to `address` leave from, as the routing table has it; nothing is sent. */
export async function findNodeSource(
  address: IpAddress,
): Promise<{ readonly address: IpAddress } | { readonly address: null; readonly detail: string }> {
  const socket = createSocket(addressFamily(address) === 4 ? 'udp4' : 'udp6');
  socket.on('error', () => undefined);
  try {
    await connectSocket(socket, { address, port: discardPort }, null);
    const source = parseIpAddress(socket.address().address);
    return source === null ? { address: null, detail: `the source ${socket.address().address} cannot be used` } : { address: source };
  } catch (error) {
    return { address: null, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    socket.close();
  }
}
