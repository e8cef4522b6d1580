/**
 * The recipient that is asked for in a log, as somebody typed or pasted it.
 *
 * Logs hold addresses that no rule allows, so nothing but the form is looked at: a name in front and brackets are taken
 * off, and what has no domain is no address.
 */
import { CommandError } from '../settings/command-error.js';

/** The address. @throws CommandError where it is none */
export function readAskedRecipient(text: string): string {
  const bracketed = /<([^<>]*)>\s*$/.exec(text)?.[1];
  const address = (bracketed ?? text).trim().replace(/^mailto:/i, '');
  if (/^(?:"[^"]*"|[^\s<>@",;]+)@[^\s<>@,;]+$/.test(address)) return address;
  throw new CommandError(
    'usage',
    `--to: ${text} is no address`,
    'Give the whole address, as in --to bob@example.com; what became of mail to a whole domain stands in the log without --to.',
  );
}
