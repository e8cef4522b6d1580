/**
 * Abuse reports (RFC 5965): a recipient, or his provider, complains about a message.
 */
import type { BounceRecipient, BounceReport } from './bounce-report.js';
import { readHeaderBlock } from './message-header.js';

/** RFC 5965 section 7.3, RFC 6591 section 3.1; lower case. */
function readFeedbackType(fields: string): string {
  return /^Feedback-Type:\s*([\w-]+)/im.exec(fields)?.[1]?.toLowerCase() ?? 'abuse';
}

/** What a mail program sends when its user asks to be left alone. */
export function readUnsubscribe(address: string | null): BounceReport {
  return { kind: 'complaint', reportedBy: null, software: null, feedbackType: 'opt-out', recipients: [complain(address)] };
}

function complain(address: string | null): BounceRecipient {
  return { address, kind: 'complaint', status: null, replyCode: null, host: null, stage: null, words: [] };
}

/** The complaint of a `message/feedback-report` part; the returned message's header tells the recipient where the part does not. */
export function readComplaint(fields: string, returned: string): BounceReport {
  const lines = fields.split('\n');
  const named = lines.flatMap((line) => /^(?:Original-Rcpt-To|Removal-Recipient|Final-Recipient)\s*:\s*(.*)$/i.exec(line)?.[1] ?? []);
  const header = readHeaderBlock(returned.trimStart());
  const addressed = [...(header.get('to') ?? []), ...(header.get('x-rcpt-to') ?? [])];
  const addresses = [
    ...new Set((named.length > 0 ? named : addressed).flatMap((value) => /[^\s<>"(),;:]+@[^\s<>"(),;:]+/.exec(value)?.[0] ?? [])),
  ];
  const agent = /^User-Agent:\s*([\w .-]+)/im.exec(fields)?.[1]?.trim() ?? null;
  const reporter = /^Reporting-MTA:\s*(?:dns;\s*)?([\w.-]+)/im.exec(fields)?.[1] ?? null;
  const recipients = (addresses.length > 0 ? addresses : [null]).map(complain);
  return { kind: 'complaint', reportedBy: reporter, software: agent, feedbackType: readFeedbackType(fields), recipients };
}
