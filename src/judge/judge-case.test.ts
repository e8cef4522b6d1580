import { describe, expect, it } from 'vitest';
import { createReplyCase } from '../explain/explain-reply.js';
import type { CaseFile } from '../model/case-file.js';
import { judgeCase } from './judge-case.js';

function explain(text: string): CaseFile {
  const file = createReplyCase(text, { startedAt: '2026-11-23T20:00:00.000Z' });
  if (file === null) throw new Error(`no reply: ${text}`);
  return file;
}

describe('the report of a reply by itself', () => {
  it.each<[string, string, { domain: string | null; input: string }]>([
    ['goes by the reply', '550 5.7.1 Relaying denied', { domain: null, input: '550 5.7.1 Relaying denied' }],
    ['goes by the start of a long reply', `550 5.7.1 ${'so '.repeat(40)}`, { domain: null, input: '550 5.7.1 so so so so so so so …' }],
    ['goes by its first line', '550-5.1.1 No such\n550 5.1.1 user', { domain: null, input: '550-5.1.1 No such …' }],
    [
      'goes by the host that spoke, where that is told',
      'host mx.example.com[192.0.2.1] said: 550 5.7.1 no',
      { domain: 'mx.example.com', input: 'host mx.example.com[192.0.2.1] said: 550 5.7.1 no' },
    ],
  ])('%s', (_, text, target) => {
    expect(judgeCase(explain(text)).target).toEqual({ ...target, address: null, assumed: false });
  });

  it('speaks of no domain that nobody told', () => {
    const { verdict, findings } = judgeCase(explain('550 5.7.1 Relaying denied'));
    const words = [verdict.summary, ...verdict.remedy, ...findings.map(({ explanation }) => explanation)].join('\n');
    expect(words).not.toMatch(/ \.\.|\(not told\)|\{/);
    expect(verdict.remedy[0]).toBe('At the recipient: add the domain to those that the server takes mail for.');
  });
});

describe('the report of a malformed address', () => {
  it('leaves no question open', () => {
    const file: CaseFile = {
      ...explain('550 no'),
      kind: 'trace',
      target: {
        kind: 'malformed',
        input: 'bob@example,com',
        fault: { reason: 'a comma stands in the domain', at: 11, suggestion: 'bob@example.com' },
      },
      evidence: [],
    };
    expect(judgeCase(file).verdict).toMatchObject({ outcome: 'undeliverable', cause: 'address.malformed', undetermined: [] });
  });
});
