/**
 * `mailwhy explain REPLY`: what a single reply means, from the arguments or from standard input.
 */
import { exitStatuses } from '../model/vocabulary.js';
import { CommandError } from '../settings/command-error.js';
import { readArguments, readSettings } from './command-call.js';
import type { RunCommand } from './command-entry.js';
import { readStandardInput } from './standard-input.js';

/** A reply has a few lines; whole bounces and logs are another matter. */
const largestReplyBytes = 64 * 1024;

export const runExplain: RunCommand = async (args, command) => {
  const line = readArguments(command, args);
  const { operands } = line;
  if (operands.length === 0) throw new CommandError('usage', 'explain: the reply is missing', 'For example: mailwhy explain "550 5.7.1 …"');
  const settings = await readSettings(line);
  const text = operands.join(' ') === '-' ? await readStandardInput(largestReplyBytes) : operands.join(' ');
  const { createReplyCase } = await import('../explain/explain-reply.js');
  const file = createReplyCase(text);
  if (file === null) throw new CommandError('data', 'no reply stands in this text', 'A reply begins with three digits: 550 5.1.1 …');
  const { judgeAndPrint } = await import('./judge-and-print.js');
  await judgeAndPrint(file, settings.output);
  return exitStatuses.ok;
};
