/**
 * What `-v` adds: every conversation line by line, every answer, every other observation, and the checks.
 */
import type { Evidence, SmtpEvidence } from '../../model/evidence.js';
import type { TranscriptEvent } from '../../model/reply.js';
import type { Report } from '../../model/report.js';
import {
  describeAnswer,
  describeBreak,
  describeHandshake,
  describeObservation,
  describeQuestion,
  describeServer,
  describeSubject,
  listByTime,
} from '../describe-observation.js';
import { formatOffset, formatSpan } from '../format-time.js';
import { hang, layHeading, type PageStyle } from './page.js';
import { type Column, layTable } from './table.js';

export function renderEvidence(report: Report, style: PageStyle): readonly string[] {
  const conversations = listByTime(report.evidence, ['smtp']);
  return [
    ...conversations.flatMap((smtp) => renderConversation(smtp, report.evidence, style)),
    ...renderAnswers(report, style),
    ...renderOthers(report, style),
    ...renderChecks(report, style),
  ];
}

function renderConversation(smtp: SmtpEvidence, evidence: readonly Evidence[], style: PageStyle): readonly string[] {
  const name = [smtp.exchange, `[${smtp.address}]:${smtp.port}`].filter((part) => part !== null).join(' ');
  const broken = describeBreak(smtp);
  const handshakes = listByTime(evidence, ['tls']).filter(({ id }) => id === smtp.tls);
  const notes = [...(broken === null ? [] : [broken]), ...handshakes.flatMap(describeHandshake)];
  return [
    ...layHeading(style, `Conversation with ${name} (${smtp.purpose})`),
    ...smtp.transcript.flatMap((event) => renderEvent(event, style)),
    ...notes.flatMap((note) => hang(note, ' '.repeat(offsetColumns + 3).concat('* '), style.width)),
  ];
}

/** Up to 9999 seconds. */
const offsetColumns = 8;
const directionMarks: Readonly<Record<TranscriptEvent['direction'], string>> = { sent: '>', received: '<', note: '*' };

/** "   0.175 s < 250 Ok": the time, `s` where it went through TLS, who spoke. */
function renderEvent({ atMs, direction, line, encrypted }: TranscriptEvent, style: PageStyle): readonly string[] {
  const head = `${formatOffset(atMs).padStart(offsetColumns)} ${encrypted ? 's' : ' '} ${directionMarks[direction]} `;
  const lines = hang(line.text, head, style.width);
  return lines.length === 0 ? [head] : lines;
}

function renderAnswers({ evidence }: Report, style: PageStyle): readonly string[] {
  const answers = listByTime(evidence, ['dns']);
  if (answers.length === 0) return [];
  const columns: readonly Column[] = [{ title: 'Question' }, { title: 'Server' }, { title: 'Time', side: 'right' }, { title: 'Answer' }];
  const rows = answers.map((item) => [describeQuestion(item), describeServer(item), formatSpan(item.durationMs), describeAnswer(item)]);
  return [...layHeading(style, 'DNS'), ...layTable(style, columns, rows)];
}

function renderOthers({ evidence }: Report, style: PageStyle): readonly string[] {
  const others = listByTime(evidence, ['connect', 'ping', 'source', 'system', 'end', 'reply']);
  if (others.length === 0) return [];
  const columns: readonly Column[] = [{ title: 'Looked at' }, { title: 'Time', side: 'right' }, { title: 'Result' }];
  const rows = others.map((item) => [describeSubject(item), formatSpan(item.durationMs), describeObservation(item)]);
  return [...layHeading(style, 'Connections, pings and this machine'), ...layTable(style, columns, rows)];
}

function renderChecks({ checks }: Report, style: PageStyle): readonly string[] {
  if (checks.length === 0) return [];
  const columns: readonly Column[] = [{ title: 'Check' }, { title: 'Result' }, { title: '' }];
  const rows = checks.map(({ rule, result, reason }) => [rule, result.replaceAll('-', ' '), reason ?? '']);
  return [...layHeading(style, 'Checks'), ...layTable(style, columns, rows)];
}
