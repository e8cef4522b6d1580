/**
 * The story of messages for the terminal: each with its stations and its lines, and what became of it.
 */
import type { LogReport } from '../model/log-report.js';
import type { LogStory, MessageStory, StoryFate, StoryLine } from '../model/log-story.js';
import { labelSteps } from './log-words.js';
import {
  describeFate,
  describeFateActor,
  describeNothing,
  describeStation,
  fateTone,
  fateWords,
  formatStoryTime,
  nameMessage,
  nameRecipient,
  nameStation,
} from './story-words.js';
import { hang, layHeading, layLabelled, layParagraph, laySteps, limitList, type PageStyle } from './text/page.js';
import { formatVisible } from './visible-text.js';
import { outcomeTones } from './words.js';

const shownMessages = 20;
const shownFates = 10;
/** With more messages than this only what became of them is shown. */
const toldInFull = 3;

/** The lines of the page. */
export function renderStory(story: LogStory, report: LogReport, style: PageStyle): readonly string[] {
  const { messages } = story;
  if (messages.length === 0) return describeNothing(story, report).flatMap((sentence) => layParagraph(style, sentence, 0));
  const { shown, rest } = limitList(style, messages, shownMessages, 'messages');
  const inFull = style.verbose || messages.length <= toldInFull;
  const [, ...lines] = shown.flatMap((message) => renderMessage(message, style, inFull));
  return [...lines, ...pad(rest), ...pad(renderBounds(story, style))];
}

function pad(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

function renderBounds({ cut, messages }: LogStory, style: PageStyle): readonly string[] {
  return cut ? layParagraph(style, `More messages fit than the ${messages.length} that were kept: ask more precisely.`, 0) : [];
}

/** The way first, what became of it last: that is what stands above the prompt. */
function renderMessage(message: MessageStory, style: PageStyle, inFull: boolean): readonly string[] {
  const { shown, rest } = limitList(style, message.fates, shownFates, 'recipients');
  return [
    ...layHeading(style, nameMessage(message)),
    ...(message.sender === null ? [] : layLabelled(style, 'From', message.sender === '' ? '<> (a notice)' : message.sender)),
    ...message.stations.flatMap((station) => layLabelled(style, 'Station', `${nameStation(station)}: ${describeStation(station)}`)),
    ...(inFull ? renderLines(message, style) : []),
    ...shown.flatMap((fate) => renderFate(fate, style)),
    ...rest,
  ];
}

function renderLines({ lines, moreLines }: MessageStory, style: PageStyle): readonly string[] {
  const more = moreLines === 0 ? [] : layParagraph(style, `… ${moreLines} more lines`, 0);
  return ['', ...lines.flatMap((line) => renderLine(line, style)), ...more, ''];
}

function renderFate(fate: StoryFate, style: PageStyle): readonly string[] {
  const { cause } = fate;
  const [first = '', ...rest] = layLabelled(style, 'To', `${nameRecipient(fate)}: ${fateWords[fate.outcome]}`);
  const actor = describeFateActor(fate);
  return [
    style.paint(fateTone(fate), first),
    ...rest,
    ...layLabelled(style, '', describeFate(fate)),
    ...(cause === null ? [] : layLabelled(style, 'Why', `${cause.code ?? ''}: ${cause.summary}`)),
    ...(actor === null ? [] : layLabelled(style, 'Who must act', actor)),
    ...(cause === null ? [] : laySteps(style, labelSteps(fate), style.verbose ? cause.remedy : cause.remedy.slice(0, 1))),
    ...(fate.said === '' ? [] : layLabelled(style, 'Said', fate.said)),
  ];
}

function renderLine({ at, machine, text, queueId, cause }: StoryLine, style: PageStyle): readonly string[] {
  const head = [formatStoryTime(at), machine ?? ''].filter((part) => part !== '').join(' ');
  const whole = queueId === null || text.includes(queueId) ? text : `${queueId}: ${text}`;
  const lines = hang(whole, head === '' ? '' : `${formatVisible(head)} `, style.width);
  if (cause === null) return lines;
  const why = layParagraph(style, `${cause.code ?? ''}: ${cause.summary}`, 4);
  return [...lines, ...why.map((each) => style.paint(outcomeTones[cause.outcome], each))];
}
