/**
 * What rules found, put into the words of their declarations.
 *
 * The same thing found twice of the same subject is one finding with the evidence of both. A rule that says what it
 * does not declare, or leaves a placeholder without an argument, is a defect and throws.
 */
import type { Finding } from '../model/report.js';
import type { Arguments, CodeDeclaration, RegisteredRule, RuleFinding, Wording } from '../model/rule.js';
import { codes, confidences } from '../model/vocabulary.js';
import { fillSentences, fillStep, fillTitle } from './fill-template.js';

/** A finding together with the rule that speaks. */
export interface Found {
  readonly rule: RegisteredRule;
  readonly finding: RuleFinding;
}

/** A worded finding with the declaration that its words and explanations come from. */
export interface DeclaredFinding {
  readonly declaration: CodeDeclaration;
  readonly finding: Finding;
}

/** The findings in the order of the vocabulary, then by id; ids are unique; nothing explained yet. @throws Error on a rule's defect */
export function wordFindings(found: readonly Found[]): readonly DeclaredFinding[] {
  const worded = mergeAlike(found).map(wordFinding);
  worded.sort((a, b) => compareFindings(a.finding, b.finding));
  return numberIds(worded);
}

/** Orders findings by code in the order of the vocabulary, then by id and variant. */
export function compareFindings(a: Finding, b: Finding): number {
  const byCode = codes.indexOf(a.code) - codes.indexOf(b.code);
  return byCode || compareTexts(a.id, b.id) || compareTexts(a.says, b.says) || compareTexts(argumentsKey(a), argumentsKey(b));
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function argumentsKey({ arguments: values }: { readonly arguments: Arguments }): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => compareTexts(a, b)));
}

function mergeAlike(found: readonly Found[]): readonly Found[] {
  const byKey = new Map<string, Found>();
  for (const { rule, finding } of found) {
    const key = [finding.code, finding.says, finding.subject.kind, finding.subject.name, argumentsKey(finding)].join('\n');
    const earlier = byKey.get(key);
    byKey.set(key, earlier === undefined ? { rule, finding } : { ...earlier, finding: joinFindings(earlier.finding, finding) });
  }
  return [...byKey.values()];
}

function joinFindings(a: RuleFinding, b: RuleFinding): RuleFinding {
  const confidence = confidences.indexOf(a.confidence) <= confidences.indexOf(b.confidence) ? a.confidence : b.confidence;
  return { ...a, confidence, evidence: [...a.evidence, ...b.evidence] };
}

function wordFinding({ rule, finding }: Found): DeclaredFinding {
  const declaration = rule.says[finding.code];
  const wording = declaration?.variants[finding.says];
  if (declaration === undefined || wording === undefined)
    throw new Error(`rule ${rule.id} says ${finding.code} ${finding.says} and does not declare it`);
  try {
    return { declaration, finding: applyWording(finding, declaration, wording) };
  } catch (cause) {
    throw new Error(`rule ${rule.id}, ${finding.code} ${finding.says}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

function applyWording(finding: RuleFinding, declaration: CodeDeclaration, wording: Wording): Finding {
  const steps = wording.remedy.flatMap((step) => fillStep(step, finding.arguments) ?? []);
  return {
    id: `${finding.code}/${finding.subject.name}`,
    code: finding.code,
    says: finding.says,
    severity: finding.severity ?? wording.severity,
    confidence: finding.confidence,
    subject: finding.subject,
    arguments: finding.arguments,
    title: fillTitle(wording.title, finding.arguments),
    explanation: fillSentences(wording.explanation, finding.arguments),
    responsible: finding.responsible ?? wording.responsible,
    alsoInform: wording.alsoInform ?? [],
    remedy: [...new Set([...(finding.extraRemedy ?? []), ...steps])],
    waitingHelps: finding.waitingHelps ?? wording.waitingHelps,
    references: declaration.references,
    evidence: [...new Set(finding.evidence)].sort(compareTexts),
    explainedBy: [],
  };
}

/** One code of one subject in two variants: the second carries its number. */
function numberIds(worded: readonly DeclaredFinding[]): readonly DeclaredFinding[] {
  const seen = new Map<string, number>();
  return worded.map((declared) => {
    const { id } = declared.finding;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? declared : { ...declared, finding: { ...declared.finding, id: `${id}#${count}` } };
  });
}
