/**
 * One explained message or reply as text: for each recipient what happened, who must act, what to do, what was said.
 *
 * The same first screen as a trace's report. No line exceeds the width; what came by mail is made visible.
 */
import type { Explained, ExplainedRecipient } from '../model/explained.js';
import { describeCertainty } from './describe-reading.js';
import { displayWidth } from './display-width.js';
import {
  addressWords,
  describeTeller,
  describeWhole,
  domainOf,
  groupRecipients,
  kindTones,
  type RecipientGroup,
  tellsWaiting,
  verdictWords,
} from './explained-words.js';
import { createPaint } from './paint.js';
import type { TextOptions } from './render-text.js';
import { labelColumns, layBehind, layLabelled, layParagraph, laySteps, limitList, type PageStyle } from './text/page.js';
import { layReading } from './text/verdict-section.js';
import { formatVisible } from './visible-text.js';
import { describeParties } from './words.js';
import { wrapText } from './wrap-text.js';

/** Lines of a reply that are shown unless everything is. */
const shownReplyLines = 6;
/** Recipients named behind the first of whom the same is said. */
const shownOthers = 5;

/** The message as text with a final line end. */
export function renderExplained(explained: Explained, { width, colour, verbose }: TextOptions): string {
  const style: PageStyle = { width: Math.min(160, Math.max(40, width)), paint: createPaint(colour), verbose };
  return `${layExplained(explained, style)
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

/** The lines of one message. */
export function layExplained(explained: Explained, style: PageStyle): readonly string[] {
  const whole = describeWhole(explained);
  const groups = groupRecipients(explained.recipients);
  const untold = groups.length === 0 && explained.kind !== 'not-a-report' ? ['', ...layParagraph(style, 'It names no recipient.', 0)] : [];
  return [
    ...(whole === null ? [] : layParagraph(style, whole, 0)),
    ...groups.flatMap((group, at) => [...(at === 0 && whole === null ? [] : ['']), ...layGroup(group, style)]),
    ...untold,
    ...(explained.carries === null ? [] : ['', ...layExplained(explained.carries, style)]),
  ];
}

function layGroup(group: RecipientGroup, style: PageStyle): readonly string[] {
  const { first } = group;
  const { acts, informs } = describeParties(first, domainOf(first));
  return [
    ...layTitle(first, style),
    '',
    ...laySummary(first, style),
    ...layOthers(group, style),
    '',
    ...(acts === null ? [] : layLabelled(style, 'Who must act', acts)),
    ...(informs === null ? [] : layLabelled(style, 'Also tell', informs)),
    ...(first.remedy.length === 0 ? [] : laySteps(style, 'What to do', first.remedy)),
    ...(tellsWaiting(first) ? layLabelled(style, 'Waiting', `${first.waiting}.`) : []),
    ...laySaid(first, style),
    ...layFacts(first, style),
  ];
}

/** The address and the code, on one line where they fit. */
function layTitle({ address, code }: ExplainedRecipient, style: PageStyle): readonly string[] {
  const named = formatVisible(address ?? 'no recipient named');
  const room = style.width - displayWidth(named) - displayWidth(code ?? '');
  if (code === null) return layParagraph(style, named, 0).map((line) => style.paint('strong', line));
  if (room >= 2) return [`${style.paint('strong', named)}${' '.repeat(room)}${style.paint('quiet', code)}`];
  return [...layParagraph(style, named, 0).map((line) => style.paint('strong', line)), style.paint('quiet', code)];
}

function laySummary({ kind, summary }: ExplainedRecipient, { width, paint }: PageStyle): readonly string[] {
  const word = verdictWords[kind].toUpperCase();
  const [first = '', ...rest] = wrapText(formatVisible(summary), width - labelColumns);
  const head = paint(kindTones[kind], word) + ' '.repeat(labelColumns - word.length);
  return [head + first, ...rest.map((line) => ' '.repeat(labelColumns) + line)];
}

function layOthers({ others }: RecipientGroup, style: PageStyle): readonly string[] {
  const { shown, rest } = limitList(style, others, shownOthers, 'recipients');
  return [
    ...(shown.length === 0 ? [] : layLabelled(style, 'The same for', shown.join(', '))),
    ...rest.flatMap((line) => layLabelled(style, '', line)),
  ];
}

function laySaid(recipient: ExplainedRecipient, style: PageStyle): readonly string[] {
  const { reply } = recipient;
  if (reply === null) return [];
  const columns = style.width - labelColumns;
  const lines = reply.split('\n').flatMap((line) => {
    const [first, ...rest] = wrapText(formatVisible(line.trim()), columns - 2);
    return first === undefined ? [] : [first, ...rest.map((piece) => `  ${piece}`)];
  });
  const { shown, rest } = limitList({ ...style, width: columns }, lines, shownReplyLines, 'lines');
  return [
    ...layLabelled(style, 'Said by', `${describeTeller(recipient)}:`),
    ...layBehind(style, '', [...shown, ...rest]),
    ...layReading(style, recipient, null),
  ];
}

function layFacts(recipient: ExplainedRecipient, style: PageStyle): readonly string[] {
  const { addressState, code, confidence, confidenceReason, decidedBy } = recipient;
  const address = addressWords[addressState];
  return [
    ...(address === null || code === null ? [] : layLabelled(style, 'The address', `${address}.`)),
    ...layLabelled(style, 'Certainty', describeCertainty(confidence, confidenceReason, recipient)),
    ...(decidedBy === null ? [] : layLabelled(style, 'Decided by', decidedBy)),
  ];
}
