/**
 * Command line, environment and configuration file → one checked record, with the files that options name read.
 *
 * Everything is checked before the first packet. A file that is not there is no input (66); one that cannot be
 * read or understood is wrong usage or bad configuration, by where it was named.
 */
import type { RootHint, TraceOptions } from '../model/trace-options.js';
import type { FileResult } from '../net/files.js';
import { asciiOnly, needsIdna, type ToAscii } from '../parse/mailbox.js';
import { checkOutputSettings, checkTraceOptions, isFlagSet, namedFile, type OutputSettings } from './check-options.js';
import { CommandError } from './command-error.js';
import { configurationPaths, parseConfiguration } from './configuration-file.js';
import { type Environment, findMistypedVariables, readEnvironmentOptions } from './environment-options.js';
import { type GivenOptions, givenError, mergeLayers } from './given-options.js';
import type { OptionName } from './option-table.js';

/** What settings need of the outside. Reading always resolves. */
export interface SettingsDoors {
  readonly environment: Environment;
  readFile(path: string, limitBytes: number): Promise<FileResult>;
}

export interface Settings {
  readonly trace: TraceOptions;
  readonly output: OutputSettings;
  /** Ask nobody. */
  readonly offline: boolean;
  /** Evaluate by the records of today. */
  readonly live: boolean;
  /** The message that `--send` delivers; null without it. */
  readonly message: Uint8Array | null;
  /** What the person should be told before anything happens. */
  readonly notes: readonly string[];
}

const megabyte = 1024 * 1024;
const limits = { configuration: megabyte, hints: megabyte, anchor: megabyte, message: 50 * megabyte };

/** All settings of a command. @throws CommandError */
export async function loadSettings(commandLine: GivenOptions, doors: SettingsDoors): Promise<Settings> {
  const given = await gatherOptions(commandLine, doors);
  const output = checkOutputSettings(given);
  const hints = await readRootHints(given, doors);
  const anchor = await readNamedFile(given, 'trust-anchor', limits.anchor, doors);
  const message = await readNamedFile(given, 'send', limits.message, doors);
  const send = message === null ? null : { file: namedFile(given, 'send') ?? '', sizeBytes: message.length };
  const trace = checkTraceOptions(given, { rootHints: hints.rootHints, send }, await chooseToAscii(given));
  const notes = [...findMistypedVariables(doors.environment), ...hints.notes, ...(anchor === null ? [] : [anchorNote])];
  return { trace, output, offline: isFlagSet(given, 'offline'), live: isFlagSet(given, 'live'), message, notes };
}

const anchorNote = 'the trust anchor is read and kept for DNSSEC validation, which this version does not do by itself';

async function gatherOptions(commandLine: GivenOptions, doors: SettingsDoors): Promise<GivenOptions> {
  const upper = mergeLayers([commandLine, readEnvironmentOptions(doors.environment)]);
  const file = await readConfiguration(upper, doors);
  return file === null ? upper : mergeLayers([upper, file]);
}

async function readConfiguration(upper: GivenOptions, doors: SettingsDoors): Promise<GivenOptions | null> {
  const named = namedFile(upper, 'config');
  if (named !== null) {
    const bytes = await readNamedFile(upper, 'config', limits.configuration, doors);
    return bytes === null ? null : parseConfiguration(decode(bytes), named);
  }
  for (const path of configurationPaths(doors.environment)) {
    const reading = await doors.readFile(path, limits.configuration);
    if (reading.state === 'read') return parseConfiguration(decode(reading.bytes), path);
    if (reading.failure !== 'not-found') throw new CommandError('configuration', `${path} cannot be read: ${reading.detail}`);
  }
  return null;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

async function readNamedFile(given: GivenOptions, name: OptionName, limitBytes: number, doors: SettingsDoors): Promise<Uint8Array | null> {
  const option = given.get(name);
  const path = namedFile(given, name);
  if (option === undefined || path === null) return null;
  const reading = await doors.readFile(path, limitBytes);
  if (reading.state === 'read') return reading.bytes;
  if (reading.failure === 'not-found') throw new CommandError('no-input', `${option.place}: there is no file ${path}`);
  if (reading.failure === 'too-large') throw givenError(option, `${path} is larger than ${limitBytes / megabyte} MB`);
  throw givenError(option, `${path} cannot be read: ${reading.detail}`);
}

async function readRootHints(
  given: GivenOptions,
  doors: SettingsDoors,
): Promise<{ rootHints: readonly RootHint[] | null; notes: string[] }> {
  const bytes = await readNamedFile(given, 'root-hints', limits.hints, doors);
  const option = given.get('root-hints');
  if (bytes === null || option === undefined) return { rootHints: null, notes: [] };
  const { parseRootHints } = await import('../parse/root-hints.js');
  const { hints, issues } = parseRootHints(decode(bytes));
  if (hints.length === 0) throw givenError(option, `no root server stands in it: ${issues[0] ?? 'it is empty'}`);
  return { rootHints: hints, notes: issues.map((issue) => `root hints: ${issue}`) };
}

/** Loads the tables of internationalised names only where a value needs them. */
async function chooseToAscii(given: GivenOptions): Promise<ToAscii> {
  return toAsciiFor([...given.values()].flatMap(({ value }) => value).join(' '));
}

/** The reader of internationalised names that the text needs. */
export async function toAsciiFor(text: string): Promise<ToAscii> {
  return needsIdna(text) ? (await import('../parse/idna.js')).toAscii : asciiOnly;
}
