/**
 * The doors to the outside: what the observing rooms may do, as interfaces.
 *
 * `net/node-doors` opens the real ones; the lab has its own, which map documentation addresses to
 * loopback sockets and may run a faster clock. Nobody else opens a socket, reads a clock or a file.
 * Every wait goes through `clock`, so that a lab's minute may last a second.
 */
import type { DomainName } from '../model/domain-name.js';
import type { CertificateFacts, ConnectFailure, TlsFailureSide } from '../model/evidence.js';
import type { IpAddress } from '../model/ip-address.js';

export interface Timer {
  cancel(): void;
}

export interface Clock {
  /** Milliseconds, monotonic, from an arbitrary start. */
  now(): number;
  /** The wall's time, milliseconds since 1970; for `startedAt` only. */
  wallNow(): number;
  /** Calls back after so many of this clock's milliseconds. */
  after(delayMs: number, callback: () => void): Timer;
}

export interface UdpSocket {
  send(bytes: Uint8Array): void;
  /** Closes for good; no callback comes after it. */
  close(): void;
}

export interface UdpListener {
  onMessage(bytes: Uint8Array): void;
  /** ICMP errors come here: `refused` (port unreachable), `unreachable`. */
  onError(failure: 'refused' | 'unreachable', detail: string): void;
}

export interface Endpoint {
  readonly address: IpAddress;
  readonly port: number;
}

/** A byte stream. Reading is paused until `start` and while `pause` is in force, so that a flood stays in the kernel. */
export interface ByteStream {
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /** Starts the flow of events. Called once, and again after `upgrade` on the new stream. */
  start(listener: StreamListener): void;
  write(bytes: Uint8Array): void;
  pause(): void;
  resume(): void;
  /** Sends FIN, and destroys the stream after a short grace of its own. */
  end(): void;
  /** RST or close at once; no callback comes after it. */
  destroy(): void;
}

export interface StreamListener {
  onData(bytes: Uint8Array): void;
  /** The other side closed, or the stream broke: exactly once, the last callback. */
  onEnd(reason: 'closed' | 'reset', detail: string | null): void;
}

export interface TcpOptions {
  readonly remote: Endpoint;
  /** Null: the system chooses. */
  readonly source: IpAddress | null;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export type TcpResult =
  | { readonly state: 'connected'; readonly stream: ByteStream }
  | { readonly state: 'failed'; readonly failure: ConnectFailure; readonly detail: string | null }
  /** The signal was raised before there was a result. */
  | { readonly state: 'aborted' };

export interface TlsOptions {
  /** SNI and the name to match; null for none. */
  readonly serverName: string | null;
  /** Allow TLS 1.0 and small keys too. */
  readonly allowOld: boolean;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export type TlsResult =
  | {
      readonly state: 'established';
      readonly stream: ByteStream;
      readonly protocol: string;
      readonly cipher: string;
      readonly chain: readonly CertificateFacts[];
      readonly chainFault: string | null;
      readonly nameMatches: boolean | null;
    }
  | { readonly state: 'failed'; readonly side: TlsFailureSide; readonly detail: string }
  | { readonly state: 'timeout' }
  | { readonly state: 'aborted' };

export interface ProcessResult {
  /** Null: it did not end by itself (killed at the time limit). */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** `not-found`: no such command; `not-permitted`: it may not be started. */
  readonly failure: 'not-found' | 'not-permitted' | null;
}

export interface HostFacts {
  readonly hostName: string;
  /** The full name of at least two labels as this machine's own files have it, never from DNS; null where there is none. */
  readonly fullName: DomainName | null;
  /** `linux`, `darwin`, `win32`, … as Node names it. */
  readonly platform: string;
  readonly resolvers: readonly Endpoint[];
  /** From resolv.conf where there is one: seconds and tries; null where nothing is said. */
  readonly resolverOptions: { readonly timeoutSeconds: number | null; readonly attempts: number | null };
  readonly addresses: readonly IpAddress[];
}

export interface Doors {
  readonly clock: Clock;
  /** A UDP socket connected to one endpoint. Never throws: what fails comes to `onError`. */
  openUdp(remote: Endpoint, source: IpAddress | null, listener: UdpListener): UdpSocket;
  /** Always resolves. */
  connectTcp(options: TcpOptions): Promise<TcpResult>;
  /** Upgrades a stream to TLS as client; the old stream must not be used any more. Always resolves. */
  upgradeTls(stream: ByteStream, options: TlsOptions): Promise<TlsResult>;
  /** Runs a command without a shell, output bounded to 64 KiB, in the C locale. Always resolves. */
  runProcess(
    command: string,
    args: readonly string[],
    limits: { readonly timeoutMs: number; readonly signal: AbortSignal },
  ): Promise<ProcessResult>;
  /** Unpredictable integer from 0 to `below` - 1. */
  randomInteger(below: number): number;
  readHost(): Promise<HostFacts>;
  /** The source address that packets to `address` leave from; nothing is sent. Null with the reason where there is none. */
  findSource(address: IpAddress): Promise<{ readonly address: IpAddress } | { readonly address: null; readonly detail: string }>;
}
