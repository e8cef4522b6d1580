/** What was explained, as text and as pages: one message, many, counts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Explained } from '../model/explained.js';
import type { CauseCount, ExplainedSummary } from '../model/explained-summary.js';
import type { Explanation } from '../model/explanation.js';
import { displayWidth } from './display-width.js';
import { renderExplained } from './render-explained.js';
import { renderExplanationHtml, renderSummaryHtml } from './render-explained-html.js';
import { renderExplainedLine, renderExplainedSummary } from './render-explained-list.js';
import { explainedOf, recipientOf } from './testing/explained-fixtures.js';

const page = { width: 80, colour: false, verbose: false };

function linesOf(explained: Explained, width = 80, verbose = false): readonly string[] {
  return renderExplained(explained, { width, colour: false, verbose }).split('\n').slice(0, -1);
}

const cause: CauseCount = {
  kind: 'failed',
  code: 'recipient.unknown',
  means: 'the mailbox does not exist',
  recipients: 42,
  domains: [{ name: 'example.com', recipients: 40 }],
  hosts: [{ name: 'mx1.example.com', recipients: 30 }],
  responsible: 'sender-user',
  waitingHelps: 'no',
  remedy: ['Remove the address.', 'Ask.'],
  example: { source: 'a.mbox#1', address: 'bob@example.com', reply: '550 5.1.1 no' },
};
const summary: ExplainedSummary = {
  schema: 'mailwhy-summary/1',
  complete: true,
  messages: 40,
  recipients: 42,
  kinds: { failed: 40 },
  causes: [cause],
  followUp: null,
};

describe('one message', () => {
  it('has the first screen of a trace', () => {
    expect(linesOf(explainedOf()).join('\n')).toBe(
      `A failed delivery, reported by mx.example.org (postfix).

bob@example.com                                                recipient.unknown

UNDELIVERABLE  The mailbox bob does not exist at example.com.

Who must act   You, the sender: who typed the address or wrote the message.
Also tell      The mail administrator of example.com.
What to do     1. Compare the spelling of bob@example.com with an older mail
                  from the person, or phone.
               2. Remove the address.
Waiting        does not help: every sender bounces this at once.
Said by        mx1.example.com to RCPT TO:
               550 5.1.1 <bob@example.com>: Recipient address rejected: User
                 unknown
The address    is dead: send nothing more to it.
Certainty      certain: code and text agree
Decided by     text/no-such-user`,
    );
  });

  it('tells what the reply tells besides, and where code and text quarrel', () => {
    const details = {
      blocklist: 'Spamhaus',
      links: ['https://a.example/'],
      addresses: ['203.0.113.5'],
      retryAfterSeconds: 300,
      ticket: 'AB1',
    };
    const lines = linesOf(explainedOf({ recipients: [recipientOf({ details, contradicts: true })] }));
    expect(lines).toContain('In the reply   the blocklist Spamhaus; the address 203.0.113.5; the reference');
    expect(lines).toContain('               https://a.example/');
    expect(lines.join(' ')).toContain('code and text contradict each other');
  });

  it('names together of whom the same was said', () => {
    const recipients = Array.from({ length: 9 }, (_, at) => recipientOf({ address: `user${at}@example.com` }));
    const lines = linesOf(explainedOf({ recipients }));
    expect(lines.filter((line) => line.startsWith('UNDELIVERABLE'))).toHaveLength(1);
    expect(lines).toContain('The same for   user1@example.com, user2@example.com, user3@example.com,');
    expect(lines).toContain('               … 3 more recipients (-v shows all)');
    expect(linesOf(explainedOf({ recipients }), 80, true).join(' ')).toContain('user8@example.com');
  });

  it('tells what waiting does where no code is, and who says what no server said', () => {
    const held = recipientOf({
      kind: 'auto-reply',
      code: null,
      host: null,
      stage: null,
      replyCode: null,
      waiting: 'does not help: it is held',
      reply: 'Confirm.',
    });
    const lines = linesOf(explainedOf({ kind: 'auto-reply', recipients: [held] }));
    expect(lines).toContain('Waiting        does not help: it is held.');
    expect(lines).toContain('Said by        the automatic answer:');
    const own = recipientOf({ host: null, stage: null, replyCode: null, reply: 'Host not found' });
    expect(linesOf(explainedOf({ recipients: [own] }))).toContain('Said by        the system that reports it:');
  });

  it('says what else it is, who carries what, and whom nobody names', () => {
    expect(linesOf(explainedOf({ kind: 'not-a-report', recipients: [], reportedBy: null, software: null }))).toEqual([
      'No report of a delivery.',
    ]);
    expect(linesOf(explainedOf({ recipients: [] }))).toEqual([
      'A failed delivery, reported by mx.example.org (postfix).',
      '',
      'It names no recipient.',
    ]);
    const carrying = explainedOf({ kind: 'not-a-report', recipients: [], carries: explainedOf() });
    expect(linesOf(carrying).slice(0, 3)).toEqual([
      "Somebody's message, which carries a report.",
      '',
      'A failed delivery, reported by mx.example.org (postfix).',
    ]);
  });
});

describe('many', () => {
  it('are a line for each recipient', () => {
    expect(
      renderExplainedLine(
        explainedOf({ recipients: [recipientOf(), recipientOf({ address: null, kind: 'delivered', code: null })] }),
        page,
      ),
    ).toBe(
      'failed        recipient.unknown           bob@example.com  bounces/0001.eml\ndelivered                                 -  bounces/0001.eml\n',
    );
  });

  it('are counted by cause, with the domains and hosts', () => {
    expect(renderExplainedSummary(summary, page)).toBe(`40 messages: 40 failed; they tell of 42 recipients.

Recipients  Kind    Cause              Most at
        42  failed  recipient.unknown  example.com

42 failed: recipient.unknown, the mailbox does not exist
Who must act   You, the sender: who typed the address or wrote the message.
What to do     Remove the address.
Domains        example.com (40)
Refused by     mx1.example.com (30)
For example    550 5.1.1 no - bob@example.com, a.mbox#1
`);
  });

  it('say where they were cut', () => {
    expect(renderExplainedSummary({ ...summary, complete: false, causes: [] }, page)).toMatch(
      /It was interrupted: more may\s+follow them\./,
    );
  });
});

const frame = { schema: 'mailwhy/1', version: '0.1.0', kind: 'explanation', startedAt: '2026-11-23T20:00:00.000Z' } as const;
const { schema: _, ...counts } = summary;

function pageOf(explained: readonly Explained[], changes: Partial<Explanation> = {}): string {
  return renderExplanationHtml({ ...frame, ...counts, messages: explained.length, explained, ...changes });
}

/** What a page of everything holds, with the text in each place that mail may fill. */
function pagesFullOf(text: string): readonly string[] {
  const details = { blocklist: text, links: [text], addresses: [text], retryAfterSeconds: 1, ticket: text };
  const recipient = recipientOf({
    address: text,
    summary: text,
    remedy: [text],
    waiting: text,
    host: text,
    reply: text,
    provider: text,
    decidedBy: text,
    details,
  });
  const explained = explainedOf({ source: text, reportedBy: text, software: text, recipients: [recipient, recipient] });
  const full = {
    ...cause,
    remedy: [text],
    domains: [{ name: text, recipients: 1 }],
    hosts: [{ name: text, recipients: 1 }],
    example: { source: text, address: text, reply: text },
  };
  return [
    pageOf([explained]),
    pageOf([explained, { ...explained, carries: explained }], { causes: [full] }),
    renderSummaryHtml({ ...summary, causes: [full] }, frame),
  ];
}

