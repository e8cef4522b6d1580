/**
 * Makes the test bed before the first file runs, and tells the files where it is, or why there is none.
 */
import type { TestProject } from 'vitest/node';
import { type Bed, createBed, explainMissingBed } from './bed.js';
import { stopAllHosts } from './host.js';

declare module 'vitest' {
  export interface ProvidedContext {
    bed: Bed | null;
    noBed: string | null;
  }
}

/** Vitest's hook; gives back the one that ends the bed. Throws where a bed should be possible and cannot be made. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const noBed = explainMissingBed();
  project.provide('noBed', noBed);
  project.provide('bed', noBed === null ? await createBed() : null);
  return stopAllHosts;
}
