/**
 * Evidence to a finished, worded report: the one way to a verdict for every source of evidence.
 *
 * Pure: the same case gives the same report, byte for byte, in any year. It throws only where a rule is at fault, with the
 * rule's id in the message.
 */
import { endsAt } from '../facts/route-table.js';
import type { CourseEnd, SenderCourse } from '../facts/sender-course.js';
import { spokenReplies } from '../facts/spoken-replies.js';
import type { CaseFile } from '../model/case-file.js';
import { rootName } from '../model/domain-name.js';
import { createFactView, type FactView } from '../model/fact.js';
import type { Check, Finding, Report, ReportTarget, Verdict } from '../model/report.js';
import type { RegisteredRule } from '../model/rule.js';
import { mailDomainName, type Target } from '../model/trace-options.js';
import { packageVersion } from '../model/version.generated.js';
import type { Outcome } from '../model/vocabulary.js';
import { rules as rulesOfTheBook } from '../rules/registry.generated.js';
import { readCaseFacts } from './case-facts.js';
import { concludeVerdict } from './conclude-verdict.js';
import { describeVantage } from './describe-vantage.js';
import { explainFindings } from './explain-findings.js';
import { forecastReply, forecastSenders } from './forecast-senders.js';
import { listInOrder } from './list-in-order.js';
import { listUndetermined } from './list-undetermined.js';
import { quoteHost, quoteReported } from './quote-reply.js';
import { runRules } from './run-rules.js';
import { wordFindings } from './word-findings.js';

/**
 * The report of a case, by the rules of the book unless others are given (tests do).
 * @throws Error where a rule throws, says what it does not declare, or leaves a placeholder without an argument
 */
export function judgeCase(file: CaseFile, rules: readonly RegisteredRule[] = rulesOfTheBook): Report {
  const view = createFactView(file);
  const { found, checks } = runRules(view, rules);
  const findings = explainFindings(wordFindings(found));
  const judged: Judged = { view, rules, findings, checks };
  const conclusion = file.kind === 'explanation' ? concludeExplanation(judged) : concludeTrace(judged);
  return {
    schema: 'mailwhy/1',
    version: packageVersion,
    kind: file.kind,
    complete: file.complete,
    target: describeReportTarget(file),
    asked: file.target,
    options: file.options,
    identity: file.identity,
    startedAt: file.startedAt,
    durationMs: file.durationMs,
    ...conclusion,
    findings: softenFindings(findings, conclusion.verdict.outcome),
    checks,
    evidence: file.evidence,
  };
}

/** Where the mail gets through, what stops it on one way only is a warning beside the verdict. */
function softenFindings(findings: readonly Finding[], outcome: Outcome): readonly Finding[] {
  if (outcome !== 'deliverable') return findings;
  return findings.map((finding) => (finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding));
}

/** Characters of a reply by which its report goes. */
const longestName = 32;

interface Judged {
  readonly view: FactView;
  readonly rules: readonly RegisteredRule[];
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
}

type Conclusion = Pick<Report, 'vantage' | 'verdict' | 'forecast' | 'route' | 'endsAt' | 'opinions'>;

function concludeTrace({ view, rules, findings, checks }: Judged): Conclusion {
  const facts = readCaseFacts(view);
  const forecast = forecastSenders(facts.courses, facts.course);
  const verdict = concludeVerdict({
    file: view.file,
    findings,
    course: facts.course,
    hosts: facts.hosts,
    opinions: facts.opinions,
    forecast,
    saidBy: quoteHost(facts.course.at),
    inOrder: listInOrder(facts, findings),
    undetermined: wasAsked(view.file)
      ? listUndetermined({ checks, rules, spoken: facts.course.visited.some(({ smtp }) => smtp !== null) })
      : [],
  });
  return {
    vantage: describeVantage(view, facts.publicSources),
    verdict,
    forecast: keepForecast(verdict) ? forecast : [],
    route: facts.table,
    endsAt: view.read(endsAt),
    opinions: facts.opinions,
  };
}

/** Of a malformed address there is nothing to find out. */
function wasAsked({ target }: CaseFile): boolean {
  return target.kind !== 'malformed';
}

/** Nothing is foretold of senders where the fault lies here. */
function keepForecast({ outcome }: Verdict): boolean {
  return outcome !== 'inconclusive';
}

/** A reply by itself: what it means decides, wherever it was given. */
function concludeExplanation({ view, findings }: Judged): Conclusion {
  const reported = view.list('reply')[0] ?? null;
  const meaning = view.read(spokenReplies)[0]?.meaning ?? null;
  const permanence = meaning?.permanence ?? 'unknown';
  const forecast = meaning?.code == null ? [] : forecastReply(permanence);
  const course: SenderCourse = {
    end: meaning?.code === null ? 'accepted' : endOfPermanence[permanence],
    at: null,
    visited: [],
    why: 'host',
  };
  const saidBy = reported === null || meaning === null ? null : quoteReported(reported, meaning);
  const verdict = concludeVerdict({
    file: view.file,
    findings,
    course,
    hosts: [],
    opinions: [],
    forecast,
    saidBy,
    inOrder: [],
    undetermined: [],
  });
  return { vantage: describeVantage(view, []), verdict, forecast, route: [], endsAt: null, opinions: [] };
}

const endOfPermanence: Readonly<Record<'permanent' | 'temporary' | 'unknown', CourseEnd>> = {
  permanent: 'bounced',
  temporary: 'deferred',
  unknown: 'undecided',
};

function describeReportTarget({ kind, target }: CaseFile): ReportTarget {
  if (target.kind === 'malformed') return { input: target.input, address: null, domain: null, assumed: false };
  if (kind === 'explanation' && isUnnamed(target)) return { input: shorten(target.input), address: null, domain: null, assumed: false };
  const unicode = target.domain.kind === 'name' ? target.domain.unicode : null;
  return {
    input: target.input,
    address: target.mailbox?.address ?? null,
    domain: mailDomainName(target.domain),
    ...(unicode === null ? {} : { domainUnicode: unicode }),
    assumed: target.assumed,
  };
}

/** A reply by itself that no host stands beside. */
function isUnnamed({ domain }: Exclude<Target, { kind: 'malformed' }>): boolean {
  return domain.kind === 'name' && domain.name === rootName;
}

/** A reply as the name of its report: the first line, and no more of it than fits beside a code and a date. */
function shorten(text: string): string {
  const [line = ''] = text.trim().split(/\r?\n/);
  return line.length <= longestName && line === text.trim() ? line : `${line.slice(0, longestName - 2).trimEnd()} …`;
}
