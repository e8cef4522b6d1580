/**
 * What `-v` adds: every conversation line by line, every DNS answer, and the checks.
 */

import type { DnsRecord } from '../../model/dns.js';
import type { DnsEvidence, SmtpEvidence, TlsEvidence } from '../../model/evidence.js';
import type { Report } from '../../model/report.js';
import { formatSpan } from '../format-time.js';
import { formatVisible } from '../visible-text.js';
import { layParagraph, layTable, type PageStyle } from './page.js';

export function renderTranscripts(report: Report, style: PageStyle): readonly string[] {
  const conversations = report.evidence.filter((evidence) => evidence.kind === 'smtp').sort((a, b) => a.startedMs - b.startedMs);
  const handshakes = report.evidence.filter((evidence) => evidence.kind === 'tls');
  return conversations.flatMap((smtp) => [
    '',
    style.paint('strong', `Conversation with ${smtp.exchange ?? ''} [${smtp.address}]:${smtp.port} (${smtp.purpose})`),
    ...smtp.transcript.flatMap((event) => {
      const mark = event.direction === 'sent' ? '>' : event.direction === 'received' ? '<' : '*';
      return layParagraph(style, `${mark} ${event.line.text}`, 13).map((line, at) =>
        at === 0 ? `${formatOffset(event.atMs)}${event.encrypted ? ' s ' : '   '}${line.slice(13)}` : line,
      );
    }),
    ...renderEnd(smtp),
    ...handshakes.filter(({ id }) => id === smtp.tls).flatMap((tls) => renderHandshake(tls, style)),
  ]);
}

function formatOffset(atMs: number): string {
  return `${(atMs / 1000).toFixed(3).padStart(9)}`;
}

function renderEnd({ outcome }: SmtpEvidence): readonly string[] {
  if (outcome.state !== 'failed') return [];
  return [`             * ${outcome.failure} at ${outcome.stage}${outcome.waitedMs > 0 ? ` after ${formatSpan(outcome.waitedMs)}` : ''}`];
}

function renderHandshake({ outcome }: TlsEvidence, style: PageStyle): readonly string[] {
  if (outcome.state !== 'established')
    return outcome.state === 'failed' ? layParagraph(style, `* TLS failed (${outcome.side}): ${outcome.detail}`, 13) : [];
  const leaf = outcome.chain[0];
  return [
    ...layParagraph(
      style,
      `* ${outcome.protocol}, ${outcome.cipher}, chain ${outcome.chainFault ?? 'trusted'}, name ${outcome.nameMatches === false ? 'differs' : 'fits'}`,
      13,
    ),
    ...(leaf === undefined ? [] : layParagraph(style, `* ${leaf.subject}, by ${leaf.issuer}, until ${leaf.validTo}`, 13)),
  ];
}

export function renderAnswers({ evidence }: Report, style: PageStyle): readonly string[] {
  const answers = evidence.filter((item) => item.kind === 'dns').sort((a, b) => a.startedMs - b.startedMs);
  if (answers.length === 0) return [];
  const columns = [
    { title: 'Question', flexible: true },
    { title: 'Server', flexible: true },
    { title: 'Time', side: 'right' as const },
    { title: 'Answer' },
  ];
  return ['', style.paint('strong', 'DNS'), ...layTable(style, columns, answers.map(answerRow))];
}

function answerRow(item: DnsEvidence): readonly string[] {
  const { question } = item;
  const server = question.server.name === null ? question.server.address : `${question.server.name} (${question.server.address})`;
  return [`${question.type} ${question.name}`, server, formatSpan(item.durationMs), describeAnswer(item)];
}

function describeAnswer({ outcome }: DnsEvidence): string {
  if (outcome.state === 'skipped') return `not asked (${outcome.reason})`;
  if (outcome.state === 'failed') return outcome.detail === null ? outcome.failure : `${outcome.failure}: ${outcome.detail}`;
  const { rcode, flags, answer, authority, extendedErrors } = outcome.response;
  const raised = Object.entries(flags).flatMap(([name, up]) => (up ? [name] : []));
  const errors = extendedErrors.map(({ code, text }) => `EDE ${code} ${text}`);
  const records = (answer.length > 0 ? answer : authority).slice(0, 12).map(formatRecord);
  return formatVisible([`${rcode} (${raised.join(' ')})`, ...errors, ...records].join('; '));
}

function formatRecord({ owner, type, ttlSeconds, data }: DnsRecord): string {
  return `${owner} ${ttlSeconds} ${type} ${formatData(data)}`;
}

function formatData(data: DnsRecord['data']): string {
  if ('address' in data) return data.address;
  if ('target' in data) return data.target;
  if (data.type === 'MX') return `${data.preference} ${data.exchange}`;
  if (data.type === 'SOA') return `${data.primary} ${data.serial}`;
  return data.type === 'TXT' ? data.strings.map((text) => JSON.stringify(text)).join(' ') : data.rdataBase64;
}

export function renderChecks({ checks }: Report, style: PageStyle): readonly string[] {
  const columns = [{ title: 'Check' }, { title: 'Result' }, { title: '' }];
  return [
    '',
    style.paint('strong', 'Checks'),
    ...layTable(
      style,
      columns,
      checks.map(({ rule, result, reason }) => [rule, result, reason ?? '']),
    ),
  ];
}
