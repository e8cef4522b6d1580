import { describe, expect, it } from 'vitest';
import type { RegisteredRule, RuleFinding, Wording } from '../model/rule.js';
import { type Found, wordFindings } from './word-findings.js';

const wording: Wording = {
  title: '{domain} has no mail server.',
  explanation: 'Mail to {domain} is returned. It was so for {waitedMs}.',
  severity: 'error',
  responsible: 'recipient-dns',
  remedy: ['Publish an MX record for {domain}.', 'Remove {leftover}.'],
  waitingHelps: 'no',
};

const rule: RegisteredRule = {
  id: 'mx/missing',
  needs: {},
  says: {
    'mx.missing': { description: 'x', variants: { bare: wording, other: wording }, references: ['RFC 5321 section 5.1'], explains: [] },
    'domain.not-found': { description: 'x', variants: { bare: wording }, references: [], explains: [] },
  },
  evaluate: () => ({ result: 'clear' }),
};

function found(changes: Partial<RuleFinding> = {}): Found {
  const finding: RuleFinding = {
    code: 'mx.missing',
    says: 'bare',
    subject: { kind: 'domain', name: 'example.com', within: [] },
    confidence: 'certain',
    arguments: { domain: 'example.com', waitedMs: 15_000, leftover: null },
    evidence: ['b', 'a', 'b'],
    ...changes,
  };
  return { rule, finding };
}

function word(...given: readonly Found[]) {
  return wordFindings(given).map(({ finding }) => finding);
}

describe('findings in words', () => {
  it('take title, explanation and steps from the declaration, evidence once and sorted', () => {
    expect(word(found())).toEqual([
      {
        id: 'mx.missing/example.com',
        code: 'mx.missing',
        says: 'bare',
        severity: 'error',
        confidence: 'certain',
        subject: { kind: 'domain', name: 'example.com', within: [] },
        arguments: { domain: 'example.com', waitedMs: 15_000, leftover: null },
        title: 'example.com has no mail server.',
        explanation: 'Mail to example.com is returned. It was so for 15 s.',
        responsible: 'recipient-dns',
        alsoInform: [],
        remedy: ['Publish an MX record for example.com.'],
        waitingHelps: 'no',
        references: ['RFC 5321 section 5.1'],
        evidence: ['a', 'b'],
        explainedBy: [],
      },
    ]);
  });

  it('let the case overrule the declaration, with steps of its own first', () => {
    const [finding] = word(
      found({ responsible: 'local', severity: 'warning', waitingHelps: 'yes', extraRemedy: ['See https://a.example/'] }),
    );
    expect(finding).toMatchObject({
      responsible: 'local',
      severity: 'warning',
      waitingHelps: 'yes',
      remedy: ['See https://a.example/', 'Publish an MX record for example.com.'],
    });
  });

  it('are one where the same was found twice, with the evidence of both and the better confidence', () => {
    const findings = word(found({ confidence: 'possible', evidence: ['a'] }), found({ confidence: 'likely', evidence: ['c'] }));
    expect(findings.map(({ id, confidence, evidence }) => ({ id, confidence, evidence }))).toEqual([
      { id: 'mx.missing/example.com', confidence: 'likely', evidence: ['a', 'c'] },
    ]);
  });

  it('of one code and subject in two variants have two ids, the same in whatever order they were found', () => {
    const one = word(found(), found({ says: 'other' })).map(({ id, says }) => [id, says]);
    const two = word(found({ says: 'other' }), found()).map(({ id, says }) => [id, says]);
    expect(one).toEqual([
      ['mx.missing/example.com', 'bare'],
      ['mx.missing/example.com#2', 'other'],
    ]);
    expect(two).toEqual(one);
  });

  it('stand in the order of the vocabulary', () => {
    expect(word(found(), found({ code: 'domain.not-found' })).map(({ code }) => code)).toEqual(['domain.not-found', 'mx.missing']);
  });

  it.each<[string, Partial<RuleFinding>, RegExp]>([
    ['a code that the rule does not declare', { code: 'mx.null' }, /rule mx\/missing says mx\.null bare/],
    ['a variant that it does not declare', { says: 'never' }, /rule mx\/missing says mx\.missing never/],
    ['a placeholder without an argument', { arguments: {} }, /rule mx\/missing, mx\.missing bare: no argument for \{domain\}/],
  ])('throw on %s', (_, changes, message) => {
    expect(() => wordFindings([found(changes)])).toThrow(message);
  });
});
