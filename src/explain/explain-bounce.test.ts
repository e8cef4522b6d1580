/** Bounces of the common makers, judged recipient by recipient. */
import { describe, expect, it } from 'vitest';
import { explainBounce } from './explain-bounce.js';
import { explainReplyText } from './explain-reply-text.js';

function explain(...lines: string[]) {
  return explainBounce(new TextEncoder().encode(lines.join('\n')), 'test');
}

const daemon = ['Return-Path: <>', 'From: MAILER-DAEMON@mx.example.org', 'To: me@example.org'];

function structured(fields: readonly string[], prose = 'Your mail.') {
  return explain(
    ...daemon,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    prose,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    ...fields,
    '--b--',
    '',
  );
}

describe('a report with fields', () => {
  it('tells who, why, where and what to do', async () => {
    const explained = await structured([
      'Final-Recipient: rfc822; bob@example.com',
      'Action: failed',
      'Status: 5.2.2',
      'Remote-MTA: dns; mx1.example.com',
      'Diagnostic-Code: smtp; 552 5.2.2 Mailbox full',
    ]);
    expect(explained).toMatchObject({
      schema: 'mailwhy-explained/1',
      source: 'test',
      recognisedAs: 'bounce',
      kind: 'failed',
      reportedBy: 'mx.example.org',
      recipients: [
        {
          address: 'bob@example.com',
          kind: 'failed',
          outcome: 'undeliverable',
          code: 'recipient.mailbox-full',
          status: '5.2.2',
          replyCode: 552,
          addressState: 'full',
          responsible: 'recipient-user',
          host: 'mx1.example.com',
          reply: '552 5.2.2 Mailbox full',
        },
      ],
    });
  });

  it.each([
    [
      'delayed',
      '4.1.1',
      '450 4.1.1 User unknown',
      { kind: 'delayed', outcome: 'delayed', code: 'recipient.unknown', addressState: 'unknown' },
    ],
    ['delivered', '2.0.0', '250 ok', { kind: 'delivered', outcome: 'deliverable', code: null, addressState: 'alive' }],
    ['relayed', '2.0.0', '250 ok', { kind: 'relayed', outcome: 'deliverable', code: null }],
    [
      'failed',
      '5.1.1',
      '550 5.1.1 User unknown',
      { kind: 'failed', outcome: 'undeliverable', code: 'recipient.unknown', addressState: 'dead' },
    ],
  ])('action %s', async (action, status, reply, expected) => {
    const fields = [
      'Final-Recipient: rfc822; bob@example.com',
      `Action: ${action}`,
      `Status: ${status}`,
      `Diagnostic-Code: smtp; ${reply}`,
    ];
    expect((await structured(fields)).recipients).toMatchObject([expected]);
  });

  it('holds no address for dead that was refused behind the message', async () => {
    const prose = '<bob@example.com>: host mx.example.com[192.0.2.1] said: 550 Unknown user (in reply to end of DATA command)';
    const { recipients } = await structured(['Final-Recipient: rfc822; bob@example.com', 'Action: failed', 'Status: 5.0.0'], prose);
    expect(recipients).toMatchObject([{ stage: 'message', addressState: 'unknown' }]);
  });
});

describe('a report in prose', () => {
  it.each([
    [
      'qmail',
      [
        'Subject: failure notice',
        '',
        'Hi. This is the qmail-send program at mx.example.org.',
        '',
        '<bob@example.com>:',
        'Remote host said: 550 5.1.1 no such user',
      ],
      { software: 'qmail', recipients: [{ address: 'bob@example.com', status: '5.1.1', replyCode: 550, code: 'recipient.unknown' }] },
    ],
    [
      'Exim',
      [
        'X-Failed-Recipients: bob@example.com',
        'Subject: Mail delivery failed',
        '',
        'The following address(es) failed:',
        '',
        '  bob@example.com',
        '    mailbox is full',
      ],
      { software: 'exim', recipients: [{ address: 'bob@example.com', status: null, replyCode: null, code: 'recipient.mailbox-full' }] },
    ],
    [
      'a warning',
      ['Subject: Warning: message delayed', '', 'THIS IS A WARNING MESSAGE ONLY.', '', '<bob@example.com>:', '450 4.2.0 Greylisted'],
      { kind: 'delayed', recipients: [{ kind: 'delayed', outcome: 'delayed', code: 'sender.greylisted' }] },
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await explain(...daemon, ...lines, '')).toMatchObject(expected);
  });
});

