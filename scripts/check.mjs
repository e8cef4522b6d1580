/**
 * Runs every `check:` script of package.json, the quick ones side by side, and says which failed.
 *
 * Ends in 1 where one did. The output of a check is shown only where it failed.
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const root = new URL('..', import.meta.url);
const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
const checks = Object.keys(scripts).filter((name) => name.startsWith('check:'));
const sideBySide = 2;

/** Resolves to whether the check passed. */
function runCheck(name) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', name], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('close', (status) => {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      if (status !== 0) console.log(output);
      resolve(status === 0);
    });
  });
}

const waiting = [...checks];
const passed = [];
const work = async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) passed.push(await runCheck(name));
};
await Promise.all(Array.from({ length: sideBySide }, work));
process.exitCode = passed.every(Boolean) ? 0 : 1;
