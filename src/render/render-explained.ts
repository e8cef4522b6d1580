/**
 * What was explained, as text: one message at length, many as a list, a summary of all.
 */
import type { AddressState, Explained, ExplainedKind, ExplainedRecipient } from '../model/explained.js';
import type { ExplainedSummary } from '../model/explained-summary.js';
import { createPaint, type Tone } from './paint.js';
import { formatVisible } from './visible-text.js';
import { describeParty } from './words.js';
import { wrapText } from './wrap-text.js';

interface Page {
  readonly width: number;
  readonly colour: boolean;
}

const kindTones: Readonly<Record<ExplainedKind, Tone>> = {
  failed: 'bad',
  delayed: 'late',
  relayed: 'good',
  delivered: 'good',
  expanded: 'good',
  complaint: 'unsure',
  'auto-reply': 'quiet',
  'not-a-report': 'quiet',
};

const kindWords: Readonly<Record<ExplainedKind, string>> = {
  failed: 'a failed delivery',
  delayed: 'a delayed delivery',
  relayed: 'handed on to a system that reports no further',
  delivered: 'a delivery that succeeded',
  expanded: 'a list that was expanded',
  complaint: 'a complaint by the recipient',
  'auto-reply': 'an automatic answer',
  'not-a-report': 'no report of a delivery',
};

const addressWords: Readonly<Record<AddressState, string | null>> = {
  dead: 'The address is dead: send nothing more to it.',
  full: 'The mailbox exists, and it is full.',
  alive: 'The address exists.',
  unknown: null,
};

const waitingWords = { yes: 'Waiting helps.', no: 'Waiting does not help.', unknown: null } as const;

/** One message at length. */
export function renderExplained(explained: Explained, page: Page): string {
  const paint = createPaint(page.colour);
  const { reportedBy, software, kind, recipients } = explained;
  const by = [reportedBy, software === null ? null : `(${software})`].filter((word) => word !== null).join(' ');
  const head = `${paint(kindTones[kind], kindWords[kind])}${by === '' ? '' : `, reported by ${formatVisible(by)}`}`;
  return `${[head, ...recipients.map((recipient) => renderRecipient(recipient, page))].join('\n\n')}\n`;
}

function renderRecipient(recipient: ExplainedRecipient, page: Page): string {
  const paint = createPaint(page.colour);
  const { address, kind, code, host, stage, reply, responsible, remedy, waitingHelps, addressState, confidence, decidedBy } = recipient;
  const title = [formatVisible(address ?? '(no recipient named)'), paint(kindTones[kind], kind), code]
    .filter((part) => part !== null)
    .join('  ');
  const where = [host === null ? null : `by ${host}`, stage === null ? null : `at ${stage}`].filter((part) => part !== null).join(' ');
  const domain = address?.split('@').at(-1) ?? host ?? 'the recipient';
  const about = [addressWords[addressState], code === null ? null : waitingWords[waitingHelps]].filter((part) => part !== null).join(' ');
  const lines = [
    title,
    ...(reply === null ? [] : quote(reply, page)),
    ...(where === '' ? [] : [`  ${paint('quiet', formatVisible(`refused ${where}`))}`]),
    ...(about === '' ? [] : [`  ${about}`]),
    ...(code === null ? [] : [`  ${describeParty(responsible, formatVisible(domain))} must act:`]),
    ...remedy.flatMap((step) =>
      wrapText(formatVisible(step), page.width - 6).map((line, order) => (order === 0 ? `    - ${line}` : `      ${line}`)),
    ),
    ...(decidedBy === null ? [] : [`  ${paint('quiet', `${confidence}, by ${decidedBy}`)}`]),
  ];
  return lines.join('\n');
}

const quotedLines = 6;

function quote(reply: string, { width }: Page): string[] {
  const lines = reply.split('\n').filter((line) => line.trim() !== '');
  const shown = lines.slice(0, quotedLines).flatMap((line) => wrapText(formatVisible(line.trim()), width - 4));
  return [...shown, ...(lines.length > quotedLines ? ['…'] : [])].map((line) => `  > ${line}`);
}

/** One line a recipient, for a list of many. */
export function renderExplainedLine({ source, kind, recipients }: Explained, { colour }: Page): string {
  const paint = createPaint(colour);
  const named = formatVisible(source ?? '-');
  if (recipients.length === 0) return `${named}  ${paint(kindTones[kind], kind)}\n`;
  return recipients
    .map((each) =>
      [named, formatVisible(each.address ?? '-'), paint(kindTones[each.kind], each.kind), each.code ?? ''].join('  ').trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** The counts, and for each cause who must act and what helps. */
export function renderExplainedSummary({ messages, kinds, causes }: ExplainedSummary, page: Page): string {
  const paint = createPaint(page.colour);
  const parts = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`);
  const rows = causes.flatMap(({ kind, code, recipients, responsible, remedy }) => [
    `${String(recipients).padStart(7)}  ${paint(kindTones[kind], kind)}  ${code ?? ''}`,
    ...wrapText(`${describeParty(responsible, 'the recipient')}: ${remedy[0] ?? 'nothing to do.'}`, page.width - 9).map(
      (line) => `         ${line}`,
    ),
  ]);
  return `${[`${messages} messages: ${parts.join(', ')}`, '', ...rows].join('\n')}\n`;
}
