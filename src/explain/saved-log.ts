/**
 * A saved report of a log, explained again: its counts and times are believed, what it makes of the reasons is not.
 *
 * The story of a message is not told again: it is made of the log's lines, which only the log has.
 */
import { exactly, flag, listOf, moment, nullable, number, optional, recordOf, text, wordOf } from '../judge/shape.js';
import type { LogFormat, LogOutcome } from '../model/log-outcome.js';
import type { Likeness, LogCause, LogGroup, LogHour, LogReport } from '../model/log-report.js';
import { packageVersion } from '../model/version.generated.js';
import { createCauseReader } from './cause-reader.js';
import { createExplainer } from './log-summary.js';
import { suspectLog } from './suspect-own-side.js';

/** Reports of before these were told do without them. */
interface ToldLater {
  readonly alike: Likeness | undefined;
  readonly permanent: boolean | undefined;
}
type Saved<Whole extends LogCause | LogGroup> = Omit<Whole, 'cause' | 'host' | keyof ToldLater> & ToldLater;
type SavedGroup = Saved<LogGroup>;
type SavedCause = Saved<LogCause>;

interface SavedLog extends Omit<LogReport, 'version' | 'causes' | 'groups' | 'story'> {
  readonly causes: readonly SavedCause[];
  readonly groups: readonly SavedGroup[];
}

const format = wordOf<LogFormat>({
  postfix: true,
  exim: true,
  sendmail: true,
  opensmtpd: true,
  'exchange-tracking': true,
  'exchange-protocol': true,
  'exchange-trace': true,
});

const counted = {
  outcome: wordOf<LogGroup['outcome']>({ deferred: true, failed: true, refused: true }),
  reason: text,
  alike: optional(wordOf<Likeness>({ text: true, entry: true, code: true })),
  permanent: optional(flag),
  events: number,
  firstAt: nullable(moment),
  lastAt: nullable(moment),
};

const savedLog = recordOf<SavedLog>({
  schema: exactly('mailwhy/1'),
  kind: exactly('log'),
  complete: flag,
  recognisedAs: listOf(format),
  startedAt: moment,
  firstAt: nullable(moment),
  lastAt: nullable(moment),
  lines: number,
  mailLines: number,
  totals: recordOf<Readonly<Record<LogOutcome, number>>>({ delivered: number, deferred: number, failed: number, refused: number }),
  causes: listOf(recordOf<SavedCause>({ ...counted, domains: number })),
  groups: listOf(recordOf<SavedGroup>({ ...counted, domain: nullable(text) })),
  hours: listOf(recordOf<LogHour>({ startsAt: moment, delivered: number, deferred: number, failed: number, refused: number })),
});

export interface UnreadableLog {
  readonly fault: string;
}

/** The report by today's knowledge; what is wrong with the document where it is none. Never throws. */
export function explainSavedLog(json: unknown): LogReport | UnreadableLog {
  const fault = savedLog(json, '');
  if (fault !== null) return { fault: `The report is damaged: ${fault}.` };
  const saved = json as SavedLog;
  const { schema, kind, complete, recognisedAs, startedAt, firstAt, lastAt, lines, mailLines } = saved;
  const read = createReader(startedAt);
  return suspectLog({
    schema,
    version: packageVersion,
    kind,
    complete,
    recognisedAs,
    startedAt,
    firstAt,
    lastAt,
    lines,
    mailLines,
    totals: readCounts(saved.totals),
    causes: saved.causes.map((cause) => ({ ...explainCounted(cause, null, read), domains: cause.domains })),
    groups: saved.groups.map((group) => ({ ...explainCounted(group, group.domain, read), domain: group.domain })),
    hours: saved.hours.map((hour) => ({ startsAt: hour.startsAt, ...readCounts(hour) })),
    story: null,
  });
}

function readCounts({ delivered, deferred, failed, refused }: Readonly<Record<LogOutcome, number>>): Readonly<Record<LogOutcome, number>> {
  return { delivered, deferred, failed, refused };
}

type Reader = (counted: SavedGroup | SavedCause, domain: string | null) => Pick<LogGroup, 'cause' | 'host' | keyof ToldLater>;

function createReader(startedAt: string): Reader {
  const reader = createCauseReader();
  const explain = createExplainer(startedAt);
  return ({ reason, outcome, events, ...saved }, domain) => {
    const permanent = saved.permanent ?? outcome === 'failed';
    const cause = reader.read(reason, permanent, { domain });
    const alike = saved.alike ?? (events === 1 ? 'text' : 'code');
    return { cause: explain(cause, { outcome, domain, alike }), host: cause.reason.host, alike, permanent };
  };
}

function explainCounted(counted: SavedGroup | SavedCause, domain: string | null, read: Reader): Omit<LogGroup, 'domain'> {
  const { outcome, reason, events, firstAt, lastAt } = counted;
  return { outcome, ...read(counted, domain), reason, events, firstAt, lastAt };
}
