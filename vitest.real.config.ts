import { defineConfig } from 'vitest/config';
import { LastFileSequencer } from './test/real/support/last-file-sequencer.js';

export default defineConfig({
  test: {
    include: ['test/real/**/*.test.ts'],
    globalSetup: ['test/real/support/global-setup.ts'],
    // One bed for all, two cores: files one after the other, tests of a file side by side where they say so.
    fileParallelism: false,
    isolate: false,
    maxConcurrency: 4,
    sequence: { sequencer: LastFileSequencer },
    testTimeout: 150_000,
    hookTimeout: 60_000,
  },
});
