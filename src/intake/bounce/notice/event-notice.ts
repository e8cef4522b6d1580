/**
 * Events that sending services post to a web address: Mailgun, SparkPost, Postmark, Mandrill, SendGrid, Brevo, Mailjet.
 *
 * Each after its maker's documentation. They have in common an event's name, an address and a sentence or a code; what
 * differs is where these stand.
 */
import type { ExplainedKind } from '../../../model/explained.js';
import type { BounceRecipient } from '../bounce-report.js';
import { findReply } from '../reply-in-text.js';
import { asObject, asText, isJson, type Json } from './json-value.js';
import { describeRecipient, suppressed } from './notice-recipient.js';

export interface ReadEvent {
  readonly software: string;
  readonly recipient: BounceRecipient;
}

/** Null where it is no event that tells of a delivery. */
export function readEvent(event: Json): ReadEvent | null {
  return readMailgun(event) ?? readSparkPost(event) ?? readPostmark(event) ?? readMandrill(event) ?? readFlat(event);
}

const kindOfEvent: Readonly<Record<string, ExplainedKind>> = {
  bounce: 'failed',
  bounced: 'failed',
  failed: 'failed',
  dropped: 'failed',
  blocked: 'failed',
  invalid: 'failed',
  invalid_email: 'failed',
  hard_bounce: 'failed',
  hardbounce: 'failed',
  soft_bounce: 'failed',
  softbounce: 'failed',
  out_of_band: 'failed',
  policy_rejection: 'failed',
  generation_rejection: 'failed',
  reject: 'failed',
  error: 'failed',
  deferred: 'delayed',
  deferral: 'delayed',
  delay: 'delayed',
  delivered: 'delivered',
  delivery: 'delivered',
  sent: 'delivered',
  spam: 'complaint',
  spamreport: 'complaint',
  spam_complaint: 'complaint',
  complained: 'complaint',
  complaint: 'complaint',
};

function findKind(event: unknown): ExplainedKind | null {
  return kindOfEvent[(asText(event) ?? '').toLowerCase()] ?? null;
}

function readMailgun(event: Json): ReadEvent | null {
  const data = isJson(event['event-data']) ? event['event-data'] : event;
  const kind = findKind(data.event);
  const status = asObject(data['delivery-status']);
  const isLegacy = 'error' in data && 'code' in data && 'recipient' in data;
  if (kind === null || (!isJson(data['delivery-status']) && !isLegacy)) return null;
  const code = status.code ?? data.code;
  const said = asText(status.message) ?? asText(status.description) ?? asText(data.error);
  return {
    software: 'mailgun',
    recipient: describeRecipient(asText(data.recipient), data.severity === 'temporary' && kind === 'failed' ? 'delayed' : kind, {
      words: [said],
      standIn: isSuppressed(asText(data.reason), said) ? suppressed : null,
      status: asText(status['enhanced-code']),
      replyCode: code,
      host: asText(status['mx-host']),
    }),
  };
}

/** `suppress-bounce`; `hardfail`, which stands for a refusal as well, where no server said anything. */
function isSuppressed(reason: string | null, said: string | null): boolean {
  return /^suppress/.test(reason ?? '') || (/hardfail/.test(reason ?? '') && findReply(said ?? '').replyCode === null);
}

function readSparkPost(event: Json): ReadEvent | null {
  const [inner] = Object.values(asObject(event.msys)).filter(isJson);
  const kind = inner === undefined ? null : findKind(inner.type);
  if (inner === undefined || kind === null) return null;
  const words = [asText(inner.raw_reason), asText(inner.reason)];
  return {
    software: 'sparkpost',
    recipient: describeRecipient(asText(inner.rcpt_to) ?? asText(inner.raw_rcpt_to), kind, { words, replyCode: inner.error_code }),
  };
}

const kindOfPostmarkType: Readonly<Record<string, ExplainedKind>> = {
  autoresponder: 'auto-reply',
  spamcomplaint: 'complaint',
  unsubscribe: 'complaint',
};

function readPostmark(event: Json): ReadEvent | null {
  const record = (asText(event.RecordType) ?? '').toLowerCase();
  if (record !== 'bounce' && record !== 'spamcomplaint' && record !== 'delivery') return null;
  const kind =
    record === 'bounce'
      ? (kindOfPostmarkType[(asText(event.Type) ?? '').toLowerCase()] ?? 'failed')
      : findKind(record === 'delivery' ? record : 'spam');
  const words = [asText(event.Details), asText(event.Description)];
  return {
    software: 'postmark',
    recipient: describeRecipient(asText(event.Email) ?? asText(event.Recipient), kind ?? 'failed', kind === 'failed' ? { words } : {}),
  };
}

function readMandrill(event: Json): ReadEvent | null {
  const message = event.msg;
  const kind = findKind(event.event);
  if (!isJson(message) || kind === null) return null;
  const reason = asText(asObject(message.reject).reason);
  const words = [asText(message.diag), asText(message.bounce_description)];
  const standIn = reason === null ? null : suppressed;
  return { software: 'mandrill', recipient: describeRecipient(asText(message.email), kind, { words, standIn }) };
}

const marks: readonly (readonly [field: string, software: string])[] = [
  ['sg_event_id', 'sendgrid'],
  ['sg_message_id', 'sendgrid'],
  ['smtp-id', 'sendgrid'],
  ['error_related_to', 'mailjet'],
  ['hard_bounce', 'mailjet'],
  ['ts_event', 'brevo'],
  ['message-id', 'brevo'],
];

/** An address and an event side by side: SendGrid, Brevo, Mailjet. */
function readFlat(event: Json): ReadEvent | null {
  const kind = findKind(event.event);
  const address = asText(event.email);
  const software = marks.find(([field]) => field in event)?.[1];
  if (kind === null || address === null || software === undefined) return null;
  const words = [asText(event.reason), asText(event.response), asText(event.error), asText(event.comment)];
  return { software, recipient: describeRecipient(address, kind, kind === 'complaint' ? {} : { words, status: asText(event.status) }) };
}
