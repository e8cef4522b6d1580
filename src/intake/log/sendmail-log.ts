/**
 * Sendmail's lines: `to=…, dsn=4.2.0, stat=Deferred: 450 …`, `ruleset=check_rcpt, …, reject=550 …`.
 */
import { cutBetween } from '../cut-between.js';
import type { FramedLine, LogEvent } from './log-event.js';
import { findNextId, type StoryDetails } from './story-details.js';

/** The queue's lifetime is over: "6AN…: 6AN…: sender notify: Cannot send message for 5 days". */
const expiredPattern = /: (?:sender|return to sender|postmaster) notify: (Cannot send .*)$/s;

/** The events of a line that Sendmail wrote: one for each of its recipients. */
export function parseSendmailLine({ time, machine, text }: FramedLine): readonly LogEvent[] {
  const queueId = /^([0-9A-Za-z]{8,}): /.exec(text)?.[1] ?? null;
  const base = { format: 'sendmail', time, machine, queueId, text } as const;
  const refused = readRefusal(text);
  if (refused !== null) return [{ ...base, kind: 'refused', ...refused }];
  const expired = expiredPattern.exec(text);
  if (expired !== null) return [{ ...base, kind: 'failed', recipient: null, reason: `message expired: ${expired[1]}` }];
  const stat = text.indexOf(', stat=');
  if (stat < 0) return [{ ...base, kind: 'note', recipient: null, reason: '' }];
  const told = readStatus(text.slice(stat + 7), /dsn=(\d\.\d+\.\d+)/.exec(text)?.[1] ?? '', text);
  return listRecipients(text).map((recipient) => ({ ...base, recipient, ...told }));
}

/** `6AN…: <bob@corp.example>... User unknown`: said to a client, for good. */
const spokenPattern = /^[0-9A-Za-z]{8,}: <([^<>\s]+)>\.\.\. (.+)$/s;

function readRefusal(text: string): Pick<LogEvent, 'recipient' | 'reason' | 'isPermanent'> | null {
  const spoken = spokenPattern.exec(text);
  if (spoken !== null) return { recipient: spoken[1] ?? null, reason: spoken[2] ?? '', isPermanent: true };
  const from = cutBetween(text, ['ruleset=', ', '])?.end ?? /^[0-9A-Za-z]{8,}: Milter: /.exec(text)?.[0].length;
  if (from === undefined) return null;
  // `ruleset=check_rcpt, arg1=<bob@example.com>, relay=…, reject=550 …`, `Milter: to=<bob@example.com>, reject=451 …`
  const rest = text.slice(from);
  const argument = /^(?:arg1|to)=<?([^>,]*)>?, /.exec(rest);
  const at = rest.indexOf('reject=', argument?.[0].length ?? 0);
  return at < 0 ? null : { recipient: argument?.[1] ?? null, reason: rest.slice(at + 7) };
}

/** `to=<bob@example.com>,<ann@example.com>, ctladdr=…`: as many as the line has room for. */
function listRecipients(text: string): readonly (string | null)[] {
  const from = text.indexOf(': to=') + 5;
  const rest = from < 5 ? '' : text.slice(from);
  const recipients = rest
    .slice(0, Math.max(rest.search(/, [a-z]{1,20}=/), 0))
    .split(',')
    .map((address) => address.replace(/^<?(.*?)>?$/, '$1'));
  return recipients[0] === '' ? [null] : recipients;
}

function readStatus(stat: string, status: string, text: string): Pick<LogEvent, 'kind' | 'reason'> {
  if (stat.startsWith('Sent')) return { kind: 'delivered', reason: '' };
  if (stat.startsWith('queued')) return { kind: 'note', reason: '' };
  const reply = /, reply=(\d{3}[ -].*?)(?:, stat=|$)/s.exec(text)?.[1];
  const reason = reply ?? stat;
  if (stat.startsWith('Deferred') || status.startsWith('4')) return { kind: 'deferred', reason };
  return { kind: 'failed', reason };
}

/** What a line of Sendmail adds to a story. */
export function readSendmailDetails({ text, recipient, kind }: LogEvent): StoryDetails {
  const body = text.slice(text.indexOf(': ') + 2);
  const relay = /, relay=([^,]*)/.exec(body)?.[1];
  if (kind === 'refused') return { client: relay };
  if (body.startsWith('from=')) {
    const size = /, size=(\d+)/.exec(body)?.[1];
    return {
      sender: /^from=<?([^>,]*)>?,/.exec(body)?.[1],
      client: relay,
      sizeBytes: size === undefined ? undefined : Number(size),
      messageId: /, msgid=<?([^>,]*)>?/.exec(body)?.[1],
    };
  }
  // "7AN…: DSN: User unknown", "7AN…: sender notify: Warning: could not send message for past 4 hours", "7AN…: return to sender: …"
  const noticeId = /^([0-9A-Za-z]{8,}): (?:DSN|sender notify|return to sender|postmaster notify)/.exec(body)?.[1];
  if (recipient === null || !body.startsWith('to=')) return { noticeId };
  const said = /, stat=(.*)$/s.exec(body)?.[1] ?? '';
  return { attempt: { recipient, original: null, host: relay ?? null, nextId: findNextId(said), said } };
}
