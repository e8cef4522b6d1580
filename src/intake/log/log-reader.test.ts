/** One line of Postfix in every frame that people have it in; Exchange's logs after Microsoft's documentation. */
import { describe, expect, it } from 'vitest';
import type { LogEvent } from './log-event.js';
import { createLogReader } from './log-reader.js';
import { createLogTimes } from './log-times.js';

const times = createLogTimes({ nowMs: Date.parse('2026-11-24T00:00:00Z'), offsetMinutes: 60 });

function readAll(text: string): readonly LogEvent[] {
  const reader = createLogReader();
  return text.split('\n').flatMap((line) => reader.read(line));
}

const said =
  '4WxYz1: to=<bob@example.com>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx[192.0.2.1]:25: Connection refused)';
const octets = JSON.stringify([...new TextEncoder().encode(said)]);

describe('a line of Postfix', () => {
  it.each([
    ['with the time of RFC 3164', `Nov 23 20:15:01 mail postfix/smtp[123]: ${said}`, 'mail', '2026-11-23T19:15:01.000Z'],
    [
      'with the time of RFC 3164 and one digit for the day',
      `Nov  3 20:15:01 mail postfix/smtp[123]: ${said}`,
      'mail',
      '2026-11-03T19:15:01.000Z',
    ],
    ['of last December', `Dec 31 23:59:59 mail postfix/smtp[123]: ${said}`, 'mail', '2025-12-31T22:59:59.000Z'],
    ['with the time of ISO 8601', `2026-11-23T20:15:01.123456+02:00 mail postfix/smtp[123]: ${said}`, 'mail', '2026-11-23T18:15:01.123Z'],
    [
      'as journalctl -o short-iso prints it',
      `2026-11-23T20:15:01+0100 mail postfix/smtp[123]: ${said}`,
      'mail',
      '2026-11-23T19:15:01.000Z',
    ],
    [
      'as journalctl -o short-full prints it',
      `Mon 2026-11-23 20:15:01 CET mail postfix/smtp[123]: ${said}`,
      'mail',
      '2026-11-23T19:15:01.000Z',
    ],
    [
      'as journalctl -o short-full --utc prints it',
      `Mon 2026-11-23 19:15:01 UTC mail postfix/smtp[123]: ${said}`,
      'mail',
      '2026-11-23T19:15:01.000Z',
    ],
    [
      'as journalctl -o short-precise prints it',
      `Nov 23 20:15:01.123456 mail postfix/smtp[123]: ${said}`,
      'mail',
      '2026-11-23T19:15:01.000Z',
    ],
    ['as journalctl -o short-unix prints it', `1795461301.123456 mail postfix/smtp[123]: ${said}`, 'mail', '2026-11-23T19:15:01.123Z'],
    [
      'as journalctl -o with-unit prints it',
      `Mon 2026-11-23 20:15:01 CET mail postfix@-.service[123]: ${said}`,
      'mail',
      '2026-11-23T19:15:01.000Z',
    ],
    ['in the frame of RFC 5424', `<22>1 2026-11-23T19:15:01.5Z mail postfix/smtp 123 - - ${said}`, 'mail', '2026-11-23T19:15:01.500Z'],
    [
      'in the frame of RFC 5424 with structured data',
      `<22>1 2026-11-23T19:15:01.5Z mail postfix/smtp 123 - [a@1 x="] \\"]"][b] ${said}`,
      'mail',
      '2026-11-23T19:15:01.500Z',
    ],
    ['with a priority before it', `<22>Nov 23 20:15:01 mail postfix/smtp[123]: ${said}`, 'mail', '2026-11-23T19:15:01.000Z'],
    ['quoted in a mail', `> Nov 23 20:15:01 mail postfix/smtp[123]: ${said}`, 'mail', '2026-11-23T19:15:01.000Z'],
    ['indented', `    Nov 23 20:15:01 mail postfix/smtp[123]: ${said}`, 'mail', '2026-11-23T19:15:01.000Z'],
    ['as Solaris logs it', `Nov 23 20:15:01 mail postfix/smtp[123]: [ID 197553 mail.info] ${said}`, 'mail', '2026-11-23T19:15:01.000Z'],
    ['of an instance with a name of its own', `Nov 23 20:15:01 mail postfix-out/smtp[123]: ${said}`, 'mail', '2026-11-23T19:15:01.000Z'],
    [
      'in journald’s JSON',
      JSON.stringify({ __REALTIME_TIMESTAMP: '1795461301123456', _HOSTNAME: 'mail', SYSLOG_IDENTIFIER: 'postfix/smtp', MESSAGE: said }),
      'mail',
      '2026-11-23T19:15:01.123Z',
    ],
    [
      'in journald’s JSON as octets',
      `{"__REALTIME_TIMESTAMP":"1795461301123456","SYSLOG_IDENTIFIER":"postfix/smtp","MESSAGE":${octets}}`,
      null,
      '2026-11-23T19:15:01.123Z',
    ],
    [
      'in journald’s JSON with nothing but its unit',
      `{"__REALTIME_TIMESTAMP":"1795461301123456","_SYSTEMD_UNIT":"postfix@-.service","_COMM":"smtp","MESSAGE":"${said}"}`,
      null,
      '2026-11-23T19:15:01.123Z',
    ],
    [
      'as journalctl -o json-pretty prints it',
      `{\n\t"__REALTIME_TIMESTAMP" : "1795461301123456",\n\t"SYSLOG_IDENTIFIER" : "postfix/smtp",\n\t"MESSAGE" : "${said}"\n}`,
      null,
      '2026-11-23T19:15:01.123Z',
    ],
    [
      'as journalctl -o json-seq prints it',
      `\u001e{"__REALTIME_TIMESTAMP":"1795461301123456","SYSLOG_IDENTIFIER":"postfix/smtp","MESSAGE":"${said}"}`,
      null,
      '2026-11-23T19:15:01.123Z',
    ],
  ])('%s', (_, text, machine, at) => {
    const events = readAll(text);
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event).toMatchObject({ format: 'postfix', kind: 'deferred', machine, queueId: '4WxYz1', recipient: 'bob@example.com' });
    expect(event?.reason).toBe('connect to mx[192.0.2.1]:25: Connection refused');
    expect(new Date(times.read(event?.time ?? '') ?? Number.NaN).toISOString()).toBe(at);
  });

  it('that a client tries to forge is what it is: a refusal', () => {
    const [event] = readAll(
      'Nov 23 20:15:01 mail postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[192.0.2.66]: 554 5.7.1 <x@y.example>: Relay access denied; from=<a@b.example> to=<x@y.example> proto=ESMTP helo=<x, status=sent (250 Ok)>',
    );
    expect(event).toMatchObject({ kind: 'refused', recipient: 'x@y.example', reason: '554 5.7.1 <x@y.example>: Relay access denied' });
  });
});

