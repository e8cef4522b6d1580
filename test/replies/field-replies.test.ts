/**
 * Replies as servers of many makers give them, beside the examples of the knowledge itself: code, stage (`-`: not told), host
 * and reply, a line each. They hold the knowledge to what it has not been written for.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { explainReply } from '../../src/facts/reply-meaning.js';
import { stages } from '../../src/model/vocabulary.js';
import { parseReplyText } from '../../src/parse/smtp/parse-reply-text.js';

const rows = readFileSync(new URL('field-replies.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', stage, host = '', ...reply] = line.split('  ');
    return { code, stage: stages.find((each) => each === stage) ?? null, host, reply: reply.join('  ') };
  });

it.each(rows)('$code: $reply', ({ code, stage, host, reply }) => {
  const parsed = parseReplyText(reply);
  expect(parsed === null ? null : explainReply(parsed, { stage, host }).code).toBe(code);
});
