/**
 * How a file of test/real gets at the bed: its tests run where there is one and are skipped, with the
 * reason in their name, where there is none.
 */
import { describe, inject } from 'vitest';
import { type Bed, openHosts } from './bed.js';
import type { Host } from './host.js';
import type { MailHosts } from './mail-service.js';
import type { HostingServers } from './name-service.js';
import type { ProbeName } from './world.js';

/** A group of tests on real servers. */
export function describeReal(name: string, tests: () => void): void {
  const reason = inject('noBed');
  describe.skipIf(reason !== null)(reason === null ? name : `${name} (skipped: ${reason})`, tests);
}

/** The machines that trace. Only within tests. */
export function probes(): Record<ProbeName, Host> {
  return openHosts(bed().probes);
}

/** The mail servers. Only within tests. */
export function mailHosts(): MailHosts {
  return openHosts(bed().mail);
}

/** The two servers that host the domains. Only within tests. */
export function hostingServers(): HostingServers {
  return openHosts(bed().names);
}

function bed(): Bed {
  const made = inject('bed');
  if (made === null) throw new Error('there is no bed; use describeReal');
  return made;
}
