/** Lines as Postfix, Exim, Sendmail and OpenSMTPD log them; Exchange's follow Microsoft's documentation. */
import { describe, expect, it } from 'vitest';
import type { LogStory, MessageStory } from '../model/log-story.js';
import { explainLog } from './explain-log.js';

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

const asked = (message: string | null, recipient: string | null = null) => ({ message, recipient });

async function tell(logs: readonly string[], story: { message: string | null; recipient: string | null }): Promise<LogStory> {
  const report = await explainLog(logs.map(once), { startedAt: '2026-11-24T00:00:00.000Z', offsetMinutes: 0, story });
  if (report.story === null) throw new Error('a story was asked for');
  return report.story;
}

async function tellOne(logs: readonly string[], story: { message: string | null; recipient: string | null }): Promise<MessageStory> {
  const [message, ...others] = (await tell(logs, story)).messages;
  if (message === undefined || others.length > 0) throw new Error(`one message was asked for, there are ${others.length + 1}`);
  return message;
}

function listFates({ fates }: MessageStory): readonly string[] {
  return fates.map(({ address, originalAddress, outcome, cause, tries, queueId, waits }) =>
    [address, originalAddress ?? '', outcome, cause?.code ?? '', `${tries}x`, queueId ?? '', waits ? 'waits' : '']
      .filter((part) => part !== '')
      .join(' '),
  );
}

function listStations({ stations }: MessageStory): readonly string[] {
  return stations.map(({ machine, queueId, sender, client, noticeAbout, isOver }) =>
    [
      machine,
      queueId,
      sender === null ? null : `<${sender}>`,
      client,
      noticeAbout === null ? null : `about ${noticeAbout}`,
      isOver ? 'over' : null,
    ]
      .filter((part) => part !== null)
      .join(' '),
  );
}

const outer = `Nov 23 20:00:01 mail postfix/smtpd[10]: 4WxYz1: client=app.corp.example[192.0.2.5], sasl_method=PLAIN, sasl_username=admin
Nov 23 20:00:01 mail postfix/cleanup[11]: 4WxYz1: message-id=<one@corp.example>
Nov 23 20:00:01 mail postfix/qmgr[9]: 4WxYz1: from=<admin@corp.example>, size=1234, nrcpt=2 (queue active)
Nov 23 20:00:02 mail postfix/smtp[12]: 4WxYz1: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=4.2.0, status=deferred (host mx.example.com[192.0.2.1] said: 450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted (in reply to RCPT TO command))
Nov 23 20:00:02 mail postfix/smtp[12]: 4WxYz1: to=<ann@example.org>, relay=mx.example.org[192.0.2.2]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as FFFF1)
Nov 23 20:10:02 mail postfix/smtp[12]: 4WxYz1: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=601, delays=600/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5AbCd9)
Nov 23 20:10:02 mail postfix/qmgr[9]: 4WxYz1: removed
`;
const inner = `2026-11-23T20:10:02.500000+00:00 inner postfix/smtpd[7]: 5AbCd9: client=mail.corp.example[192.0.2.3]
2026-11-23T20:10:02.500000+00:00 inner postfix/cleanup[7]: 5AbCd9: message-id=<one@corp.example>
2026-11-23T20:10:03.500000+00:00 inner postfix/local[7]: 5AbCd9: to=<robert@example.com>, orig_to=<bob@example.com>, relay=local, delay=1, delays=0/0/1/0, dsn=5.2.2, status=bounced (cannot update mailbox /var/mail/robert for user robert. error writing message: Disk quota exceeded)
2026-11-23T20:10:03.600000+00:00 inner postfix/bounce[8]: 5AbCd9: sender non-delivery notification: 5AbCdB
2026-11-23T20:10:03.600000+00:00 inner postfix/cleanup[8]: 5AbCdB: message-id=<20261123201003.5AbCdB@inner>
2026-11-23T20:10:03.700000+00:00 inner postfix/qmgr[9]: 5AbCdB: from=<>, size=3456, nrcpt=1 (queue active)
2026-11-23T20:10:04.700000+00:00 inner postfix/smtp[9]: 5AbCdB: to=<admin@corp.example>, relay=mail.corp.example[192.0.2.3]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4WxYz7)
2026-11-23T20:10:04.700000+00:00 inner postfix/qmgr[9]: 5AbCdB: removed
2026-11-23T20:10:04.800000+00:00 inner postfix/qmgr[9]: 5AbCd9: removed
`;

