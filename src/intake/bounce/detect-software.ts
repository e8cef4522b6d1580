/**
 * Which product wrote a report, by what only that product writes; null where nothing tells.
 */
import type { ReadMessage } from './message-header.js';

type Mark = readonly [software: string, pattern: RegExp];
type HeaderMark = readonly [software: string, header: string, pattern: RegExp];

/** Whose mail system writes from here: surer than any words, which may be those of a reply that it quotes. */
const senderMarks: readonly HeaderMark[] = [
  ['google', 'from', /@(?:google|gmail|googlemail)\.com\b/i],
  ['exchange', 'from', /\bmicrosoftexchange[\da-f]{32}@/i],
];

/** What stands in the report's own words; nothing that replies contain (`gsmtp`, `prod.outlook.com`). */
const marks: readonly Mark[] = [
  ['postfix', /This is the (?:Postfix|mail system at host)|^X-Postfix-Queue-ID:/im],
  [
    'exim',
    /This message was created automatically by mail delivery software[\s\S]{0,60}A message that you(?: have)? sen[dt]|The following address\(es\) (?:failed|have not yet)/i,
  ],
  ['qmail', /This is the qmail-send program|qmail-remote/i],
  ['sendmail', /----- (?:The following addresses had|Transcript of session follows)/i],
  ['opensmtpd', /This is the MAILER-DAEMON, please DO NOT REPLY/i],
  ['dragonfly', /This is the DragonFly Mail Agent/i],
  ['courier', /This is a delivery status notification from .{1,80}, running the Courier mail server/i],
  ['notes', /-{3,} Failure Reasons? /i],
  [
    'google',
    /Google tried to deliver|^----- Original message -----$|^(?:\*\* )?(?:Message blocked|Message not delivered|Address not found|Delivery incomplete|Recipient inbox full)(?: \*\*)?$/im,
  ],
  ['exchange', /X-MS-Exchange|MSEXCH:|Diagnostic information for administrators|^Generating server:/im],
];

/** X-Failed-Recipients, which Exim brought up, is written by others too. */
const headerMarks: readonly HeaderMark[] = [
  ['exim', 'content-type', /\beximdsn\b/i],
  ['exim', 'message-id', /^\s*<E\w{6}-\w{6,11}-\w{2,4}@/],
  ['exchange', 'x-ms-exchange-organization-scl', /./],
];

/** The product's name in lower case. */
export function detectSoftware(message: ReadMessage, report: string): string | null {
  const beginning = report.slice(0, 4000);
  return (
    findByHeader(senderMarks, message) ?? marks.find(([, pattern]) => pattern.test(beginning))?.[0] ?? findByHeader(headerMarks, message)
  );
}

function findByHeader(list: readonly HeaderMark[], { headers }: ReadMessage): string | null {
  return list.find(([, header, pattern]) => headers.get(header)?.some((value) => pattern.test(value)))?.[0] ?? null;
}
