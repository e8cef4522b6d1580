/**
 * One more recipient in the conversations of a case, and replies from their text.
 */
import type { CaseFile } from '../../model/case-file.js';
import type { SmtpEvidence } from '../../model/evidence.js';
import type { Reply } from '../../model/reply.js';
import { parseReplyText } from '../../parse/smtp/parse-reply-text.js';

/** @throws Error where the text is no reply */
export function readReply(text: string): Reply {
  const reply = parseReplyText(text);
  if (reply === null) throw new Error(`no reply: ${text}`);
  return reply;
}

/** The conversation goes on with one more recipient. */
export function askBesides(file: CaseFile, recipient: string, reply: string): CaseFile {
  const besides = { stage: 'rcpt' as const, command: `RCPT TO:<${recipient}>`, reply: readReply(reply), sentMs: 50, receivedMs: 60 };
  const extend = (smtp: SmtpEvidence): SmtpEvidence => ({ ...smtp, exchanges: [...smtp.exchanges, besides] });
  return { ...file, evidence: file.evidence.map((each) => (each.kind === 'smtp' ? extend(each) : each)) };
}
