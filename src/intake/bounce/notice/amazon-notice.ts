/**
 * Notices of Amazon SES: bounce, complaint, delivery, delay and reject, by SNS, EventBridge or event publishing.
 */
import type { BounceRecipient } from '../bounce-report.js';
import { asList, asObject, asText, type Json } from './json-value.js';
import { describeRecipient, suppressed } from './notice-recipient.js';

/** Null where it is none of them. */
export function readAmazonNotice(notice: Json): readonly BounceRecipient[] | null {
  const type = (asText(notice.notificationType) ?? asText(notice.eventType) ?? '').toLowerCase();
  const read = readers[type];
  return read === undefined ? null : read(notice);
}

const readers: Readonly<Record<string, (notice: Json) => readonly BounceRecipient[]>> = {
  bounce: readBounced,
  complaint: (notice) =>
    asList(asObject(notice.complaint).complainedRecipients).map((each) => describeRecipient(asText(each.emailAddress), 'complaint')),
  delivery: readDelivered,
  deliverydelay: readDelayed,
  reject: readRejected,
};

function readBounced(notice: Json): readonly BounceRecipient[] {
  const bounce = asObject(notice.bounce);
  const standIn = /suppress/i.test(asText(bounce.bounceSubType) ?? '') ? suppressed : null;
  const host = /dsn;\s*(\S+)/i.exec(asText(bounce.remoteMtaIp) ?? '')?.[1] ?? null;
  return asList(bounce.bouncedRecipients).map((each) =>
    describeRecipient(asText(each.emailAddress), 'failed', {
      words: [asText(each.diagnosticCode)],
      status: asText(each.status),
      host,
      standIn,
    }),
  );
}

function readDelivered(notice: Json): readonly BounceRecipient[] {
  const { recipients, smtpResponse } = asObject(notice.delivery);
  const addresses = Array.isArray(recipients) ? recipients : [];
  return addresses.map((address) => ({ ...describeRecipient(asText(address), 'delivered'), words: [asText(smtpResponse) ?? ''] }));
}

function readDelayed(notice: Json): readonly BounceRecipient[] {
  return asList(asObject(notice.deliveryDelay).delayedRecipients).map((each) =>
    describeRecipient(asText(each.emailAddress), 'delayed', { words: [asText(each.diagnosticCode)], status: asText(each.status) }),
  );
}

/** SES itself refuses a message that holds a virus. */
function readRejected(notice: Json): readonly BounceRecipient[] {
  const { destination } = asObject(notice.mail);
  const words = [asText(asObject(notice.reject).reason)];
  return (Array.isArray(destination) ? destination : []).map((address) => describeRecipient(asText(address), 'failed', { words }));
}
