/** What a document is, by how it begins. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeOrdinaryMessages } from '../../test/corpus/ordinary-messages.js';
import { recogniseDocument } from './recognise-document.js';

async function recognise(text: string, whole = true): Promise<string | null> {
  return (await recogniseDocument(new TextEncoder().encode(text), whole)).kind;
}

const postfixLine =
  'Nov 23 20:00:02 mail postfix/smtp[12]: 4WxYz1: to=<bob@example.com>, relay=mx1.example.com[192.0.2.25]:25, delay=1, delays=0/0/1/0, dsn=5.1.1, status=bounced (host mx1.example.com[192.0.2.25] said: 550 5.1.1 no (in reply to RCPT TO command))';

describe('a document', () => {
  it.each<[string, string, string]>([
    ['reply', 'a reply', '550 5.1.1 User unknown'],
    ['reply', 'a reply of several lines', '550-5.1.1 no such\n550 5.1.1 user'],
    ['reply', 'several replies', '550 5.1.1 User unknown\n452 4.2.2 full\n'],
    ['reply', 'a reply that Postfix wraps', 'host mx.example.com[192.0.2.1] said: 550 no'],
    ['reply', 'a field of a report', 'Diagnostic-Code: smtp; 550 no'],
    ['reply', 'a sentence that quotes a reply', 'Hello, what does this mean: "550 5.7.1 Relaying denied"?'],
    ['reply', 'a reply behind a time in brackets', '[2026-11-23T20:00:00Z] 550 5.1.1 no such user'],
    [
      'bounce-text',
      'what a sender says of a recipient where nobody answered',
      '<bob@example.com>: connect to mx.example.com[192.0.2.1]:25: Connection timed out',
    ],
    ['bounce', 'a message', 'Return-Path: <>\nFrom: MAILER-DAEMON\nSubject: failure\n\nno'],
    ['bounce', 'a message with CRLF', 'From: a@b.example\r\nSubject: x\r\n\r\nbody'],
    ['bounce', 'a message behind empty lines', '\n\nFrom: a@b.example\nSubject: x\n\nbody'],
    ['headers', 'a header without a body', 'From: a@b.example\nReceived: from x by y;\n Mon, 23 Nov 2026 10:00:00 +0000\n'],
    ['headers', 'a single field', 'Received: from a.example by b.example; Mon, 23 Nov 2026 10:00:00 +0000'],
    ['mbox', 'an mbox', 'From MAILER-DAEMON Mon Nov 23 10:00:00 2026\nFrom: x'],
    ['report', 'a saved report', '{ "schema": "mailwhy/1" }'],
    ['report', 'a saved line', '{"schema":"mailwhy-explained/1","source":null}\n'],
    ['notice', 'a notice of SES', '{"notificationType":"Bounce"}'],
    ['notice', 'a list of events', '[{"email":"bob@example.com","event":"bounce"}]'],
    ['log', 'a line of Postfix', postfixLine],
    ['log', 'what stands behind its time', postfixLine.slice(postfixLine.indexOf('4WxYz1'))],
    ['log', 'a line of Exim', '2026-11-23 20:15:01 1vNPlY-000002-AB ** bob@example.com R=dnslookup T=remote_smtp: Unrouteable address'],
    ['log', 'a line of Exim without its time', '** bob@example.com R=dnslookup T=remote_smtp: Unrouteable address'],
    [
      'log',
      'lines of other programs before one of Sendmail',
      `${'Nov 23 20:00:01 mail cron[1]: x\n'.repeat(50)}Nov 23 20:00:02 mail sendmail[2]: 7ANKC1Xx012345: to=<bob@example.com>, delay=00:00:01, dsn=5.1.1, stat=User unknown\n`,
    ],
    ['log', 'journald’s JSON', '{"MESSAGE":"4WxYz1: removed","SYSLOG_IDENTIFIER":"postfix/qmgr","_HOSTNAME":"mail"}\n'],
    [
      'log',
      'Exchange’s tracking log',
      '#Software: Microsoft Exchange Server\n#Log-type: Message Tracking Log\n#Fields: date-time,event-id,recipient-address,recipient-status\n2026-11-23T20:00:00.000Z,FAIL,bob@example.com,550 5.1.1 no\n',
    ],
    ['queue', 'Postfix’ queue as JSON', '{"queue_name": "deferred", "queue_id": "4WxYz1", "recipients": []}\n'],
    ['queue', 'Postfix’ queue', '-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------\n'],
    ['queue', 'an empty one', 'Mail queue is empty\n'],
    ['queue', 'Exim’s queue', ' 4h  2.9K 1vNPlX-00000001abc-2Xyz <admin@corp.example>\n          bob@example.com\n'],
    ['queue', 'Exchange’s queue as JSON', '[{"Identity":"MAIL1\\\\17","MessageCount":1,"NextHopDomain":"example.com"}]'],
    ['queue', 'Exchange’s messages as a list', 'Identity          : MAIL1\\17\\40\nFromAddress       : admin@corp.example\n'],
    [
      'bounce-text',
      'the text of a bounce of qmail',
      "Hi. This is the qmail-send program at mx.example.org.\nI'm afraid I wasn't able to deliver your message.\n\n<bob@example.com>:\nRemote host said: 550 5.1.1 no such user",
    ],
    [
      'bounce-text',
      'the text of a bounce of Exchange Online',
      "Your message to bob@example.com couldn't be delivered.\nbob wasn't found at example.com.\n\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found'",
    ],
    [
      'bounce-text',
      'the text of a bounce of Gmail',
      "Address not found\nYour message wasn't delivered to bob@example.com because the address couldn't be found, or is unable to receive mail.\nThe response was:\n550 5.1.1 no such user",
    ],
    ['bounce-text', 'the fields of a report', 'Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.1.1\n'],
    [
      'bounce-text',
      'a bounce quoted in a mail',
      '> The following address(es) failed:\n>\n>   bob@example.com\n>     mailbox is full\n>     Unable to deliver the message',
    ],
  ])('%s: %s', async (kind, _, text) => {
    expect(await recognise(text)).toBe(kind);
  });

  it('is a message where a header goes on beyond what was looked at', async () => {
    expect(await recognise(`From: a@b.example\nSubject: x\n${'X-A: b\n'.repeat(20)}`, false)).toBe('bounce');
  });

  it('is a message, whatever the message quotes', async () => {
    const kinds = await Promise.all(makeOrdinaryMessages().map(async ({ bytes }) => (await recogniseDocument(bytes, true)).kind));
    expect(new Set(kinds)).toEqual(new Set(['bounce']));
  });
});

describe('what is none', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'it is empty'],
    ['blanks', ' \n\n ', 'it is empty'],
    ['a letter', 'Dear Bob,\n\nthank you for your mail.\n', 'a text without a reply'],
    ['a shopping list', '3 apples\n2 kg of flour\n', 'a text without a reply'],
    ['an application’s log', '2026-11-23 20:15:01 started\n2026-11-23 20:15:02 stopped\n', 'a text without a reply'],
    ['an Outlook message', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'Outlook'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'a picture'],
    ['octets', new Uint8Array([1, 2, 3, 200, 201, 0, 0, 0, 5]), 'it is no text'],
  ])('%s', async (_, given, seen) => {
    const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given;
    expect(await recogniseDocument(bytes, true)).toEqual({
      kind: null,
      seen: expect.stringContaining(seen),
      isText: seen.startsWith('a text'),
    });
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, whole) => {
        const { kind } = await recogniseDocument(bytes, whole);
        expect(kind === null || typeof kind === 'string').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
