/**
 * Which product wrote a report, by what only that product writes; null where nothing tells.
 */
import type { ReadMessage } from './message-header.js';

const marks: readonly (readonly [software: string, pattern: RegExp])[] = [
  ['postfix', /This is the (?:Postfix|mail system at host)|^X-Postfix-Queue-ID:/im],
  ['exim', /This message was created automatically by mail delivery software[\s\S]{0,60}A message that you(?: have)? sen[dt]/i],
  ['qmail', /This is the qmail-send program|qmail-remote/i],
  ['sendmail', /----- (?:The following addresses had|Transcript of session follows)/i],
  ['opensmtpd', /This is the MAILER-DAEMON, please DO NOT REPLY/i],
  ['dragonfly', /This is the DragonFly Mail Agent/i],
  ['courier', /This is a delivery status notification from .{1,80}, running the Courier mail server/i],
  ['notes', /-{3,} Failure Reasons? /i],
  ['google', /\bgsmtp\b|google\.com\/mail\/|Google tried to deliver|^----- Original message -----$/im],
  ['exchange', /X-MS-Exchange|MSEXCH:|Diagnostic information for administrators|\.prod\.outlook\.com/i],
];

const headerMarks: readonly (readonly [software: string, header: string])[] = [
  ['exim', 'x-failed-recipients'],
  ['exchange', 'x-ms-exchange-organization-scl'],
];

/** The product's name in lower case. */
export function detectSoftware(message: ReadMessage, report: string): string | null {
  const beginning = report.slice(0, 4000);
  const byText = marks.find(([, pattern]) => pattern.test(beginning));
  if (byText !== undefined) return byText[0];
  return headerMarks.find(([, header]) => message.headers.has(header))?.[0] ?? null;
}
