/**
 * Options and operands from the command line, for the options that a command declares.
 *
 * Node's own `parseArgs` cuts the arguments up: it is there at once, where a library would take a fifth of the
 * time that a mistake may take to be told. Every flag can be taken back (`--no-all`, `--walk`), so that the
 * command line can overrule the environment and the file. Nothing is printed here: what is wrong is thrown.
 */
import { parseArgs } from 'node:util';
import { findNearMiss } from '../parse/near-miss.js';
import { CommandError } from './command-error.js';
import type { GivenOption, GivenOptions } from './given-options.js';
import type { OptionEntry, OptionName } from './option-table.js';

export interface CommandLine {
  readonly given: GivenOptions;
  /** What is no option, in order. */
  readonly operands: readonly string[];
}

type Entry = OptionEntry & { readonly name: OptionName };

/** What an argument such as `--no-ping` stands for. */
interface Meaning {
  readonly entry: Entry;
  /** What a flag is set to. */
  readonly on: boolean;
}

/** Reads the arguments behind the command's name; what stands behind `--` is an operand. @throws CommandError */
export function parseCommandLine(args: readonly string[], entries: readonly Entry[], command: string): CommandLine {
  const meanings = listMeanings(entries);
  const given = new Map<OptionName, GivenOption>();
  const operands: string[] = [];
  for (const token of cutUp(args, meanings)) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const meaning = meanings.get(token.name);
    if (meaning === undefined) throw describeStranger(token.rawName, meanings, command);
    const { name } = meaning.entry;
    given.set(name, { value: readToken(token, meaning, given.get(name)), layer: 'command-line', place: `--${name}` });
  }
  return { given, operands };
}

function listMeanings(entries: readonly Entry[]): ReadonlyMap<string, Meaning> {
  const plain = entries.map((entry): [string, Meaning] => [entry.name, { entry, on: true }]);
  const opposite = entries
    .filter((entry) => entry.type === 'flag')
    .map((entry): [string, Meaning] => [entry.name.startsWith('no-') ? entry.name.slice(3) : `no-${entry.name}`, { entry, on: false }]);
  return new Map([...opposite, ...plain]);
}

function cutUp(args: readonly string[], meanings: ReadonlyMap<string, Meaning>) {
  const options = [...meanings].map(([name, { entry, on }]) => {
    const type: 'boolean' | 'string' = entry.type === 'flag' ? 'boolean' : 'string';
    return [name, { type, ...(on && entry.short !== undefined ? { short: entry.short } : {}) }] as const;
  });
  return parseArgs({ args: [...args], options: Object.fromEntries(options), strict: false, tokens: true, allowPositionals: true }).tokens;
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function readToken(
  { rawName, value, inlineValue }: OptionToken,
  { entry, on }: Meaning,
  before: GivenOption | undefined,
): GivenOption['value'] {
  if (entry.type === 'flag') {
    if (value !== undefined) throw new CommandError('usage', `${rawName} takes no value`, `Write ${rawName} alone.`);
    return on;
  }
  if (value === undefined || (inlineValue !== true && /^-./.test(value))) {
    throw new CommandError('usage', `${rawName} needs a value: ${rawName} ${entry.value ?? 'VALUE'}`);
  }
  if (entry.type !== 'texts') return value;
  return [...(Array.isArray(before?.value) ? before.value : []), value];
}

function describeStranger(rawName: string, meanings: ReadonlyMap<string, Meaning>, command: string): CommandError {
  const meant = rawName.startsWith('--')
    ? findNearMiss(
        rawName,
        [...meanings].flatMap(([name, { on }]) => (on ? [`--${name}`] : [])),
      )
    : null;
  return new CommandError('usage', `unknown option ${rawName}`, meant === null ? `See mailwhy help ${command}.` : `Did you mean ${meant}?`);
}
