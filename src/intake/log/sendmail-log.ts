/**
 * Sendmail's lines: `to=…, dsn=4.2.0, stat=Deferred: 450 …`, `ruleset=check_rcpt, …, reject=550 …`.
 */
import type { FramedLine, LogEvent } from './log-event.js';

/** The event of a line that Sendmail wrote. */
export function parseSendmailLine({ time, machine, text }: FramedLine): LogEvent {
  const queueId = /^([0-9A-Za-z]{8,}): /.exec(text)?.[1] ?? null;
  const base = { format: 'sendmail', time, machine, queueId, text } as const;
  const refused = /ruleset=.*?, (?:arg1=<?([^>,]*)>?, )?.*?reject=(.*)$/.exec(text);
  if (refused !== null) return { ...base, kind: 'refused', recipient: refused[1] ?? null, reason: refused[2] ?? '' };
  const stat = text.indexOf(', stat=');
  if (stat < 0) return { ...base, kind: 'note', recipient: null, reason: '' };
  const recipient = /to=<?([^>,]+)/.exec(text)?.[1] ?? null;
  return { ...base, recipient, ...readStatus(text.slice(stat + 7), /dsn=(\d\.\d+\.\d+)/.exec(text)?.[1] ?? '', text) };
}

function readStatus(stat: string, status: string, text: string): Pick<LogEvent, 'kind' | 'reason'> {
  if (stat.startsWith('Sent')) return { kind: 'delivered', reason: '' };
  if (stat.startsWith('queued')) return { kind: 'note', reason: '' };
  const reply = /, reply=(\d{3}[ -].*?)(?:, stat=|$)/.exec(text)?.[1];
  const reason = reply ?? stat;
  if (stat.startsWith('Deferred') || status.startsWith('4')) return { kind: 'deferred', reason };
  return { kind: 'failed', reason };
}