describe('other things that come back', () => {
  it.each([
    [
      'an automatic answer',
      ['From: bob@example.com', 'Auto-Submitted: auto-replied', 'Subject: Away', '', 'Back on Monday.'],
      { kind: 'auto-reply', recipients: [{ address: 'bob@example.com', code: null }] },
    ],
    [
      'a challenge: the message is held until its sender answers',
      ['From: bob@example.com', 'Auto-Submitted: auto-replied', 'Subject: Please confirm', '', 'Confirm that you are a human.'],
      {
        kind: 'auto-reply',
        recipients: [
          {
            outcome: 'delayed',
            addressState: 'alive',
            responsible: 'sender-user',
            waiting: 'does not help: the message is held until the challenge is answered',
            confidence: 'likely',
            reply: 'Confirm that you are a human.',
          },
        ],
      },
    ],
    [
      'an answer for somebody who has left',
      ['From: bob@example.com', 'Auto-Submitted: auto-replied', 'Subject: Re: Minutes', '', 'Bob no longer works here.'],
      {
        kind: 'auto-reply',
        recipients: [{ outcome: 'deliverable', addressState: 'unknown', responsible: 'sender-user', confidence: 'likely' }],
      },
    ],
    [
      'an answer that throws the message away',
      ['From: bob@example.com', 'Auto-Submitted: auto-replied', 'Subject: Re: Minutes', '', 'Your message was not delivered.'],
      { kind: 'auto-reply', recipients: [{ outcome: 'undeliverable', addressState: 'unknown', code: null }] },
    ],
    [
      'a complaint',
      [
        'From: fbl@example.com',
        'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
        '',
        '--b',
        'Content-Type: message/feedback-report',
        '',
        'Feedback-Type: abuse',
        'Original-Rcpt-To: bob@example.com',
        '',
        '--b--',
      ],
      { kind: 'complaint', recipients: [{ address: 'bob@example.com', kind: 'complaint' }] },
    ],
    [
      'a notice in JSON',
      [
        '{"notificationType":"Bounce","bounce":{"bouncedRecipients":[{"emailAddress":"bob@example.com","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}]}}',
      ],
      { kind: 'failed', software: 'amazon-ses', recipients: [{ address: 'bob@example.com', replyCode: 550, code: 'recipient.unknown' }] },
    ],
    ['octets that are no message', ['\u0000\u0001'], { kind: 'not-a-report', recognisedAs: 'message', recipients: [] }],
  ])('%s', async (_, lines, expected) => {
    expect(await explain(...lines, '')).toMatchObject(expected);
  });

  it.each(['relayed', 'expanded'])('does not say that a message which was %s has arrived', async (action) => {
    const { recipients } = await structured(['Final-Recipient: rfc822; bob@example.com', `Action: ${action}`, 'Status: 2.0.0']);
    expect(recipients[0]).toMatchObject({ kind: action, addressState: 'unknown', waitingHelps: 'unknown', confidence: 'likely' });
    expect(recipients[0]?.waiting).not.toContain('arrived');
  });

  it.each([
    ['connect to mx1.example.com[192.0.2.25]:25: Connection timed out', 'may help: this sender tries again'],
    [
      'Host or domain name not found. Name service error for name=example.com: Host not found',
      'does not help: this sender keeps the message',
    ],
  ])('says until when the reporter tries: %s', async (reason, waiting) => {
    const { recipients } = await structured([
      'Final-Recipient: rfc822; bob@example.com',
      'Action: delayed',
      'Status: 4.4.1',
      `Diagnostic-Code: X-Postfix; ${reason}`,
      'Will-Retry-Until: Sat, 28 Nov 2026 02:00:03 -0800 (PST)',
    ]);
    expect(recipients[0]?.waiting).toBe(`${waiting} until Sat, 28 Nov 2026 10:00 UTC, then bounces it`);
  });

  it.each(['4.0.0', '4.2.1', '4.2.2', '4.3.0', '4.3.1', '4.3.2', '4.4.2', '4.5.3', '4.7.0', '4.7.1'])(
    'keeps nothing in the queue that a bounce has given up: %s',
    async (status) => {
      const { recipients } = await structured(['Final-Recipient: rfc822; bob@example.com', 'Action: failed', `Status: ${status}`]);
      expect(recipients[0]?.remedy.filter((step) => /leave .* in the queue/i.test(step))).toEqual([]);
      expect(recipients[0]?.waiting).toContain('given up');
    },
  );

  it('puts folded words into a remedy as one line', async () => {
    const { recipients } = await structured([
      'Final-Recipient: rfc822; bob@example.com',
      'Action: failed',
      'Status: 4.3.0',
      'Diagnostic-Code: X-Postfix; alias database',
      '    unavailable',
    ]);
    expect(recipients[0]?.remedy.join(' ')).toContain('(alias database unavailable)');
    expect(recipients[0]?.reply).toBe('alias database\nunavailable');
  });

  it('puts each recipient its own words into a remedy that quotes them', async () => {
    const { recipients } = await structured(
      ['bob', 'dave', 'bob'].flatMap((name) => [
        `Final-Recipient: rfc822; ${name}@example.com`,
        'Action: failed',
        'Status: 4.3.0',
        `Diagnostic-Code: X-Postfix; ${name === 'bob' ? 'alias' : 'virtual'} database unavailable`,
        '',
      ]),
    );
    const quoted = recipients.map(({ remedy }) => /\((\w+ database unavailable)\)/.exec(remedy.join(' '))?.[1]);
    expect(quoted).toEqual(['alias database unavailable', 'virtual database unavailable', 'alias database unavailable']);
  });

  it('does not say of a message whose time ran out that every sender bounces it', async () => {
    const { recipients } = await structured([
      'Final-Recipient: rfc822; bob@example.com',
      'Action: failed',
      'Status: 5.0.0',
      'Diagnostic-Code: X-Exim; retry timeout exceeded',
    ]);
    expect(recipients[0]).toMatchObject({ code: 'queue.expired', waiting: 'does not help: this message has been given up' });
  });

  it('gives the same cause for the reply by itself', async () => {
    const reply = '552 5.2.2 Mailbox full';
    const { recipients } = await structured([
      'Final-Recipient: rfc822; bob@example.com',
      'Action: failed',
      `Diagnostic-Code: smtp; ${reply}`,
    ]);
    const alone = explainReplyText(reply)?.recipients[0];
    expect(recipients[0]).toMatchObject({ code: alone?.code, responsible: alone?.responsible, decidedBy: alone?.decidedBy });
  });
});

it('ends soon on any text of any length', async () => {
  const hostile = ['a@', ' -', '>', 'x@x.', '550 ', 'could not ', '----- ', '<', '&#'].map((piece) => piece.repeat(40_000));
  const startedAt = performance.now();
  for (const text of hostile) await explain(...daemon, 'Subject: failure notice', '', text);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
}, 30_000);
