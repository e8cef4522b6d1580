/** Whose fault it is that nobody answers, told of a whole log or queue. */
import { expect, it } from 'vitest';
import { explainLog } from './explain-log.js';
import { explainQueue } from './explain-queue.js';
import { explainSavedLog } from './saved-log.js';
import { explainSavedQueue } from './saved-queue.js';

const silence = 'Connection timed out';
const silent = (domain: string) => ({ domain, reason: `connect to mx.${domain}[192.0.2.25]:25: ${silence}` });
const unresolved = (domain: string) => ({
  domain,
  reason: `Host or domain name not found. Name service error for name=${domain} type=MX: Host not found, try again`,
});
const refused = (domain: string) => ({ domain, reason: `host mx.${domain}[192.0.2.25] said: 451 4.3.0 try again later` });

async function* yieldOnce(text: string): AsyncGenerator<string> {
  yield text;
}

interface Told {
  readonly domain: string;
  /** Null: delivered. */
  readonly reason: string | null;
}

async function readLog(lines: readonly Told[]) {
  const text = lines.map(
    ({ domain, reason }, at) =>
      `Nov 23 09:00:${String(at).padStart(2, '0')} mx1 postfix/smtp[100]: 4F2A1B${at}: to=<bob@${domain}>, relay=none, delay=30, delays=0/0/30/0, dsn=4.4.1, status=${reason === null ? 'sent (250 2.0.0 Ok)' : `deferred (${reason})`}\n`,
  );
  const report = await explainLog([yieldOnce(text.join(''))], { startedAt: '2026-11-23T10:00:00Z' });
  expect(explainSavedLog(JSON.parse(JSON.stringify(report)))).toEqual(report);
  return report.causes.map(({ cause }) => [cause?.code, cause?.responsible]);
}

const four = ['a.example', 'b.example', 'c.example', 'd.example'];

it.each<readonly [sentence: string, lines: readonly Told[], causes: readonly (readonly [string, string])[]]>([
  ['four domains are silent and nothing arrives', four.map(silent), [['host.no-answer', 'sender-mail']]],
  ['two large providers are silent', ['gmail.com', 'yahoo.com'].map(silent), [['host.no-answer', 'sender-mail']]],
  ['no name can be looked up', four.map(unresolved), [['domain.lookup-failed', 'sender-mail']]],
  ['three domains may be silent', four.slice(1).map(silent), [['host.no-answer', 'recipient-mail']]],
  ['one large provider may be', ['gmail.com'].map(silent), [['host.no-answer', 'recipient-mail']]],
  [
    'others answer',
    [...four.map(silent), ...four.map(refused)],
    [
      ['host.no-answer', 'recipient-mail'],
      ['server.error', 'recipient-mail'],
    ],
  ],
  ['mail arrives', [...four.map(silent), { domain: 'e.example', reason: null }], [['host.no-answer', 'recipient-mail']]],
])('of a log: %s', async (_, lines, causes) => {
  const found = await readLog(lines);
  expect([...found].sort()).toEqual([...causes].sort());
});

it.each<readonly [sentence: string, domains: readonly string[], responsible: string]>([
  ['large providers are never silent all at once', ['gmail.com', 'yahoo.com', 'a.example'], 'sender-mail'],
  ['what is left in a queue are domains that are silent', [...four, 'gmail.com'], 'recipient-mail'],
])('of a queue: %s', async (_, domains, responsible) => {
  const text = domains.map(
    (domain, at) =>
      `${JSON.stringify({
        queue_name: 'deferred',
        queue_id: `4F2A1B${at}`,
        arrival_time: 1_795_424_400,
        message_size: 1000,
        sender: 'ann@example.org',
        recipients: [{ address: `bob@${domain}`, delay_reason: silent(domain).reason }],
      })}\n`,
  );
  const report = await explainQueue(yieldOnce(text.join('')), { startedAt: '2026-11-23T10:00:00Z' });
  if ('fault' in report) throw new Error(report.fault);
  expect(new Set(report.groups.map(({ cause }) => cause?.responsible))).toEqual(new Set([responsible]));
  expect(explainSavedQueue(JSON.parse(JSON.stringify(report)))).toEqual(report);
});
