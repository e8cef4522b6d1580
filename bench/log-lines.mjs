/**
 * A Postfix log of a million lines, made from a seed: lines a second of `mailwhy log`, as whole processes, against
 * pflogsumm over the same file in the same run, and the peak memory of `mailwhy log`.
 *
 * pflogsumm is unpacked from Debian's package where it is not there (`scripts/install-bench-peers.sh`).
 * `node bench/log-lines.mjs [LINES]` prints what it counted and both speeds; `npm run build:command` goes before.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './lab-trace.mjs';
import { makePostfixLog } from './postfix-log.mjs';

const repository = fileURLToPath(new URL('../', import.meta.url));
const command = `${repository}bin/mailwhy.cjs`;
const installer = `${repository}scripts/install-bench-peers.sh`;
const pflogsumm = `${repository}.cache/bench-peers/unpacked/usr/sbin/pflogsumm`;
/** Runs the command and leaves its peak memory, in KiB, on standard error. */
const child = `
const { argv } = process;
process.on('exit', () => require('node:fs').writeSync(2, String(process.resourceUsage().maxRSS)));
process.argv = [argv[0], argv[1], 'log', argv[1], '--json'];
require(${JSON.stringify(command)});
`;
const runs = 3;
// Node reads that file at every start; users have none.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

async function writeLog(file, lines) {
  const stream = createWriteStream(file);
  for (const batch of makePostfixLog(lines)) {
    if (!stream.write(`${batch.join('\n')}\n`)) await new Promise((resolve) => stream.once('drain', resolve));
  }
  await new Promise((resolve) => stream.end(resolve));
}

function run(program, args) {
  const begun = performance.now();
  const { stdout, stderr, status } = spawnSync(program, args, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.slice(0, 500)}`);
  return { seconds: (performance.now() - begun) / 1000, stdout, stderr };
}

/** Both programs over one file, one after the other, so many times. */
async function measure(lines) {
  run('sh', [installer]);
  const folder = mkdtempSync(path.join(tmpdir(), 'mailwhy-log-'));
  try {
    const file = path.join(folder, 'mail.log');
    await writeLog(file, lines);
    const pairs = Array.from({ length: runs }, () => ({
      own: run(process.execPath, ['-e', child, file]),
      peer: run('perl', [pflogsumm, file]),
    }));
    const report = JSON.parse(pairs[0].own.stdout);
    const counted = Number(/(\d+)\s+delivered/.exec(pairs[0].peer.stdout)?.[1]);
    if (report.lines !== lines || report.totals.delivered !== counted)
      throw new Error(`${report.lines} lines, ${report.totals.delivered} deliveries; pflogsumm counts ${counted}`);
    return {
      totals: report.totals,
      own: lines / median(pairs.map(({ own }) => own.seconds)),
      peer: lines / median(pairs.map(({ peer }) => peer.seconds)),
      peakMb: Math.max(...pairs.map(({ own }) => Number(own.stderr.trim()) / 1024)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lines a second against pflogsumm, and peak memory. */
export async function measureLogLines() {
  const { own, peer, peakMb } = await measure(1_000_000);
  return [
    { name: 'log, a million lines', value: own, unit: 'lines/s', yardstick: peer, against: 'pflogsumm', least: 3 },
    { name: 'log, peak memory', value: peakMb, unit: 'MB', yardstick: 200, against: 'the bound', limitMb: 200 },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { totals, own, peer, peakMb } = await measure(Number(process.argv[2] ?? 1_000_000));
  console.log(
    `${JSON.stringify(totals)}\nmailwhy log ${own.toFixed(0)} lines/s, peak ${peakMb.toFixed(0)} MB; pflogsumm ${peer.toFixed(0)} lines/s: ${(own / peer).toFixed(1)} times`,
  );
}
