/**
 * What is wrong with the form of a message's header, worded.
 */
import type { FormFault, HeadersProblem, HeadersReport } from '../model/headers-report.js';

/** A problem for each fault. */
export function listFormProblems({ form }: Pick<HeadersReport, 'form'>): readonly HeadersProblem[] {
  return form.map(describeFault);
}

const writer = 'Who runs the program that wrote the message';

function describeFault({ kind, field }: FormFault): HeadersProblem {
  if (kind === 'repeated')
    return {
      severity: field === 'From' ? 'warning' : 'notice',
      summary: `${field} stands more than once, which RFC 5322 section 3.6 forbids: Gmail and others refuse such mail.`,
      actor: writer,
      remedy: [`Write ${field} once.`],
    };
  if (kind === 'missing')
    return {
      severity: field === 'Message-ID' ? 'notice' : 'warning',
      summary: `${field} is missing (RFC 5322 section 3.6): filters take such mail for spam, and some receivers refuse it.`,
      actor: writer,
      remedy: [`Write ${field}, or have the server that takes the message first add it.`],
    };
  const sender = 'Who sends the mailing';
  if (kind === 'no-one-click')
    return {
      severity: 'notice',
      summary:
        'List-Unsubscribe stands here without List-Unsubscribe-Post: Gmail and Yahoo want leaving with one click of those who send in bulk (RFC 8058).',
      actor: sender,
      remedy: ['Add List-Unsubscribe-Post: List-Unsubscribe=One-Click, with an https address in List-Unsubscribe that takes a POST.'],
    };
  return {
    severity: 'notice',
    summary:
      'No DKIM signature covers List-Unsubscribe and List-Unsubscribe-Post: receivers offer no leaving with one click then (RFC 8058 section 4).',
    actor: sender,
    remedy: ['Add both names to the fields that are signed (h=).'],
  };
}
