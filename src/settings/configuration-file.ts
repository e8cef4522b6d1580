/**
 * The configuration file: a JSON object with the long option names as keys.
 *
 * The first that exists is read: `--config`, `$XDG_CONFIG_HOME/mailwhy/config.json`, `/etc/mailwhy/config.json`.
 * An unknown key is an error, and so is a value of another type.
 */
import { findNearMiss } from '../parse/near-miss.js';
import { CommandError } from './command-error.js';
import type { Environment } from './environment-options.js';
import type { GivenOption, GivenOptions } from './given-options.js';
import { findOption, type OptionEntry, type OptionName, type OptionType, optionTable } from './option-table.js';

/** Where a configuration is looked for without `--config`, in order. */
export function configurationPaths(environment: Environment): string[] {
  const personal = personalFolder(environment.XDG_CONFIG_HOME, '.config', environment);
  return [...(personal === null ? [] : [`${personal}/mailwhy/config.json`]), '/etc/mailwhy/config.json'];
}

/** Where a file that may be lost is kept between runs; null where this user has no home. */
export function cachePath(environment: Environment, name: string): string | null {
  const personal = personalFolder(environment.XDG_CACHE_HOME, '.cache', environment);
  return personal === null ? null : `${personal}/mailwhy/${name}`;
}

/** XDG Base Directory Specification: relative paths do not count. */
function personalFolder(configured: string | undefined, inHome: string, { HOME, USERPROFILE }: Environment): string | null {
  const isAbsolute = (path: string | undefined) => path !== undefined && /^(\/|[A-Za-z]:[\\/])/.test(path);
  if (isAbsolute(configured)) return configured ?? null;
  const home = HOME ?? USERPROFILE;
  return isAbsolute(home) ? `${home}/${inHome}` : null;
}

/** The options that the text of the file at `path` sets. @throws CommandError */
export function parseConfiguration(text: string, path: string): GivenOptions {
  const given = new Map<OptionName, GivenOption>();
  for (const [key, value] of Object.entries(parseObject(text, path))) {
    const entry = findOption(key);
    if (entry === null || entry.commandLineOnly === true || entry.name === 'config') throw describeStrangeKey(key, path);
    given.set(entry.name, { value: assertValue(value, entry.type, { key, path }), layer: 'file', place: `"${key}" in ${path}` });
  }
  return given;
}

function parseObject(text: string, path: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new CommandError('configuration', `${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (isRecord(value)) return value;
  throw new CommandError(
    'configuration',
    `${path} must hold one JSON object`,
    'For example: { "resolver": ["192.0.2.53"], "no-ping": true }',
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describeStrangeKey(key: string, path: string): CommandError {
  const entries: readonly OptionEntry[] = optionTable;
  const known = entries.filter((entry) => entry.commandLineOnly !== true && entry.name !== 'config').map(({ name }) => name);
  if (findOption(key) !== null) return new CommandError('configuration', `${path}: --${key} can be given on the command line only`);
  const meant = findNearMiss(key, known);
  const hint = meant === null ? 'The keys are the long option names: see mailwhy help trace.' : `Did you mean "${meant}"?`;
  return new CommandError('configuration', `${path}: unknown key ${JSON.stringify(key)}`, hint);
}

const typeNames: Readonly<Record<OptionType, string>> = {
  flag: 'true or false',
  text: 'a string',
  texts: 'a list of strings',
  number: 'a number',
};

function assertValue(value: unknown, type: OptionType, { key, path }: { key: string; path: string }): GivenOption['value'] {
  if (type === 'flag' && typeof value === 'boolean') return value;
  if (type === 'number' && typeof value === 'number') return value;
  if (type === 'text' && typeof value === 'string') return value;
  if (type === 'texts' && typeof value === 'string') return [value];
  if (type === 'texts' && Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new CommandError('configuration', `"${key}" in ${path} must be ${typeNames[type]}`);
}
