/**
 * Exim's main log: `<=` arrived, `=>` `->` delivered, `==` deferred, `**` failed, `rejected` refused.
 */
import type { FramedLine, LogEvent } from './log-event.js';

const idPattern = /^(\w{6}-\w{6,11}-\w{2,4}) /;
/** `== bob@example.com <BOB@…> R=dnslookup T=remote_smtp defer (-44) H=mx [ip]: SMTP error …: 450 …` */
const failurePattern = /^(?:==|\*\*) (\S+)(?: \([^)]*\))?(?: <[^>]*>)?((?: [A-Z][\w]*=(?:"[^"]*"|\S+))*)(?: defer \(([-\d]+)\))?:? ?(.*)$/;

/** The event of a line of Exim's main log. */
export function parseEximLine({ time, machine, text }: FramedLine): LogEvent {
  const queueId = idPattern.exec(text)?.[1] ?? null;
  const body = queueId === null ? text : text.slice(queueId.length + 1);
  const base = { format: 'exim', time, machine, queueId, text, recipient: null, reason: '' } as const;
  const flag = body.slice(0, 2);
  if (flag === '=>' || flag === '->' || flag === '>>') return { ...base, kind: 'delivered' };
  if (flag === '==' || flag === '**') return { ...base, ...readFailure(body, flag) };
  const refused = / rejected (?:RCPT|MAIL|after DATA|EHLO|HELO|connection|DATA)[^:<]*(?:<([^>]*)>)?[^:]*: (.*)$/.exec(` ${body}`);
  if (refused !== null) return { ...base, kind: 'refused', recipient: refused[1] ?? null, reason: refused[2] ?? '' };
  return { ...base, kind: 'note' };
}

/** -53: "retry time not reached": no try was made. */
const notTried = '-53';

function readFailure(body: string, flag: string): Pick<LogEvent, 'kind' | 'recipient' | 'reason'> {
  const [, address = '', fields = '', number, rest = ''] = failurePattern.exec(body) ?? [];
  if (number === notTried || rest.startsWith('retry time not reached')) return { kind: 'note', recipient: address, reason: '' };
  const host = /H=(\S+ \[[^\]]*\])/.exec(`${fields} ${rest}`)?.[1];
  const reason = host === undefined || rest.includes('H=') ? rest : `H=${host}: ${rest.replace(/^\[[^\]]*\][^:]*: /, '')}`;
  return { kind: flag === '**' ? 'failed' : 'deferred', recipient: address.replace(/:$/, ''), reason };
}
