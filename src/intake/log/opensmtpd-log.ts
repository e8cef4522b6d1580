/**
 * OpenSMTPD's lines: `… mta delivery … result="TempFail" stat="450 …"`, `… smtp failed-command … result="550 …"`.
 */
import type { FramedLine, LogEvent } from './log-event.js';
import { findNextId, type StoryDetails } from './story-details.js';

const deliveryPattern = / (?:mta|mda) (?:event=)?delivery .*?evpid=([0-9a-f]{16}).*? to=<([^>]*)>.*? result="?(\w+)"?(?: stat="?(.*?)"?)?$/;
const refusalPattern = / smtp (?:event=)?failed-command .*?command="?([^"]*)"? result="([^"]*)"?/;
const messagePattern = /(?:msgid|evpid)=([0-9a-f]{8})/;

/** `relay: Expire for 2ee647f3cf9e177f: from=<…>, to=<…>, rcpt=<->, delay=15s, stat=Envelope expired`; `Remove for …`. */
const endPattern = /^[a-z]+: (Expire|Remove) for ([0-9a-f]{8})[0-9a-f]{8}: .*?to=<([^>]*)>.*? stat=(.*)$/;

/** A line of smtpd run in the foreground has no frame: it begins with the session. */
export function isBareOpensmtpdLine(line: string): boolean {
  return /^[0-9a-f]{16} (?:smtp|mta|mda|queue) /.test(line);
}

/** The event of a line that smtpd wrote. Messages are told apart by the first half of an envelope's id. */
export function parseOpensmtpdLine({ time, machine, text }: FramedLine): LogEvent {
  const base = { format: 'opensmtpd', time, machine, text } as const;
  const delivery = deliveryPattern.exec(text);
  if (delivery !== null) {
    const [, envelope = '', recipient = '', result, stat = ''] = delivery;
    return { ...base, queueId: envelope.slice(0, 8), recipient, reason: result === 'Ok' ? '' : stat, kind: kinds[result ?? ''] ?? 'note' };
  }
  const ended = endPattern.exec(text);
  if (ended !== null) return { ...base, queueId: ended[2] ?? null, ...readEnd(ended) };
  const queueId = messagePattern.exec(text)?.[1] ?? null;
  const refusal = refusalPattern.exec(text);
  if (refusal === null) return { ...base, queueId, kind: 'note', recipient: null, reason: '' };
  return { ...base, queueId, kind: 'refused', recipient: /<([^>]*)>/.exec(refusal[1] ?? '')?.[1] ?? null, reason: refusal[2] ?? '' };
}

/** Given up for its age, or removed by somebody. */
function readEnd([, what, , recipient = '', stat = '']: RegExpExecArray): Pick<LogEvent, 'kind' | 'recipient' | 'reason'> {
  return what === 'Expire' ? { kind: 'failed', recipient, reason: `message expired: ${stat}` } : { kind: 'note', recipient, reason: '' };
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
  if (endPattern.test(text)) return { isOver: true };
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
