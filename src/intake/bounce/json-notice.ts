/**
 * Notices that Amazon SES sends as JSON (over SNS, or wrapped in a mail), and the JSON documents of its kin.
 */
import type { ExplainedKind } from '../../model/explained.js';
import type { BounceRecipient, BounceReport } from './bounce-report.js';
import { findReply } from './reply-in-text.js';

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** The notice that a text begins with (lines folded by a mail program rejoined); null where it is none. */
export function readJsonNotice(text: string): BounceReport | null {
  const trimmed = text.trimStart();
  if (!trimmed.startsWith('{')) return null;
  const document = parseLoosely(trimmed);
  if (document === null) return null;
  const inner = asText(document.Message);
  const notice = inner === null ? document : (parseLoosely(inner) ?? document);
  return readNotice(notice);
}

/** What stands behind the document is the mail's footer. */
function parseLoosely(text: string): Json | null {
  const end = text.lastIndexOf('}');
  for (const candidate of [
    text.slice(0, end + 1),
    text
      .slice(0, end + 1)
      .replace(/\n /g, '')
      .replace(/\n/g, ''),
  ]) {
    try {
      const value: unknown = JSON.parse(candidate);
      if (isJson(value)) return value;
    } catch {
      // The next form, or none.
    }
  }
  return null;
}

function readNotice(notice: Json): BounceReport | null {
  const type = (asText(notice.notificationType) ?? asText(notice.eventType) ?? '').toLowerCase();
  if (type === 'bounce' && isJson(notice.bounce)) return readBounceNotice(notice.bounce);
  if (type === 'complaint' && isJson(notice.complaint)) {
    return reportOf(
      'complaint',
      asList(notice.complaint.complainedRecipients).map((each) => plain(asText(each.emailAddress), 'complaint')),
    );
  }
  if (type === 'delivery' && isJson(notice.delivery)) {
    const { recipients, smtpResponse } = notice.delivery;
    const addresses = Array.isArray(recipients) ? recipients : [];
    return reportOf(
      'delivered',
      addresses.map((address) => ({ ...plain(asText(address), 'delivered'), words: [asText(smtpResponse) ?? ''] })),
    );
  }
  return null;
}

function readBounceNotice(bounce: Json): BounceReport {
  const suppressed = /suppress/i.test(asText(bounce.bounceSubType) ?? '');
  const recipients = asList(bounce.bouncedRecipients).map((each): BounceRecipient => {
    const reply = findReply((asText(each.diagnosticCode) ?? '').replace(/^smtp;\s*/i, ''));
    const words = suppressed ? `on the suppression list. ${reply.text}` : reply.text;
    return {
      ...plain(asText(each.emailAddress), 'failed'),
      status: /^[245]\.\d+\.\d+$/.exec(asText(each.status) ?? '')?.[0] ?? reply.status,
      replyCode: reply.replyCode,
      words: [words],
    };
  });
  return reportOf('failed', recipients);
}

function plain(address: string | null, kind: ExplainedKind): BounceRecipient {
  return { address, kind, status: null, replyCode: null, host: null, stage: null, words: [] };
}

function reportOf(kind: ExplainedKind, recipients: readonly BounceRecipient[]): BounceReport {
  return { kind, reportedBy: null, software: 'amazon-ses', recipients };
}
