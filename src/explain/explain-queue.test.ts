/** What a queue's listing comes to, whoever printed it. */
import { describe, expect, it } from 'vitest';
import type { QueueGroup, QueueReport } from '../model/queue-report.js';
import { explainQueue } from './explain-queue.js';
import { explainSavedQueue } from './saved-queue.js';
import {
  exim,
  getMessage,
  getMessageCsv,
  getMessageTable,
  getQueue,
  getQueueTable,
  postqueueJ,
  postqueueP,
  qmail,
  sendmail,
  sendmailMarks,
  sendmailVerbose,
  smtpctl,
} from './testing/queue-listings.js';

const startedAt = '2026-11-23T20:00:00.000Z';

async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 7) yield text.slice(at, at + 7);
}

async function read(text: string): Promise<QueueReport> {
  const report = await explainQueue(inPieces(text), { startedAt, offsetMinutes: 0 });
  if ('fault' in report) throw new Error(report.fault);
  return report;
}

function gist({ destination, state, cause, messages, recipients, oldestAt }: QueueGroup) {
  return [destination, state, cause?.code ?? null, messages, recipients, oldestAt?.slice(0, 16) ?? null];
}

describe('a queue listing', () => {
  it.each([
    [
      'postqueue -p of Postfix, reasons for each recipient, held and active apart',
      'postfix-mailq',
      postqueueP,
      [
        ['example.com', 'active', null, 1, 1, '2026-11-23T18:15'],
        ['example.com', 'held', 'sender.greylisted', 1, 2, '2026-11-23T16:15'],
        ['example.net', 'deferred', 'recipient.mailbox-full', 1, 1, '2026-11-23T16:15'],
        ['example.org', 'deferred', 'host.no-answer', 1, 1, '2026-11-23T16:15'],
      ],
    ],
    [
      'postqueue -j of Postfix',
      'postqueue-json',
      postqueueJ,
      [
        ['example.com', 'deferred', 'sender.greylisted', 1, 1, '2026-11-23T18:00'],
        ['example.com', 'held', null, 1, 1, '2026-11-23T18:00'],
      ],
    ],
    [
      'mailq of Sendmail',
      'sendmail-mailq',
      sendmail,
      [
        ['example.com', 'active', null, 1, 1, '2026-11-23T19:12'],
        ['example.com', 'deferred', 'port.refused', 1, 1, '2026-11-23T16:12'],
      ],
    ],
    [
      'mailq of Sendmail with its marks: load too high, too young, lost',
      'sendmail-mailq',
      sendmailMarks,
      [
        ['example.com', 'postponed', null, 1, 1, '2026-11-23T16:12'],
        ['example.net', 'waiting', null, 1, 1, '2026-11-23T16:12'],
        ['example.org', 'waiting', null, 1, 1, '2026-11-23T16:12'],
      ],
    ],
    [
      'mailq -v of Sendmail, with queue groups',
      'sendmail-mailq',
      sendmailVerbose,
      [
        ['example.com', 'deferred', 'recipient.mailbox-full', 1, 1, '2026-11-23T16:12'],
        ['example.org', 'waiting', null, 1, 1, '2026-11-23T19:12'],
      ],
    ],
    ['exipick -i, ids alone', 'exim-bp', '1vNPlX-00000001abc-2Xyz\n1vNPlY-000002-AB\n', [[null, 'waiting', null, 2, 0, null]]],
    [
      'Get-Queue as the table of the shell, values that were cut left out, after Microsoft’s documentation',
      'exchange-queue',
      getQueueTable,
      [
        ['example.com', 'deferred', null, 12, 0, null],
        [null, 'deferred', null, 3, 0, null],
      ],
    ],
    [
      'Get-Message as the table of the shell, a value wider than its column',
      'exchange-message',
      getMessageTable,
      [
        [null, 'suspended', null, 1, 0, null],
        [null, 'waiting', null, 1, 0, null],
      ],
    ],
    [
      'exim -bp, old ids and new, recipients already done left out',
      'exim-bp',
      exim,
      [
        ['example.com', 'deferred', null, 1, 1, '2026-11-23T16:00'],
        ['example.org', 'frozen', null, 1, 1, '2026-11-20T20:00'],
      ],
    ],
    [
      'qmail-qread, after its manual page',
      'qmail-qread',
      qmail,
      [
        ['example.com', 'waiting', null, 1, 1, '2026-11-23T16:00'],
        ['example.org', 'waiting', null, 1, 1, '2026-11-23T17:00'],
      ],
    ],
    ['smtpctl show queue', 'smtpctl', smtpctl, [['example.com', 'deferred', 'sender.greylisted', 1, 1, '2026-11-23T18:00']]],
    [
      'smtpctl show queue, a notice to the sender about to be written',
      'smtpctl',
      '6de78ca6f7180911|local|bounce|auth|admin@corp.example|full@example.org|full@example.org|1795456800|1796061600|0|0|pending|1|452 4.2.2 Mailbox full\n',
      [['corp.example', 'waiting', null, 1, 1, '2026-11-23T18:00']],
    ],
    [
      'Get-Queue as JSON, after Microsoft’s documentation',
      'exchange-queue',
      getQueue,
      [['example.com', 'deferred', 'sender.greylisted', 120, 0, null]],
    ],
    [
      'Get-Message as a list, after Microsoft’s documentation',
      'exchange-message',
      getMessage,
      [['example.com', 'deferred', 'recipient.unknown', 1, 1, '2026-11-23T16:00']],
    ],
    [
      'Get-Message as CSV, after Microsoft’s documentation',
      'exchange-message',
      getMessageCsv,
      [['example.com', 'suspended', 'recipient.mailbox-full', 1, 1, '2026-11-23T16:00']],
    ],
  ])('%s', async (_, format, text, groups) => {
    const report = await read(text);
    expect(report.recognisedAs).toBe(format);
    const byText = (a: readonly unknown[], b: readonly unknown[]) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    expect(report.groups.map(gist).sort(byText)).toEqual(groups);
    expect(report.notUnderstood).toEqual({ lines: 0, examples: [] });
  });

  it.each([
    ['/srv/mail+queue', 'rm -f /srv/mail+queue/[dqx]f7ANKC1Xx012345'],
    ['/srv/mail queue', undefined],
    ['/var/spool/../../etc', undefined],
  ])('of Sendmail in %s has commands for that folder or none', async (folder, remove) => {
    const listing = `${folder} (1 request)
-----Q-ID----- --Size-- -----Q-Time----- ------------Sender/Recipient-----------
7ANKC1Xx012345      123 Mon Nov 23 20:12 <admin@corp.example>
                 (Deferred: Connection refused by mx.example.com.)
                                         <bob@example.com>
`;
    const { groups } = await read(listing);
    expect(groups.map(({ place, remove: commands }) => [place, commands[0]])).toEqual([[folder, remove]]);
  });

  it('that is empty, or is something else, says so', async () => {
    expect(await read('\n')).toMatchObject({ recognisedAs: null, messages: 0, groups: [] });
    expect(await explainQueue(inPieces('Dear Bob,\nhow are you?\n'))).toEqual({ fault: 'no queue listing that is known' });
    expect((await read('Mail queue is empty\n')).messages).toBe(0);
  });

  it.each([
    ['[PS] C:\\Windows\\system32>Get-Queue', getQueueTable],
    ['[PS] C:\\>Get-Message -ResultSize Unlimited | Format-List', getMessage],
    ['PS C:\\Users\\admin> Get-Queue | ConvertTo-Json', getQueue],
    ['root@mail:~# mailq', postqueueP],
    ['[root@mail ~]# sudo mailq', sendmail],
    ['mail:/etc/exim # exim -bp', exim],
    ['$ qmail-qread', qmail],
    ['admin@mail ~ % smtpctl show queue', smtpctl],
  ])('is read without the prompt around it: %s', async (prompt, text) => {
    const copied = await read(`${prompt}\n${text}\n${prompt.replace(/(?<=[#$%>] ?)\w.*/, '')}\n`);
    expect(copied).toEqual(await read(text));
    expect(copied.notUnderstood.lines).toBe(0);
  });

  it('of which no line is understood is not an empty one', async () => {
    const fault = 'a queue listing of which no line was understood, such as: ';
    expect(await explainQueue(inPieces('Identity,MessageCount\n'))).toMatchObject({ messages: 0 });
    expect(await explainQueue(inPieces('something MessageCount : other\na,b\n'))).toEqual({ fault: `${fault}a b` });
    expect(await explainQueue(inPieces('{"queue_name": "active", "queue_id": 7}\n'))).toEqual({
      fault: `${fault}{"queue_name": "active", "queue_id": 7}`,
    });
  });

  it('of Sendmail has ids without the marks behind them', async () => {
    const { groups } = await read(sendmailMarks);
    expect(groups.flatMap(({ ids }) => ids).sort()).toEqual(['7ANKC1Xx012345', '7ANKC1Xx012346', 'JAA12345']);
  });

  it.each([
    [true, { Identity: 'MAIL1\\5', Status: 'Ready', MessageCount: 1, NextHopDomain: 'example.com', LastError: null }],
    [false, { Identity: 'MAIL1\\5', Status: 'Ready', MessageCount: 1, NextHopDomain: 'example.com' }],
  ])('of Exchange has a place for reasons where its view has the column: %s', async (tellsReasons, queue) => {
    expect((await read(JSON.stringify(queue))).groups[0]).toMatchObject({ state: 'waiting', cause: null, tellsReasons });
  });

  it('of Exchange names the queues that have no next hop, and holds what is poison', async () => {
    const special = (name: string) => ({
      Identity: `MAIL1\\${name}`,
      Status: 'Ready',
      MessageCount: 1,
      NextHopDomain: name,
      LastError: null,
    });
    const { groups } = await read(JSON.stringify(['Submission', 'Poison', 'Unreachable'].map(special)));
    expect(groups.map(({ destination, place, state }) => [destination, place, state])).toEqual([
      [null, 'MAIL1\\Submission', 'waiting'],
      [null, 'MAIL1\\Poison', 'suspended'],
      [null, 'MAIL1\\Unreachable', 'waiting'],
    ]);
  });

  it.each<[string, string, Partial<QueueGroup['cause'] & object>]>([
    [
      'refused to talk to me: 554 Rejected for poor reputation',
      'deferred',
      { waitingHelps: 'unknown', waiting: 'may help: it is tried again' },
    ],
    [
      'said: 550 5.1.1 User unknown (in reply to RCPT TO command)',
      'deferred',
      { waitingHelps: 'no', waiting: 'does not help: it is tried again' },
    ],
    [
      'said: 450 4.2.0 Greylisted (in reply to RCPT TO command)',
      'deferred',
      { waitingHelps: 'yes', waiting: 'helps: it is tried again by itself' },
    ],
    [
      'said: 450 4.2.0 Greylisted (in reply to RCPT TO command)',
      'hold',
      { waitingHelps: 'no', waiting: 'does not help: nothing tries it' },
    ],
  ])('says what this queue does, not what other senders would: host mx %s, %s', async (words, queue, { waitingHelps, waiting }) => {
    const { groups } = await read(
      JSON.stringify({
        queue_name: queue,
        queue_id: '4WxYz1',
        sender: '',
        recipients: [{ address: 'bob@example.com', delay_reason: `host mx.example.com[192.0.2.1] ${words}` }],
      }),
    );
    expect(groups[0]?.cause).toMatchObject({ outcome: 'delayed', waitingHelps, waiting: expect.stringContaining(waiting ?? '') });
  });

  const deferred = (domain: string, reason: string, more: object = {}) =>
    `${JSON.stringify({ queue_name: 'deferred', queue_id: `4WxYz${domain}`.replace('.', ''), sender: '', recipients: [{ address: `bob@${domain}`, delay_reason: reason }], ...more })}\n`;
  const sides = ({ groups }: QueueReport) =>
    groups.map(({ destination, via, messages, isOwnSide, cause }) => [
      destination,
      via,
      messages,
      isOwnSide,
      cause?.code,
      cause?.responsible,
    ]);

  it('gathers what waits for a relay, whatever domains it is for, and blames none of them', async () => {
    const refused = 'connect to relay.corp.example[10.0.0.1]:587: Connection refused';
    const report = await read(['example.com', 'example.net', 'example.org'].map((domain) => deferred(domain, refused)).join(''));
    expect(sides(report)).toEqual([[null, 'relay.corp.example:587', 3, true, 'port.refused', 'sender-mail']]);
  });

  it('leaves with its domain what a relay says of a recipient', async () => {
    const unknown = 'host relay.corp.example[10.0.0.1] said: 550 5.1.1 <bob@example.com>: User unknown (in reply to RCPT TO command)';
    expect(sides(await read(deferred('example.com', unknown)))).toEqual([
      ['example.com', null, 1, true, 'recipient.unknown', 'sender-user'],
    ]);
  });

  it.each([
    ['mail transport unavailable', true, 'server.misconfigured', 'sender-mail'],
    ['connect to 127.0.0.1[127.0.0.1]:10024: Connection refused', true, 'port.refused', 'sender-mail'],
    ['connect to mx.example.com[192.0.2.1]:25: Connection refused', false, 'port.refused', 'recipient-mail'],
    [
      'Host or domain name not found. Name service error for name=example.com type=A: Host not found',
      false,
      'domain.not-found',
      'sender-user',
    ],
    [
      'Host or domain name not found. Name service error for name=relay.corp.example type=A: Host not found',
      false,
      'mx.target-not-found',
      'recipient-dns',
    ],
    [
      'Host or domain name not found. Name service error for name=mx.example.net type=AAAA: Host not found',
      false,
      'mx.target-not-found',
      'recipient-dns',
    ],
    [
      'Host or domain name not found. Name service error for name=mx.example.net type=A: Host not found, try again',
      false,
      'domain.lookup-failed',
      'recipient-dns',
    ],
  ])('tells whose matter it is: %s', async (reason, isOwnSide, code, responsible) => {
    const report = await read(deferred('example.com', reason));
    expect(sides(report)).toEqual([['example.com', null, 1, isOwnSide, code, responsible]]);
    expect(JSON.stringify(report.groups[0]?.cause)).not.toMatch(/\b[45]50\b/);
    expect(explainSavedQueue(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it('of OpenSMTPD tells its own deliveries from those to others', async () => {
    const line = (agent: string) =>
      `3b4c5d6e7f809102|local|${agent}||admin@corp.example|bob@corp.example|bob@corp.example|1795456800|1795802400|0|2|pending|410|451 4.3.0 Temporary failure\n`;
    const [, , , ...mda] = sides(await read(line('mda'))).flat();
    const [, , , ...mta] = sides(await read(line('mta'))).flat();
    expect([mda, mta]).toEqual([
      [true, 'server.error', 'sender-mail'],
      [false, 'server.error', 'recipient-mail'],
    ]);
  });

  it.each([
    ['DnsConnectorDelivery', '421 4.4.2 Connection dropped due to SocketError', 'connection.dropped', 'recipient-mail'],
    ['SmartHostConnectorDelivery', '421 4.4.2 Connection dropped due to SocketError', 'connection.dropped', 'sender-mail'],
    ['SmtpDeliveryToMailbox', '432 4.3.2 STOREDRV.Storage; mailbox server is too busy', 'server.busy', 'sender-mail'],
    ['Unreachable', 'A matching connector cannot be found to route the external recipient', 'server.misconfigured', 'sender-mail'],
    [
      'DnsConnectorDelivery',
      '[{LED=441 4.4.1 Error encountered while communicating with primary target IP address: "Failed to connect. Winsock error code: 10061, Win32 error code: 10061."};{MSG=};{FQDN=mx.example.com};{IP=192.0.2.1}]',
      'port.refused',
      'recipient-mail',
    ],
    [
      'DnsConnectorDelivery',
      '451 4.4.0 DNS query failed. The error was: SMTPSEND.DNS.NonExistentDomain; nonexistent domain',
      'domain.not-found',
      'sender-user',
    ],
  ])('of Exchange tells whose matter it is by the kind of its delivery: %s, %s', async (DeliveryType, LastError, code, responsible) => {
    const queue = { Identity: 'MAIL1\\5', DeliveryType, Status: 'Retry', MessageCount: 1, NextHopDomain: 'example.com', LastError };
    const report = await read(JSON.stringify(queue));
    expect(report.groups[0]?.cause).toMatchObject({ code, responsible });
    expect(explainSavedQueue(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it('groups a thousand messages by cause and destination, not by text', async () => {
    const lines = Array.from({ length: 1000 }, (_, at) =>
      JSON.stringify({
        queue_name: 'deferred',
        queue_id: `4WxYz${at}`,
        arrival_time: 1795456800 + at,
        sender: 'admin@corp.example',
        recipients: [
          {
            address: `u${at}@example.com`,
            delay_reason: `host mx.example.com[192.0.2.${at % 9}] said: 450 4.2.0 <u${at}@example.com>: Greylisted for ${at} seconds (in reply to RCPT TO command)`,
          },
        ],
      }),
    );
    const { groups } = await read(`${lines.join('\n')}\n`);
    expect(groups.map(gist)).toEqual([['example.com', 'deferred', 'sender.greylisted', 1000, 1000, '2026-11-23T18:00']]);
    expect(groups[0]?.ids).toHaveLength(1000);
    expect(groups[0]?.release).toHaveLength(2);
  });

  it('tells the expiry where it is listed, and says where it is only the default', async () => {
    expect((await read(smtpctl)).groups[0]).toMatchObject({ expiresAt: '2026-11-27T18:00:00.000Z', expiryAssumed: false });
    expect((await read(postqueueJ)).groups[0]).toMatchObject({ expiresAt: '2026-11-28T18:00:00.000Z', expiryAssumed: true });
  });
});
