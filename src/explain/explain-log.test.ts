/** Lines as Postfix, Exim, Sendmail and OpenSMTPD log them; Exchange's follow Microsoft's documentation. */
import { describe, expect, it } from 'vitest';
import type { LogReport } from '../model/log-report.js';
import { explainLog, type LogFailure } from './explain-log.js';

const options = { startedAt: '2026-11-24T00:00:00.000Z', offsetMinutes: 60 };

async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 11) yield text.slice(at, at + 11);
}

const read = (text: string): Promise<LogReport> => explainLog([inPieces(text)], options);

const postfix = `Nov 23 20:00:01 mail postfix/smtpd[10]: 4WxYz1: client=app.corp.example[192.0.2.5]
Nov 23 20:00:01 mail postfix/cleanup[11]: 4WxYz1: message-id=<one@corp.example>
Nov 23 20:00:02 mail postfix/smtp[12]: 4WxYz1: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=4.2.0, status=deferred (host mx.example.com[192.0.2.1] said: 450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted (in reply to RCPT TO command))
Nov 23 20:10:02 mail postfix/smtp[12]: 4WxYz1: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=601, delays=600/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5AbCd9)
Nov 23 20:10:02 mail postfix/qmgr[9]: 4WxYz1: removed
2026-11-23T20:10:02.500000+01:00 inner postfix/cleanup[7]: 5AbCd9: message-id=<one@corp.example>
2026-11-23T20:10:03.500000+01:00 inner postfix/smtp[7]: 5AbCd9: to=<bob@example.com>, relay=none, delay=1, dsn=5.1.1, status=bounced (host in.example.com[192.0.2.9] said: 550 5.1.1 <bob@example.com>: User unknown (in reply to RCPT TO command))
Nov 23 21:00:00 mail postfix/smtpd[10]: NOQUEUE: reject: RCPT from unknown[192.0.2.66]: 554 5.7.1 <x@elsewhere.example>: Relay access denied; from=<a@b.example> to=<x@elsewhere.example> proto=ESMTP helo=<x>
Nov 23 21:00:00 mail cron[1]: nothing of mail
`;
const exim = `2026-11-23 20:00:01 1vNPlX-00000001abc-2Xyz <= admin@corp.example U=root P=local S=300 id=two@corp.example
2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz == bob@example.com R=dnslookup T=remote_smtp defer (-44) H=mx.example.com [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<bob@example.com>: 450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted
2026-11-23 20:05:02 1vNPlX-00000001abc-2Xyz == bob@example.com R=dnslookup T=remote_smtp defer (-53): retry time not reached for any host for 'example.com'
2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz ** carol@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<carol@example.com>: 550 5.1.1 User unknown
2026-11-23 20:20:02 1vNPlX-00000001abc-2Xyz => bob@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1] C="250 OK id=1vNQ01-00000001abc-3Xyz"
2026-11-23 20:20:02 1vNPlX-00000001abc-2Xyz Completed
2026-11-23 20:21:00 H=(x) [192.0.2.66] F=<a@b.example> rejected RCPT <x@elsewhere.example>: relay not permitted
`;
const sendmail = `Nov 23 20:00:01 mail sm-mta[5]: 6ANL7XfI000055: from=<admin@corp.example>, size=21, class=0, nrcpts=1, msgid=<three@corp.example>, relay=localhost
Nov 23 20:00:02 mail sm-mta[6]: 6ANL7XfI000055: to=<bob@example.com>, delay=00:00:01, mailer=esmtp, pri=30021, relay=mx.example.com. [192.0.2.1], dsn=4.2.0, reply=450 4.2.0 <bob@example.com>: Greylisted, stat=Deferred: 450 4.2.0 <bob@example.com>: Greylisted
Nov 23 20:00:03 mail sm-mta[6]: 6ANL7XfI000055: to=<carol@example.com>, delay=00:00:01, mailer=esmtp, relay=mx.example.com. [192.0.2.1], dsn=5.1.1, stat=User unknown
Nov 23 20:00:04 mail sm-mta[6]: 6ANL7XfI000055: to=<dan@example.com>, delay=00:00:01, mailer=esmtp, relay=mx.example.com. [192.0.2.1], dsn=2.0.0, stat=Sent (Ok)
Nov 23 20:00:05 mail sm-mta[7]: ruleset=check_rcpt, arg1=<x@elsewhere.example>, relay=[192.0.2.66], reject=550 5.7.1 <x@elsewhere.example>... Relaying denied
`;
const opensmtpd = `Nov 23 20:00:02 mail smtpd[36]: 85d54e8e1f1a5f43 mta delivery evpid=3b4c5d6e7f809102 from=<admin@corp.example> to=<bob@example.com> rcpt=<-> source="127.0.0.1" relay="mx.example.com (192.0.2.1)" delay=1s result="TempFail" stat="450 4.2.0 Greylisted"
Nov 23 20:00:03 mail smtpd[36]: 85d54e8e1f1a5f44 mta delivery evpid=3b4c5d6e7f809103 from=<admin@corp.example> to=<carol@example.com> rcpt=<-> source="127.0.0.1" relay="mx.example.com (192.0.2.1)" delay=1s result="PermFail" stat="550 5.1.1 User unknown"
Nov 23 20:00:04 mail smtpd[36]: 85d54e8e1f1a5f45 mta delivery evpid=3b4c5d6e7f809104 from=<admin@corp.example> to=<dan@example.com> rcpt=<-> source="127.0.0.1" relay="mx.example.com (192.0.2.1)" delay=1s result="Ok" stat="250 2.0.0 Ok"
`;
const journald = [
  '{"__REALTIME_TIMESTAMP":"1795460402000000","_HOSTNAME":"mail","SYSLOG_IDENTIFIER":"postfix/smtp","MESSAGE":"4WxYz1: to=<bob@example.com>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.example.com[192.0.2.1]:25: Connection timed out)"}',
  '{"__REALTIME_TIMESTAMP":"1795460402000000","MESSAGE":"something else","SYSLOG_IDENTIFIER":"kernel"}',
  '{"broken',
  '',
].join('\n');
const tracking = `#Software: Microsoft Exchange Server
#Log-type: Message Tracking Log
#Fields: date-time,server-hostname,event-id,internal-message-id,message-id,recipient-address,recipient-status,message-subject
2026-11-23T19:00:00.000Z,MAIL1,RECEIVE,17,<four@corp.example>,bob@example.com,,Hello
2026-11-23T19:00:01.000Z,MAIL1,FAIL,17,<four@corp.example>,bob@example.com,550 5.1.1 User unknown,"Hello, ""Bob"""
2026-11-23T19:00:02.000Z,MAIL1,SEND,18,<five@corp.example>,ann@example.com,250 2.1.5 Ok,Hi
`;
const protocol = `#Log-type: SMTP Send Protocol Log
#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context
2026-11-23T19:00:00.000Z,Out,08D1,0,192.0.2.5:1000,192.0.2.1:25,<,220 mx.example.com ESMTP,
2026-11-23T19:00:01.000Z,Out,08D1,1,192.0.2.5:1000,192.0.2.1:25,>,RCPT TO:<bob@example.com>,
2026-11-23T19:00:02.000Z,Out,08D1,2,192.0.2.5:1000,192.0.2.1:25,<,452 4.2.2 Mailbox full,
`;

