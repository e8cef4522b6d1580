/**
 * `mailwhy headers FILE`: the way that a message took, where it waited, and what becomes of its signatures.
 */

import type { EnvelopeOptions } from '../explain/check-live.js';
import type { HeadersReport } from '../model/headers-report.js';
import { exitStatuses } from '../model/vocabulary.js';
import type { OutputSettings } from '../settings/check-options.js';
import { CommandError } from '../settings/command-error.js';
import type { CommandLine } from '../settings/command-line.js';
import type { Settings } from '../settings/load-settings.js';
import type { OptionName } from '../settings/option-table.js';
import { assertOneOperand, readArguments, readSettings } from './command-call.js';
import type { RunCommand } from './command-entry.js';
import { listenForInterruption } from './interruption.js';
import { print } from './output.js';
import { pageOptions } from './page-options.js';
import { openOctetInput } from './text-input.js';

export const runHeaders: RunCommand = async (args, command) => {
  const line = readArguments(command, args);
  const path = assertOneOperand(line.operands, command, 'Give one message at a time.');
  const settings = await readSettings(line);
  const { examineMessage, readMessageOctets } = await import('../explain/explain-headers.js');
  const { createNodeDoors } = await import('../net/node-doors.js');
  const message = await readMessageOctets(openOctetInput(path));
  const interruption = listenForInterruption(() => undefined);
  const { signal } = interruption;
  const { offline, trace: options } = settings;
  const report = await examineMessage(message, { doors: createNodeDoors(), options, offline, live: readEnvelope(line, settings), signal });
  interruption.release();
  if (report === null)
    throw new CommandError(
      'data',
      'no header field stands here',
      'Give the message as it is stored, or what the mail program shows as its source.',
    );
  await print(await renderHeadersReport(report, settings.output));
  return signal.aborted ? exitStatuses.interrupted : exitStatuses.ok;
};

/**
 * What the command line says of the envelope, where SPF and DMARC shall be evaluated. The configuration's sender and HELO
 * name are this machine's own, and no message's. @throws CommandError
 */
function readEnvelope({ given }: CommandLine, { live, trace }: Settings): EnvelopeOptions | null {
  const told = (['source', 'helo', 'from', 'null-sender'] as const).filter((name) => given.has(name));
  if (!live && told[0] !== undefined)
    throw new CommandError('usage', `--${told[0]} says whom SPF is evaluated for`, 'Give --live with it.');
  if (!live) return null;
  const isTold = (name: OptionName) => given.has(name);
  return {
    client: isTold('source') ? trace.source : null,
    helo: isTold('helo') ? trace.helo : null,
    sender: isTold('from') || isTold('null-sender') ? trace.from : null,
  };
}

/** The report in the form that was asked for. */
export async function renderHeadersReport(report: HeadersReport, output: OutputSettings): Promise<string> {
  if (output.format === 'json') return (await import('../render/render-document.js')).renderDocument(report);
  if (output.format === 'html') return (await import('../render/render-headers-html.js')).renderHeadersHtml(report);
  const { renderHeaders, renderHeadersLine } = await import('../render/render-headers.js');
  return output.detail === 'one-line' ? renderHeadersLine(report) : renderHeaders(report, pageOptions(output));
}
