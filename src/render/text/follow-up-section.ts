/**
 * What a live trace says of what was explained: of each target the result, and both replies one above the other.
 */
import type { FollowUp, FollowUpTarget } from '../../model/follow-up.js';
import { describeFollowUp, describeLeftOut, describeSaid, describeTold, resultTones, resultWords } from '../follow-up-words.js';
import { formatVisible } from '../visible-text.js';
import { wrapText } from '../wrap-text.js';
import { labelColumns, layBehind, layHeading, layLabelled, layParagraph, laySteps, limitList, type PageStyle } from './page.js';

const shownReplyLines = 4;

export function renderFollowUp(followUp: FollowUp, style: PageStyle): readonly string[] {
  const left = describeLeftOut(followUp);
  return [
    ...layHeading(style, 'Followed up'),
    ...layParagraph(style, describeFollowUp(followUp), 0),
    ...(left === null ? [] : layParagraph(style, left, 0)),
    ...followUp.targets.flatMap((target) => ['', ...layTarget(target, style)]),
  ];
}

function layTarget(target: FollowUpTarget, style: PageStyle): readonly string[] {
  const { address, result, says, seen, told } = target;
  const word = resultWords[result].toUpperCase();
  const [first = '', ...rest] = wrapText(formatVisible(says), style.width - labelColumns);
  const isNew = seen !== null && (result === 'different' || result === 'could-not-tell');
  return [
    ...layParagraph(style, address, 0).map((line) => style.paint('strong', line)),
    style.paint(resultTones[result], word) + ' '.repeat(Math.max(1, labelColumns - word.length)) + first,
    ...rest.map((line) => ' '.repeat(labelColumns) + line),
    ...layLabelled(style, 'Told', describeTold(target)),
    ...laySaid('', told, style),
    ...(seen === null ? [] : layLabelled(style, 'Now', seen.code ?? 'accepted')),
    ...(seen === null || seen.reply === null ? [] : laySaid('', seen, style)),
    ...(isNew ? laySteps(style, 'What to do', seen.remedy.slice(0, style.verbose ? seen.remedy.length : 2)) : []),
  ];
}

function laySaid(label: string, said: Parameters<typeof describeSaid>[0], style: PageStyle): readonly string[] {
  const [who, what] = describeSaid(said);
  if (what.length === 0) return [];
  const columns = style.width - labelColumns;
  const lines = what.flatMap((line) => {
    const [first = '', ...rest] = wrapText(formatVisible(line.trim()), columns - 2);
    return [first, ...rest.map((piece) => `  ${piece}`)];
  });
  const { shown, rest } = limitList({ ...style, width: columns }, lines, shownReplyLines, 'lines');
  return [...layLabelled(style, label, who), ...layBehind(style, '', [...shown, ...rest])];
}