function gist({ format, kind, recipient, reason }: LogEvent): string {
  return [format, kind, recipient ?? '-', reason].filter((part) => part !== '').join(' ');
}

describe('what a peer wrote', () => {
  const exim = '2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz';
  const sendmail = 'Nov 23 20:00:02 mail sm-mta[6]: 6ANL7XfI000055:';
  const opensmtpd = 'Nov 23 20:00:02 mail smtpd[36]: 2ee647f3cf9e177f';
  it.each<[string, string, string]>([
    [
      'a line separator, to Exim',
      `${exim} == bob@example.com R=a T="b c" defer (-44): 450 no\u2028at all`,
      'exim deferred bob@example.com 450 no\u2028at all',
    ],
    ['as many fields as fit, to Exim', `${exim} == bob@example.com${' A="x"'.repeat(20)}\u2028`, 'exim deferred bob@example.com \u2028'],
    [
      'an address with colons, to Exim',
      '2026-11-23 20:00:02 H=(x) [192.0.2.6] F=<a@b> rejected RCPT <bob@[IPv6:2001:db8::1]>: Unrouteable: address',
      'exim refused bob@[IPv6:2001:db8::1] Unrouteable: address',
    ],
    ['no address, to Exim', `${exim} H=x [192.0.2.6] F=<a@b> rejected after DATA: spam <x>: y`, 'exim refused - spam <x>: y'],
    ['a rejection without a reason, to Exim', `${exim} H=x rejected RCPT <bob@example.com>`, 'exim note -'],
    [
      'a line separator, to Sendmail',
      `${sendmail} to=<bob@example.com>, dsn=4.2.0, reply=450 no\u2028way, stat=Deferred`,
      'sendmail deferred bob@example.com 450 no\u2028way',
    ],
    [
      'marks in its address, to Sendmail',
      `${sendmail} ruleset=check_rcpt, arg1=<reject=@example.com>, relay=x, reject=550 5.7.1 no, reject=x`,
      'sendmail refused reject=@example.com 550 5.7.1 no, reject=x',
    ],
    ['no address, to Sendmail', `${sendmail} ruleset=check_relay, relay=x, reject=550 no`, 'sendmail refused - 550 no'],
    [
      'marks in its reply, to OpenSMTPD',
      `${opensmtpd} mta delivery evpid=2ee647f3cf9e177f from=<a@b> to=<bob@example.com> rcpt=<-> result="TempFail" stat="450 to=<x> result="Ok""`,
      'opensmtpd deferred bob@example.com 450 to=<x> result="Ok"',
    ],
    [
      'quotes in its address, to OpenSMTPD',
      `${opensmtpd} smtp failed-command command="RCPT TO:<"a b"@example.com>" result="550 no"`,
      'opensmtpd refused "a b"@example.com 550 no',
    ],
    [
      'a client’s name with a bracket, to Postfix',
      'Nov 23 20:00:02 mail postfix/smtpd[1]: NOQUEUE: reject: RCPT from x[192.0.2.6]:2525: 554 [no]: x; from=<a@b> to=<bob@example.com>',
      'postfix refused bob@example.com 554 [no]: x',
    ],
  ])('%s, is read as it stands', (_, line, told) => {
    expect(readAll(line).map(gist)).toEqual([told]);
  });
});

