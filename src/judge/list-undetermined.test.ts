import { describe, expect, it } from 'vitest';
import type { Check } from '../model/report.js';
import type { CodeDeclaration, RegisteredRule } from '../model/rule.js';
import type { Code } from '../model/vocabulary.js';
import { listUndetermined } from './list-undetermined.js';

const declaration: CodeDeclaration = { description: '', variants: {}, references: [], explains: [] };

function rule(id: string, ...said: readonly Code[]): RegisteredRule {
  return { id, needs: {}, says: Object.fromEntries(said.map((code) => [code, declaration])), evaluate: () => ({ result: 'clear' }) };
}

const rules = [
  rule('domain/lame-delegation', 'domain.lame-delegation'),
  rule('domain/servers-disagree', 'domain.servers-disagree'),
  rule('local/egress-blocked', 'local.egress-blocked'),
  rule('resolver/stale', 'resolver.stale'),
  rule('sender/own-address', 'sender.no-reverse-dns'),
];

function open(id: string, reason: string): Check {
  return { rule: id, result: 'could-not-tell', reason };
}

describe('what could not be told', () => {
  it.each<[string, readonly Check[], readonly { what: string; why: string }[]]>([
    ['is nothing where all was told', [{ rule: 'resolver/stale', result: 'clear' }], []],
    [
      'is told as a question',
      [open('local/egress-blocked', 'no control answered')],
      [{ what: 'whether outbound port 25 is blocked where the trace runs', why: 'no control answered' }],
    ],
    [
      'is told together where the reason is the same',
      [open('domain/servers-disagree', 'no walk'), open('local/egress-blocked', 'no control'), open('resolver/stale', 'no walk')],
      [
        {
          what: 'whether the authoritative servers give different answers, or whether the local resolver still has an old answer in its cache',
          why: 'no walk',
        },
        { what: 'whether outbound port 25 is blocked where the trace runs', why: 'no control' },
      ],
    ],
    [
      'is told by its field where it is much',
      [open('domain/lame-delegation', 'no walk'), open('domain/servers-disagree', 'no walk'), open('resolver/stale', 'no walk')],
      [{ what: "your resolvers and the domain's name servers", why: 'no walk' }],
    ],
  ])('%s', (_, checks, expected) => {
    expect(listUndetermined({ checks, rules, spoken: true })).toEqual(expected);
  });

  it('leaves out how one stands as a sender where no server was spoken to', () => {
    const checks = [open('sender/own-address', 'no PTR lookup')];
    expect(listUndetermined({ checks, rules, spoken: false })).toEqual([]);
    expect(listUndetermined({ checks, rules, spoken: true })).toHaveLength(1);
  });
});
