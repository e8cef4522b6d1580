/**
 * `mailwhy explain`: what a reply, a bounce, a mailbox of them, a queue, a log or a header means, and who must act.
 *
 * What was given is found out by itself (`explain-inputs`, `recognise-document`), and shown as it asks (`explain-asked`).
 */
import { isStandardInputFed } from '../net/file-facts.js';
import { CommandError } from '../settings/command-error.js';
import { readArguments } from './command-call.js';
import type { RunCommand } from './command-entry.js';
import { chooseInputs } from './explain-inputs.js';
import { ExplainThreads } from './explain-threads.js';

export const runExplain: RunCommand = async (args, command) => {
  const line = readArguments(command, args);
  const operands = line.operands.length === 0 && (await isStandardInputFed()) ? ['-'] : line.operands;
  if (operands.length === 0) throw new CommandError('usage', 'explain: the reply is missing', 'For example: mailwhy explain "550 5.7.1 …"');
  const inputs = await chooseInputs(operands);
  const threads = new ExplainThreads();
  try {
    await threads.beginForMuch(inputs);
    const { explainAsked } = await import('./explain-asked.js');
    return await explainAsked(line, inputs, threads);
  } finally {
    await threads.end();
  }
};
