/**
 * A Postfix log of a million lines, made from a seed: lines a second and peak memory of `mailwhy log`, against
 * pflogsumm over the same file in the same run where it is unpacked (`.cache/pflogsumm`, or $MAILWHY_PFLOGSUMM).
 *
 * `node bench/log-lines.mjs [LINES]` prints both; `npm run build:command` goes before.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../', import.meta.url));
const command = `${repository}bin/mailwhy.cjs`;
const pflogsumm = process.env.MAILWHY_PFLOGSUMM ?? `${repository}.cache/pflogsumm/usr/sbin/pflogsumm`;
const child = `
const { argv } = process;
process.on('exit', () => require('node:fs').writeSync(2, String(process.resourceUsage().maxRSS)));
process.argv = [argv[0], argv[1], 'log', argv[1], '--json'];
require(${JSON.stringify(command)});
`;

/** Mulberry32: the same numbers for the same seed everywhere. */
function createRandom(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const refusals = [
  [
    'deferred',
    '4.2.0',
    (to, host) => `host ${host}[192.0.2.1] said: 450 4.2.0 <${to}>: Recipient address rejected: Greylisted (in reply to RCPT TO command)`,
  ],
  ['deferred', '4.4.1', (_to, host) => `connect to ${host}[192.0.2.1]:25: Connection timed out`],
  [
    'bounced',
    '5.1.1',
    (to, host) => `host ${host}[192.0.2.1] said: 550 5.1.1 <${to}>: Recipient address rejected: User unknown (in reply to RCPT TO command)`,
  ],
  [
    'bounced',
    '5.7.1',
    (_to, host) =>
      `host ${host}[192.0.2.1] said: 554 5.7.1 Service unavailable; Client host [198.51.100.5] blocked using zen.example (in reply to RCPT TO command)`,
  ],
];

/** The lines of one message: six, a fifth of the messages refused. */
function listMessage(at, random) {
  const time = `Nov 23 ${String(Math.floor(at / 42_000) % 24).padStart(2, '0')}:${String(Math.floor(at / 700) % 60).padStart(2, '0')}:${String(random(60)).padStart(2, '0')}`;
  const id = `4W${(1_000_000_000 + at).toString(36)}`;
  const domain = `domain${random(2000)}.example`;
  const to = `user${random(100_000)}@${domain}`;
  const host = `mx${random(2)}.${domain}`;
  const refusal = random(5) === 0 ? refusals[random(refusals.length)] : null;
  const [status, dsn, said] = refusal ?? ['sent', '2.0.0', () => `250 2.0.0 Ok: queued as 5X${random(1_000_000_000).toString(36)}`];
  const line = (program, text) => `${time} mail postfix/${program}[${1000 + random(9000)}]: ${text}`;
  return [
    line('smtpd', `connect from app${random(9)}.corp.example[198.51.100.5]`),
    line('smtpd', `${id}: client=app${random(9)}.corp.example[198.51.100.5]`),
    line('cleanup', `${id}: message-id=<${at}.${random(1_000_000_000)}@corp.example>`),
    line('qmgr', `${id}: from=<news@corp.example>, size=${1000 + random(50_000)}, nrcpt=1 (queue active)`),
    line(
      'smtp',
      `${id}: to=<${to}>, relay=${host}[192.0.2.1]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=${dsn}, status=${status} (${said(to, host)})`,
    ),
    line('qmgr', `${id}: removed`),
  ];
}

async function writeLog(file, lines) {
  const random = createRandom(20_260_101);
  const stream = createWriteStream(file);
  for (let at = 0; at * 6 < lines; at += 1000) {
    const messages = Array.from({ length: Math.min(1000, Math.ceil(lines / 6) - at) }, (_, each) => listMessage(at + each, random));
    if (!stream.write(`${messages.flat().join('\n')}\n`)) await new Promise((resolve) => stream.once('drain', resolve));
  }
  await new Promise((resolve) => stream.end(resolve));
}

function time(program, args) {
  const start = process.hrtime.bigint();
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.slice(0, 500)}`);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, stdout, stderr };
}

/** Lines a second of both (the peer's null where it is not there), and the peak memory in MB. */
export async function measureLogLines(lines = 1_000_000) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mailwhy-log-'));
  try {
    const file = path.join(folder, 'mail.log');
    await writeLog(file, lines);
    const own = time(process.execPath, ['-e', child, file]);
    const report = JSON.parse(own.stdout);
    const peer = existsSync(pflogsumm) ? lines / time('perl', [pflogsumm, file]).seconds : null;
    return {
      lines: report.lines,
      events: report.totals,
      linesPerSecond: report.lines / own.seconds,
      peakMb: Number(own.stderr.trim()) / 1024,
      peer,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { lines, events, linesPerSecond, peakMb, peer } = await measureLogLines(Number(process.argv[2] ?? 1_000_000));
  const against =
    peer === null ? 'pflogsumm is not there' : `pflogsumm ${peer.toFixed(0)} lines/s: ${(linesPerSecond / peer).toFixed(1)} times`;
  console.log(
    `${lines} lines, ${JSON.stringify(events)}\nmailwhy log ${linesPerSecond.toFixed(0)} lines/s, peak ${peakMb.toFixed(0)} MB; ${against}`,
  );
}
