/**
 * A socket of Node's as the byte stream that the doors promise: plain TCP or TLS.
 *
 * Reading stands still until `start`. After the last callback the socket's errors fall on deaf ears.
 */
import type { Socket } from 'node:net';
import type { ByteStream, Endpoint, StreamListener } from './doors.js';
import { errnoOf } from './errno.js';

/** How long `end` waits for the other side's FIN. */
const endGraceMs = 1_000;

export interface NodeStream extends ByteStream {
  /** The socket without our listeners, paused, for whoever upgrades it; the stream is dead afterwards. */
  takeSocket(): Socket;
}

/** The stream over a connected socket; the endpoints are what the stream says of itself. */
export function createNodeStream(socket: Socket, ends: { readonly local: Endpoint; readonly remote: Endpoint }): NodeStream {
  let listener: StreamListener | null = null;
  let failure: Error | null = null;
  let over = false;

  const onData = (bytes: Buffer) => listener?.onData(bytes);
  const onEnd = () => finish('closed');
  // TLS that breaks behind the handshake leaves the socket open: nothing would ever end it.
  const onError = (error: Error) => {
    failure = error;
    socket.destroy();
  };
  const onClose = () => finish(failure === null ? 'closed' : 'reset');

  function finish(reason: 'closed' | 'reset'): void {
    if (over || listener === null) return;
    over = true;
    listener.onEnd(reason, failure === null ? null : (errnoOf(failure) ?? failure.message));
  }

  function silence(): void {
    socket.off('data', onData).off('end', onEnd).off('close', onClose);
    over = true;
  }

  socket.pause();
  socket.on('error', onError);
  return {
    local: ends.local,
    remote: ends.remote,
    start(next) {
      listener = next;
      if (socket.closed) return queueMicrotask(onClose);
      socket.on('data', onData).on('end', onEnd).on('close', onClose);
      socket.resume();
    },
    write(bytes) {
      if (socket.writable) socket.write(bytes);
    },
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    end() {
      if (socket.destroyed) return;
      socket.end();
      socket.resume();
      const timer = setTimeout(() => socket.destroy(), endGraceMs);
      timer.unref();
      socket.once('close', () => clearTimeout(timer));
    },
    destroy() {
      silence();
      socket.destroy();
    },
    takeSocket() {
      silence();
      socket.pause();
      return socket;
    },
  };
}

/** Whether the stream was made here, so that its socket can be taken. */
export function isNodeStream(stream: ByteStream): stream is NodeStream {
  return 'takeSocket' in stream;
}
