/**
 * Many explained messages as text: a line a recipient as they come, or counts by cause.
 */
import type { Explained, ExplainedRecipient } from '../model/explained.js';
import type { CauseCount, ExplainedSummary, NamedCount } from '../model/explained-summary.js';
import { padToWidth } from './display-width.js';
import { kindTones } from './explained-words.js';
import { createPaint } from './paint.js';
import type { TextOptions } from './render-text.js';
import { renderFollowUp } from './text/follow-up-section.js';
import { layHeading, layLabelled, layParagraph, laySteps, limitList, type PageStyle } from './text/page.js';
import { layTable } from './text/table.js';
import { formatVisible } from './visible-text.js';
import { describeParties } from './words.js';

/** As wide as the longest kind, and the longest code that is not rare. */
const kindColumns = 12;
const codeColumns = 26;

/** One line a recipient, whatever its length, so that it can be searched: kind, code, address, source. */
export function renderExplainedLine(explained: Explained, { colour }: Pick<TextOptions, 'colour'>): string {
  // Of a report that somebody forwards, what it reports.
  const { source, kind, recipients } = explained.carries ?? explained;
  const paint = createPaint(colour);
  const lay = (each: Pick<ExplainedRecipient, 'kind' | 'code' | 'address'>) =>
    [
      paint(kindTones[each.kind], padToWidth(each.kind, kindColumns)),
      padToWidth(each.code ?? '', codeColumns),
      formatVisible(each.address ?? '-'),
      paint('quiet', formatVisible(source ?? '')),
    ].join('  ');
  const rows = recipients.length === 0 ? [{ kind, code: null, address: null }] : recipients;
  return rows.map((each) => `${lay(each).trimEnd()}\n`).join('');
}

const shownCauses = 12;

/** The counts, and for each cause who must act, what helps, and where it is met most. */
export function renderExplainedSummary(summary: ExplainedSummary, { width, colour, verbose }: TextOptions): string {
  const style: PageStyle = { width: Math.min(160, Math.max(40, width)), paint: createPaint(colour), verbose };
  const { shown, rest } = limitList(style, summary.causes, shownCauses, 'causes');
  const lines = [
    ...layParagraph(style, describeCounts(summary), 0),
    ...layCauses(summary.causes, style),
    ...shown.flatMap((cause) => layCause(cause, style)),
    ...rest,
    ...(summary.followUp === null ? [] : renderFollowUp(summary.followUp, style)),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** "308 messages: 240 failed, 30 delayed; they tell of 332 recipients." */
export function describeCounts({
  messages,
  recipients,
  kinds,
  complete,
}: Omit<ExplainedSummary, 'schema' | 'causes' | 'followUp'>): string {
  const parts = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`);
  const told = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  const cut = complete ? '' : ' It was interrupted: more may follow them.';
  return `${count(messages, 'message')}${told}; ${messages === 1 ? 'it tells' : 'they tell'} of ${count(recipients, 'recipient')}.${cut}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function layCauses(causes: readonly CauseCount[], style: PageStyle): readonly string[] {
  if (causes.length === 0) return [];
  const columns = [{ title: 'Recipients', side: 'right' }, { title: 'Kind' }, { title: 'Cause' }, { title: 'Most at' }] as const;
  const rows = causes.map(({ recipients, kind, code, domains }) => [`${recipients}`, kind, code ?? '-', domains[0]?.name ?? '-']);
  return ['', ...layTable(style, columns, rows)];
}

function layCause(cause: CauseCount, style: PageStyle): readonly string[] {
  const { kind, code, means, recipients, responsible, remedy, domains, hosts, example } = cause;
  const outcome = kind === 'failed' ? 'undeliverable' : 'delayed';
  const { acts } = describeParties({ responsible, alsoInform: [], outcome }, nameDomain(cause));
  return [
    ...layHeading(style, `${recipients} ${kind}: ${code ?? ''}, ${means}`),
    ...layLabelled(style, 'Who must act', acts ?? ''),
    ...laySteps(style, 'What to do', style.verbose ? remedy : remedy.slice(0, 1)),
    ...layLabelled(style, 'Domains', listCounts(domains)),
    ...layLabelled(style, 'Refused by', listCounts(hosts)),
    ...layLabelled(style, 'For example', describeExample(example)),
  ];
}

/** The domain where there is only one. */
export function nameDomain({ domains, recipients }: CauseCount): string {
  const [only] = domains;
  return only !== undefined && only.recipients === recipients ? only.name : 'the domain';
}

/** "example.com (40), example.org (12)". */
export function listCounts(names: readonly NamedCount[]): string {
  return names.map(({ name, recipients }) => `${name} (${recipients})`).join(', ');
}

/** The first one met: what was said, to whom, where it stands. */
export function describeExample({ reply, address, source }: CauseCount['example']): string {
  const line = cutText((reply ?? '').replace(/\s+/g, ' ').trim());
  return [line === '' ? null : line, [address, source].filter((part) => part !== null).join(', ')]
    .filter((part) => part !== null && part !== '')
    .join(' - ');
}

const longestExample = 200;

function cutText(text: string): string {
  return text.length <= longestExample ? text : `${text.slice(0, longestExample - 2).trimEnd()} …`;
}
