/**
 * Delivery status fields (RFC 3464): the groups of a `message/delivery-status` part, or of text that looks like one.
 *
 * Tolerant of what is met: fields folded without indentation, groups without an empty line between them, types left
 * out (`Final-Recipient: bob@example.com`), comments behind values. Unknown fields are passed over.
 */

import { parseHeaderDate } from '../headers/header-date.js';

/** The fields of one recipient, as they stand; null where absent. */
export interface StatusGroup {
  readonly finalRecipient: string | null;
  readonly originalRecipient: string | null;
  /** Sendmail's: where an alias or a forwarding led to. */
  readonly actualRecipient: string | null;
  readonly action: string | null;
  readonly status: string | null;
  /** Without its type, line breaks as received. */
  readonly diagnostic: string | null;
  /** In lower case: `smtp`, or whose words they are where no server said them (`x-postfix`, `x-unix`). */
  readonly diagnosticType: string | null;
  readonly remoteHost: string | null;
  /** Until when the reporter tries, ms since 1970 (RFC 3464 section 2.3.9); null where it does not say. */
  readonly retryUntilMs: number | null;
}

export interface DeliveryStatus {
  readonly reportingHost: string | null;
  readonly groups: readonly StatusGroup[];
}

const fieldLine =
  /^[ \t]*((?:Final|Original|X-Actual)-Recipient|Action|Status|Diagnostic-Code|Remote-MTA|Reporting-MTA|Received-From-MTA|Arrival-Date|Last-Attempt-Date|Will-Retry-Until|Final-Log-ID|DSN-Gateway|Original-Envelope-Id|X-[\w-]+):[ \t]*(.*)$/i;

type Fields = Map<string, string>;

/** The fields of the text; no groups where it has none that names a recipient or a status. */
export function parseDeliveryStatus(text: string): DeliveryStatus {
  const groups = groupFields(text);
  const reporting = groups.find((fields) => fields.has('reporting-mta'))?.get('reporting-mta') ?? null;
  const recipients = groups.filter(isRecipientGroup).map(readGroup);
  return { reportingHost: reporting === null ? null : stripType(reporting), groups: recipients };
}

function isRecipientGroup(fields: Fields): boolean {
  return fields.has('final-recipient') || fields.has('original-recipient') || (fields.has('action') && fields.has('status'));
}

/** A second Final-Recipient begins a group of its own, whether an empty line stands before it or not. */
function groupFields(text: string): Fields[] {
  const groups: Fields[] = [];
  let fields: Fields = new Map();
  let current: string | null = null;
  const close = () => {
    if (fields.size > 0) groups.push(fields);
    fields = new Map();
    current = null;
  };
  for (const line of text.split('\n')) {
    const [, name, value] = fieldLine.exec(line) ?? [];
    if (name !== undefined) {
      current = name.toLowerCase();
      if (current === 'final-recipient' && fields.has(current)) close();
      current = name.toLowerCase();
      if (!fields.has(current)) fields.set(current, (value ?? '').trim());
    } else if (line.trim() === '') {
      close();
    } else if (/^\w[\w-]*: /.test(line)) {
      current = null;
    } else if (current !== null) {
      fields.set(current, `${fields.get(current) ?? ''}\n${line.trim()}`);
    }
  }
  close();
  return groups;
}

function readGroup(fields: Fields): StatusGroup {
  const diagnostic = fields.get('diagnostic-code') ?? null;
  return {
    finalRecipient: readAddress(fields.get('final-recipient')) ?? readAddress(fields.get('x-actual-recipient')),
    originalRecipient: readAddress(fields.get('original-recipient')),
    actualRecipient: readAddress(fields.get('x-actual-recipient')),
    action: /[a-z]+/i.exec(fields.get('action') ?? '')?.[0].toLowerCase() ?? null,
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? null,
    diagnostic: diagnostic === null ? null : stripType(diagnostic),
    diagnosticType: /^([\w-]+)[ \t]*;/.exec(diagnostic ?? '')?.[1]?.toLowerCase() ?? null,
    remoteHost: readHost(fields.get('remote-mta')),
    retryUntilMs: readTime(fields.get('will-retry-until')),
  };
}

/** `smtp; 550 …`, `x-postfix; …`, `dns; mx.example.com`: RFC 3464 section 2.1.2. */
function stripType(value: string): string {
  return value.replace(/^[\w-]+[ \t]*;\s*/, '').trim();
}

function readAddress(value: string | undefined): string | null {
  if (value === undefined) return null;
  const plain = stripType(value).replace(/\s*\n\s*/g, '');
  const address = /<?((?:"[^"]*"|[^\s<>;]+)@[^\s<>;,]+)>?/.exec(plain)?.[1] ?? plain.replace(/[<>]/g, '').trim();
  return address === '' ? null : address.replace(/^mailto:/i, '');
}

function readTime(value: string | undefined): number | null {
  return value === undefined ? null : parseHeaderDate(value);
}

/** A name or address; `dsn`, `unavailable` and the like name no host. */
function readHost(value: string | undefined): string | null {
  if (value === undefined) return null;
  const host = /^\[?([\w:.-]+)/.exec(stripType(value))?.[1] ?? '';
  return /[.:]/.test(host) ? host.replace(/\.$/, '') : null;
}
