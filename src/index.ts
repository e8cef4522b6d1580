/**
 * The library's public face: observe (`trace`), explain (`explainReply`, `explainBounce`, …), judge (`judge`), show (`render…`).
 */
export { explainBounce } from './explain/explain-bounce.js';
export { explainLog, type LogFailure, type LogOptions } from './explain/explain-log.js';
export { explainQueue, type QueueOptions, type UnreadableQueue } from './explain/explain-queue.js';
export { explainReply, type ReplyCaseContext } from './explain/explain-reply.js';
export { judgeCase as judge } from './judge/judge-case.js';
export { reopenReport, type UnreadableReport } from './judge/reopen-report.js';
export type { CaseFile, CaseKind, TraceIdentity } from './model/case-file.js';
export type { DomainName } from './model/domain-name.js';
export type { Evidence } from './model/evidence.js';
export type { AddressState, Explained, ExplainedKind, ExplainedRecipient, Permanence } from './model/explained.js';
export type { ReplyExplanation } from './model/explanation.js';
export type { FollowUp, FollowUpTarget } from './model/follow-up.js';
export type { IpAddress } from './model/ip-address.js';
export type { LogReport } from './model/log-report.js';
export type * from './model/log-story.js';
export type { MailAddress, Mailbox, MailboxFault, MailDomain } from './model/mail-address.js';
export type { ProgressEvent, ProgressListener, ProgressStep } from './model/progress.js';
export type { QueueReport } from './model/queue-report.js';
export type { Reply } from './model/reply.js';
export type { ReplyDetails } from './model/reply-meaning.js';
export type * from './model/report.js';
export type { ResolverAddress, RootHint, Target, TraceOptions } from './model/trace-options.js';
export { defaultTraceOptions } from './model/trace-options.js';
export type { Code, Confidence, Outcome, Party, Severity, Stage, WaitingHelps } from './model/vocabulary.js';
export { codes, outcomeExitStatuses, outcomes, parties } from './model/vocabulary.js';
export { renderHtml } from './render/render-html.js';
export { renderJson } from './render/render-json.js';
export { renderLine } from './render/render-line.js';
export { renderText } from './render/render-text.js';
export { type TraceWatching, traceAddress as trace } from './survey/delivery/trace-address.js';
