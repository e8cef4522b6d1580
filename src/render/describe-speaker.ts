/**
 * Who said the deciding reply, to what, how and when.
 */
import type { Report, SaidBy } from '../model/report.js';
import { stageWords } from '../model/stage-words.js';
import type { Stage } from '../model/vocabulary.js';
import { formatMoment } from './format-time.js';

/** "mx1.example.com [192.0.2.25] to RCPT TO, over TLS, at 10:42:03"; a reply by itself has neither channel nor time. */
export function describeSpeaker({ startedAt, kind }: Report, said: SaidBy): string {
  const host = [said.exchange, said.address === null ? null : `[${said.address}]`].filter((part) => part !== null).join(' ');
  const channel = said.encrypted ? 'over TLS' : 'in plain text';
  const how = kind === 'trace' ? `, ${channel}, at ${formatMoment(startedAt, said.atMs)}` : '';
  return `${describeReporter(host === '' ? null : host, said.stage)}${how}`;
}

/** "mx1.example.com to RCPT TO"; "the server" where no host is told. */
export function describeReporter(host: string | null, stage: Stage | null): string {
  const where = stage === null ? '' : stage === 'greeting' ? ' as its greeting' : ` to ${stageWords[stage]}`;
  return `${host ?? 'the server'}${where}`;
}
