/**
 * Options from the environment: `MAILWHY_RESOLVER`, `MAILWHY_NO_PING`, …
 *
 * An empty variable counts as not set. Lists are separated by commas or blanks. Variables of other names
 * are left alone, since other programs may share the prefix; near misses are told.
 */
import { findNearMiss } from '../parse/near-miss.js';
import { type GivenOption, type GivenOptions, givenError } from './given-options.js';
import { environmentVariable, type OptionEntry, type OptionName, optionTable } from './option-table.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const truths: Readonly<Record<string, boolean>> = {
  1: true,
  true: true,
  yes: true,
  on: true,
  0: false,
  false: false,
  no: false,
  off: false,
};

/** The options that the environment sets. @throws CommandError */
export function readEnvironmentOptions(environment: Environment): GivenOptions {
  const given = new Map<OptionName, GivenOption>();
  for (const entry of environmentEntries()) {
    const text = environment[environmentVariable(entry.name)];
    if (text === undefined || text.trim() === '') continue;
    given.set(entry.name, readVariable(entry, text));
  }
  return given;
}

function environmentEntries(): readonly (OptionEntry & { readonly name: OptionName })[] {
  const entries: readonly (OptionEntry & { readonly name: OptionName })[] = optionTable;
  return entries.filter((entry) => entry.commandLineOnly !== true);
}

function readVariable(entry: OptionEntry & { readonly name: OptionName }, text: string): GivenOption {
  const place = environmentVariable(entry.name);
  if (entry.type === 'texts') return { value: text.split(/[,\s]+/).filter((part) => part !== ''), layer: 'environment', place };
  if (entry.type !== 'flag') return { value: text, layer: 'environment', place };
  const value = truths[text.trim().toLowerCase()];
  const option: GivenOption = { value: value ?? false, layer: 'environment', place };
  if (value === undefined) throw givenError(option, `${JSON.stringify(text)} is neither yes nor no`, 'Set it to 1 or 0.');
  return option;
}

/** Variables that look like a mistyped one of ours, as sentences. */
export function findMistypedVariables(environment: Environment): string[] {
  const known = environmentEntries().map((entry) => environmentVariable(entry.name));
  return Object.keys(environment)
    .filter((name) => name.startsWith('MAILWHY_') && !known.includes(name))
    .flatMap((name) => {
      const meant = findNearMiss(name, known);
      return meant === null ? [] : [`the environment sets ${name}, which means nothing; did you mean ${meant}?`];
    });
}
