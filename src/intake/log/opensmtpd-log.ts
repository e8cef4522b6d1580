/**
 * OpenSMTPD's lines: `… mta delivery … result="TempFail" stat="450 …"`, `… smtp failed-command … result="550 …"`.
 */
import { cutBetween } from '../cut-between.js';
import type { FramedLine, LogEvent } from './log-event.js';
import { findNextId, type StoryDetails } from './story-details.js';

/** Each line begins with its session. */
const deliveryFront = /^\S+ (?:mta|mda) (?:event=)?delivery /;
const refusalFront = /^\S+ smtp (?:event=)?failed-command /;
const resultPattern = / result="?(\w+)"?(?: stat="?(.*?)"?)?$/s;
const messagePattern = /(?:msgid|evpid)=([0-9a-f]{8})/;

/** `relay: Expire for 2ee647f3cf9e177f: from=<…>, to=<…>, rcpt=<->, delay=15s, stat=Envelope expired`; `Remove for …`. */
const endFront = /^[a-z]+: (Expire|Remove) for ([0-9a-f]{8})[0-9a-f]{8}: /;

/** A line of smtpd run in the foreground has no frame: it begins with the session. */
export function isBareOpensmtpdLine(line: string): boolean {
  return /^[0-9a-f]{16} (?:smtp|mta|mda|queue) /.test(line);
}

/** The event of a line that smtpd wrote. Messages are told apart by the first half of an envelope's id. */
export function parseOpensmtpdLine({ time, machine, text }: FramedLine): LogEvent {
  const base = { format: 'opensmtpd', time, machine, text } as const;
  const told = readDelivery(text) ?? readEnd(text);
  if (told !== null) return { ...base, ...told };
  const queueId = messagePattern.exec(text)?.[1] ?? null;
  return { ...base, queueId, ...(readRefusal(text) ?? { kind: 'note', recipient: null, reason: '' }) };
}

type Told = Pick<LogEvent, 'kind' | 'queueId' | 'recipient' | 'reason'>;

function readDelivery(text: string): Told | null {
  const envelope = deliveryFront.test(text) ? /evpid=([0-9a-f]{16})/.exec(text) : null;
  const recipient = envelope === null ? null : cutBetween(text, [' to=<', '>'], envelope.index);
  const result = recipient === null ? null : resultPattern.exec(text.slice(recipient.end));
  if (envelope === null || recipient === null || result === null) return null;
  const [, word = '', stat = ''] = result;
  const queueId = (envelope[1] ?? '').slice(0, 8);
  return { queueId, recipient: recipient.text, reason: word === 'Ok' ? '' : stat, kind: kinds[word] ?? 'note' };
}

/** Given up for its age, or removed by somebody. */
function readEnd(text: string): Told | null {
  const [front = '', what, queueId = ''] = endFront.exec(text) ?? [];
  const recipient = what === undefined ? null : cutBetween(text, ['to=<', '>'], front.length);
  const stat = recipient === null ? -1 : text.indexOf(' stat=', recipient.end);
  if (recipient === null || stat < 0) return null;
  const base = { queueId, recipient: recipient.text };
  return what === 'Expire'
    ? { ...base, kind: 'failed', reason: `message expired: ${text.slice(stat + 6)}` }
    : { ...base, kind: 'note', reason: '' };
}

/** `… smtp failed-command command="RCPT TO:<bob@example.com>" result="550 Invalid recipient"`; older ones have no quotes. */
function readRefusal(text: string): Pick<Told, 'kind' | 'recipient' | 'reason'> | null {
  const command = refusalFront.test(text) ? cutBetween(text, ['command=', ' result="']) : null;
  if (command === null) return null;
  const [reason = ''] = text.slice(command.end).split('"', 1);
  return { kind: 'refused', recipient: cutBetween(command.text, ['<', '>'])?.text ?? null, reason };
}

/** What a line of OpenSMTPD adds to a story. */
export function readOpensmtpdDetails({ text, recipient, kind }: LogEvent): StoryDetails {
  const field = (name: string) =>
    new RegExp(`[ ,]${name}=(?:"([^"]*)"|<([^>]*)>|(\\S+))`)
      .exec(text)
      ?.slice(1)
      .find((value) => value !== undefined);
  const size = field('size');
  const base = { sender: field('from'), client: field('host'), sizeBytes: size === undefined ? undefined : Number(size) };
  if (readEnd(text) !== null) return { isOver: true };
  if (recipient === null || kind === 'note' || kind === 'refused') return base;
  const said = field('stat') ?? '';
  const original = field('rcpt');
  return {
    ...base,
    attempt: {
      recipient,
      original: original === undefined || original === '-' ? null : original,
      host: field('relay') ?? null,
      nextId: findNextId(said),
      said,
    },
  };
}

const kinds: Readonly<Record<string, LogEvent['kind']>> = { Ok: 'delivered', TempFail: 'deferred', PermFail: 'failed' };
