/** The short way to a verdict comes to what the whole book comes to, over every example that the knowledge has. */
import { expect, it } from 'vitest';
import { explainReply } from '../facts/reply-meaning.js';
import { allReplyEntries } from '../knowledge/replies/all-entries.js';
import type { CaseFile } from '../model/case-file.js';
import { rootName } from '../model/domain-name.js';
import type { Reply } from '../model/reply.js';
import { defaultTraceOptions, type Target } from '../model/trace-options.js';
import { asciiOnly, parseTarget } from '../parse/mailbox.js';
import { parseReplyText } from '../parse/smtp/parse-reply-text.js';
import { concludeReply } from './conclude-reply.js';
import { judgeCase } from './judge-case.js';

const unnamed: Target = {
  kind: 'domain',
  input: 'a reply',
  mailbox: null,
  domain: { kind: 'name', name: rootName, unicode: null },
  assumed: false,
};
const bob = parseTarget('bob@example.com', { toAscii: asciiOnly, postmaster: false });

type Context = Pick<Parameters<typeof explainReply>[1], 'stage' | 'host'>;

function caseOf(reply: Reply, { stage, host }: Context, target: Target): CaseFile {
  const exchange = { stage: stage ?? 'rcpt', command: null, reply, sentMs: 0, receivedMs: 0 } as const;
  return {
    kind: 'explanation',
    target,
    options: defaultTraceOptions,
    startedAt: '2026-11-23T20:00:00.000Z',
    durationMs: 0,
    complete: true,
    identity: null,
    evidence: [{ id: 'reply/1', kind: 'reply', origin: 'bounce', startedMs: 0, durationMs: 0, stage, host, exchange }],
  };
}

it.each([
  ['that names nobody', unnamed],
  ['about an address', bob],
])('a reply %s', (_, target) => {
  const different = allReplyEntries.flatMap(({ examples }) =>
    examples.filter(({ reply: text, stage = null, host = null }) => {
      const reply = parseReplyText(text);
      if (reply === null) return true;
      const file = caseOf(reply, { stage, host }, target);
      const short = concludeReply(file, explainReply(reply, { stage, host }).code);
      return JSON.stringify(short) !== JSON.stringify(judgeCase(file).verdict);
    }),
  );
  expect(different).toEqual([]);
});
