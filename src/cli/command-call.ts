/**
 * What every command does first: reads its arguments, and comes to its settings.
 *
 * Wrong arguments are told before anything else is loaded.
 */
import { CommandError } from '../settings/command-error.js';
import { type CommandLine, parseCommandLine } from '../settings/command-line.js';
import type { Settings } from '../settings/load-settings.js';
import { findOption } from '../settings/option-table.js';
import type { CommandEntry } from './command-entry.js';
import { complain } from './output.js';

/** The options and operands of a command. @throws CommandError */
export function readArguments(command: CommandEntry, args: readonly string[]): CommandLine {
  const entries = command.options.flatMap((option) => findOption(option) ?? []);
  return parseCommandLine(args, entries, command.name);
}

/** The settings that the options, the environment and the configuration file come to; tells the notes. @throws CommandError */
export async function readSettings({ given }: CommandLine): Promise<Settings> {
  const { loadSettings } = await import('../settings/load-settings.js');
  const { nodeSettingsDoors } = await import('./settings-doors.js');
  const settings = await loadSettings(given, nodeSettingsDoors());
  for (const note of settings.notes) complain(`mailwhy: ${note}`);
  return settings;
}

/** The one operand. @throws CommandError where there is none, or more */
export function assertOneOperand(operands: readonly string[], { name, operands: wanted }: CommandEntry, hint: string): string {
  const [only] = operands;
  if (only === undefined) throw new CommandError('usage', `${name}: ${wanted} is missing`, `See mailwhy help ${name}.`);
  if (operands.length > 1) throw new CommandError('usage', `${name} takes one ${wanted}, not ${operands.length}`, hint);
  return only;
}
