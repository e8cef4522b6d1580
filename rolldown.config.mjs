/**
 * The command, bundled: `bin/mailwhy.cjs` and chunks beside it, loaded when a command needs them.
 *
 * CommonJS, since loading the first ES module alone would cost more than all of `mailwhy --version`. Not minified:
 * it starts no faster, and a stack trace stays readable.
 */
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { defineConfig } from 'rolldown';

const executableEntry = {
  name: 'executable-entry',
  writeBundle: ({ dir }) => chmod(path.join(dir, 'mailwhy.cjs'), 0o755),
};

/** A thread that loaded the command's own chunk would run the command. */
const threadsLeaveTheCommandAlone = {
  name: 'threads-leave-the-command-alone',
  generateBundle(_, bundle) {
    const reached = new Set(['chunks/explain-worker.cjs']);
    for (const name of reached)
      for (const other of [...bundle[name].imports, ...bundle[name].dynamicImports]) if (other in bundle) reached.add(other);
    if (reached.has('mailwhy.cjs')) this.error('a chunk that the threads load imports mailwhy.cjs');
  },
};

export default defineConfig({
  // The threads of `explain` begin with a module of their own; it stands with the chunks, where the pool looks for it.
  input: { mailwhy: 'src/cli/main.ts', 'explain-worker': 'src/cli/explain-worker.ts' },
  platform: 'node',
  // What the command and a thread share stands by itself, not within the command.
  experimental: { chunkOptimization: { mergeCommonChunks: false } },
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  plugins: [executableEntry, threadsLeaveTheCommandAlone],
  output: {
    dir: 'bin',
    format: 'cjs',
    entryFileNames: ({ name }) => (name === 'mailwhy' ? '[name].cjs' : 'chunks/[name].cjs'),
    chunkFileNames: 'chunks/[name].cjs',
    cleanDir: true,
  },
});
