/**
 * A rule's test: a table of small worlds, each with the exact findings. What is not listed must not appear.
 */
import { describe, expect, it } from 'vitest';
import { type HostWorld, hostView } from '../../facts/testing/host-world.js';
import type { Arguments, RegisteredRule } from '../../model/rule.js';
import type { Code } from '../../model/vocabulary.js';
import { evaluateRule, type ShortFinding } from './evaluate-rule.js';

/** A finding as a test states it: code, variant and subject in one line, the arguments, and the severity where it is not the declared one. */
export interface StatedFinding {
  readonly says: string;
  readonly arguments: Arguments;
  readonly severity?: string;
}

/** A sentence about the world, the world, and what the rule says of it. */
export type RuleCase = readonly [
  sentence: string,
  world: HostWorld,
  expected: readonly StatedFinding[] | 'clear' | 'not-applicable' | 'could-not-tell',
];

export function testRule(rule: RegisteredRule, cases: readonly RuleCase[]): void {
  describe(rule.id, () => {
    it.each(cases)('%s', (_sentence, world, expected) => {
      expect(stateFindings(rule, evaluateRule(rule, hostView(world)))).toEqual(expected);
    });

    it('has a world for each variant that it can say', () => {
      const stated = cases.flatMap(([, , expected]) =>
        typeof expected === 'string' ? [] : expected.map(({ says }) => says.split(' ')[0]),
      );
      const declared = Object.entries(rule.says).flatMap(([code, declaration]) =>
        Object.keys(declaration?.variants ?? {}).map((variant) => `${code}/${variant}`),
      );
      expect([...new Set(stated)].sort()).toEqual(declared.sort());
    });
  });
}

function stateFindings(rule: RegisteredRule, result: readonly ShortFinding[] | string): readonly StatedFinding[] | string {
  if (typeof result === 'string') return result.split(':')[0] ?? '';
  return result.map(({ code, says, subject, severity, arguments: values }) => {
    const declared = rule.says[code as Code]?.variants[says]?.severity;
    return { says: `${code}/${says} ${subject}`, arguments: values, ...(severity === declared ? {} : { severity }) };
  });
}

/** One exchange at 192.0.2.25 that accepts. */
export const accepting = {
  says: ['220 mx1.example.com ESMTP', 'EHLO', '250-mx1\n250 STARTTLS', 'MAIL', '250 2.1.0 Ok', 'RCPT', '250 2.1.5 Ok'],
};
export const one = ['10 mx1.example.com 192.0.2.25'];
export const two = ['10 mx1.example.com 192.0.2.25', '20 mx2.example.com 198.51.100.25'];
/** What every finding about mx1 says of it. */
export const mx1 = { exchange: 'mx1.example.com', address: '192.0.2.25', family: 4 };
