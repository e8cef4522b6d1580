/**
 * Lines that a peer makes a mail server log: what the patterns of each dialect look for, over and over. A pattern that
 * begins anew at each place, or parts the text in each way that there is, shows by its time.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFailureReason } from '../../src/intake/failure-reason.js';
import { createLogReader } from '../../src/intake/log/log-reader.js';
import { createNearMisses } from '../../src/intake/log/near-misses.js';
import { readDetails } from '../../src/intake/log/read-details.js';
import { createAskedLines, listStoryKeys } from '../../src/intake/log/story-keys.js';

const tracking = '#Fields: date-time,event-id,recipient-address,recipient-status,message-id\n2026-11-23T19:00:00.000Z,FAIL,';
/** What a line of each dialect begins with; a comma-separated log has a heading before it. */
const fronts = [
  'Nov 23 20:00:02 mail postfix/smtp[12]: ',
  'Nov 23 20:00:02 mail postfix/smtp[12]: 4WxYz1: to=<a@b>, status=bounced (',
  'Nov 23 20:00:02 mail postfix/smtpd[12]: NOQUEUE: reject: RCPT from x[192.0.2.1]: 554 ',
  '<22>1 2026-11-23T20:15:01.123Z mail postfix/smtp 123 - ',
  'Mon 2026-11-23 20:15:01 CET mail postfix/smtp[123]: ',
  '2026-11-23 20:00:02 ',
  '2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz == bob@example.com',
  '2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz ** ',
  '2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz => bob',
  '2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz <= a@b',
  'Nov 23 20:00:02 mail sm-mta[6]: 6ANL7XfI000055: ',
  'Nov 23 20:00:02 mail sm-mta[6]: 6ANL7XfI000055: to=<a@b>, stat=Deferred: ',
  'Nov 23 20:00:02 mail smtpd[36]: 2ee647f3cf9e177f ',
  'Nov 23 20:00:02 mail smtpd[36]: 2ee647f3cf9e177f mta delivery evpid=0123456789abcdef',
  'Nov 23 20:00:02 mail smtpd[36]: relay: Expire for 2ee647f3cf9e177f: ',
  '{"SYSLOG_IDENTIFIER":"postfix/smtp","MESSAGE":"',
  tracking,
  `${tracking}a@b,`,
  '#Fields: date-time,session-id,event,data\n2026-11-23T19:00:00.000Z,1,<,',
  'message_trace_id,recipient_status,origin_timestamp_utc\n1,',
  '',
];

/** What the patterns look for, whole and cut, of each dialect, of reasons, of stories. */
const fragments = [
  ...['a', 'a.', 'a_', 'a@', '0', ' ', '-', '=', ',', ';', ': ', '\r', '\u2028', '> ', '<22>', '{', '{"a":['],
  ...['[]', '[', ']', '[a', '()', '(', ' (a)', '<', '>', '<a>', ' <a>', '"', '""', '[{', '[{}]', '}]', '{LED=', '##'],
  ...['4WxYz1: ', ' to=<a> ', ', to=<a@b>', 'orig_to=<', ', relay=a,', ', status=sent (', 'reject: ', 'reject: RCPT from a[b]'],
  ...['; from=', 'from=<', 'uid=1 from=<', 'message-id=<', 'client=', ' notification: a'],
  ...['== a', ' A="x"', ' A="', ' A=x', 'H=', ' H=a [b]', ' H=a [', ' H=(a) a', ' C="', ' C="a" ', ' T=', ' R=', ' id='],
  ...[' defer (-44)', ' rejected RCPT', ' rejected RCPT <a>', ' rejected after DATA', ' rejected DATA: ', ' rejected MAIL <'],
  ...['SMTP error from remote mail server after ', ' SMTP error from remote mailer after a:<b>', 'host a [b]: ', ' SIZE=1', 'a.b [c]:1 '],
  ...['ruleset=', 'ruleset=a, ', 'ruleset=a, arg1=', ', arg1=<a>, ', 'reject=', ': to=', ': to=a, ', ', a=', ', reply=250 ', ', stat='],
  ...['dsn=4.2.0', ', msgid=<', ': sender notify: ', ': return to sender notify: Cannot send', ': 6ANL7XfI000055'],
  ...[' mta delivery ', ' mta event=delivery ', ' evpid=0123456789abcdef', 'evpid=0123456789abcdef to=<>', ' result=Ok', ' result="a"'],
  ...[' stat="', ' smtp failed-command ', 'command=', ' command="', '" result="', 'relay: Expire for 0123456789abcdef: ', 'rcpt=<'],
  ...['queued as a', 'OK id=', '01234567 ', ' Message accepted', '01234567890123 Message accepte', '0123456789012345', 'id=a@'],
  ...[
    '<= <> R=a',
    'a[b] said: ',
    'connect to a[b]:1: ',
    ' (in reply to RCPT',
    ' by ',
    'Connection refused by a',
    'Deferred: ',
    '550 5.1.1 ',
  ],
  ...['bob@', '@example.com'],
];

/** U+2028 is a line's end to a regular expression and not to a log. */
const endings = ['', '!', '"', '" \u2028', ')\u2028', '>: \u2028'];
/** So many repetitions take an exponential pattern seconds, and not years. */
const fewRepetitions = 24;
/** As long as a line of syslog can be. */
const longestLine = 8192;
/** Of the processor's time: every one of these takes a tenth of it at most. */
const limitMs = 200;

const question = { message: '4WxYz1', recipient: 'bob@example.com' };

/** Everything that is done with a line on its way into a summary or a story. */
function readWhole(text: string): void {
  const reader = createLogReader();
  const asked = createAskedLines(question);
  createNearMisses(question).look(text);
  for (const line of text.split('\n')) {
    for (const event of reader.read(line)) {
      asked.isAsked(event, listStoryKeys(event));
      asked.concerns(event);
      readDetails(event);
      parseFailureReason(event.reason);
    }
  }
}

function expectQuick(text: string): void {
  const begun = process.cpuUsage();
  readWhole(text);
  const { user } = process.cpuUsage(begun);
  if (user > limitMs * 1000) expect(user / 1000, JSON.stringify(text.slice(0, 200))).toBeLessThan(limitMs);
}

function fill(length: number, part: string): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

describe('a line that a peer filled with one thing', () => {
  it.each(fronts)('behind %j is read as fast as any', (front) => {
    for (const fragment of fragments) {
      for (const ending of endings) expectQuick(`${front}${fragment.repeat(fewRepetitions)}${ending}`);
      for (const ending of endings) expectQuick(`${front}${fill(longestLine, fragment)}${ending}`);
    }
  });

  it.each([tracking, `${tracking}a@b,`])('behind %j is read as fast however long a record is', (front) => {
    for (const fragment of fragments.filter((each) => !each.includes(';'))) expectQuick(`${front}${fill(200_000, fragment)}`);
  });
});

describe('a line that a peer filled with several things', () => {
  it('is read as fast as any', () => {
    const some = fc.array(fc.constantFrom(...fragments), { minLength: 2, maxLength: 4 });
    // In turn, or each for itself.
    const body = fc
      .tuple(some, fc.boolean())
      .map(([parts, inTurn]) =>
        inTurn ? fill(longestLine, parts.join('')) : parts.map((part) => fill(longestLine / parts.length, part)).join(''),
      );
    fc.assert(
      fc.property(fc.constantFrom(...fronts), body, fc.constantFrom(...endings), (front, whole, ending) =>
        expectQuick(`${front}${whole}${ending}`),
      ),
      { numRuns: 2000 },
    );
  });
});
