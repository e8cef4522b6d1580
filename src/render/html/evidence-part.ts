/**
 * Everything that was observed, folded away: conversations, DNS answers, the rest, and the checks that were made.
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
import type { Anchors } from './anchors.js';
import { type Markup, markup, nothing } from './markup.js';
import { type HtmlColumn, layHtmlTable } from './table.js';

export function layEvidence(report: Report, anchors: Anchors): Markup {
  const parts = [
    ...listByTime(report.evidence, ['smtp']).map((smtp) => layConversation(smtp, report.evidence, anchors)),
    layAnswers(report, anchors),
    layHandshakes(report, anchors),
    layOthers(report, anchors),
    layChecks(report),
  ].filter((part) => part !== nothing);
  if (parts.length === 0) return nothing;
  return markup`<section aria-labelledby="evidence">
<h2 id="evidence">Evidence</h2>
${parts}</section>
`;
}

function fold(summary: string, content: Markup, anchor = ''): Markup {
  const id = anchor === '' ? nothing : markup` id="${anchor}"`;
  return markup`<details${id}>
<summary>${summary}</summary>
<div>
${content}</div>
</details>
`;
}

const purposes: Readonly<Record<SmtpEvidence['purpose'], string>> = {
  deliver: 'as a sender delivers',
  look: 'looked at only',
  plain: 'without TLS',
  'old-tls': 'old protocols allowed',
  control: 'a host elsewhere',
};

function layConversation(smtp: SmtpEvidence, evidence: readonly Evidence[], anchors: Anchors): Markup {
  const name = [smtp.exchange, `[${smtp.address}]`].filter((part) => part !== null).join(' ');
  const broken = describeBreak(smtp);
  const tls = listByTime(evidence, ['tls']).filter(({ id }) => id === smtp.tls);
  const notes = [...(broken === null ? [] : [broken]), ...tls.flatMap(describeHandshake)];
  return fold(
    `Conversation with ${name}, port ${smtp.port}: ${purposes[smtp.purpose]}`,
    markup`<ol class="transcript">
${smtp.transcript.map(layEvent)}</ol>
${notes.map((note) => markup`<p>${note}</p>\n`)}`,
    anchors.get(smtp.id),
  );
}

const directions: Readonly<Record<TranscriptEvent['direction'], string>> = { sent: 'sent', received: 'received', note: 'note' };

function layEvent({ atMs, direction, line, encrypted }: TranscriptEvent): Markup {
  const who = `${directions[direction]}${encrypted ? ', TLS' : ''}`;
  return markup`<li><span class="time">${formatOffset(atMs)}</span><span class="who">${who}</span><code>${line.text}</code></li>\n`;
}

const answerColumns: readonly HtmlColumn[] = [
  { title: 'Question', kind: 'verbatim' },
  { title: 'Server', kind: 'verbatim' },
  { title: 'Time', kind: 'number' },
  { title: 'Answer', kind: 'verbatim' },
];

function layAnswers({ evidence }: Report, anchors: Anchors): Markup {
  const answers = listByTime(evidence, ['dns']);
  if (answers.length === 0) return nothing;
  const rows = answers.map((item) => ({
    cells: [describeQuestion(item), describeServer(item), formatSpan(item.durationMs), anchored(describeAnswer(item), item, anchors)],
  }));
  return fold(`DNS answers (${answers.length})`, layHtmlTable('Every question, in the order in which it was asked.', answerColumns, rows));
}

function anchored(text: string, { id }: Evidence, anchors: Anchors): Markup {
  return markup`<span id="${anchors.get(id) ?? ''}">${text}</span>`;
}

function layHandshakes({ evidence }: Report, anchors: Anchors): Markup {
  const handshakes = listByTime(evidence, ['tls']);
  if (handshakes.length === 0) return nothing;
  const rows = handshakes.map((item) => ({
    cells: [item.exchange ?? '-', item.address, formatSpan(item.durationMs), anchored(describeHandshake(item).join('; '), item, anchors)],
  }));
  const columns: readonly HtmlColumn[] = [
    { title: 'Host', kind: 'verbatim' },
    { title: 'Address', kind: 'verbatim' },
    { title: 'Time', kind: 'number' },
    { title: 'Result' },
  ];
  return fold(`TLS handshakes (${handshakes.length})`, layHtmlTable('Every handshake, in order.', columns, rows));
}

function layOthers({ evidence }: Report, anchors: Anchors): Markup {
  const others = listByTime(evidence, ['connect', 'ping', 'source', 'system', 'end', 'reply']);
  if (others.length === 0) return nothing;
  const rows = others.map((item) => ({
    cells: [describeSubject(item), formatSpan(item.durationMs), anchored(describeObservation(item), item, anchors)],
  }));
  const columns: readonly HtmlColumn[] = [{ title: 'What' }, { title: 'Time', kind: 'number' }, { title: 'Result' }];
  return fold(`Connections, pings and this machine (${others.length})`, layHtmlTable('Every other observation.', columns, rows));
}

function layChecks({ checks }: Report): Markup {
  if (checks.length === 0) return nothing;
  const rows = checks.map(({ rule, result, reason }) => ({ cells: [rule, result.replaceAll('-', ' '), reason ?? ''] }));
  const columns: readonly HtmlColumn[] = [{ title: 'Check', kind: 'verbatim' }, { title: 'Result' }, { title: 'Reason' }];
  return fold(`Checks (${checks.length})`, layHtmlTable('Every rule and what became of it.', columns, rows));
}