describe('the story of a message', () => {
  it.each([
    ['a queue id', [outer, inner], asked('4WxYz1')],
    ['a Message-ID', [outer, inner], asked('<one@corp.example>')],
    ["the next station's queue id", [outer, inner], asked('5AbCd9')],
    ["the notice's queue id", [outer, inner], asked('5AbCdB')],
    ['its files in the wrong order', [inner, outer], asked('4WxYz1')],
  ])('is told over both machines by %s', async (_, logs, question) => {
    const message = await tellOne(logs, question);
    expect(listStations(message)).toEqual([
      'mail 4WxYz1 <admin@corp.example> app.corp.example[192.0.2.5] over',
      'inner 5AbCd9 mail.corp.example[192.0.2.3] over',
      'inner 5AbCdB <> about 5AbCd9 over',
    ]);
    expect(listFates(message)).toEqual([
      'ann@example.org delivered 1x 4WxYz1',
      'robert@example.com bob@example.com failed recipient.mailbox-full 1x 5AbCd9',
    ]);
    expect(message.messageId).toBe('one@corp.example');
    expect(message.lines.map(({ at }) => at)).toEqual([...message.lines.map(({ at }) => at)].sort());
    expect(message.lines).toHaveLength(16);
  });

  it('is told for the recipient that was asked for, without the tries for others', async () => {
    const message = await tellOne([outer, inner], asked(null, 'Bob@Example.com'));
    expect(listFates(message)).toEqual(['robert@example.com bob@example.com failed recipient.mailbox-full 1x 5AbCd9']);
    expect(message.lines.some(({ text }) => text.includes('ann@example.org'))).toBe(false);
  });

  it('takes the end or the beginning of another address for nobody', async () => {
    for (const recipient of ['ob@example.com', 'bob@example.co', 'bob@example']) {
      expect((await tell([outer, inner], asked(null, recipient))).messages).toEqual([]);
    }
  });

  it('names what is near where nothing fits', async () => {
    expect((await tell([outer], asked(null, 'bo@example.com'))).nearMisses).toEqual(['bob@example.com']);
    expect((await tell([outer], asked(null, 'ann@example.net'))).nearMisses).toEqual(['ann@example.org']);
    expect((await tell([outer], asked('4wxyz1'))).nearMisses).toEqual(['4WxYz1']);
    expect((await tell([outer], asked('nothing'))).nearMisses).toEqual([]);
  });

  const refused = `host mx.example.com[192.0.2.1] said: 450 4.2.0 <bob@example.com>: Greylisted (in reply to RCPT TO command)`;
  it.each<[string, string, string, readonly string[]]>([
    [
      'waits in Postfix',
      '4WxYz2',
      `Nov 23 20:00:02 mail postfix/smtp[12]: 4WxYz2: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=4.2.0, status=deferred (${refused})\nNov 23 20:10:02 mail postfix/smtp[12]: 4WxYz2: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=601, dsn=4.2.0, status=deferred (${refused})\n`,
      ['bob@example.com deferred sender.greylisted 2x 4WxYz2 waits'],
    ],
    [
      'is given up by Postfix for its age',
      '4WxYz2',
      `Nov 23 20:00:02 mail postfix/smtp[12]: 4WxYz2: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=4.2.0, status=deferred (${refused})\nNov 23 20:10:02 mail postfix/qmgr[12]: 4WxYz2: from=<admin@corp.example>, status=expired, returned to sender\nNov 23 20:10:02 mail postfix/qmgr[12]: 4WxYz2: removed\n`,
      ['bob@example.com failed queue.expired 1x 4WxYz2'],
    ],
    [
      'goes on to a station that tells of no try',
      '4WxYz2',
      `Nov 23 20:00:02 mail postfix/local[12]: 4WxYz2: to=<bob@corp.example>, relay=local, delay=1, dsn=2.0.0, status=sent (forwarded as 4WxYz3)\nNov 23 20:00:02 mail postfix/cleanup[12]: 4WxYz3: message-id=<x@corp.example>\n`,
      ['bob@corp.example unknown 0x 4WxYz3 waits'],
    ],
    [
      'is refused by Postfix itself',
      '4WxYz2',
      `Nov 23 20:00:02 mail postfix/cleanup[12]: 4WxYz2: milter-reject: END-OF-MESSAGE from unknown[192.0.2.66]: 5.7.1 Spam message rejected; from=<a@b.example> to=<bob@corp.example> proto=ESMTP helo=<x>\n`,
      ['bob@corp.example refused message.spam 1x 4WxYz2'],
    ],
    [
      'is delivered by Exim, with a bounce for another recipient',
      '1vNPlX-00000001abc-2Xyz',
      `2026-11-23 20:00:01 1vNPlX-00000001abc-2Xyz <= admin@corp.example H=app.corp.example [192.0.2.5] P=esmtp S=300 id=two@corp.example
2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz ** carol@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<carol@example.com>: 550 5.1.1 User unknown
2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz => bob <info@corp.example> R=local_user T=maildir_home
2026-11-23 20:00:02 1vNPlY-00000001abc-3Xyz <= <> R=1vNPlX-00000001abc-2Xyz U=Debian-exim P=local S=1500
2026-11-23 20:00:02 1vNPlY-00000001abc-3Xyz => admin@corp.example R=dnslookup T=remote_smtp H=mail.corp.example [192.0.2.9] C="250 OK id=1vNQ01-00000001abc-4Xyz"
2026-11-23 20:00:02 1vNPlY-00000001abc-3Xyz Completed
2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz Completed
`,
      ['carol@example.com failed recipient.unknown 1x 1vNPlX-00000001abc-2Xyz', 'info@corp.example delivered 1x 1vNPlX-00000001abc-2Xyz'],
    ],
    [
      'is delivered by Sendmail to two at once',
      '6ANL7XfI000055',
      `Nov 23 20:00:01 mail sm-mta[5]: 6ANL7XfI000055: from=<admin@corp.example>, size=21, class=0, nrcpts=3, msgid=<three@corp.example>, relay=localhost [127.0.0.1]
Nov 23 20:00:04 mail sm-mta[5]: 6ANL7XfI000055: to=<ann@example.com>,<dan@example.com>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=120, relay=mx.example.com. [192.0.2.1], dsn=2.0.0, stat=Sent (Ok: queued as 4WxYz1)
Nov 23 20:00:04 mail sm-mta[5]: 6ANL7XfI000055: to=<eve@example.com>, delay=00:00:01, mailer=esmtp, relay=mx.example.com. [192.0.2.1], dsn=5.1.1, stat=User unknown
Nov 23 20:00:04 mail sm-mta[5]: 6ANL7XfI000055: 6ANL7XfJ000055: DSN: User unknown
Nov 23 20:00:05 mail sm-mta[5]: 6ANL7XfJ000055: to=<admin@corp.example>, delay=00:00:01, mailer=local, dsn=2.0.0, stat=Sent
`,
      [
        'ann@example.com delivered 1x 6ANL7XfI000055',
        'dan@example.com delivered 1x 6ANL7XfI000055',
        'eve@example.com failed recipient.unknown 1x 6ANL7XfI000055',
      ],
    ],
    [
      'is deferred by OpenSMTPD',
      '3b4c5d6e',
      `Nov 23 20:00:01 mail smtpd[36]: 85d54e8e1f1a5f42 smtp message msgid=3b4c5d6e size=300 nrcpt=1 proto=ESMTP
Nov 23 20:00:01 mail smtpd[36]: 85d54e8e1f1a5f42 smtp envelope evpid=3b4c5d6e7f809102 from=<admin@corp.example> to=<bob@example.com>
Nov 23 20:00:02 mail smtpd[36]: 85d54e8e1f1a5f43 mta delivery evpid=3b4c5d6e7f809102 from=<admin@corp.example> to=<bob@example.com> rcpt=<-> source="127.0.0.1" relay="mx.example.com (192.0.2.1)" delay=1s result="TempFail" stat="450 4.2.0 Greylisted"
`,
      ['bob@example.com deferred sender.greylisted 1x 3b4c5d6e waits'],
    ],
    [
      'is failed by Exchange for one of two',
      '<four@corp.example>',
      `#Fields: date-time,server-hostname,event-id,internal-message-id,message-id,recipient-address,recipient-status,sender-address,reference
2026-11-23T19:00:00.000Z,MAIL1,RECEIVE,17,<four@corp.example>,bob@example.com;ann@example.com,;,admin@corp.example,
2026-11-23T19:00:01.000Z,MAIL1,FAIL,17,<four@corp.example>,bob@example.com,[{LED=550 5.1.1 User unknown};{FQDN=mx.example.com}],admin@corp.example,
2026-11-23T19:00:02.000Z,MAIL1,SENDEXTERNAL,17,<four@corp.example>,ann@example.com,250 2.1.5 Ok,admin@corp.example,
2026-11-23T19:00:03.000Z,MAIL1,DSN,18,<notice@corp.example>,admin@corp.example,,<>,<four@corp.example>
2026-11-23T19:00:04.000Z,MAIL1,DELIVER,18,<notice@corp.example>,admin@corp.example,,<>,
`,
      ['bob@example.com failed recipient.unknown 1x 17', 'ann@example.com delivered 1x 17'],
    ],
  ])('%s', async (_, id, text, fates) => {
    expect(listFates(await tellOne([text], asked(id)))).toEqual(fates);
  });

  it('is given up for why it waited, where somebody can act', async () => {
    const log = `Nov 23 20:00:02 mail postfix/smtp[12]: 4WxYz2: to=<bob@example.com>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.example.com[192.0.2.1]:25: Connection timed out)\nNov 23 20:10:02 mail postfix/qmgr[12]: 4WxYz2: from=<admin@corp.example>, status=expired, returned to sender\n`;
    const message = await tellOne([log], asked('4WxYz2'));
    expect(listFates(message)).toEqual(['bob@example.com failed host.no-answer 1x 4WxYz2']);
    const exim = `2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz == bob@example.com R=dnslookup T=remote_smtp defer (110): Connection timed out\n2026-11-23 20:10:02 1vNPlX-00000001abc-2Xyz ** bob@example.com R=dnslookup T=remote_smtp: retry timeout exceeded\n`;
    const { fates } = await tellOne([exim], asked('1vNPlX-00000001abc-2Xyz'));
    expect(fates).toMatchObject([{ outcome: 'failed', cause: { code: 'host.no-answer' }, said: 'Connection timed out' }]);
  });

  it('of Exim quotes a failure over TLS without the cipher', async () => {
    const log =
      '2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz ** carol@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1] X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes: SMTP error from remote mail server after RCPT TO:<carol@example.com>: 550 5.1.1 User unknown\n';
    expect((await tellOne([log], asked('1vNPlX-00000001abc-2Xyz'))).fates).toMatchObject([
      {
        host: 'mx.example.com [192.0.2.1]',
        said: 'H=mx.example.com [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<carol@example.com>: 550 5.1.1 User unknown',
      },
    ]);
  });

  it('shows the reply to a recipient, where only the command before it names them', async () => {
    const log = `#Log-type: SMTP Send Protocol Log
#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context
2026-11-23T19:00:00.000Z,Out,08D1,1,192.0.2.5:1000,192.0.2.1:25,>,MAIL FROM:<ann@corp.example>,
2026-11-23T19:00:01.000Z,Out,08D1,2,192.0.2.5:1000,192.0.2.1:25,>,RCPT TO:<bob@example.com>,
2026-11-23T19:00:02.000Z,Out,08D1,3,192.0.2.5:1000,192.0.2.1:25,<,250 2.1.0 Ok,
2026-11-23T19:00:03.000Z,Out,08D1,4,192.0.2.5:1000,192.0.2.1:25,<,550 5.1.1 User unknown,
`;
    const { lines } = await tellOne([log], asked(null, 'bob@example.com'));
    expect(lines.at(-1)).toMatchObject({ text: expect.stringContaining('550 5.1.1'), cause: { code: 'recipient.unknown' } });
  });

  it("credits a try to the server that made it, where Exchange's record names the far end as the server", async () => {
    const log = `#Fields: date-time,client-hostname,server-hostname,connector-id,source,event-id,internal-message-id,message-id,recipient-address,recipient-status
2026-11-23T19:00:00.000Z,pc,EX01,In,SMTP,RECEIVE,17,<four@corp.example>,bob@example.com;ann@example.org,
2026-11-23T19:00:01.000Z,EX01,mx.example.com,Out,SMTP,SEND,17,<four@corp.example>,bob@example.com,250 2.1.5 Ok
2026-11-23T19:00:02.000Z,,EX01,,SMTP,DEFER,17,<four@corp.example>,ann@example.org,[{LED=441 4.4.1 Failed to connect};{FQDN=mx.example.org}]
`;
    const message = await tellOne([log], asked('<four@corp.example>'));
    expect(message.fates.map(({ machine, host }) => [machine, host])).toEqual([
      ['EX01', 'mx.example.com'],
      ['EX01', 'mx.example.org'],
    ]);
    expect(message.stations).toHaveLength(1);
  });

  it('of a message and a recipient is what became of the one for the other', async () => {
    const both = await tell([outer, inner], asked('4WxYz1', 'ann@example.org'));
    expect(both.messages.flatMap(listFates)).toEqual(['ann@example.org delivered 1x 4WxYz1']);
    expect((await tell([outer, inner], asked('4WxYz1', 'nobody@example.org'))).messages).toEqual([]);
  });

  it.each([
    [
      'Postfix',
      'Nov 23 20:00:01 mail postfix/smtpd[100]: NOQUEUE: reject: RCPT from unknown[192.0.2.66]: 554 5.7.1 Service unavailable; from=<ann@example.org> to=<bob@corp.example> proto=ESMTP helo=<x>\n',
      'unknown[192.0.2.66]',
    ],
    [
      "Postfix's postscreen",
      'Nov 23 20:00:01 mail postfix/postscreen[2]: NOQUEUE: reject: RCPT from [192.0.2.66]:4711: 550 5.7.1 Service unavailable; from=<ann@example.org>, to=<bob@corp.example>, proto=ESMTP, helo=<x>\n',
      '[192.0.2.66]:4711',
    ],
    [
      'Exim',
      '2026-11-23 20:00:01 H=(x) [192.0.2.66] F=<ann@example.org> rejected RCPT <bob@corp.example>: relay not permitted\n',
      '(x) [192.0.2.66]',
    ],
  ])('names whom %s refused', async (_, line, client) => {
    const { stations } = await tellOne([line], asked(null, 'bob@corp.example'));
    expect(stations).toMatchObject([{ client, sender: 'ann@example.org', queueId: null }]);
  });

  const life = (program: string, day: number, who: string, tries: string) =>
    [
      `smtpd[1]: BCAF091DB4: client=${who}.example[192.0.2.7]`,
      `cleanup[1]: BCAF091DB4: message-id=<${who}@${who}.example>`,
      `qmgr[1]: BCAF091DB4: from=<${who}@${who}.example>, size=100, nrcpt=1 (queue active)`,
      `smtp[1]: BCAF091DB4: to=<${who}@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, ${tries}`,
    ]
      .map((text) => `2026-11-${day}T09:00:00+00:00 mail ${program}/${text}\n`)
      .join('');
  const sent = 'dsn=2.0.0, status=sent (250 ok)';
  const bounced = 'dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 no)';
  const removed = (day: number) => `2026-11-${day}T09:00:00+00:00 mail postfix/qmgr[1]: BCAF091DB4: removed\n`;
  it.each([
    ['is not told with another one that had its queue id before', life('postfix', 20, 'ann', sent) + removed(20), 'postfix', 21],
    ['is not told with one that had its id and was never removed', life('postfix', 20, 'ann', sent), 'postfix', 20],
    ['is not told with one of another instance', life('postfix-in', 20, 'ann', sent), 'postfix-out', 20],
  ])('%s', async (_, before, program, day) => {
    const log = before + life(program, day, 'bob', bounced);
    for (const rereads of [true, false]) {
      const logs = [{ [Symbol.asyncIterator]: () => once(log) }];
      const report = await explainLog(logs, { offsetMinutes: 0, rereads, story: asked(null, 'bob@example.com') });
      const told = report.story?.messages.map(({ sender, messageId, lines }) => [sender, messageId, lines.length]);
      expect(told).toEqual([['bob@bob.example', 'bob@bob.example', 4]]);
    }
  });

  it('is told twice where the queue id that is asked for was given twice', async () => {
    const log = life('postfix', 20, 'ann', sent) + removed(20) + life('postfix', 21, 'bob', bounced);
    const { messages } = await tell([log], asked('BCAF091DB4'));
    expect(messages.map(({ sender, fates }) => [sender, fates.map(({ outcome }) => outcome).join()])).toEqual([
      ['ann@ann.example', 'delivered'],
      ['bob@bob.example', 'failed'],
    ]);
  });

  it('goes on at the stay of the next id that is nearest in time', async () => {
    const next = (day: number, to: string) =>
      `2026-11-${day}T09:00:00+00:00 inner postfix/cleanup[1]: CCCCC: message-id=<bob@bob.example>\n2026-11-${day}T09:00:01+00:00 inner postfix/local[1]: CCCCC: to=<${to}>, relay=local, delay=1, dsn=2.0.0, status=sent (delivered)\n2026-11-${day}T09:00:01+00:00 inner postfix/qmgr[1]: CCCCC: removed\n`;
    const log = next(19, 'old@example.com').replaceAll('bob@bob', 'x@x') + next(20, 'bob@inner.example');
    const message = await tellOne([life('postfix', 20, 'bob', 'dsn=2.0.0, status=sent (250 queued as CCCCC)'), log], asked('BCAF091DB4'));
    expect(listFates(message)).toEqual(['bob@inner.example delivered 1x CCCCC']);
  });

  it('is found whole where other messages by the ten thousand lie between its lines', async () => {
    async function* others(): AsyncGenerator<string> {
      yield outer;
      for (let at = 0; at < 40_000; at += 1000) {
        yield Array.from({ length: 1000 }, (_, each) => `Nov 23 20:10:02 mail postfix/qmgr[9]: 4V${at + each}: removed\n`).join('');
      }
      yield inner.split('\n').slice(2).join('\n');
    }
    const logs = [{ [Symbol.asyncIterator]: others }];
    const options = { startedAt: '2026-11-24T00:00:00.000Z', offsetMinutes: 0, story: asked('5AbCdB') };
    const lost = await explainLog(logs, options);
    expect(lost.story?.messages.flatMap(listStations)).not.toContainEqual(expect.stringContaining('4WxYz1'));
    const whole = await explainLog(logs, { ...options, rereads: true });
    expect(whole.story?.messages.map((message) => message.stations.map(({ queueId }) => queueId))).toEqual([
      ['4WxYz1', '5AbCd9', '5AbCdB'],
    ]);
  });
});
