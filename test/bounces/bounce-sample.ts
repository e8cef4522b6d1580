/**
 * What a sample of a bounce is, and the frames that most of them share. The messages are made for the tests: each
 * follows the form that its product writes, with names and addresses of the example domains.
 */
import type { AddressState, ExplainedKind } from '../../src/model/explained.js';
import type { ReplyDetails } from '../../src/model/reply-meaning.js';
import type { Code } from '../../src/model/vocabulary.js';

export interface ExpectedRecipient {
  readonly address: string | null;
  readonly code: Code | null;
  /** Null: the report has none. */
  readonly status: string | null;
  readonly replyCode: number | null;
  /** These are left out where the sample is not about them. */
  readonly host?: string | null;
  readonly kind?: ExplainedKind;
  readonly addressState?: AddressState;
  readonly reply?: string | null;
  readonly details?: ReplyDetails;
  readonly waiting?: string;
  readonly contradicts?: boolean;
}

export interface BounceSample {
  /** The product and what happened. */
  readonly name: string;
  readonly message: string;
  readonly kind: ExplainedKind;
  readonly recipients: readonly ExpectedRecipient[];
}

interface Letter {
  readonly from?: string;
  readonly subject: string;
  /** More header lines. */
  readonly headers?: readonly string[];
  readonly body: string;
}

/** A plain letter of a mail system, without MIME. */
export function writeLetter({ from = 'MAILER-DAEMON@mx.example.org', subject, headers = [], body }: Letter): string {
  return ['Return-Path: <>', `From: ${from}`, 'To: ann@example.org', `Subject: ${subject}`, ...headers, '', body].join('\n');
}

/** The message that came back, as its header and a line. */
export const returnedMessage = [
  'Received: from desk.example.org (desk.example.org [198.51.100.7])',
  '\tby mx.example.org with ESMTPSA id 4Qx1yz;',
  '\tMon, 23 Nov 2026 15:54:00 +0000',
  'From: Ann <ann@example.org>',
  'To: bob@example.com',
  'Subject: Minutes of Monday',
  'Message-ID: <20261123155400.1@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Dear Bob, the minutes. 550 chairs, 4.2.1 of them red.',
  '',
].join('\n');

interface Report {
  readonly from?: string;
  readonly subject: string;
  readonly headers?: readonly string[];
  readonly prose: string;
  /** The fields behind Reporting-MTA; a blank line between recipients. */
  readonly fields: string;
  readonly reporter?: string;
}

/** A `multipart/report` (RFC 3462, RFC 3464) with the returned message. */
export function writeReport({
  from = 'Mail Delivery System <MAILER-DAEMON@mx.example.org>',
  subject,
  headers = [],
  prose,
  fields,
  reporter = 'mx.example.org',
}: Report): string {
  return [
    'Return-Path: <>',
    `From: ${from}`,
    'To: ann@example.org',
    `Subject: ${subject}`,
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_parts"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--=_parts',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    prose,
    '--=_parts',
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${reporter}`,
    '',
    fields,
    '',
    '--=_parts',
    'Content-Type: message/rfc822',
    '',
    returnedMessage,
    '--=_parts--',
    '',
  ].join('\n');
}
