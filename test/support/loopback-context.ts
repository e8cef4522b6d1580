/**
 * What a DNS probe under test is given: the real UDP and TCP doors, and none that it has no business with.
 */
import type { Doors } from '../../src/net/doors.js';
import { createNodeClock } from '../../src/net/node-clock.js';
import { connectNodeTcp } from '../../src/net/node-tcp.js';
import { openNodeUdp } from '../../src/net/node-udp.js';
import type { ProbeContext } from '../../src/probe/context.js';

const absent = (): Promise<never> => Promise.reject(new Error('the DNS probe has no business here'));

/** Doors and context over the machine's sockets, with what the test puts in their place. */
export function createLoopbackContext(doors: Partial<Doors> = {}, rest: Partial<ProbeContext> = {}): ProbeContext {
  const clock = createNodeClock();
  return {
    doors: {
      clock,
      openUdp: openNodeUdp,
      connectTcp: (options) => connectNodeTcp(clock, options),
      randomInteger: (below) => Math.floor(Math.random() * below),
      upgradeTls: absent,
      runProcess: absent,
      readHost: absent,
      findSource: absent,
      ...doors,
    },
    originMs: clock.now(),
    signal: new AbortController().signal,
    source: null,
    ...rest,
  };
}
