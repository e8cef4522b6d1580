/**
 * The real doors: Node's sockets, processes, files and clock behind the interface that the observing rooms use.
 *
 * TLS and child processes are loaded when they are first needed.
 */
import { randomInt } from 'node:crypto';
import type { Doors } from './doors.js';
import { createNodeClock } from './node-clock.js';
import { readNodeHost } from './node-host.js';
import { runNodeProcess } from './node-process.js';
import { connectNodeTcp } from './node-tcp.js';
import { upgradeNodeTls } from './node-tls.js';
import { findNodeSource, openNodeUdp } from './node-udp.js';

/** `ca`: PEM certificates trusted in place of the machine's roots; left out, the roots and NODE_EXTRA_CA_CERTS. */
export interface NodeDoorsOptions {
  readonly ca?: string;
}

/** Doors that lead out of this machine. */
export function createNodeDoors({ ca }: NodeDoorsOptions = {}): Doors {
  const clock = createNodeClock();
  return {
    clock,
    openUdp: openNodeUdp,
    connectTcp: (options) => connectNodeTcp(clock, options),
    upgradeTls: (stream, options) => upgradeNodeTls(clock, stream, options, { ca: ca ?? null }),
    runProcess: (command, args, limits) => runNodeProcess(clock, command, args, limits),
    randomInteger: (below) => randomInt(below),
    readHost: readNodeHost,
    findSource: findNodeSource,
  };
}
