/**
 * A name server on loopback that plays a script: over UDP, and over TCP on the same port where there is a script for it.
 */
import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { type ParsedDnsMessage, parseDnsMessage } from '../../src/parse/dns/parse-dns-message.js';

/** The datagrams that the server sends for the query, the first of which has count 1. */
export type UdpScript = (query: ParsedDnsMessage, count: number) => readonly Uint8Array[];
export type TcpScript = (query: ParsedDnsMessage, socket: Socket) => void;

export interface ScriptedNameServer {
  readonly port: number;
  /** What was asked so far, over either transport. */
  readonly queries: readonly ParsedDnsMessage[];
  /** Closes the sockets, and resolves when the port is free. */
  close(): Promise<void>;
}

const loopback = '127.0.0.1';

/** Starts a server on a free port of 127.0.0.1. */
export async function createScriptedNameServer(onUdp: UdpScript, onTcp: TcpScript | null = null): Promise<ScriptedNameServer> {
  const queries: ParsedDnsMessage[] = [];
  const udp = createSocket('udp4');
  udp.on('message', (bytes: Uint8Array, from: RemoteInfo) => {
    const query = parseDnsMessage(bytes);
    queries.push(query);
    for (const datagram of onUdp(query, queries.length)) udp.send(datagram, from.port, from.address);
  });
  udp.bind(0, loopback);
  await once(udp, 'listening');
  const { port } = udp.address();
  const closeTcp = onTcp === null ? null : await listenTcp(port, queries, onTcp);
  return {
    port,
    queries,
    async close() {
      closeTcp?.();
      const closed = once(udp, 'close');
      udp.close();
      await closed;
    },
  };
}

async function listenTcp(port: number, queries: ParsedDnsMessage[], onTcp: TcpScript): Promise<() => void> {
  const sockets = new Set<Socket>();
  const tcp = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      const query = parseDnsMessage(bytes.subarray(2));
      queries.push(query);
      onTcp(query, socket);
    });
  });
  tcp.listen(port, loopback);
  await once(tcp, 'listening');
  return () => {
    tcp.close();
    for (const socket of sockets) socket.destroy();
  };
}
