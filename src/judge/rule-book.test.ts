/** The rule book as a whole: what no single rule's test can see. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { RegisteredRule } from '../model/rule.js';
import { type Code, codes } from '../model/vocabulary.js';
import { rules } from '../rules/registry.generated.js';

/** Codes that only a bounce, a queue or a published policy shows; a rule may say them all the same. */
const mayBeUnsaid: readonly Code[] = ['queue.expired', 'host.no-answer', 'tls.sts-unmet', 'tls.dane-unmet'];

const declared = rules.flatMap((rule) =>
  Object.entries(rule.says).map(([code, declaration]) => ({ rule: rule.id, code: code as Code, declaration })),
);
const wordings = declared.flatMap(({ rule, code, declaration }) =>
  Object.entries(declaration.variants).map(([says, wording]) => ({ name: `${rule} says ${code} ${says}`, wording })),
);

/** The first circle in the graph of what explains what, as a path; null where there is none. */
function findCircle(book: readonly Pick<RegisteredRule, 'says'>[]): readonly string[] | null {
  const edges = new Map<string, Set<string>>();
  for (const { says } of book) {
    for (const [code, declaration] of Object.entries(says)) {
      const targets = edges.get(code) ?? new Set();
      for (const edge of declaration.explains) targets.add(edge.code);
      edges.set(code, targets);
    }
  }
  const done = new Set<string>();
  const visit = (code: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(code)) return [...path.slice(path.indexOf(code)), code];
    if (done.has(code)) return null;
    for (const next of edges.get(code) ?? []) {
      const circle = visit(next, [...path, code]);
      if (circle !== null) return circle;
    }
    done.add(code);
    return null;
  };
  for (const code of edges.keys()) {
    const circle = visit(code, []);
    if (circle !== null) return circle;
  }
  return null;
}

describe('the graph of what explains what', () => {
  it('has no circle, so that something always stands unexplained', () => {
    expect(findCircle(rules)).toBeNull();
  });

  it('would be seen to have one', () => {
    const declare = (code: Code, explains: Code) => ({
      says: { [code]: { description: '', variants: {}, references: [], explains: [{ code: explains, scope: 'all' as const }] } },
    });
    const book = [declare('mx.missing', 'port.refused'), declare('port.refused', 'host.silent'), declare('host.silent', 'mx.missing')];
    expect(findCircle(book)).toEqual(['mx.missing', 'port.refused', 'host.silent', 'mx.missing']);
    expect(findCircle([declare('mx.missing', 'mx.missing')])).toEqual(['mx.missing', 'mx.missing']);
  });
});

describe('the rules', () => {
  it('have ids of their own, sorted', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('say every code that a trace or a reply can show', () => {
    const said = new Set(declared.map(({ code }) => code));
    expect(codes.filter((code) => !said.has(code) && !mayBeUnsaid.includes(code))).toEqual([]);
  });

  it('say one variant of a code in one place only', () => {
    const keys = declared.flatMap(({ code, declaration }) => Object.keys(declaration.variants).map((says) => `${code} ${says}`));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it.each(declared.map(({ rule, code, declaration }) => ({ name: `${rule}, ${code}`, declaration })))(
    '$name: has a description and at least one variant',
    ({ declaration }) => {
      expect(declaration.description).toMatch(/^\S.*\.$/);
      expect(Object.keys(declaration.variants)).not.toEqual([]);
    },
  );

  it.each(wordings)('$name: in whole sentences, with placeholders that can be filled', ({ wording }) => {
    expect(wording.title).toMatch(/^\S.*[.]$/);
    expect(wording.explanation).toMatch(/^\S[\s\S]*[.]$/);
    for (const step of wording.remedy) expect(step).toMatch(/^\S/);
    for (const template of [wording.title, wording.explanation, ...wording.remedy])
      expect(template.replaceAll(/\{[a-zA-Z][a-zA-Z0-9]*\}/g, '')).not.toMatch(/[{}]/);
    if (wording.severity === 'error' && wording.responsible !== 'nobody') expect(wording.remedy).not.toEqual([]);
  });
});

describe('generated files', () => {
  it.each(codes)('there is a page for %s', (code) => {
    expect(existsSync(new URL(`../../docs/rules/${code}.md`, import.meta.url))).toBe(true);
  });

  it('are what the generator would write now', () => {
    const script = fileURLToPath(new URL('../../scripts/generate-rules.mjs', import.meta.url));
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});
