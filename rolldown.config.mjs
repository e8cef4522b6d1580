/**
 * The command, bundled: `bin/mailwhy.cjs` and a chunk for each command, loaded when it is called.
 *
 * CommonJS, since loading the first ES module alone would cost more than all of `mailwhy --version`.
 */
import { defineConfig } from 'rolldown';

export default defineConfig({
  input: { mailwhy: 'src/cli/main.ts' },
  platform: 'node',
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  output: {
    dir: 'bin',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name].cjs',
    cleanDir: true,
  },
});
