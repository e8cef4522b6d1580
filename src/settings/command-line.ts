/**
 * Options and operands from the command line, by commander, for the options that a command declares.
 *
 * Every flag can be taken back (`--no-all`, `--walk`), so that the command line can overrule the environment
 * and the file. Nothing is printed and nothing ends the process here: what is wrong is thrown.
 */
import { Command, CommanderError, Option } from 'commander';
import { CommandError } from './command-error.js';
import type { GivenOption, GivenOptions } from './given-options.js';
import type { OptionEntry, OptionName } from './option-table.js';

export interface CommandLine {
  readonly given: GivenOptions;
  /** What is no option, in order. */
  readonly operands: readonly string[];
}

type Entry = OptionEntry & { readonly name: OptionName };

/** Reads the arguments behind the command's name. @throws CommandError */
export function parseCommandLine(args: readonly string[], entries: readonly Entry[], command: string): CommandLine {
  const parser = new Command(command).exitOverride().helpOption(false).allowExcessArguments(true).argument('[operands...]');
  parser.configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  for (const option of entries.flatMap((entry) => createOptions(entry, entries))) parser.addOption(option);
  try {
    parser.parse([...args], { from: 'user' });
  } catch (error) {
    throw error instanceof CommanderError ? describeFault(error, command) : error;
  }
  return { given: new Map(entries.flatMap((entry) => findGiven(parser, entry))), operands: parser.args };
}

function createOptions(entry: Entry, entries: readonly Entry[]): Option[] {
  const flags = `${entry.short === undefined ? '' : `-${entry.short}, `}--${entry.name}`;
  if (entry.type === 'texts') return [new Option(`${flags} <value>`).argParser(collectTexts)];
  if (entry.type !== 'flag') return [new Option(`${flags} <value>`)];
  const opposite = entry.name.startsWith('no-') ? entry.name.slice('no-'.length) : `no-${entry.name}`;
  const taken = entries.some(({ name }) => name === opposite);
  return taken ? [new Option(flags)] : [new Option(flags), new Option(`--${opposite}`)];
}

function collectTexts(value: string, previous: unknown): string[] {
  return [...(Array.isArray(previous) ? previous : []), value];
}

function findGiven(parser: Command, entry: Entry): [OptionName, GivenOption][] {
  const negative = entry.name.startsWith('no-');
  const attribute = new Option(`--${entry.name}`).attributeName();
  if (parser.getOptionValueSource(attribute) !== 'cli') return [];
  const value: unknown = parser.getOptionValue(attribute);
  const held = negative ? isBoolean(value) && !value : value;
  if (entry.type !== 'flag' && isBoolean(value)) return [];
  if (negative && !isBoolean(value)) return [];
  return [[entry.name, { value: toGivenValue(held), layer: 'command-line', place: `--${entry.name}` }]];
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function toGivenValue(value: unknown): GivenOption['value'] {
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(String) : String(value);
}

function describeFault(error: CommanderError, command: string): CommandError {
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const hint = rest.join(' ').replace(/^\((.*)\)$/, '$1');
  return new CommandError('usage', first, hint === '' ? `See mailwhy help ${command}.` : hint);
}
