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
  if (file === null) throw new CommandError('data', 'no reply stands in this text', suggestReply(text));
  const { judgeAndPrint } = await import('./judge-and-print.js');
  await judgeAndPrint(file, settings.output);
  return exitStatuses.ok;
};

/** What to give in place of a text that holds no reply, by what it does hold. */
function suggestReply(text: string): string {
  const [code] = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text) ?? [];
  if (code !== undefined) return `A code with dots comes behind one of three digits: mailwhy explain "${code[0]}50 ${code} …"`;
  if (/timed? ?out|refused|unreachable|not found|no route|reset|lost connection/i.test(text))
    return 'No mail server said this: it is what a sender reports when it reaches none. Trace the address: mailwhy bob@example.com';
  return 'A reply begins with three digits: 550 5.1.1 …';
}
