/**
 * Builds, runs the unit and lab tests, then the tests against real servers, and counts them all.
 *
 * The last line is `N passed, N failed, N skipped`. Ends in 1 where a test failed or a run broke down; with
 * `--no-skips` where one was skipped, too.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const nothing = { passed: 0, failed: 0, skipped: 0 };

const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')));

/** Builds with npm, which is a script on Windows; whether it ended well. */
function build() {
  return spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** Runs vitest with one configuration and counts; a run that breaks down without a failed test counts as one. */
async function runTests(configuration, folder) {
  const file = path.join(folder, `${configuration}.json`);
  const args = [vitest, 'run', '--config', configuration, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ended = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
  const report = await readFile(file, 'utf8').then(JSON.parse, () => null);
  if (report === null) return { ...nothing, failed: 1 };
  const failed = report.numFailedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: ended ? failed : Math.max(1, failed), skipped };
}

async function runAll() {
  if (!build()) return { ...nothing, failed: 1 };
  const folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-tests-'));
  try {
    const counts = [];
    for (const configuration of ['vitest.config.ts', 'vitest.real.config.ts']) counts.push(await runTests(configuration, folder));
    return counts.reduce((sum, next) => ({
      passed: sum.passed + next.passed,
      failed: sum.failed + next.failed,
      skipped: sum.skipped + next.skipped,
    }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const { passed, failed, skipped } = await runAll();
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || (skipped > 0 && process.argv.includes('--no-skips')) ? 1 : 0;
