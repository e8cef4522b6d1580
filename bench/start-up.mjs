/**
 * Start-up: `mailwhy --version` against an empty `node -e 0`, medians of 40 interleaved runs.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './lab-trace.mjs';

const command = fileURLToPath(new URL('../bin/mailwhy.cjs', import.meta.url));
// Node reads that file at every start, which would make any ratio to bare node look better than users see.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

function time(args) {
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, args, { env, stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return performance.now() - begun;
}

/** `--version` against an empty program, medians of interleaved runs. */
export function measureStartUp() {
  const ours = [];
  const bare = [];
  for (let run = 0; run < 41; run += 1) {
    bare.push(time(['-e', '0']));
    ours.push(time([command, '--version']));
  }
  return { name: 'start-up', value: median(ours), unit: 'ms', yardstick: median(bare), against: 'node -e 0', limit: 1.2 };
}
