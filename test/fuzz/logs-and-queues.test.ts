/** Logs and listings that anybody may have written: whatever stands in them, the readers go on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainLog } from '../../src/explain/explain-log.js';
import { explainQueue } from '../../src/explain/explain-queue.js';
import { createLogReader } from '../../src/intake/log/log-reader.js';
import { readDetails } from '../../src/intake/log/read-details.js';
import { skimPostfix } from '../../src/intake/log/skim-postfix.js';
import { listStoryKeys } from '../../src/intake/log/story-keys.js';
import { cutLines, readBlocks } from '../../src/intake/text-lines.js';
import { queueFormats } from '../../src/model/queue-report.js';

const frames = [
  'Nov 23 20:00:02 mail postfix/smtp[12]: ',
  '2026-11-23T20:10:02.500000+01:00 inner postfix/smtpd[7]: ',
  '2026-11-23 20:00:02 1vNPlX-00000001abc-2Xyz ',
  'Nov 23 20:00:02 mail sm-mta[6]: ',
  'Nov 23 20:00:02 mail smtpd[36]: ',
  'Nov 23 20:00:02 mail dovecot: ',
  '<22>1 2026-11-23T20:15:01.123Z mail postfix/smtp 123 - - ',
  '{"MESSAGE":"',
  '#Fields: date-time,event-id,recipient-address,recipient-status\n',
  '> ',
  '',
];
const pieces = [
  '4WxYz1: to=<bob@example.com>, relay=mx[192.0.2.1]:25, dsn=4.2.0, status=deferred (host mx.example.com[192.0.2.1] said: 450 4.2.0 <b>: Greylisted (in reply to RCPT TO command))',
  '4WxYz1: to=<bob@example.com>, relay=mx[192.0.2.1]:25, dsn=2.0.0, status=sent (250 Ok: queued as 5AbC)',
  'NOQUEUE: reject: RCPT from unknown[192.0.2.66]: 554 5.7.1 <x@y.example>: Relay access denied; from=<a@b.example> to=<x@y.example>',
  '4WxYz1: message-id=<one@corp.example>',
  '== bob@example.com R=dnslookup T=smtp defer (-44) H=mx [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<bob@example.com>: 450 no',
  '6ANL7XfI000055: to=<bob@example.com>,<ann@example.com>, dsn=4.2.0, stat=Deferred: 450 no',
  'relay: Expire for 2ee647f3cf9e177f: from=<a@b>, to=<c@d>, rcpt=<->, delay=15s, stat=Envelope expired',
  '2026-11-23T19:00:00.000Z,FAIL,a@b;c@d,"550 5.1.1 ""x""\n;y"',
  '-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------\n',
  '4WxYz1234A*     1234 Mon Nov 23 18:15:01  admin@corp.example',
  '{"queue_name": "deferred", "queue_id": "4WxYz1", "arrival_time": 1e400, "recipients": [{"address": 7}, null, {"address": "a@b", "delay_reason": "x"}]}',
  ' 4h  2.9K 1vNPlX-00000001abc-2Xyz <admin@corp.example> *** frozen ***',
  '23 Nov 2026 16:00:00 GMT  #12345  678  <admin@corp.example>  bouncing',
  '3b4c5d6e7f809102|local|mta||a@b|c@d|c@d|9999999999999999|1795802400|1795460000|2|pending|410|450',
  '\t\t/var/spool/mqueue (2 requests)\n-----Q-ID----- --Size--',
  'Identity : MAIL1\\17\nMessageCount : x\nNextHopDomain : example.com',
  '(Deferred: 450 no)',
  '{',
  '}',
  '"',
  ',',
  '\r',
  '\0',
  '\x1b[2J',
  '\ud800',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...frames), fc.constantFrom(...pieces), fc.string({ maxLength: 12 }), fc.constantFrom('\n', '\r\n')), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

async function* inPieces(whole: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < whole.length; at += size) yield whole.slice(at, at + size);
}

describe('logs under fuzz', () => {
  it('every line is read, whatever stands before it, and what it adds to a story', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const reader = createLogReader();
        for (const line of whole.split('\n')) {
          for (const event of reader.read(line)) {
            expect(typeof event.text).toBe('string');
            expect(listStoryKeys(event).every((key) => key !== '')).toBe(true);
            readDetails(event);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('skimming a block counts what reading each line counts', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const reader = createLogReader();
        const byLine = { lines: 0, delivered: 0, mail: 0 };
        for (const line of whole === '' ? [] : cutLines(whole)) {
          byLine.lines += 1;
          for (const { kind } of reader.read(line)) {
            byLine.mail += 1;
            if (kind === 'delivered') byLine.delivered += 1;
          }
        }
        const skimmed = createLogReader();
        const counted = { lines: 0, delivered: 0, mail: 0 };
        counted.lines = skimPostfix(whole, {
          readLine: (line) => {
            for (const { kind } of skimmed.read(line)) {
              counted.mail += 1;
              if (kind === 'delivered') counted.delivered += 1;
            }
          },
          countNotes: (count) => {
            counted.mail += count;
          },
          countDelivered: (count) => {
            counted.mail += count;
            counted.delivered += count;
          },
          markHour: () => ({ start: '', end: '' }),
          seeTimes: () => undefined,
        });
        // A record over several lines may have lines that look like another program's: these are passed over.
        if (!reader.needsEveryLine()) expect(counted).toEqual(byLine);
        else expect(counted.lines).toBe(byLine.lines);
      }),
      { numRuns: 500 },
    );
  });

  it('how the text is cut into pieces changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), async (whole, size) => {
        const blocks: string[] = [];
        for await (const block of readBlocks(inPieces(whole, size))) blocks.push(block);
        expect(blocks.join('')).toBe(whole);
        expect(blocks.slice(0, -1).every((block) => block.endsWith('\n'))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('a report and a story come of it', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (whole, rereads) => {
        const log = { [Symbol.asyncIterator]: () => inPieces(whole, 100) };
        const options = { startedAt: '2026-11-24T00:00:00.000Z', offsetMinutes: 0, rereads };
        const report = await explainLog([log], { ...options, story: { message: '4WxYz1', recipient: 'bob@example.com' } });
        expect(report.story?.messages.every(({ stations }) => stations.length > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a line of a megabyte', () => {
  const fillers = [
    'a',
    ' ',
    'id=',
    '"',
    ',',
    '<',
    '@',
    'reject: ',
    ' to=<',
    'evpid=0123456789abcdef to=<> result=x',
    '> ',
    '<22>',
    '{',
    '[',
    'H=a [',
    ': ',
  ];
  it.each(frames)('behind %j is read as fast as any', (front) => {
    for (const filler of fillers) {
      const line = `${front}4WxYz1: ${filler.repeat(1_000_000 / filler.length)}!`;
      const begunMs = performance.now();
      const reader = createLogReader();
      for (const each of line.split('\n')) for (const event of reader.read(each)) listStoryKeys(event);
      skimPostfix(line, {
        readLine: () => undefined,
        countNotes: () => undefined,
        countDelivered: () => undefined,
        markHour: () => ({ start: '', end: '' }),
        seeTimes: () => undefined,
      });
      expect(performance.now() - begunMs).toBeLessThan(1000);
    }
  });
});

describe('listings under fuzz', () => {
  it('a report comes of it or the reason why there is none, in every format', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(null, ...queueFormats), async (whole, format) => {
        const report = await explainQueue(inPieces(whole, 100), { startedAt: '2026-11-24T00:00:00.000Z', offsetMinutes: 0, format });
        if ('fault' in report) return;
        expect(report.groups.reduce((sum, { recipients }) => sum + recipients, 0)).toBe(report.recipients);
        expect(report.notUnderstood.examples.length).toBeLessThanOrEqual(3);
        for (const { release, remove } of report.groups) {
          for (const command of [...release, ...remove]) expect(command).not.toMatch(/[\n\r\0`]|\$\(/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
