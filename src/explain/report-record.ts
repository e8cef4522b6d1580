/**
 * A report with its evidence (a trace, or a reply by itself), as the same record that a bounce gives.
 */
import { judgeCase } from '../judge/judge-case.js';
import { reopenReport } from '../judge/reopen-report.js';
import type { Explained, ExplainedKind } from '../model/explained.js';
import { noReplyDetails } from '../model/reply-meaning.js';
import type { Report } from '../model/report.js';
import { describeNow } from './compare-follow-up.js';

/** The record of a saved report, judged again; null where the value is none. */
export function explainSavedReport(json: unknown, source: string | null): Explained | null {
  const file = reopenReport(json);
  return 'fault' in file ? null : recordReport(judgeCase(file), source);
}

const kindOfOutcome: Readonly<Record<Report['verdict']['outcome'], ExplainedKind>> = {
  deliverable: 'delivered',
  delayed: 'delayed',
  undeliverable: 'failed',
  inconclusive: 'delayed',
};

/** The record of a report. */
export function recordReport(report: Report, source: string | null): Explained {
  const { verdict, target } = report;
  const { code, outcome, status, replyCode, host, stage, reply, summary, responsible, remedy, waitingHelps } = describeNow(report);
  const { alsoInform, waiting, confidence, confidenceReason, saidBy } = verdict;
  const kind = kindOfOutcome[outcome];
  return {
    schema: 'mailwhy-explained/1',
    source,
    recognisedAs: 'report',
    kind,
    reportedBy: null,
    software: null,
    feedbackType: null,
    recipients: [
      {
        address: target.address,
        kind,
        outcome,
        code,
        status,
        replyCode,
        permanence: outcome === 'undeliverable' ? 'permanent' : outcome === 'delayed' ? 'temporary' : 'unknown',
        addressState: outcome === 'deliverable' ? 'alive' : 'unknown',
        summary,
        responsible,
        alsoInform,
        remedy,
        waitingHelps,
        waiting,
        confidence,
        confidenceReason,
        host,
        stage,
        reply,
        retryUntil: null,
        decidedBy: code === null ? null : (saidBy?.reading.decidedBy ?? null),
        provider: saidBy?.reading.provider ?? null,
        contradicts: saidBy?.reading.contradicts ?? false,
        details: saidBy?.reading.details ?? noReplyDetails,
      },
    ],
    carries: null,
  };
}
