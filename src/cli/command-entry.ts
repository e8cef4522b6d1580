/**
 * What a command is: its words for the help, its options, its code.
 */
import type { OptionName } from '../settings/option-table.js';

/** Takes the arguments behind the command's name and the command's own entry; resolves to the exit status. */
export type RunCommand = (args: readonly string[], command: CommandEntry) => Promise<number>;

export interface CommandEntry {
  readonly name: string;
  /** What stands behind the name. */
  readonly operands: string;
  readonly summary: string;
  readonly examples: readonly (readonly [command: string, what: string])[];
  readonly options: readonly OptionName[];
  /** What options are for in this command, where that is something of its own. */
  readonly optionHelp?: Readonly<Partial<Record<OptionName, string>>>;
  load(): Promise<RunCommand>;
}
