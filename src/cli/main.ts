#!/usr/bin/env node
import { packageVersion } from '../model/version.generated.js';
/**
 * The command's entry: chooses the command, loads it, and turns what it comes to into an exit status.
 *
 * Nothing heavy may be imported from here but lazily: `--version`, help and mistakes start as fast as Node itself.
 */
import { exitStatuses } from '../model/vocabulary.js';
import { type Choice, chooseCommand } from './choose-command.js';
import { complain, say } from './output.js';

async function runChoice(choice: Choice): Promise<number> {
  if (choice.kind === 'run') return await (await choice.command.load())(choice.args, choice.command);
  if (choice.kind === 'unknown') return complainUnknown(choice);
  say(choice.kind === 'version' ? packageVersion : await describe(choice));
  return exitStatuses.ok;
}

async function describe(choice: Extract<Choice, { kind: 'overview' | 'help' }>): Promise<string> {
  const help = await import('./help.js');
  if (choice.kind === 'overview') return help.formatOverview();
  return choice.command === null ? help.formatGuide() : help.formatCommandHelp(choice.command);
}

function complainUnknown({ word, meant }: Extract<Choice, { kind: 'unknown' }>): number {
  const hint = meant === null ? 'An address has an @, a domain has a dot. See mailwhy help.' : `Did you mean mailwhy ${meant}?`;
  complain(`mailwhy: there is no command ${word}\n${hint}`);
  return exitStatuses.usage;
}

/** What a command threw: a `CommandError` says what is wrong with the call; anything else is the program's own fault. */
function complainError(error: unknown): number {
  if (error instanceof Error && 'exitStatus' in error && 'hint' in error) {
    complain(`mailwhy: ${error.message}${typeof error.hint === 'string' ? `\n${error.hint}` : ''}`);
    return Number(error.exitStatus);
  }
  if (error instanceof Error && 'syscall' in error && error.syscall === 'write') {
    complain(`mailwhy: the output cannot be written: ${error.message}`);
    return exitStatuses.software;
  }
  complain(`mailwhy: a fault of mailwhy itself, please report it:\n${error instanceof Error ? error.stack : String(error)}`);
  return exitStatuses.software;
}

async function main(): Promise<void> {
  const status = await runChoice(chooseCommand(process.argv.slice(2))).catch(complainError);
  process.exit(status);
}

process.on('uncaughtException', (error) => process.exit(complainError(error)));
void main();
