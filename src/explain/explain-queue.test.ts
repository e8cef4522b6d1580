/** Listings as Postfix, Sendmail, Exim and OpenSMTPD print them; qmail's and Exchange's follow the makers' documentation. */
import { describe, expect, it } from 'vitest';
import type { QueueGroup, QueueReport } from '../model/queue-report.js';
import { explainQueue } from './explain-queue.js';

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

const postqueueP = `-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------
4WxYz1234A*     1234 Mon Nov 23 18:15:01  admin@corp.example
                                         bob@example.com

4WxYz1234B!     1234 Mon Nov 23 16:15:01  admin@corp.example
(host mx.example.com[192.0.2.1] said: 450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted (in reply to RCPT TO command))
                                         bob@example.com
                                         ann@example.com

4WxYz1234C      1234 Mon Nov 23 16:15:01  MAILER-DAEMON
(connect to mx.example.org[192.0.2.1]:25: Connection timed out)
                                         bob@example.org
(host mx.example.net[192.0.2.3] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))
                                         full@example.net

-- 3 Kbytes in 3 Requests.
`;
const postqueueJ = [
  '{"queue_name": "deferred", "queue_id": "4WxYz1", "arrival_time": 1795456800, "message_size": 300, "forced_expire": false, "sender": "admin@corp.example", "recipients": [{"address": "bob@example.com", "delay_reason": "host mx.example.com[192.0.2.1] said: 450 4.2.0 <bob@example.com>: Greylisted (in reply to RCPT TO command)"}]}',
  '{"queue_name": "hold", "queue_id": "4WxYz2", "arrival_time": 1795456800, "message_size": 300, "sender": "", "recipients": [{"address": "ann@example.com"}]}',
  '',
].join('\n');
const sendmail = `\t\t/var/spool/mqueue (2 requests)
-----Q-ID----- --Size-- -----Q-Time----- ------------Sender/Recipient-----------
7ANKC1Xx012345       18 Mon Nov 23 16:12 <admin@corp.example>
                 (Deferred: Connection refused by mx.example.com.)
\t\t\t\t\t <bob@example.com>
7ANKC1Xx012346*      18 Mon Nov 23 19:12 <admin@corp.example>
\t\t\t\t\t <bob@example.com>
\t\tTotal requests: 2
`;
const sendmailVerbose = `\t\t/var/spool/mqueue/q1 (2 requests)
-----Q-ID----- --Size-- -Priority- ---Q-Time--- --------Sender/Recipient--------
7ANKC1Xx012345       18      30111 Nov 23 16:12 <admin@corp.example>
                 (Deferred: 452 4.2.2 <bob@example.com>: Mailbox full)
\t\t\t\t\t\t<bob@example.com>
\t\t (Deferred: 452 4.2.2 <bob@example.com>: Mailbox full)
7ANKC1Xx012346       18      30111+Nov 23 19:12 <admin@corp.example>
\t\t\t\t\t\t<bob@example.org>
\t\t/var/spool/mqueue/q2 is empty
\t\tTotal requests: 2
`;
const exim = ` 4h  2.9K 1vNPlX-00000001abc-2Xyz <admin@corp.example>
          bob@example.com
        D done@example.com

 3d   540 1vNPlY-000002-AB <> *** frozen ***
          ann@example.org

`;
const qmail = `23 Nov 2026 16:00:00 GMT  #12345  678  <admin@corp.example>
\tremote\tbob@example.com
  done\tremote\tann@example.com
23 Nov 2026 17:00:00 GMT  #12346  678  <>  bouncing
\tlocal\tcarol@example.org
`;
const smtpctl =
  '3b4c5d6e7f809102|local|mta||admin@corp.example|bob@example.com|bob@example.com|1795456800|1795802400|1795460000|2|pending|410|450 4.2.0 Greylisted, see http://postgrey.example\n';
const getQueue = JSON.stringify([
  {
    Identity: 'MAIL1\\17',
    DeliveryType: 'DnsConnectorDelivery',
    Status: 'Retry',
    MessageCount: 120,
    NextHopDomain: 'example.com',
    LastError:
      '[{LRT=11/23/2026 7:00:00 PM};{LED=451 4.7.1 Greylisting in action, please come back later};{FQDN=example.com};{IP=192.0.2.1}]',
    NextRetryTime: '2026-11-23T20:05:00Z',
  },
]);
const getQueueTable = `
Identity           DeliveryType          Status MessageCount Velocity NextHopDomain
--------           ------------          ------ ------------ -------- -------------
MAIL1\\17           DnsConnectorDelivery  Retry  12           0        example.com
MAIL1\\Submission   Undefined             Ready  0            0
MAIL1\\18           SmtpRelayToRemoteA... Retry  3            0        a-very-long-name-of-a-do...

`;
const getMessage = `Identity          : MAIL1\\17\\40
Subject           : Hello
FromAddress       : admin@corp.example
Status            : Retry
DateReceived      : 2026-11-23T16:00:00Z
ExpirationTime    : 2026-11-25T16:00:00Z
LastError         : 550 5.1.1 User unknown
Recipients        : {bob@example.com}

`;
const getMessageCsv = `#TYPE Microsoft.Exchange.Data.QueueViewer.ExtensibleMessageInfo
"Identity","FromAddress","Status","DateReceived","LastError","Recipients"
"MAIL1\\17\\41","admin@corp.example","Suspended","2026-11-23T16:00:00Z","452 4.2.2 Mailbox full, said ""mx""","bob@example.com"
`;

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
        ['submission', 'waiting', null, 0, 0, null],
        [null, 'deferred', null, 3, 0, null],
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
