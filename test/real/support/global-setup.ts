/**
 * Makes the test bed before the first file runs (unpacking the servers where that has not been done),
 * and tells the files where it is, or why there is none.
 */
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { type Bed, createBed, explainMissingBed } from './bed.js';
import { stopAllHosts } from './host.js';
import { runProcess } from './process.js';

declare module 'vitest' {
  export interface ProvidedContext {
    bed: Bed | null;
    noBed: string | null;
  }
}

const installer = fileURLToPath(new URL('../../../scripts/install-real-servers.sh', import.meta.url));

/** Fetches the servers where that is possible and has not been done; what fails then shows as a missing bed. */
async function unpackServers(): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  const { stderr } = await runProcess('sh', [installer]);
  if (stderr !== '') console.warn(stderr);
}

/** Vitest's hook; gives back the one that ends the bed. Throws where a bed should be possible and cannot be made. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await unpackServers();
  const noBed = explainMissingBed();
  if (noBed !== null) console.warn(`test/real is skipped: ${noBed}`);
  project.provide('noBed', noBed);
  project.provide('bed', noBed === null ? await createBed() : null);
  return stopAllHosts;
}
