/** What is judged in the name of a stand-in is what is judged in each recipient's own. */
import { describe, expect, it } from 'vitest';
import { explainReply } from '../facts/reply-meaning.js';
import { allReplyEntries } from '../knowledge/replies/all-entries.js';
import { parseReplyText } from '../parse/smtp/parse-reply-text.js';
import { judgeReported, judgeUnshared } from './judge-reported.js';
import { isOrdinaryRecipient } from './named-judgement.js';

const examples = allReplyEntries.flatMap((entry) => entry.examples);
const recipients = ['bob@example.com', 'Bob.Miller+news@mail.example.co.uk', 'x@y.example'];

describe('a judgement for all recipients', () => {
  it('is the same as one for each, over every example of the knowledge', () => {
    const different = examples.flatMap(({ reply: text, stage = null, host = null }, at) => {
      const reply = parseReplyText(text);
      if (reply === null) return [text];
      const context = { stage, host, origin: 'bounce', recipient: recipients[at % recipients.length] ?? null } as const;
      const alone = judgeUnshared(explainReply(reply, context), reply, context);
      // Twice: what is remembered must be right for the next one too.
      return [judgeReported(reply, context), judgeReported(reply, context)].some((each) => JSON.stringify(each) !== JSON.stringify(alone))
        ? [text]
        : [];
    });
    expect(different).toEqual([]);
  });

  it('quotes no other reply than its own', () => {
    const say = (text: string) =>
      judgeReported(parseReplyText(text) ?? raise(text), {
        stage: 'rcpt',
        host: null,
        origin: 'bounce',
        recipient: 'bob@example.com',
      }).remedy.join(' ');
    expect(say('550 5.0.0 The heron does not fly on Tuesdays')).toContain('heron');
    expect(say('550 5.0.0 The owl does not fly on Fridays')).toContain('owl');
  });
});

it.each([
  ['bob@example.com', true],
  ['Postmaster@example.com', false],
  ['bob@bücher.example', false],
  ['bob@xn--bcher-kva.example', false],
  ['"a b"@example.com', false],
  ['bob@[192.0.2.1]', false],
  ['.bob@example.com', false],
  ['bob', false],
])('%s is ordinary: %s', (recipient, expected) => {
  expect(isOrdinaryRecipient(recipient)).toBe(expected);
});

function raise(text: string): never {
  throw new Error(`no reply: ${text}`);
}
