/**
 * The first screen's upper half: the verdict in a few lines that a tired administrator understands.
 */
import type { ReplyReading } from '../../model/reply-meaning.js';
import type { Report, SaidBy } from '../../model/report.js';
import { describeCertainty, describeReading, ownAddresses } from '../describe-reading.js';
import { describeSpeaker } from '../describe-speaker.js';
import { displayWidth } from '../display-width.js';
import { formatDate } from '../format-time.js';
import { formatVisible } from '../visible-text.js';
import { describeActors, outcomeTones, reportSubject } from '../words.js';
import { wrapText } from '../wrap-text.js';
import { labelColumns, layLabelled, layParagraph, limitList, type PageStyle } from './page.js';
import { renderRemedy } from './remedy.js';

export function renderVerdict(report: Report, style: PageStyle): readonly string[] {
  const { verdict } = report;
  const { acts, informs } = describeActors(report);
  return [
    ...renderTitle(report, style),
    '',
    ...renderSummary(report, style),
    '',
    ...layLabelled(style, 'Who must act', acts ?? ''),
    ...layLabelled(style, 'Also tell', informs ?? ''),
    ...renderRemedy(report, style),
    ...(verdict.outcome === 'deliverable' ? [] : layLabelled(style, 'Waiting', `${verdict.waiting}.`)),
    ...(verdict.saidBy === null ? [] : renderSaidBy(report, verdict.saidBy, style)),
    ...layLabelled(style, 'In order', verdict.inOrder.join(', ')),
    ...renderUndetermined(report, style),
    ...layLabelled(style, 'Certainty', describeCertainty(verdict.confidence, verdict.confidenceReason, verdict.saidBy?.reading ?? null)),
    ...renderDecided(report, style),
    ...(report.complete ? [] : layLabelled(style, 'Incomplete', 'The trace ended early: this is what was found so far.')),
  ];
}

/** What was asked, the code, the date: in one line where they fit. */
function renderTitle(report: Report, style: PageStyle): readonly string[] {
  const { width, paint } = style;
  const subject = formatVisible(reportSubject(report));
  const code = report.verdict.cause ?? '';
  const date = formatVisible(formatDate(report.startedAt));
  const room = width - displayWidth(subject) - displayWidth(code) - displayWidth(date);
  if (room >= 4) {
    const left = Math.max(2, Math.floor(room / 2));
    return [`${paint('strong', subject)}${' '.repeat(left)}${paint('quiet', code)}${' '.repeat(room - left)}${paint('quiet', date)}`];
  }
  const second = code === '' ? date : `${code}  ${date}`;
  return [
    ...layParagraph(style, subject, 0).map((line) => paint('strong', line)),
    ...layParagraph(style, second, 0).map((line) => paint('quiet', line)),
  ];
}

function renderSummary({ verdict }: Report, { width, paint }: PageStyle): readonly string[] {
  const word = verdict.outcome.toUpperCase();
  const lines = wrapText(formatVisible(verdict.summary), width - labelColumns);
  const head = paint(outcomeTones[verdict.outcome], word) + ' '.repeat(labelColumns - word.length);
  return lines.length === 0 ? [head] : lines.map((line, at) => (at === 0 ? head : ' '.repeat(labelColumns)) + line);
}

function renderUndetermined({ verdict }: Report, style: PageStyle): readonly string[] {
  const { shown, rest } = limitList(style, verdict.undetermined, shownUndetermined, 'things not known');
  return [
    ...shown.flatMap(({ what, why }, at) => layLabelled(style, at === 0 ? 'Not known' : '', `${what}: ${why}`)),
    ...rest.flatMap((line) => layLabelled(style, '', line)),
  ];
}

/** What could not be told, at most so many on the first screen. */
const shownUndetermined = 4;
/** Lines of a reply on the first screen: what decides stands in the first ones. */
const shownReplyLines = 6;

function renderSaidBy(report: Report, said: SaidBy, style: PageStyle): readonly string[] {
  const columns = style.width - labelColumns;
  const lines = said.lines.flatMap((line) => {
    const [first = '', ...rest] = wrapText(formatVisible(line), columns - 2);
    return [first, ...rest.map((piece) => `  ${piece}`)];
  });
  const { shown, rest } = limitList({ ...style, width: columns }, lines, shownReplyLines, 'lines');
  return [
    ...layLabelled(style, 'Said by', `${describeSpeaker(report, said)}:`),
    ...[...shown, ...rest].map((line) => ' '.repeat(labelColumns) + line),
    ...layReading(style, said.reading, ownAddresses(report)),
  ];
}

/** What the reply tells beside its meaning, behind a label. */
export function layReading(style: PageStyle, reading: Pick<ReplyReading, 'details'>, own: readonly string[] | null): readonly string[] {
  return describeReading(reading, own).flatMap((line, at) => layLabelled(style, at === 0 ? 'In the reply' : '', line));
}

/** Of a reply by itself the entry that decided; of a trace only where everything is shown. */
function renderDecided({ kind, verdict: { cause, saidBy } }: Report, style: PageStyle): readonly string[] {
  if (saidBy === null || cause === null || (kind === 'trace' && !style.verbose)) return [];
  return layLabelled(style, 'Decided by', saidBy.reading.decidedBy);
}