describe('pages', () => {
  it('tell of one message what the text tells', () => {
    const html = pageOf([explainedOf()]);
    for (const told of [
      'undeliverable',
      'The mailbox bob does not exist at example.com.',
      'mx1.example.com to RCPT TO:',
      'is dead: send nothing more to it.',
      'text/no-such-user',
    ]) {
      expect(html).toContain(told);
    }
  });

  it('list many, and say how many are not listed', () => {
    const html = pageOf([explainedOf(), explainedOf()], { messages: 700 });
    expect(html).toContain('698 more messages are counted above');
    expect(html.match(/<tr role="row"/g)?.length).toBe(2 + 1 + 2);
  });

  it('escape whatever came by mail', () => {
    for (const html of pagesFullOf('<script>alert(1)</script>"\u001b\u202e')) {
      expect(html).not.toMatch(/<script|[^\P{Cc}\n]|\u202e/u);
      expect(html).toContain('&lt;script&gt;');
    }
  });
});

describe('whatever mail says', () => {
  it('no line exceeds the width, and nothing reaches the terminal raw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(40, 80, 120), (text, width) => {
        const recipient = recipientOf({
          address: text,
          summary: text,
          remedy: [text],
          host: text,
          reply: `${text}\n${text}`,
          decidedBy: text,
        });
        const explained = explainedOf({ reportedBy: text, software: text, recipients: [recipient, { ...recipient, address: `${text}2` }] });
        const shown = renderExplained(explained, { width, colour: false, verbose: true });
        expect(shown).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
        expect(shown.split('\n').filter((line) => displayWidth(line) > width && !/https?:/.test(line))).toEqual([]);
        expect(renderExplainedLine({ ...explained, source: text }, { colour: false })).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u2028-\u202e]/u);
      }),
      { numRuns: 300 },
    );
  });
});