describe('a mail log', () => {
  const greylistedAndUnknown = ['1 deferred example.com sender.greylisted', '1 failed example.com recipient.unknown'];
  const relaying = '1 refused elsewhere.example server.relay-denied';
  it.each([
    ['of Postfix, two machines and two kinds of times', postfix, ['postfix'], 1, [...greylistedAndUnknown, relaying]],
    ['of Exim', exim, ['exim'], 1, [...greylistedAndUnknown, relaying]],
    ['of Sendmail', sendmail, ['sendmail'], 1, [...greylistedAndUnknown, relaying]],
    ['of OpenSMTPD', opensmtpd, ['opensmtpd'], 1, greylistedAndUnknown],
    ['as journald keeps it', journald, ['postfix'], 0, ['1 deferred example.com host.no-answer']],
    [
      "of Exchange's message tracking, after Microsoft's documentation,",
      tracking,
      ['exchange-tracking'],
      1,
      ['1 failed example.com recipient.unknown'],
    ],
    [
      "of Exchange's SMTP protocol, after Microsoft's documentation,",
      protocol,
      ['exchange-protocol'],
      0,
      ['1 deferred example.com recipient.mailbox-full'],
    ],
  ])('%s is counted by cause and domain', async (_, text, formats, delivered, groups) => {
    const report = await read(text);
    expect(report.recognisedAs).toEqual(formats);
    expect(report.totals.delivered).toBe(delivered);
    expect(report.groups.map(({ events, outcome, domain, cause }) => `${events} ${outcome} ${domain} ${cause?.code}`).sort()).toEqual(
      groups,
    );
    expect(report.firstAt?.slice(0, 13)).toBe(
      report.recognisedAs[0]?.startsWith('exchange') ? '2026-11-23T19' : report.firstAt?.slice(0, 13),
    );
  });

  it('has hours in UTC, whatever zone the lines have', async () => {
    const { hours } = await read(postfix);
    expect(hours).toEqual([
      { startsAt: '2026-11-23T19:00:00.000Z', delivered: 1, deferred: 1, failed: 1, refused: 0 },
      { startsAt: '2026-11-23T20:00:00.000Z', delivered: 0, deferred: 0, failed: 0, refused: 1 },
    ]);
  });

  it('has hours in UTC where an hour ends within one of the clock', async () => {
    const line = (time: string) => `${time} mail postfix/smtp[1]: 4WxYz1: to=<a@b>, dsn=2.0.0, status=sent (250 ok)\n`;
    const counted = async (times: readonly string[], offsetMinutes: number) => {
      const report = await explainLog([inPieces(times.map(line).join(''))], { ...options, offsetMinutes });
      return report.hours.map(({ startsAt, delivered }) => `${startsAt.slice(11, 16)} ${delivered}`);
    };
    const inIndia = ['2026-11-23T20:15:00+05:30', '2026-11-23T20:29:59+05:30', '2026-11-23T20:45:00+05:30'];
    expect(await counted(inIndia, 0)).toEqual(['14:00 2', '15:00 1']);
    expect(await counted(['Nov 23 20:15:00', 'Nov 23 20:29:59', 'Nov 23 20:45:00'], 330)).toEqual(['14:00 2', '15:00 1']);
    const ofTwoMachines = ['2026-11-23T20:15:00+01:00', '2026-11-23T20:15:00+02:00', '2026-11-23T20:16:00+01:00'];
    expect(await counted(ofTwoMachines, 0)).toEqual(['18:00 1', '19:00 2']);
  });

  it('joins the lines of a reply that Exim writes into one', async () => {
    const said = String.raw`550-5.7.26 The sender is unauthenticated.\n550-5.7.26 Use SPF or DKIM.\n550 5.7.26 gsmtp`;
    const line = `2026-11-23 20:00:00 1vNPlX-00000001abc-2Xyz ** bob@gmail.com R=dnslookup T=remote_smtp H=gmail-smtp-in.l.google.com [192.0.2.1]: SMTP error from remote mail server after end of data: ${said}\n`;
    const { causes } = await read(line);
    expect(causes.map(({ cause, reason }) => [cause?.code, reason])).toEqual([
      [
        'sender.unauthenticated',
        'H=gmail-smtp-in.l.google.com [192.0.2.1]: SMTP error from remote mail server after end of data: 550-5.7.26 The sender is unauthenticated. Use SPF or DKIM. gsmtp',
      ],
    ]);
  });

  it('tells each failure as it is read', async () => {
    const failures: LogFailure[] = [];
    await explainLog([inPieces(exim)], { ...options, onFailure: (failure) => failures.push(failure) });
    expect(failures.map(({ at, outcome, recipient, cause }) => [at, outcome, recipient, cause?.responsible])).toEqual([
      ['2026-11-23T19:00:02.000Z', 'deferred', 'bob@example.com', 'nobody'],
      ['2026-11-23T19:00:02.000Z', 'failed', 'carol@example.com', 'sender-user'],
      ['2026-11-23T19:21:00.000Z', 'refused', 'x@elsewhere.example', 'recipient-mail'],
    ]);
  });

  const listed = (at: number, id: string, domain: string, said: string) =>
    `Nov 23 20:00:0${at} mail postfix/smtp[12]: ${id}: to=<bob@${domain}>, relay=mx.${domain}[192.0.2.1]:25, delay=1, dsn=5.7.1, status=bounced (host mx.${domain}[192.0.2.1] said: 550 5.7.1 ${said} (in reply to RCPT TO command))\n`;
  const spamhaus = 'Client host [192.0.2.5] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.5';
  const spamcop = 'Client host [192.0.2.6] blocked using bl.spamcop.net; https://www.spamcop.net/bl.shtml?192.0.2.6';
  it('quotes no reply for another one: not its blocklist, not its address, not its link', async () => {
    const { causes, groups } = await read(
      [
        listed(1, '4WxYz1', 'example.com', spamhaus),
        listed(2, '4WxYz2', 'example.com', spamcop),
        listed(3, '4WxYz3', 'example.org', spamcop),
        listed(4, '4WxYz4', 'example.org', spamcop),
      ].join(''),
    );
    const tell = ({ alike, cause }: (typeof groups)[number] | (typeof causes)[number]) =>
      [alike, cause?.summary, cause?.remedy.filter((step) => step.includes('http')).join()] as const;
    expect(causes.map(tell)).toEqual([['entry', 'The sending address stands on a blocklist.', '']]);
    expect(groups.map((group) => [group.domain, ...tell(group)])).toEqual([
      ['example.com', 'entry', 'The sending address stands on a blocklist.', ''],
      [
        'example.org',
        'text',
        'The sending address stands on the blocklist SpamCop, so the server refuses it.',
        'Look the address up at the list and read why it is there: https://www.spamcop.net/bl.shtml?192.0.2.6.',
      ],
    ]);
  });

  it('tells of each failure what its own reply names', async () => {
    const failures: LogFailure[] = [];
    const lines = [listed(1, '4WxYz1', 'example.com', spamhaus), listed(2, '4WxYz2', 'example.com', spamcop)].join('');
    await explainLog([inPieces(lines)], { ...options, onFailure: (failure) => failures.push(failure) });
    expect(failures.map(({ cause }) => cause?.remedy[0]?.split(': ').at(-1))).toEqual([
      'https://www.spamhaus.org/query/ip/192.0.2.5.',
      'https://www.spamcop.net/bl.shtml?192.0.2.6.',
    ]);
  });

  it.each<[string, string, string]>([
    [
      'a refusal of Exim for good',
      '2026-11-23 20:00:01 H=mx.example.org [192.0.2.9] F=<x@example.org> rejected RCPT <bob@corp.example>: Unrouteable address',
      'refused corp.example recipient.unknown undeliverable',
    ],
    [
      'a refusal of Exim for now',
      '2026-11-23 20:00:01 H=mx.example.org [192.0.2.9] F=<x@example.org> temporarily rejected RCPT <bob@corp.example>: greylisted',
      'refused corp.example sender.greylisted delayed',
    ],
    [
      'an address at the front of the reason, which is no reply of 203',
      '2026-11-23 20:00:01 H=mx.example.org [203.0.113.10] rejected connection in "connect" ACL: 203.0.113.10 is listed at zen.spamhaus.org',
      'refused null sender.blocklisted undeliverable',
    ],
    [
      "what Postfix's header_checks refuse",
      'Nov 23 20:00:01 mail postfix/cleanup[1]: 4bXZSFXzQPzG: reject: header Subject: Viagra from unknown[192.0.2.1]; from=<a@example.org> to=<bob@corp.example> proto=ESMTP helo=<x>: 5.7.1 message content rejected',
      'refused corp.example message.content-rejected undeliverable',
    ],
    [
      'what a milter of Postfix refuses, with a status alone',
      'Nov 23 20:00:01 mail postfix/cleanup[1]: 4bXZSFXzQPzG: milter-reject: END-OF-MESSAGE from unknown[192.0.2.1]: 5.7.1 Spam message rejected; from=<a@example.org> to=<bob@corp.example> proto=ESMTP helo=<x>',
      'refused corp.example message.spam undeliverable',
    ],
    [
      'what a milter of Sendmail refuses',
      'Nov 23 20:00:01 mail sm-mta[1]: 4AO900aa000104: Milter: to=<bob@corp.example>, reject=451 4.7.1 Greylisting in action, please come back in 00:05:00',
      'refused corp.example sender.greylisted delayed',
    ],
    [
      'what Sendmail says to a client',
      'Nov 23 20:00:01 mail sm-mta[1]: 4AO900aa000103: <bob@corp.example>... User unknown',
      'refused corp.example recipient.unknown undeliverable',
    ],
    [
      'a handshake that fails in Exim',
      '2026-11-23 20:00:01 1vNPlX-00000001abc-2Xyz == bob@example.com R=dnslookup T=remote_smtp defer (-37) H=mx.example.com [192.0.2.1]: TLS session: (gnutls_handshake): A TLS fatal alert has been received: handshake failure',
      'deferred example.com tls.handshake-failed delayed',
    ],
    [
      'a lookup for DANE that fails in Postfix',
      'Nov 23 20:00:01 mail postfix/smtp[1]: 4bXZSFXzQPzG: to=<bob@example.com>, relay=none, delay=1, dsn=4.7.5, status=deferred (TLSA lookup error for mx.example.com:25)',
      'deferred example.com domain.lookup-failed delayed',
    ],
    [
      "Exchange's send connector that reaches nobody",
      '#Log-type: SMTP Send Protocol Log\n#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context\n2026-11-23T19:00:00.000Z,Out,08D1,1,,192.0.2.1:25,*,,"Failed to connect. Winsock error code: 10061, Win32 error code: 10061, Destination domain: example.com, Error Message: No connection could be made because the target machine actively refused it 192.0.2.1:25."',
      'deferred example.com',
    ],
    [
      'quarantine of Microsoft 365',
      'MessageId,Received,SenderAddress,RecipientAddress,Status,MessageTraceId\n<one@example.org>,11/23/2026 7:00:00 PM,ann@example.org,bob@corp.example,Quarantined,dddd',
      'failed corp.example message.content-rejected undeliverable',
    ],
  ])('tells %s', async (_, line, told) => {
    const { groups } = await read(`${line}\n`);
    const [group, ...others] = groups.map(({ outcome, domain, cause }) => `${outcome} ${domain} ${cause?.code} ${cause?.outcome}`);
    expect(others).toEqual([]);
    expect(group).toContain(told);
  });

  it.each([
    [
      'its own milter is away',
      'NOQUEUE: milter-reject: CONNECT from unknown[192.0.2.2]: 451 4.7.1 Service unavailable - try again later; proto=SMTP',
      'milter_default_action',
    ],
    [
      'its own disk is full',
      'NOQUEUE: reject: MAIL from mx.example.org[192.0.2.6]: 452 4.3.1 Insufficient system storage; proto=ESMTP helo=<mx>',
      '',
    ],
  ])('names this server where it refuses because %s', async (_, text, step) => {
    const [group] = (await read(`Nov 23 20:00:01 mail postfix/smtpd[1]: ${text}\n`)).groups;
    expect(group?.cause?.responsible).toBe('recipient-mail');
    expect(group?.cause?.remedy.join(' ')).toContain(step);
    expect(group?.reason).not.toContain('proto=');
  });

  it('counts no domain where no line tells of a recipient', async () => {
    const { causes } = await read(
      'Nov 23 20:00:02 mail postfix/qmgr[12]: 4WxYz2: from=<admin@corp.example>, status=expired, returned to sender\n',
    );
    expect(causes.map(({ cause, domains }) => [cause?.code, domains])).toEqual([['queue.expired', 0]]);
  });

  it('passes over what is no log', async () => {
    const report = await read('Dear Bob,\n\n2026 was a good year.\n{}\n[]\n,,,\n');
    expect(report).toMatchObject({ recognisedAs: [], mailLines: 0, lines: 6, groups: [], hours: [], firstAt: null });
  });
});
