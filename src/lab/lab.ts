/**
 * An internet in a box: a world's servers on loopback sockets, the doors into it, its clock and its journal.
 *
 * Nothing of it leaves this machine. Several labs may run side by side in one process.
 */
import type { RootHint } from '../model/trace-options.js';
import type { Clock, Doors } from '../net/doors.js';
import { createNodeClock } from '../net/node-clock.js';
import { createCertificateAuthority } from './certificate-authority.js';
import { createJournal, type Journal } from './journal.js';
import { createLabClock } from './lab-clock.js';
import { createLabDoors } from './lab-doors.js';
import { startNetwork } from './lab-network.js';
import type { World } from './world.js';
import { labRootHints } from './zone-tree.js';

export interface Lab {
  readonly doors: Doors;
  readonly clock: Clock;
  readonly journal: Journal;
  /** The root certificate that the doors trust, PEM. */
  readonly ca: string;
  /** Where a walk through this world starts: for `TraceOptions.rootHints`. */
  readonly rootHints: readonly RootHint[];
  /** Closes every socket and cancels every timer. */
  stop(): Promise<void>;
}

/** Starts a world. @throws Error where the loopback interface cannot be bound, TypeError where the declaration is faulty */
export async function startLab(world: World): Promise<Lab> {
  const wall = createNodeClock();
  const clock = createLabClock(wall, world.clockSpeed ?? 1);
  const journal = createJournal(() => clock.now());
  const authority = createCertificateAuthority(wall.wallNow());
  const network = await startNetwork({ world, clock, journal, authority });
  const ca = authority.rootPem;
  return {
    doors: createLabDoors({ world, clock, network, journal, ca }),
    clock,
    journal,
    ca,
    rootHints: labRootHints,
    async stop() {
      clock.stop();
      await network.close();
    },
  };
}
