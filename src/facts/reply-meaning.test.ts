/** Every entry of the knowledge against every example, and what decides where several fit. */
import { describe, expect, it } from 'vitest';
import { allReplyEntries } from '../knowledge/replies/all-entries.js';
import { parseReplyText } from '../parse/smtp/parse-reply-text.js';
import { explainReply } from './reply-meaning.js';

const examples = allReplyEntries.flatMap((entry) =>
  entry.examples.map((example) => ({ id: entry.id, code: entry.code, provider: entry.provider, ...example })),
);

function explain({ reply, stage, host }: { reply: string; stage?: (typeof examples)[number]['stage']; host?: string }) {
  const parsed = parseReplyText(reply);
  if (parsed === null) throw new Error(`no reply: ${reply}`);
  return explainReply(parsed, { stage: stage ?? null, host: host ?? null });
}

describe('the knowledge of replies', () => {
  it.each(examples)('$id decides $reply', ({ id, ...example }) => {
    expect(explain(example).decidedBy).toBe(id);
  });
});
