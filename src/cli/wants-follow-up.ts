/**
 * Whether `--trace` was given, and options that mean nothing without it.
 */
import { CommandError } from '../settings/command-error.js';
import { followUpOptions } from '../settings/follow-up-options.js';
import type { GivenOptions } from '../settings/given-options.js';

/** Whether a follow-up is asked for. @throws CommandError for an option of a trace without one */
export function wantsFollowUp(given: GivenOptions): boolean {
  if (given.get('trace')?.value === true) return true;
  const stray = followUpOptions.find((name) => given.get(name)?.layer === 'command-line');
  if (stray !== undefined) throw new CommandError('usage', `--${stray} is for a trace`, 'Ask for one with --trace.');
  return false;
}