describe("what Exchange logs, after Microsoft's documentation", () => {
  const tracking =
    '#Fields: date-time,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,recipient-address,recipient-status,message-subject';
  it.each<[string, string, readonly string[]]>([
    [
      'each recipient with its own status',
      `${tracking}\n2026-11-23T19:00:00.000Z,MAIL1,,,SMTP,FAIL,17,<a@b>,bob@example.com;ann@example.com,[{LED=550 5.1.1 no;x};{FQDN=mx}];452 4.2.2 full,Hi`,
      [
        'exchange-tracking failed bob@example.com [{LED=550 5.1.1 no;x};{FQDN=mx}]',
        'exchange-tracking failed ann@example.com 452 4.2.2 full',
      ],
    ],
    [
      'a subject with line ends and quotes',
      `${tracking}\n2026-11-23T19:00:00.000Z,MAIL1,,,SMTP,FAIL,17,<a@b>,bob@example.com,550 5.1.1 no,"a ""b""\nc, d"\n2026-11-23T19:00:01.000Z,MAIL1,,,STOREDRIVER,DELIVER,18,<c@d>,ann@example.com,,x`,
      ['exchange-tracking failed bob@example.com 550 5.1.1 no', 'exchange-tracking delivered ann@example.com'],
    ],
    [
      'every event that ends a try, and some that end none',
      `${tracking}\n${[
        'SEND',
        'SENDEXTERNAL',
        'DEFER',
        'SUBMITDEFER',
        'POISONMESSAGE',
        'BADMAIL',
        'DROP',
        'RECEIVE',
        'SUBMIT',
        'HAREDIRECT',
        'RESOLVE',
        'EXPAND',
        'AGENTINFO',
        'NOTIFYMAPI',
      ]
        .map((event) => `2026-11-23T19:00:00.000Z,MAIL1,,,SMTP,${event},17,<a@b>,b@c,why,Hi`)
        .join('\n')}`,
      [
        ...['delivered', 'delivered'].map((kind) => `exchange-tracking ${kind} b@c`),
        ...['deferred', 'deferred', 'failed', 'failed', 'failed'].map((kind) => `exchange-tracking ${kind} b@c why`),
        ...Array.from({ length: 7 }, () => 'exchange-tracking note b@c'),
      ],
    ],
    [
      'Get-MessageTrackingLog exported',
      '#TYPE Selected.Microsoft.Exchange\n"RunspaceId","Timestamp","ServerHostname","EventId","MessageId","Recipients","RecipientStatus","Sender"\n"1","11/23/2026 7:00:00 PM","MAIL1","FAIL","<a@b>","bob@example.com","550 5.1.1 no","a@b"\n"1","11/23/2026 7:00:00 PM","MAIL1","FAIL","<a@b>","System.String[]","System.String[]","a@b"',
      ['exchange-tracking failed bob@example.com 550 5.1.1 no', 'exchange-tracking failed - FAIL'],
    ],
    [
      'Get-MessageTrace exported',
      '"MessageId","Received","SenderAddress","RecipientAddress","Subject","Status","ToIP","FromIP","Size","MessageTraceId"\n"<a@b>","11/23/2026 7:00:00 PM","a@b","bob@example.com","x","Failed",,"192.0.2.1","100","t1"\n"<c@d>","11/23/2026 7:00:00 PM","a@b","ann@example.com","x","Delivered","192.0.2.9","192.0.2.1","100","t2"',
      ['exchange-trace failed bob@example.com', 'exchange-trace delivered ann@example.com'],
    ],
    [
      "the portal's summary report",
      'origin_timestamp_utc,sender_address,recipient_status,message_subject,total_bytes,message_id\n2026-11-23T19:00:00.0000000Z,a@b,"bob@example.com##Receive, Fail;ann@example.com##Receive, Send, Deliver",Hi,100,<a@b>',
      ['exchange-trace failed bob@example.com', 'exchange-trace delivered ann@example.com'],
    ],
    [
      'a conversation of sending: replies in the order of the commands, the message refused in the end',
      [
        '#Log-type: SMTP Send Protocol Log',
        '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
        ...[
          '<,220 mx',
          '>,EHLO me',
          '<,250  mx',
          '>,MAIL FROM:<a@b>',
          '>,RCPT TO:<bob@example.com>',
          '>,RCPT TO:<ann@example.com>',
          '<,250 ok',
          '<,550 5.1.1 no',
          '<,250 ok',
          '>,DATA',
          '<,354 go',
          '<,552 5.3.4 too big',
        ].map((said_, at) => `2026-11-23T19:00:00.000Z,Out,08D1,${at},192.0.2.5:1000,192.0.2.1:25,${said_},`),
      ].join('\n'),
      ['exchange-protocol failed bob@example.com 550 5.1.1 no', 'exchange-protocol failed ann@example.com 552 5.3.4 too big'],
    ],
    [
      'a conversation of receiving: what this server refuses',
      [
        '#Log-type: SMTP Receive Protocol Log',
        '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
        ...[
          '+,',
          '>,220 me',
          '<,EHLO x',
          '>,250  me',
          '<,RCPT TO:<bob@example.com>',
          '>,550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
        ].map((said_, at) => `2026-11-23T19:00:00.000Z,In,08D2,${at},192.0.2.5:25,192.0.2.1:1000,${said_},`),
      ].join('\n'),
      ['exchange-protocol refused bob@example.com 550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain'],
    ],
  ])('%s', (_, text, told) => {
    const events = readAll(text);
    const shown = told.some((each) => each.includes(' note ')) ? events : events.filter(({ kind }) => kind !== 'note');
    expect(shown.map(gist)).toEqual(told);
  });

  it('a field that never ends does not swallow the log', () => {
    const rest = Array.from({ length: 300 }, (_, at) => `2026-11-23T19:00:00.000Z,MAIL1,,,SMTP,DELIVER,${at},<a@b>,b@c,,x`).join('\n');
    const events = readAll(`${tracking}\n2026-11-23T19:00:00.000Z,MAIL1,,,SMTP,FAIL,17,<a@b>,b@c,why,"open\n${rest}`);
    expect(events.length).toBeGreaterThan(90);
  });
});
