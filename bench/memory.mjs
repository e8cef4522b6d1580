/**
 * Peak memory of a trace: a process that traces the healthy world once, lab and all.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./memory-child.mjs', import.meta.url));

/** A trace's peak memory beside that of Node alone. */
export function measureMemory() {
  const peak = (args) => Number(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trim()) / 1024;
  const bare = peak(['-e', 'console.log(process.resourceUsage().maxRSS)']);
  return { name: 'peak memory', value: peak([script]), unit: 'MB', yardstick: bare, against: 'node -e 0', limitMb: 120 };
}
