/**
 * The first screen's upper half: the verdict in a few lines that a tired administrator understands.
 */
import type { Report, SaidBy } from '../../model/report.js';
import { displayWidth, padToWidth } from '../display-width.js';
import { formatDate, formatMoment } from '../format-time.js';
import { stageCommand } from '../stage-command.js';
import { formatVisible } from '../visible-text.js';
import { describeParty, outcomeTones, reportDomain } from '../words.js';
import { wrapText } from '../wrap-text.js';
import { labelColumns, layLabelled, laySteps, type PageStyle } from './page.js';

export function renderVerdict(report: Report, style: PageStyle): readonly string[] {
  const { verdict } = report;
  const domain = reportDomain(report);
  const also = verdict.alsoInform.map((party) => describeParty(party, domain));
  return [
    ...renderTitle(report, style),
    '',
    ...renderSummary(report, style),
    '',
    ...(verdict.responsible === 'nobody' && verdict.outcome === 'deliverable'
      ? []
      : layLabelled(style, 'Who must act', `${describeParty(verdict.responsible, domain)}.`)),
    ...(also.length === 0 ? [] : layLabelled(style, 'Also tell', `${also.join('; ')}.`)),
    ...laySteps(style, 'What to do', verdict.remedy),
    ...(verdict.outcome === 'deliverable' ? [] : layLabelled(style, 'Waiting', `${verdict.waiting}.`)),
    ...(verdict.saidBy === null ? [] : renderSaidBy(report, verdict.saidBy, style)),
    ...(verdict.inOrder.length === 0 ? [] : layLabelled(style, 'In order', verdict.inOrder.join(', '))),
    ...verdict.undetermined.flatMap(({ what, why }, at) => layLabelled(style, at === 0 ? 'Not known' : '', `${what}: ${why}`)),
    ...layLabelled(style, 'Certainty', `${verdict.confidence}: ${verdict.confidenceReason}`),
  ];
}

/** What was asked, the code, the date: in one line where they fit. */
function renderTitle({ target, verdict, startedAt }: Report, { width, paint }: PageStyle): readonly string[] {
  const subject = formatVisible(target.address ?? target.domainUnicode ?? target.domain ?? target.input);
  const code = verdict.cause ?? '';
  const date = formatDate(startedAt);
  const room = width - displayWidth(subject) - displayWidth(code) - displayWidth(date);
  if (room < 4)
    return [
      paint('strong', subject),
      `${paint('quiet', padToWidth(code, Math.max(0, width - displayWidth(date))))}${paint('quiet', date)}`,
    ];
  const left = Math.max(2, Math.floor(room / 2));
  return [`${paint('strong', subject)}${' '.repeat(left)}${paint('quiet', code)}${' '.repeat(room - left)}${paint('quiet', date)}`];
}

function renderSummary({ verdict }: Report, { width, paint }: PageStyle): readonly string[] {
  const word = verdict.outcome.toUpperCase();
  const indent = Math.max(labelColumns, word.length + 2);
  const lines = wrapText(formatVisible(verdict.summary), width - indent);
  return lines.map(
    (line, at) => (at === 0 ? padPainted(paint(outcomeTones[verdict.outcome], word), word, indent) : ' '.repeat(indent)) + line,
  );
}

function padPainted(painted: string, plain: string, columns: number): string {
  return painted + ' '.repeat(Math.max(0, columns - displayWidth(plain)));
}

function renderSaidBy({ startedAt, kind }: Report, said: SaidBy, style: PageStyle): readonly string[] {
  const host = [said.exchange, said.address === null ? null : `[${said.address}]`].filter((part) => part !== null).join(' ');
  const where = said.stage === 'greeting' ? 'as its greeting' : `to ${stageCommand(said.stage)}`;
  const when = kind === 'trace' ? `, ${said.encrypted ? 'over TLS' : 'in plain text'}, at ${formatMoment(startedAt, said.atMs)}` : '';
  const lines = said.lines
    .slice(0, 6)
    .flatMap((line) => wrapText(formatVisible(line), style.width - labelColumns - 2).map((piece, at) => (at === 0 ? piece : `  ${piece}`)));
  const more = said.lines.length > 6 ? [`… ${said.lines.length - 6} more lines (-v)`] : [];
  return [
    ...layLabelled(style, 'Said by', `${host === '' ? 'the server' : host} ${where}${when}:`),
    ...[...lines, ...more].map((line) => ' '.repeat(labelColumns) + line),
  ];
}
