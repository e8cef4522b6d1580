/**
 * The help: an overview, the guide to everything, and each command's own page, from the tables.
 */
import { type OptionEntry, type OptionGroup, optionGroups, optionTable } from '../settings/option-table.js';
import type { CommandEntry } from './command-entry.js';
import { commands } from './commands.js';

/** What `mailwhy` alone says. */
export function formatOverview(): string {
  return [
    'mailwhy: why does my mail to this address not arrive, and who must act?',
    '',
    ...formatPairs([
      ['mailwhy bob@example.com', 'trace an address'],
      ['mailwhy explain "550 5.7.1 …"', "what a server's reply means"],
      ['mailwhy demo', 'see what it finds, without network'],
      ['mailwhy help', 'every command, and exit statuses'],
      ['mailwhy help trace', 'every option'],
    ]),
  ].join('\n');
}

/** What `mailwhy help` says. */
export function formatGuide(): string {
  return [
    'Usage: mailwhy ADDRESS [options]',
    '       mailwhy COMMAND [options]',
    '',
    'Commands',
    ...formatPairs([
      ...commands.map(({ name, operands, summary }): Pair => [`${name} ${operands}`, summary]),
      ['help [COMMAND]', "this, or a command's options"],
    ]),
    '',
    'Exit statuses',
    ...formatPairs([
      ['0', 'deliverable, or the input was understood'],
      ['69', 'undeliverable: a sender bounces at once'],
      ['75', 'delayed: a sender keeps the message and tries again'],
      ['74', 'inconclusive: nothing can be said from here'],
      ['64', 'wrong command line, or a malformed address'],
      ['65, 66', 'input not understood, no such file'],
      ['70, 78, 130', 'a fault of mailwhy, bad configuration, interrupted'],
    ]),
    '',
    ...formatExamples(commands.flatMap(({ examples }) => examples.slice(0, 1))),
  ].join('\n');
}

const groupTitles: Readonly<Record<OptionGroup, string>> = {
  dns: 'Whom to ask',
  identity: 'Who asks',
  route: 'Which servers',
  probe: 'What to try',
  time: 'How long',
  message: 'A message',
  output: 'Output',
  setup: 'Configuration',
};

/** What `mailwhy help COMMAND` says; defaults stand in parentheses. */
export function formatCommandHelp(command: CommandEntry): string {
  const entries = optionTable
    .filter(({ name }) => command.options.includes(name))
    .map((entry): OptionEntry => ({ ...entry, help: command.optionHelp?.[entry.name] ?? entry.help }));
  const sections = optionGroups.flatMap((group) => formatSection(group, entries));
  return [
    `Usage: mailwhy ${command.name} ${command.operands} [options]`,
    '',
    `  ${command.summary}`,
    '',
    ...sections,
    'Options may also stand in the environment (MAILWHY_CONNECT_TIMEOUT=5) or in the',
    'configuration file ({ "connect-timeout": 5 }), all but --send and --list.',
    '',
    ...formatExamples(command.examples),
  ].join('\n');
}

function formatSection(group: OptionGroup, entries: readonly OptionEntry[]): string[] {
  const own = entries.filter((entry) => entry.group === group);
  if (own.length === 0) return [];
  return [groupTitles[group], ...formatPairs(own.map((entry): Pair => [formatFlags(entry), entry.help])), ''];
}

function formatFlags({ name, short, value }: OptionEntry): string {
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function formatExamples(examples: CommandEntry['examples']): string[] {
  return ['Examples', ...formatPairs(examples)];
}

type Pair = readonly [string, string];

const widestLeft = 30;

/** Two columns within 80; a left side that is too long has a line of its own. */
function formatPairs(pairs: readonly Pair[]): string[] {
  const width = Math.min(widestLeft, Math.max(...pairs.map(([left]) => left.length)));
  return pairs.flatMap(([left, right]) => {
    const [first = '', ...more] = wrap(right, 80 - 4 - width);
    const rest = more.map((line) => `  ${' '.repeat(width)}  ${line}`);
    if (left.length <= width) return [`  ${left.padEnd(width)}  ${first}`, ...rest];
    return [`  ${left}`, `  ${' '.repeat(width)}  ${first}`, ...rest];
  });
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
