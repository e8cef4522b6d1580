/**
 * Exim's main log: `<=` arrived, `=>` `->` delivered, `==` deferred, `**` failed, `rejected` refused.
 */
import { cutBetween } from '../cut-between.js';
import type { FramedLine, LogEvent } from './log-event.js';
import { findNextId, type StoryDetails } from './story-details.js';

const idPattern = /^(\w{6}-\w{6,11}-\w{2,4}) /;
/** `== bob@example.com <BOB@…> R=dnslookup T=remote_smtp defer (-44) H=mx [ip]: SMTP error …: 450 …` */
const failurePattern =
  /^(?:==|\*\*) (\S+)(?: \([^)]*\))?(?: <[^>]*>)?((?: [A-Z]\w*=(?:"[^"]*"|[^\s"]\S*))*)(?: defer \(([-\d]+)\))?:? ?(.*)$/s;
/** `rejected RCPT <bob@example.com>: Unrouteable address`, `rejected after DATA: …`, behind what is known of the client. */
const refusalPattern = /(?:^| )rejected (?:RCPT|MAIL|after DATA|EHLO|HELO|connection|DATA)/;

/** The event of a line of Exim's main log. */
export function parseEximLine({ time, machine, text }: FramedLine): LogEvent {
  const queueId = idPattern.exec(text)?.[1] ?? null;
  const body = queueId === null ? text : text.slice(queueId.length + 1);
  const base = { format: 'exim', time, machine, queueId, text, recipient: null, reason: '' } as const;
  const flag = body.slice(0, 2);
  if (deliveryFlags.includes(flag)) return { ...base, kind: 'delivered', recipient: readAddresses(body).recipient };
  if (flag === '==' || flag === '**') return { ...base, ...readFailure(body, flag) };
  const refused = readRefusal(body);
  return refused === null ? { ...base, kind: 'note' } : { ...base, kind: 'refused', ...refused };
}

function readRefusal(body: string): Pick<LogEvent, 'recipient' | 'reason' | 'isPermanent'> | null {
  const refused = refusalPattern.exec(body);
  if (refused === null) return null;
  const what = body.slice(refused.index + refused[0].length);
  // A colon may stand in the address, never before it.
  const named = what.indexOf('<') < what.indexOf(':') ? cutBetween(what, ['<', '>']) : null;
  const end = what.indexOf(': ', named?.end ?? 0);
  const isPermanent = !/(?:^| )temporarily $/.test(body.slice(0, refused.index + 1));
  return end < 0 ? null : { recipient: named?.text ?? null, reason: what.slice(end + 2), isPermanent };
}

/** `>>`: handed on while it came in (cutthrough). */
const deliveryFlags = ['=>', '->', '>>'];

/** `=> bob <BOB@corp.example> R=…`: a local part or an address, then the address that it came from. */
function readAddresses(body: string): { readonly recipient: string; readonly original: string | null } {
  const [, address = '', , parent = null] = /^.. (\S+)(?: \(([^)]*)\))?(?: <([^>]*)>)?/.exec(body) ?? [];
  const plain = address.replace(/:$/, '');
  if (plain.includes('@') || parent === null) return { recipient: plain, original: parent };
  return { recipient: parent, original: null };
}

/** What a line of Exim adds to a story. */
export function readEximDetails({ text, queueId, reason, kind }: LogEvent): StoryDetails {
  const body = queueId === null ? text : text.slice(queueId.length + 1);
  if (kind === 'refused') return { client: readClient(` ${body}`), sender: / F=<([^>]{0,320})>/.exec(body)?.[1] };
  const flag = body.slice(0, 2);
  if (flag === '<=') return readArrival(body);
  if (body === 'Completed' || /^(?:cancelled|removed) by /.test(body)) return { isOver: true };
  if (!deliveryFlags.includes(flag) && flag !== '==' && flag !== '**') return {};
  const said = findConfirmation(body) ?? reason;
  const host = /\bH=(\S+(?: \[[^\]]*\])?)/.exec(body)?.[1] ?? /\bT=(\S+)/.exec(body)?.[1] ?? null;
  return { attempt: { ...readAddresses(body), host, nextId: findNextId(said), said } };
}

/** What the other side said to the message, `C="250 ok"`: to a quote that ends the field, for there may be others in it. */
function findConfirmation(body: string): string | null {
  const from = body.search(/\bC="/) + 3;
  if (from < 3) return null;
  const end = body.indexOf('" ', from);
  if (end >= 0) return body.slice(from, end);
  return body.length > from && body.endsWith('"') ? body.slice(from, -1) : null;
}

/** `H=app.corp.example (helo) [192.0.2.5]`, `H=(helo) [192.0.2.5]` */
function readClient(body: string): string | undefined {
  return / H=((?:\([^)]{0,255}\) )?\S{1,255}(?: \([^)]{0,255}\))?(?: \[[^\]]{0,64}\])?)/.exec(body)?.[1];
}

/** `<= admin@corp.example H=app [192.0.2.5] P=esmtps S=300 id=two@corp.example`; a bounce: `<= <> R=1vN… U=Debian-exim P=local`. */
function readArrival(body: string): StoryDetails {
  const sender = /^<= (\S+)/.exec(body)?.[1] ?? '';
  const size = / S=(\d+)/.exec(body)?.[1];
  return {
    sender: sender === '<>' ? '' : sender,
    client: readClient(body) ?? (/ P=local/.test(body) ? 'this machine' : undefined),
    sizeBytes: size === undefined ? undefined : Number(size),
    messageId: / id=(\S+)/.exec(body)?.[1],
    aboutId: / R=(\w{6}-\w{6,11}-\w{2,4})/.exec(body)?.[1],
  };
}

/** -53: "retry time not reached": no try was made. */
const notTried = '-53';

/** `[192.0.2.1] X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes: `, of which the host is told already. */
const behindHost = /^\[[^\]]*\](?::\d+)?(?: [A-Za-z]+=(?:"[^"]*"|[^\s"]\S*?))*: /;

/** Exim writes the lines of a reply into one, `\\n` between them, each with the code again. */
const foldedLine = /\\n(?:\d{3}[- ](?:[245]\.\d{1,3}\.\d{1,3} )?)?/g;

function readFailure(body: string, flag: string): Pick<LogEvent, 'kind' | 'recipient' | 'reason'> {
  const [, address = '', fields = '', number, rest = ''] = failurePattern.exec(body) ?? [];
  if (number === notTried || rest.startsWith('retry time not reached')) return { kind: 'note', recipient: address, reason: '' };
  const host = /H=(\S{1,255} \[[^\]]{1,64}\])/.exec(`${fields} ${rest}`)?.[1];
  const told = rest.replaceAll(foldedLine, ' ');
  const reason = host === undefined || rest.includes('H=') ? told : `H=${host}: ${told.replace(behindHost, '')}`;
  return { kind: flag === '**' ? 'failed' : 'deferred', recipient: address.replace(/:$/, ''), reason };
}
