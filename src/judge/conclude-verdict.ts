/**
 * The verdict: outcome, cause, who must act, what to do, how sure, what waiting does, what was in order.
 *
 * The cause is the first of the ranked causes, so never a finding that another explains. A cause is named exactly
 * where the outcome is not deliverable. That every such outcome has its finding is the rules' duty and a test's; where
 * they fail the verdict says so, inconclusive, rather than guess.
 */
import type { HostResult } from '../facts/host-results.js';
import type { SenderCourse } from '../facts/sender-course.js';
import { senderName } from '../knowledge/senders.js';
import type { CaseFile } from '../model/case-file.js';
import type { Evidence } from '../model/evidence.js';
import type { Finding, MxOpinion, SaidBy, SenderForecast, Verdict } from '../model/report.js';
import { mailDomainName, type Target } from '../model/trace-options.js';
import type { Party } from '../model/vocabulary.js';
import { concludeOutcome } from './conclude-outcome.js';
import { describeWaiting } from './describe-waiting.js';
import { notReached } from './forecast-senders.js';
import { formatList } from './format-argument.js';
import { listReached, rankCauses } from './rank-causes.js';
import { weighConfidence } from './weigh-confidence.js';

/** More servers than these are counted, not named. */
const mostNamed = 3;

export interface VerdictGrounds {
  readonly file: CaseFile;
  readonly findings: readonly Finding[];
  readonly course: SenderCourse;
  readonly hosts: readonly HostResult[];
  readonly opinions: readonly MxOpinion[];
  readonly forecast: readonly SenderForecast[];
  readonly saidBy: SaidBy | null;
  readonly inOrder: readonly string[];
  readonly undetermined: Verdict['undetermined'];
}

/** The verdict of a case. */
export function concludeVerdict(grounds: VerdictGrounds): Verdict {
  const { file, findings, course } = grounds;
  const ranked = rankCauses(findings, course);
  const outcome = concludeOutcome(course.end, ranked[0] ?? null);
  if (outcome === 'deliverable') return acceptVerdict(grounds, ranked);
  const [cause, ...others] = ranked;
  if (cause === undefined) return admitDefect(grounds);
  const certainty = weighConfidence({ ...grounds, kind: file.kind, outcome, cause, evidence: evidenceOf(file, cause) });
  return {
    outcome,
    cause: cause.code,
    finding: cause.id,
    subject: cause.subject.name,
    responsible: cause.responsible,
    alsoInform: listToInform(cause.responsible, [...cause.alsoInform, ...others.map(({ responsible }) => responsible)]),
    confidence: certainty.confidence,
    confidenceReason: certainty.reason,
    waitingHelps: cause.waitingHelps,
    waiting: describeWaiting({ outcome, cause, forecast: grounds.forecast }),
    summary: [cause.title, ...listOtherFailures(grounds, cause)].join(' '),
    remedy: cause.remedy,
    alsoStanding: others.map(({ id }) => id),
    ...told(grounds),
  };
}

/** "mx2.example.com fails as well.": the exchanges on the way that another fault stops. */
function listOtherFailures({ findings, course: { at, visited } }: VerdictGrounds, cause: Finding): readonly string[] {
  const reached = [...listReached(cause, findings, visited), ...(at === null ? [] : [at])].map(({ exchange }) => exchange.exchange);
  const failed = visited.filter(({ event, exchange }) => event !== null && !reached.includes(exchange.exchange));
  const names = [...new Set(failed.map(({ exchange }) => exchange.exchange))];
  if (names.length === 0) return [];
  if (names.length > mostNamed) return [`${names.length} other mail servers fail as well.`];
  return [`${formatList(names)} ${names.length === 1 ? 'fails' : 'fail'} as well.`];
}

function told({ inOrder, undetermined, saidBy }: VerdictGrounds): Pick<Verdict, 'inOrder' | 'undetermined' | 'saidBy'> {
  return { inOrder, undetermined, saidBy };
}

function evidenceOf({ evidence }: CaseFile, cause: Finding): readonly Evidence[] {
  return evidence.filter(({ id }) => cause.evidence.includes(id));
}

/** Each once; nobody needs to be told that nobody must act. */
function listToInform(responsible: Party, among: readonly Party[]): readonly Party[] {
  return [...new Set(among)].filter((party) => party !== responsible && party !== 'nobody');
}

function acceptVerdict(grounds: VerdictGrounds, standing: readonly Finding[]): Verdict {
  const { file, course } = grounds;
  const certainty = weighConfidence({ ...grounds, kind: file.kind, outcome: 'deliverable', cause: null, evidence: [] });
  return {
    outcome: 'deliverable',
    cause: null,
    finding: null,
    subject: describeTarget(file.target),
    responsible: 'nobody',
    alsoInform: listToInform(
      'nobody',
      standing.map(({ responsible }) => responsible),
    ),
    confidence: certainty.confidence,
    confidenceReason: certainty.reason,
    waitingHelps: 'no',
    waiting: describeWaiting({ outcome: 'deliverable', cause: null, forecast: grounds.forecast }),
    summary: [summariseAcceptance(file, course), ...summariseShortfall(grounds.forecast)].join(' '),
    remedy: [],
    alsoStanding: standing.map(({ id }) => id),
    ...told(grounds),
  };
}

/** The address, or the domain where only that was given. */
export function describeTarget(target: Target): string {
  if (target.kind === 'malformed') return target.input;
  return target.kind === 'address' ? target.mailbox.address : mailDomainName(target.domain);
}

function summariseAcceptance({ kind, target }: CaseFile, { at, why, visited }: SenderCourse): string {
  if (kind === 'explanation') return 'The reply is a success: the command was taken.';
  const subject = describeTarget(target);
  if (why === 'not-probed') return `DNS names a route for ${subject}; no mail server was asked.`;
  const host = at === null ? 'The mail server' : at.exchange.exchange;
  if (why === 'nobody-asked') return `${host} greets senders for ${subject}; no recipient was asked for.`;
  if (at?.stage === 'message') return `${host} has taken the message for ${subject}.`;
  if (at?.event === 'tls-failed')
    return `${host} takes mail for ${subject} in plain text only: its TLS fails, so that some senders deliver late or never.`;
  return visited.length > 1 ? `${host} takes mail for ${subject}, after others failed.` : `${host} takes mail for ${subject}.`;
}

/** The senders that give up before they come to the host that takes the mail. */
function summariseShortfall(forecast: readonly SenderForecast[]): readonly string[] {
  const short = forecast.filter(({ note }) => note?.startsWith(notReached)).map(({ sender }) => senderName(sender));
  const names = formatList(short);
  return names === null ? [] : [`${names} would not get there.`];
}

/** No rule explains what stopped the mail: a gap in the rule book, which a test over every known world keeps closed. */
function admitDefect(grounds: VerdictGrounds): Verdict {
  return {
    outcome: 'inconclusive',
    cause: 'reply.unrecognised',
    finding: null,
    subject: describeTarget(grounds.file.target),
    responsible: 'local',
    alsoInform: [],
    confidence: 'possible',
    confidenceReason: 'no rule covers what was seen',
    waitingHelps: 'unknown',
    waiting: 'cannot be judged from here',
    summary: `No rule explains why the mail stops (${grounds.course.end}, ${grounds.course.why}).`,
    remedy: ['Read the evidence below, and report this as a fault of mailwhy with the JSON of this report.'],
    alsoStanding: [],
    ...told(grounds),
  };
}
