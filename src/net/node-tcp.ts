/**
 * TCP connections on Node's own sockets: one address, one attempt, and the network's word for why it failed.
 */
import { connect, type Socket } from 'node:net';
import type { ConnectFailure } from '../model/evidence.js';
import { addressFamily, type IpAddress, parseIpAddress } from '../model/ip-address.js';
import type { Clock, Endpoint, TcpOptions, TcpResult } from './doors.js';
import { errnoOf } from './errno.js';
import { createNodeStream } from './node-stream.js';
import { findNodeSource } from './node-udp.js';

/** Linux gives EACCES for ICMPv6 "administratively prohibited", EPERM for a local filter, EINVAL for a blackhole route of its own. */
const failureOfErrno: Readonly<Record<string, ConnectFailure>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  EHOSTUNREACH: 'host-unreachable',
  EHOSTDOWN: 'host-unreachable',
  ENETUNREACH: 'network-unreachable',
  ENETDOWN: 'network-unreachable',
  EACCES: 'prohibited',
  EPERM: 'prohibited',
  ETIMEDOUT: 'silent',
  EADDRNOTAVAIL: 'no-source',
  EAFNOSUPPORT: 'no-source',
  EINVAL: 'no-source',
  EPROTONOSUPPORT: 'no-source',
};

/** Connects once, without another address or family. Always resolves; the time limit is this clock's. */
export function connectNodeTcp(clock: Clock, options: TcpOptions): Promise<TcpResult> {
  const { remote, source, signal } = options;
  if (signal.aborted) return Promise.resolve({ state: 'aborted' });
  if (source !== null && addressFamily(source) !== addressFamily(remote.address)) {
    return Promise.resolve({ state: 'failed', failure: 'no-source', detail: `the source ${source} is of another family` });
  }
  return new Promise((resolve) => {
    const socket = connect({
      host: remote.address,
      port: remote.port,
      autoSelectFamily: false,
      noDelay: true,
      ...(source === null ? {} : { localAddress: source }),
    });
    const onAbort = () => settle({ state: 'aborted' });
    const timer = clock.after(options.timeoutMs, () => settle({ state: 'failed', failure: 'silent', detail: null }));
    const onError = (error: Error) => void describeFailure(error, remote.address).then(settle);
    function settle(result: TcpResult): void {
      timer.cancel();
      signal.removeEventListener('abort', onAbort);
      socket.off('error', onError);
      if (result.state !== 'connected') {
        socket.on('error', () => undefined);
        socket.destroy();
      }
      resolve(result);
    }
    signal.addEventListener('abort', onAbort);
    socket.once('error', onError);
    socket.once('connect', () => settle({ state: 'connected', stream: createNodeStream(socket, { local: localEnd(socket), remote }) }));
  });
}

function localEnd(socket: Socket): Endpoint {
  const address = parseIpAddress((socket.localAddress ?? '').replace(/%.*$/, ''));
  // A socket that was reset already has no address; the unspecified one says so.
  return { address: address ?? ('0.0.0.0' as IpAddress), port: socket.localPort ?? 0 };
}

/** ENETUNREACH is our own routing table's word or a router's: a source address tells the two apart. */
async function describeFailure(error: Error, address: IpAddress): Promise<TcpResult> {
  const errno = errnoOf(error) ?? '';
  const failure = failureOfErrno[errno] ?? 'other';
  const detail = errno === '' ? error.message : errno;
  if (failure !== 'network-unreachable') return { state: 'failed', failure, detail };
  const source = await findNodeSource(address);
  return { state: 'failed', failure: source.address === null ? 'no-source' : failure, detail };
}
