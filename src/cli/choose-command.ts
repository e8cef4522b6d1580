/**
 * Which command the arguments ask for. An address needs no command; a word without `@` and dot is one.
 */
import { findNearMiss } from '../parse/near-miss.js';
import type { CommandEntry } from './command-entry.js';
import { commandWords, findCommand } from './commands.js';

export type Choice =
  | { readonly kind: 'overview' }
  | { readonly kind: 'version' }
  /** Null: of everything. */
  | { readonly kind: 'help'; readonly command: CommandEntry | null }
  | { readonly kind: 'run'; readonly command: CommandEntry; readonly args: readonly string[] }
  | { readonly kind: 'unknown'; readonly word: string; readonly meant: string | null };

const defaultCommand = 'trace';

/** What the words behind `mailwhy` ask for. */
export function chooseCommand(args: readonly string[]): Choice {
  const [first, ...rest] = args;
  if (first === undefined) return { kind: 'overview' };
  if (first === '--version' || first === '-V') return { kind: 'version' };
  if (first === '--help' || first === '-h') return { kind: 'help', command: null };
  if (first === 'help') return chooseHelp(rest[0]);
  const named = findCommand(first);
  if (named === null && isCommandWord(first)) return unknown(first);
  const command = named ?? findCommand(defaultCommand);
  const asksHelp = rest.slice(0, rest.indexOf('--') < 0 ? undefined : rest.indexOf('--')).some((arg) => arg === '--help' || arg === '-h');
  if (command === null || asksHelp) return { kind: 'help', command };
  return { kind: 'run', command, args: named === null ? args : rest };
}

function chooseHelp(topic: string | undefined): Choice {
  if (topic === undefined) return { kind: 'help', command: null };
  const command = findCommand(topic);
  return command === null && topic !== 'help' ? unknown(topic) : { kind: 'help', command };
}

/** Plain ranges: classes of Unicode would cost more than all the rest of a start. */
function isCommandWord(text: string): boolean {
  return /^[a-z0-9\u00aa-\uffff][\w\u00aa-\uffff-]*$/i.test(text) && !/[\u3002\ufe6b\uff0e\uff20\uff61]/.test(text);
}

function unknown(word: string): Choice {
  return { kind: 'unknown', word, meant: findNearMiss(word, commandWords) };
}
