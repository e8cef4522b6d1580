/** Many explained messages become counts by cause. */
import { expect, it } from 'vitest';
import { renderExplained } from '../render/render-explained.js';
import { renderExplainedLine, renderExplainedSummary } from '../render/render-explained-list.js';
import { CauseCounter } from './count-causes.js';
import { explainReplyText } from './explain-reply-text.js';

const page = { width: 80, colour: false, verbose: false };

function explain(text: string) {
  const explained = explainReplyText(text, 'here');
  if (explained === null) throw new Error('no reply');
  return explained;
}

it('the most frequent first, each with its first example', () => {
  const counter = new CauseCounter();
  for (const text of ['552 5.2.2 Mailbox full', '550 5.1.1 User unknown', '550 5.1.1 No such user', '250 ok']) counter.add(explain(text));
  const summary = counter.summarise(true);
  expect(summary).toMatchObject({
    messages: 4,
    kinds: { failed: 3, delivered: 1 },
    causes: [
      { code: 'recipient.unknown', recipients: 2, example: { source: 'here', reply: '550 5.1.1 User unknown' } },
      { code: 'recipient.mailbox-full', recipients: 1 },
    ],
  });
  expect(renderExplainedSummary(summary, page)).toMatch(
    /^4 messages: 3 failed, 1 delivered; they tell of 4 recipients\.\n\nRecipients.*\n +2 {2}failed {2}recipient\.unknown /,
  );
});

it('a step that quotes one reply is none for the others', () => {
  const counter = new CauseCounter();
  const listed = [
    'zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.5',
    'bl.spamcop.net; https://www.spamcop.net/bl.shtml?192.0.2.6',
  ];
  for (const list of listed) counter.add(explain(`550 5.7.1 Client host [192.0.2.5] blocked using ${list}`));
  const [cause] = counter.summarise(true).causes;
  expect(cause).toMatchObject({ code: 'sender.blocklisted', recipients: 2 });
  expect(cause?.remedy.length).toBeGreaterThan(1);
  expect(cause?.remedy.join(' ')).not.toMatch(/spamhaus|spamcop/);
});

it('one message says what was said, where, and what to do; none of it reaches the terminal raw', () => {
  const text = renderExplained(
    explain('host mx.example.com[192.0.2.1] said: 552 5.2.2 Mailbox \u001b[2Jfull (in reply to RCPT TO command)'),
    page,
  );
  expect(text).toContain('recipient.mailbox-full');
  expect(text).toContain('Said by        mx.example.com to RCPT TO:');
  expect(text).toContain('What to do     1. ');
  expect(text).not.toContain('\u001b');
});

it('a list has one line a recipient', () => {
  expect(renderExplainedLine(explain('550 5.1.1 User unknown'), page)).toBe('failed        recipient.unknown           -  here\n');
});

it('a report that somebody forwards counts, and is listed, as what it reports', () => {
  const letter = { ...explain('250 ok'), kind: 'not-a-report' as const, recipients: [], carries: explain('550 5.1.1 User\n  unknown') };
  const counter = new CauseCounter();
  counter.add(letter);
  expect(counter.count()).toMatchObject({ messages: 1, recipients: 1, kinds: { failed: 1 }, causes: [{ code: 'recipient.unknown' }] });
  expect(renderExplainedLine(letter, page)).toBe('failed        recipient.unknown           -  here\n');
  expect(renderExplainedSummary(counter.summarise(true), page)).toContain('For example    550 5.1.1 User unknown - here');
});
