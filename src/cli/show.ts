/**
 * `mailwhy show FILE`: a saved report, judged again by this version.
 */
import { outcomeExitStatuses } from '../model/vocabulary.js';
import { CommandError } from '../settings/command-error.js';
import { assertOneOperand, readArguments, readSettings } from './command-call.js';
import type { RunCommand } from './command-entry.js';
import { readStandardInput } from './standard-input.js';

/** A trace with `--all` over a hundred hosts stays far below. */
const largestReportBytes = 64 * 1024 * 1024;

export const runShow: RunCommand = async (args, command) => {
  const line = readArguments(command, args);
  const path = assertOneOperand(line.operands, command, 'Show one report at a time.');
  const settings = await readSettings(line);
  const document = parseDocument(await readReport(path), path);
  assertTrace(document, path);
  const { reopenReport } = await import('../judge/reopen-report.js');
  const file = reopenReport(document);
  if ('fault' in file) throw new CommandError('data', `${path}: ${file.fault}`);
  const { judgeAndPrint } = await import('./judge-and-print.js');
  const { outcome } = await judgeAndPrint(file, settings.output);
  return outcomeExitStatuses[outcome];
};

/** What is no trace and no reply by itself is shown by the command that takes anything. */
function assertTrace(document: unknown, path: string): void {
  const kind = typeof document === 'object' && document !== null && 'kind' in document ? document.kind : null;
  const isList = kind === 'explanation' && typeof document === 'object' && document !== null && !('asked' in document);
  if (!isList && kind !== 'queue' && kind !== 'log') return;
  throw new CommandError('data', `${path} holds no report of an address but ${words[kind]}`, `Show it again with: mailwhy explain ${path}`);
}

const words = { explanation: 'what was explained', queue: 'that of a queue', log: 'that of a log' } as const;

async function readReport(path: string): Promise<string> {
  if (path === '-') return await readStandardInput(largestReportBytes);
  const { readFileBounded } = await import('../net/files.js');
  const reading = await readFileBounded(path, largestReportBytes);
  if (reading.state === 'read') return new TextDecoder().decode(reading.bytes);
  if (reading.failure === 'not-found') throw new CommandError('no-input', `there is no file ${path}`);
  throw new CommandError('no-input', `${path} cannot be read: ${reading.detail}`);
}

function parseDocument(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError('data', `${path} is no JSON: ${reason}`, 'Save a report with: mailwhy ADDRESS --json > report.json');
  }
}
