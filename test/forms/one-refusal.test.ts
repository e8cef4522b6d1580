/**
 * One rule book for every source: the same refusal as a live conversation, a bounce, a queue entry and a log line
 * ends in the same code and with the same party.
 */
import { describe, expect, it } from 'vitest';
import { explainBounce } from '../../src/explain/explain-bounce.js';
import { explainLog } from '../../src/explain/explain-log.js';
import { explainQueue } from '../../src/explain/explain-queue.js';
import { hostCase } from '../../src/facts/testing/host-world.js';
import { judgeCase } from '../../src/judge/judge-case.js';
import { one } from '../../src/rules/testing/test-rule.js';

const startedAt = '2026-11-23T20:30:00.000Z';
const host = 'mx1.example.com';

interface Told {
  readonly code: string | null;
  readonly responsible: string;
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

function judgeLive(reply: string): Told {
  const says = ['220 mx1.example.com ESMTP', 'EHLO', '250 mx1', 'MAIL', '250 2.1.0 Ok', 'RCPT', reply];
  const { verdict } = judgeCase(hostCase({ mx: one, hosts: { '192.0.2.25': { says } } }));
  return { code: verdict.cause, responsible: verdict.responsible };
}

async function judgeBounce(reply: string): Promise<Told> {
  const status = /[245]\.\d+\.\d+/.exec(reply)?.[0] ?? (reply.startsWith('4') ? '4.0.0' : '5.0.0');
  const message = [
    'From: MAILER-DAEMON@mail.corp.example (Mail Delivery System)',
    'To: admin@corp.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    `<bob@example.com>: host ${host}[192.0.2.25] said: ${reply} (in reply to RCPT TO command)`,
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.corp.example',
    '',
    'Final-Recipient: rfc822; bob@example.com',
    `Action: ${reply.startsWith('4') ? 'delayed' : 'failed'}`,
    `Status: ${status}`,
    `Remote-MTA: dns; ${host}`,
    `Diagnostic-Code: smtp; ${reply}`,
    '',
    '--b--',
    '',
  ].join('\r\n');
  const [recipient] = (await explainBounce(new TextEncoder().encode(message))).recipients;
  return { code: recipient?.code ?? null, responsible: recipient?.responsible ?? '' };
}

const said = (reply: string) => `host ${host}[192.0.2.25] said: ${reply} (in reply to RCPT TO command)`;

async function judgeQueue(reply: string): Promise<Told> {
  const recipients = [{ address: 'bob@example.com', delay_reason: said(reply) }];
  const entry = {
    queue_name: 'deferred',
    queue_id: '4WxYz1',
    arrival_time: 1_795_456_800,
    message_size: 300,
    sender: 'admin@corp.example',
    recipients,
  };
  const report = await explainQueue(whole(`${JSON.stringify(entry)}\n`), { startedAt, offsetMinutes: 0 });
  const cause = 'groups' in report ? (report.groups[0]?.cause ?? null) : null;
  return { code: cause?.code ?? null, responsible: cause?.responsible ?? '' };
}

async function judgeLog(reply: string): Promise<Told> {
  const state = reply.startsWith('4') ? 'deferred' : 'bounced';
  const line = `Nov 23 20:00:02 mail postfix/smtp[12]: 4WxYz1: to=<bob@example.com>, relay=${host}[192.0.2.25]:25, delay=1, delays=0/0/1/0, dsn=4.0.0, status=${state} (${said(reply)})\n`;
  const { groups } = await explainLog([whole(line)], { startedAt, offsetMinutes: 0 });
  return { code: groups[0]?.cause?.code ?? null, responsible: groups[0]?.cause?.responsible ?? '' };
}

describe('one refusal in four forms', () => {
  it.each([
    ['recipient.unknown', 'sender-user', '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown in virtual mailbox table'],
    [
      'sender.greylisted',
      'nobody',
      '450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted, see http://postgrey.example/help',
    ],
    ['recipient.mailbox-full', 'recipient-user', '452 4.2.2 <bob@example.com>: Mailbox full'],
    ['server.relay-denied', 'recipient-mail', '554 5.7.1 <bob@example.com>: Relay access denied'],
    ['sender.blocklisted', 'sender-mail', '554 5.7.1 Service unavailable; Client host [203.0.113.5] blocked using zen.spamhaus.org'],
    ['server.storage-full', 'recipient-mail', '452 4.3.1 Insufficient system storage'],
    ['sender.spf-failed', 'sender-dns', '550 5.7.23 <bob@example.com>: Recipient address rejected: SPF fail - not authorized'],
    ['recipient.disabled', 'recipient-mail', '550 5.2.1 The email account that you tried to reach is disabled'],
  ])('%s, for %s to act: %s', async (code, responsible, reply) => {
    const told = { code, responsible };
    const forms = { live: judgeLive(reply), bounce: await judgeBounce(reply), queue: await judgeQueue(reply), log: await judgeLog(reply) };
    expect(forms).toEqual({ live: told, bounce: told, queue: told, log: told });
  });
});
