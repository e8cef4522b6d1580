/**
 * `mailwhy trace ADDRESS`, and `mailwhy ADDRESS`: everything up to the first packet.
 *
 * What a trace needs is loaded only behind the last check, so that mistakes are told at once.
 */
import type { Target } from '../model/trace-options.js';
import { suggestDomain } from '../parse/mailbox-common-domains.js';
import { CommandError } from '../settings/command-error.js';
import type { Settings } from '../settings/load-settings.js';
import { assertOneOperand, readArguments, readSettings } from './command-call.js';
import type { RunCommand } from './command-entry.js';
import { complainMalformed } from './malformed-address.js';
import { complain } from './output.js';

export const runTrace: RunCommand = async (args, command) => {
  const line = readArguments(command, args);
  const input = assertOneOperand(line.operands, command, describeSeveral(line.operands));
  const settings = await readSettings(line);
  const { parseTarget } = await import('../parse/mailbox.js');
  const { toAsciiFor } = await import('../settings/load-settings.js');
  const target = parseTarget(input, { toAscii: await toAsciiFor(input), postmaster: settings.trace.postmaster });
  if (target.kind === 'malformed' && settings.output.format === 'text') return complainMalformed(target);
  if (target.kind !== 'malformed') announce(target, settings);
  const { traceAndReport } = await import('./run-trace.js');
  return await traceAndReport(target, settings);
};

function describeSeveral(operands: readonly string[]): string {
  const [first = ''] = operands;
  if (operands.every((operand) => /[@.]/.test(operand))) return 'Trace one address at a time.';
  return `Quote an address that has blanks in it; a command comes first: mailwhy ${first} …`;
}

/** Says what deserves a word before anything is sent. @throws CommandError where a message has nowhere to go */
function announce(target: Exclude<Target, { kind: 'malformed' }>, { trace, message }: Settings): void {
  const meant = target.domain.kind === 'name' ? suggestDomain(target.domain.name) : null;
  if (meant !== null) complain(`mailwhy: did you mean ${meant}? Tracing ${target.input} as given.`);
  if (trace.send === null || message === null) return;
  if (target.mailbox === null) throw new CommandError('usage', '--send needs an address, not a domain');
  if (!trace.probe) throw new CommandError('usage', '--send cannot be given together with --no-probe');
  if (message.length === 0) throw new CommandError('data', `--send: ${trace.send.file} is empty`);
  complain(
    `mailwhy: ${trace.send.file} (${message.length} bytes) will really be delivered to ${target.mailbox.address}, once, if the server takes it.`,
  );
}
