/**
 * The report: the only input of every renderer. `docs/report.md` describes it; fields are only added.
 */
import type { CaseKind, TraceIdentity } from './case-file.js';
import type { DomainName } from './domain-name.js';
import type { Evidence } from './evidence.js';
import type { IpAddress } from './ip-address.js';
import type { ReplyReading } from './reply-meaning.js';
import type { Arguments } from './rule.js';
import type { Subject } from './subject.js';
import type { Target, TraceOptions } from './trace-options.js';
import type { Code, Confidence, Outcome, Party, Severity, Stage, WaitingHelps } from './vocabulary.js';

export interface Finding {
  /** `mx.missing/example.com`: code and the subject's name. */
  readonly id: string;
  readonly code: Code;
  readonly says: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly subject: Subject;
  readonly arguments: Arguments;
  readonly title: string;
  readonly explanation: string;
  readonly responsible: Party;
  readonly alsoInform: readonly Party[];
  readonly remedy: readonly string[];
  readonly waitingHelps: WaitingHelps;
  readonly references: readonly string[];
  readonly evidence: readonly string[];
  /** Ids of the findings that explain this one. */
  readonly explainedBy: readonly string[];
}

export interface Check {
  readonly rule: string;
  readonly result: 'found' | 'clear' | 'not-applicable' | 'could-not-tell';
  readonly reason?: string;
}

/** What was given where: the reply that the verdict rests on, verbatim. */
export interface SaidBy {
  readonly exchange: string | null;
  readonly address: string | null;
  /** Null where the reporter does not tell. */
  readonly stage: Stage | null;
  readonly command: string | null;
  readonly encrypted: boolean;
  readonly atMs: number;
  readonly lines: readonly string[];
  readonly evidence: string;
  readonly reading: ReplyReading;
}

export interface Verdict {
  readonly outcome: Outcome;
  /** Null if and only if the outcome is deliverable. */
  readonly cause: Code | null;
  readonly finding: string | null;
  readonly subject: string;
  readonly responsible: Party;
  readonly alsoInform: readonly Party[];
  readonly confidence: Confidence;
  /** What the confidence rests on, in a sentence. */
  readonly confidenceReason: string;
  readonly waitingHelps: WaitingHelps;
  /** What waiting does, in a sentence. */
  readonly waiting: string;
  readonly summary: string;
  readonly remedy: readonly string[];
  readonly alsoStanding: readonly string[];
  readonly inOrder: readonly string[];
  readonly undetermined: readonly { readonly what: string; readonly why: string }[];
  readonly saidBy: SaidBy | null;
}

export interface SenderForecast {
  readonly sender: string;
  /** What this sender does with the message now: where it ends (an address) or why it does not get there. */
  readonly note: string | null;
  /** From the first try; empty where it bounces at once or delivers. */
  readonly nextTriesMs: readonly number[];
  readonly givesUpMs: number | null;
}

export type RouteResult =
  | 'accepted'
  | 'refused'
  | 'deferred'
  | 'no-connection'
  | 'no-greeting'
  | 'broken-off'
  | 'looked-at'
  | 'not-tried'
  | 'stopped-before-mail';

export interface RouteAddress {
  readonly address: IpAddress;
  readonly pingMs: number | null;
  readonly ping: 'answered' | 'silent' | 'unknown';
  readonly connectMs: number | null;
  readonly greetingMs: number | null;
  /** `TLSv1.3`, `none` (not offered), `failed`, null where it was not reached. */
  readonly tls: string | null;
  readonly stage: Stage | null;
  readonly result: RouteResult;
  /** The first line of the deciding reply, null where none came. */
  readonly reply: string | null;
  /** A few words for the table: "450 4.2.0 to RCPT", "no connection in 15 s", "not asked: senders end above". */
  readonly remark: string;
  readonly evidence: readonly string[];
}

export interface RouteExchange {
  readonly exchange: string;
  readonly preference: number | null;
  /** Who names it: the resolver, only the authority now, or `--exchange`. */
  readonly via: 'resolver' | 'authority' | 'option' | 'literal';
  readonly implicit: boolean;
  readonly addresses: readonly RouteAddress[];
  /** Why there are no addresses, null where there are some. */
  readonly problem: string | null;
}

export interface MxOpinion {
  /** Who says so: server addresses or names, those that agree joined. */
  readonly servers: readonly string[];
  readonly role: 'resolver' | 'authority';
  readonly ttlSeconds: number | null;
  readonly answer: string;
}

export interface Vantage {
  readonly resolvers: readonly IpAddress[];
  readonly source: readonly IpAddress[];
  readonly public: readonly IpAddress[];
  readonly helo: string | null;
  readonly sender: string | null;
  readonly assumed: TraceIdentity['assumed'];
}

/** The target as the report shows it. */
export interface ReportTarget {
  readonly input: string;
  readonly address: string | null;
  readonly domain: DomainName | string | null;
  /** The domain as its users write it, where it differs. */
  readonly domainUnicode?: string;
  readonly assumed: boolean;
}

export interface Report {
  readonly schema: 'mailwhy/1';
  readonly version: string;
  readonly kind: CaseKind;
  readonly complete: boolean;
  readonly target: ReportTarget;
  /** The target as it was checked, so that a saved report can be judged again. */
  readonly asked: Target;
  readonly options: TraceOptions;
  readonly vantage: Vantage;
  readonly identity: TraceIdentity | null;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly verdict: Verdict;
  readonly forecast: readonly SenderForecast[];
  readonly route: readonly RouteExchange[];
  readonly endsAt: IpAddress | null;
  /** Who says what about the MX records, one row for each distinct answer. */
  readonly opinions: readonly MxOpinion[];
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
  readonly evidence: readonly Evidence[];
}
