/**
 * Postfix's lines: deliveries with their status, what expired, what smtpd and postscreen refused.
 */
import { cutBetween } from '../cut-between.js';
import type { FramedLine, LogEvent } from './log-event.js';
import { findBracketed, findNextId, type StoryDetails } from './story-details.js';

/** The event of a line that a program of Postfix wrote. A refusal comes first: it quotes what a client said. */
export function parsePostfixLine({ time, machine, program, text }: FramedLine): LogEvent {
  const colon = text.indexOf(':');
  const queueId = colon > 4 && colon < 32 && isQueueId(text, colon) ? text.slice(0, colon) : null;
  // postfix/smtp, or postfix-out/smtp of another instance (syslog_name).
  const only = { format: 'postfix', time, machine, queueId, text } as const;
  const base = program.charCodeAt(7) === 47 ? only : { ...only, instance: program.slice(0, program.indexOf('/')) };
  if (isRefusal(text)) return { ...base, kind: 'refused', ...readRefusal(text) };
  const status = text.indexOf(', status=');
  if (status < 0) return { ...base, kind: 'note', recipient: null, reason: '' };
  const kind = findKind(text, status + 9);
  const failed = kind !== 'delivered' && kind !== 'note';
  return { ...base, kind, recipient: readRecipient(text), reason: failed ? readReason(text, status + 9) : '' };
}

/** What a line of Postfix adds to a story. */
export function readPostfixDetails({ text, kind }: LogEvent): StoryDetails {
  if (kind === 'refused') return readRefusedClient(text);
  const body = text.slice(text.indexOf(': ') + 2);
  if (body.startsWith('to=<')) return { attempt: readAttempt(body) };
  if (body === 'removed') return { isOver: true };
  const client = /^client=([^,]*)/.exec(body)?.[1] ?? (/^uid=\d+ /.test(body) ? 'this machine' : undefined);
  return {
    client,
    messageId: /^(?:resent-)?message-id=<?([^>]*)>?$/.exec(body)?.[1],
    sender: readSender(body),
    sizeBytes: readNumber(/^from=<[^>]*>, size=(\d+)/.exec(body)?.[1]),
    // "sender non-delivery notification: 4W…", "sender delay notification", "postmaster non-delivery notification", …
    noticeId: / notification: ([0-9A-Za-z]+)$/.exec(body)?.[1],
  };
}

/** Whom this server refused: `RCPT from unknown[192.0.2.1]: 554 …; from=<bob@example.com> to=<…>`. */
function readRefusedClient(text: string): StoryDetails {
  const client = /reject: .{0,80}? from ([^\s[\]]{0,255}\[[^\]]{0,64}\](?::\d+)?)/.exec(text)?.[1];
  const sender = text.lastIndexOf('; from=<');
  return { client, sender: sender < 0 ? undefined : findBracketed(text.slice(sender), 'from') };
}

function readSender(body: string): string | undefined {
  return body.startsWith('from=<') ? findBracketed(body, 'from') : /^uid=\d+ from=<([^>]*)>/.exec(body)?.[1];
}

function readNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function readAttempt(body: string): StoryDetails['attempt'] {
  const said = readReason(body, body.indexOf(', status='));
  return {
    recipient: findBracketed(body, 'to') ?? '',
    original: findBracketed(body, 'orig_to') ?? null,
    host: /, relay=([^,]*),/.exec(body)?.[1] ?? null,
    nextId: findNextId(said),
    said,
  };
}

/** `status=sent`, `deferred`, `bounced`, `expired`; `undeliverable` and `deliverable` answer a verify probe. */
function findKind(text: string, at: number): LogEvent['kind'] {
  if (text.startsWith('sent', at)) return 'delivered';
  if (text.startsWith('deferred', at)) return 'deferred';
  return text.startsWith('bounced', at) || text.startsWith('expired', at) || text.startsWith('force-expired', at) ? 'failed' : 'note';
}

/** qmgr gives no reason of its own for a message that it gives up: `status=expired, returned to sender`. */
function readReason(text: string, at: number): string {
  const from = text.indexOf('(', at);
  if (from >= 0) return text.slice(from + 1, text.endsWith(')') ? -1 : undefined);
  return `message ${text.slice(at)}`;
}

function isQueueId(text: string, end: number): boolean {
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || (code > 57 && code < 65) || (code > 90 && code < 97) || code > 122) return false;
  }
  return !text.startsWith('warning') && !text.startsWith('NOQUEUE');
}

/** `NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 554 5.7.1 …; from=<…> to=<…> proto=ESMTP helo=<…>`; `milter-reject` too. */
function isRefusal(text: string): boolean {
  const at = text.indexOf('reject: ');
  return at >= 0 && at < 48;
}

/** What a header_checks or body_checks says: `reject: header Subject: … from mx[192.0.2.1]; from=<…> to=<…> proto=ESMTP helo=<x>: 5.7.1 …`. */
const contentRefusal = /^; from=<[^>]*>(?:,? to=<[^>]*>)?(?:,? proto=\S+)?(?:,? helo=<[^>]*>)?: (?=[45]\.\d{1,3}\.\d{1,3} |[45]\d\d )/;
/** What follows the reply to a client, or to one that has not said that much yet. */
const behindReply = /; (?:from=<|to=<|proto=|helo=<)/;

function readRefusal(text: string): Pick<LogEvent, 'recipient' | 'reason' | 'isPermanent'> {
  const reason = readClientRefusal(text) ?? readContentRefusal(text) ?? text;
  return { recipient: readRecipient(text), reason, isPermanent: reason.startsWith('5') };
}

function readClientRefusal(text: string): string | null {
  const client = cutBetween(text, ['reject: ', ']']);
  const port = /^(?::\d+)?: /.exec(text.slice(client?.end ?? text.length))?.[0];
  if (client === null || port === undefined) return null;
  const rest = text.slice(client.end + port.length);
  const end = rest.search(behindReply);
  return end < 0 ? rest : rest.slice(0, end);
}

function readContentRefusal(text: string): string | null {
  const from = text.lastIndexOf('; from=<');
  const rest = from < 0 ? '' : text.slice(from);
  const front = contentRefusal.exec(rest)?.[0];
  return front === undefined ? null : rest.slice(front.length);
}

function readRecipient(text: string): string | null {
  const from = text.indexOf('to=<');
  const end = from < 0 ? -1 : text.indexOf('>', from);
  return end < 0 ? null : text.slice(from + 4, end);
}
