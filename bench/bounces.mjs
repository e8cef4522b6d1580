/**
 * Bounces a second, as whole processes: `mailwhy explain --jsonl` over the labelled corpus twenty times over, on one core
 * and on two, against Sisimai (Debian's libsisimai-perl, which has one thread) over the same files in the same run.
 *
 * The corpus lies in the folder that MAILWHY_CORPUS names, else beside the project; where there is none, nothing is measured.
 * `node bench/bounces.mjs [TIMES]` prints the figures, over the corpus so many times; `npm run build:command` goes before.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../', import.meta.url));
const command = `${repository}bin/mailwhy.cjs`;
const installer = `${repository}scripts/install-bench-peers.sh`;
const library = `${repository}.cache/bench-peers/unpacked/usr/share/perl5`;
const corpus = path.join(process.env.MAILWHY_CORPUS ?? path.join(repository, '../shared/corpora/bounces'), 'mail');
const isCommand = process.argv[1] === fileURLToPath(import.meta.url);
const times = isCommand ? Number(process.argv[2] ?? 20) : 20;
const runs = 3;
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const sisimai =
  'use Sisimai; my $n = 0; for my $path (@ARGV) { my $found = Sisimai->make($path, delivered => 1); $n += scalar @$found if $found; } print "$n\n";';

/** The corpus so many times, each copy under a name of its own. */
function copyCorpus(folder) {
  mkdirSync(folder);
  const files = readdirSync(corpus);
  for (let copy = 0; copy < times; copy += 1)
    for (const file of files) copyFileSync(path.join(corpus, file), path.join(folder, `${copy}-${file}`));
  return files.length * times;
}

/** util-linux's, on every Debian: runs a program on the cores that are named. */
const pinning = 'taskset';

/** Seconds on these cores; what it prints goes to the file, as anybody keeps so much, and comes back as lines. */
function time(cores, [program, ...args], file) {
  const output = openSync(file, 'w');
  const begun = performance.now();
  const { status, stderr } = spawnSync(pinning, ['-c', cores, program, ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', output, 'pipe'],
  });
  const seconds = (performance.now() - begun) / 1000;
  closeSync(output);
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.slice(0, 500)}`);
  return { seconds, lines: readFileSync(file, 'utf8').trim().split('\n').length };
}

function measure(folder, file, messages) {
  const own = (cores) => {
    const { seconds, lines } = time(cores, [process.execPath, command, 'explain', '--jsonl', '-q', folder], file);
    if (lines !== messages) throw new Error(`${lines} records of ${messages} messages`);
    return seconds;
  };
  const rounds = Array.from({ length: runs }, () => ({
    peer: time('0', ['perl', `-I${library}`, '-e', sisimai, folder], file).seconds,
    one: own('0'),
    two: own('0,1'),
  }));
  const best = (key) => messages / Math.min(...rounds.map((round) => round[key]));
  return { peer: best('peer'), one: best('one'), two: best('two') };
}

/** Two figures; none where there is no corpus. */
export function measureBounces() {
  if (!existsSync(corpus)) return [];
  const installed = spawnSync('sh', [installer], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (installed.status !== 0) throw new Error('the peers could not be unpacked');
  const folder = mkdtempSync(path.join(tmpdir(), 'mailwhy-bounces-'));
  try {
    const mail = path.join(folder, 'mail');
    const { peer, one, two } = measure(mail, path.join(folder, 'output'), copyCorpus(mail));
    const against = { unit: 'a second', yardstick: peer, against: 'Sisimai' };
    return [
      { name: 'bounces, one core', value: one, ...against, least: 1.5 },
      { name: 'bounces, two cores', value: two, ...against, least: 2.7 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (isCommand) {
  for (const { name, value, yardstick } of measureBounces())
    console.log(`${name}: ${value.toFixed(0)} a second, Sisimai ${yardstick.toFixed(0)}: ${(value / yardstick).toFixed(2)} times`);
}
