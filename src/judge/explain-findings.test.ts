import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/report.js';
import type { Explains } from '../model/rule.js';
import type { Subject } from '../model/subject.js';
import type { Severity } from '../model/vocabulary.js';
import { explainFindings, listConsequences, listUnexplained } from './explain-findings.js';
import type { DeclaredFinding } from './word-findings.js';

const domain: Subject = { kind: 'domain', name: 'example.com', within: [] };
const host: Subject = { kind: 'host', name: '192.0.2.25', within: ['example.com', 'mx1.example.com'] };
const other: Subject = { kind: 'host', name: '198.51.100.9', within: ['example.com', 'mx2.example.com'] };

interface Given {
  readonly code: Finding['code'];
  readonly subject: Subject;
  readonly severity?: Severity;
  readonly family?: number;
  readonly explains?: readonly Explains[];
}

function declare({ code, subject, severity = 'error', family, explains = [] }: Given): DeclaredFinding {
  const finding: Finding = {
    id: `${code}/${subject.name}`,
    code,
    says: 'said',
    severity,
    confidence: 'certain',
    subject,
    arguments: family === undefined ? {} : { family },
    title: 'A title.',
    explanation: '',
    responsible: 'nobody',
    alsoInform: [],
    remedy: [],
    waitingHelps: 'unknown',
    references: [],
    evidence: [],
    explainedBy: [],
  };
  return { declaration: { description: '', variants: {}, references: [], explains }, finding };
}

function explained(...given: readonly Given[]): Readonly<Record<string, readonly string[]>> {
  const findings = explainFindings(given.map(declare));
  return Object.fromEntries(findings.flatMap(({ id, explainedBy }) => (explainedBy.length > 0 ? [[id, explainedBy]] : [])));
}

describe('what explains what', () => {
  const silent: Given = { code: 'host.silent', subject: host, family: 4 };
  it.each<[string, Given, Given, boolean]>([
    [
      'a finding of the same subject',
      { code: 'port.refused', subject: host, explains: [{ code: 'host.silent', scope: 'same' }] },
      silent,
      true,
    ],
    ['not another subject', { code: 'port.refused', subject: other, explains: [{ code: 'host.silent', scope: 'same' }] }, silent, false],
    ['what lies beneath', { code: 'resolver.stale', subject: domain, explains: [{ code: 'host.silent', scope: 'beneath' }] }, silent, true],
    [
      'not what lies above',
      { code: 'port.refused', subject: host, explains: [{ code: 'mx.missing', scope: 'beneath' }] },
      { code: 'mx.missing', subject: domain },
      false,
    ],
    [
      'the same family',
      { code: 'local.no-ipv6', subject: other, family: 4, explains: [{ code: 'host.silent', scope: 'family' }] },
      silent,
      true,
    ],
    [
      'not the other family',
      { code: 'local.no-ipv6', subject: other, family: 6, explains: [{ code: 'host.silent', scope: 'family' }] },
      silent,
      false,
    ],
    [
      'not a family that is not told',
      { code: 'local.no-ipv6', subject: other, explains: [{ code: 'host.silent', scope: 'family' }] },
      { code: 'host.silent', subject: host },
      false,
    ],
    [
      'anything of the code',
      { code: 'local.egress-blocked', subject: other, explains: [{ code: 'host.silent', scope: 'all' }] },
      silent,
      true,
    ],
    [
      'not another code',
      { code: 'local.egress-blocked', subject: other, explains: [{ code: 'port.filtered', scope: 'all' }] },
      silent,
      false,
    ],
    [
      'not what is more severe',
      { code: 'local.egress-blocked', subject: other, severity: 'warning', explains: [{ code: 'host.silent', scope: 'all' }] },
      silent,
      false,
    ],
  ])('explains %s', (_, cause, effect, expected) => {
    const id = `${effect.code}/${effect.subject.name}`;
    expect(explained(cause, effect)).toEqual(expected ? { [id]: [`${cause.code}/${cause.subject.name}`] } : {});
  });

  it('follows consequences at second hand, and leaves the first cause unexplained', () => {
    const findings = explainFindings(
      [
        { code: 'resolver.stale' as const, subject: domain, explains: [{ code: 'port.filtered' as const, scope: 'all' as const }] },
        { code: 'port.filtered' as const, subject: host, explains: [{ code: 'host.silent' as const, scope: 'all' as const }] },
        { code: 'host.silent' as const, subject: other },
      ].map(declare),
    );
    const [stale] = findings;
    expect(stale && [...listConsequences(stale, findings)].sort()).toEqual(['host.silent/198.51.100.9', 'port.filtered/192.0.2.25']);
    expect(listUnexplained(findings).map(({ id }) => id)).toEqual(['resolver.stale/example.com']);
  });
});
