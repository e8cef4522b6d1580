/**
 * Notices in JSON: an object, a list of events, or an object wrapped in another (SNS, EventBridge), alone or in a mail.
 */
import type { BounceRecipient, BounceReport } from '../bounce-report.js';
import { worstKind } from '../worst-kind.js';
import { readAmazonNotice } from './amazon-notice.js';
import { readEvent } from './event-notice.js';
import { asText, isJson, type Json } from './json-value.js';

/** Events of one document that are read. */
const mostEvents = 10_000;

/** The notice that a text begins with (lines folded by a mail program rejoined); null where it is none. */
export function readJsonNotice(text: string): BounceReport | null {
  const trimmed = text.trimStart();
  if (!/^(?:\{|\[\s*\{)/.test(trimmed)) return null;
  const document = parseLoosely(trimmed);
  return document === null ? null : readNotice(document);
}

/** What stands behind the document is the mail's footer. */
function parseLoosely(text: string): unknown {
  const whole = text.slice(0, text.lastIndexOf(text.startsWith('[') ? ']' : '}') + 1);
  for (const candidate of [whole, whole.replace(/\n /g, '').replace(/\n/g, '')]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next form, or none.
    }
  }
  return null;
}

function readNotice(document: unknown): BounceReport | null {
  const events = (Array.isArray(document) ? document.slice(0, mostEvents) : [document]).filter(isJson).map(unwrap);
  const amazon = events.flatMap((event) => readAmazonNotice(event) ?? []);
  if (amazon.length > 0) return reportOf(amazon, 'amazon-ses');
  const told = events.flatMap((event) => readEvent(event) ?? []);
  const [first] = told;
  return first === undefined
    ? null
    : reportOf(
        told.map(({ recipient }) => recipient),
        first.software,
      );
}

/** SNS holds the notice as text in `Message`, EventBridge as an object in `detail`. */
function unwrap(document: Json): Json {
  if (isJson(document.detail)) return document.detail;
  const inner = asText(document.Message);
  const parsed = inner === null ? null : parseLoosely(inner);
  return isJson(parsed) ? parsed : document;
}

function reportOf(recipients: readonly BounceRecipient[], software: string): BounceReport {
  return { kind: worstKind(recipients), reportedBy: null, software, recipients };
}
