/**
 * Rules: what they need, what they can say, and one pure function.
 *
 * A rule formats no text: it returns codes with arguments, and `judge` puts the sentences in from the
 * declaration. Templates name arguments in braces: `{domain} has no MX record`.
 */
import type { Fact } from './fact.js';
import type { Subject } from './subject.js';
import type { Code, Confidence, Party, Severity, WaitingHelps } from './vocabulary.js';

/** What a template can be filled with. Lists become "a, b and c". */
export type Argument = string | number | boolean | null | readonly string[];
export type Arguments = Readonly<Record<string, Argument>>;

/** How far an explanation reaches from the subject of the finding that explains. `family`: subjects whose arguments share `family` (4 or 6). */
export type ExplainsScope = 'same' | 'beneath' | 'family' | 'all';

export interface Explains {
  readonly code: Code;
  readonly scope: ExplainsScope;
}

/** The words for one variant of a code. */
export interface Wording {
  /** One sentence, a present-tense statement: the summary of the verdict when this is the cause. */
  readonly title: string;
  /** Two to five sentences: what this means, why it is so, what to look out for. */
  readonly explanation: string;
  readonly severity: Severity;
  readonly responsible: Party;
  readonly alsoInform?: readonly Party[];
  /** Steps, each an imperative sentence; a step whose argument is null or missing is left out. */
  readonly remedy: readonly string[];
  readonly waitingHelps: WaitingHelps;
}

export interface CodeDeclaration {
  /** What the code means in general, in a sentence for `docs/rules`. */
  readonly description: string;
  /** Variants by the word in `says`. */
  readonly variants: Readonly<Record<string, Wording>>;
  readonly references: readonly string[];
  readonly explains: readonly Explains[];
}

/** What a rule found, before it is worded. */
export interface RuleFinding {
  readonly code: Code;
  readonly says: string;
  readonly subject: Subject;
  readonly confidence: Confidence;
  readonly arguments: Arguments;
  readonly evidence: readonly string[];
  /** Where this case differs from the declaration (a provider's own remedy, a party that depends on who asks). */
  readonly responsible?: Party;
  readonly severity?: Severity;
  readonly waitingHelps?: WaitingHelps;
  readonly extraRemedy?: readonly string[];
}

export type RuleResult =
  | { readonly result: 'found'; readonly findings: readonly RuleFinding[] }
  | { readonly result: 'clear' }
  | { readonly result: 'not-applicable'; readonly reason: string }
  | { readonly result: 'could-not-tell'; readonly reason: string };

export type RuleNeeds = Readonly<Record<string, Fact<unknown>>>;
export type RuleInput<Needs extends RuleNeeds> = { readonly [Key in keyof Needs]: Needs[Key] extends Fact<infer Value> ? Value : never };

export interface Rule<Needs extends RuleNeeds = RuleNeeds> {
  /** `mx/missing`: folder and file. */
  readonly id: string;
  readonly needs: Needs;
  readonly says: Readonly<Partial<Record<Code, CodeDeclaration>>>;
  readonly evaluate: (input: RuleInput<Needs>) => RuleResult;
}

/** A rule as the registry holds it: the types of its needs no longer show. */
export interface RegisteredRule {
  readonly id: string;
  readonly needs: RuleNeeds;
  readonly says: Readonly<Partial<Record<Code, CodeDeclaration>>>;
  readonly evaluate: (input: Readonly<Record<string, unknown>>) => RuleResult;
}

/** Declares a rule; the parameter's type of `evaluate` follows from `needs`. */
export function defineRule<const Needs extends RuleNeeds>(rule: Rule<Needs>): RegisteredRule {
  return { ...rule, evaluate: (input) => rule.evaluate(input as RuleInput<Needs>) };
}

export const clear: RuleResult = { result: 'clear' };

/** `found` where there are findings, else `clear`. */
export function concludeFindings(findings: readonly RuleFinding[]): RuleResult {
  return findings.length > 0 ? { result: 'found', findings } : clear;
}
