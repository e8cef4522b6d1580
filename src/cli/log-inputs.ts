/**
 * What `mailwhy log` reads: the files named, in the order of their times; standard input; or this machine's own log.
 */
import { findLogStart } from '../explain/log-start.js';
import { findPathFacts, isStandardInputFed } from '../net/file-facts.js';
import type { TextWatching } from '../net/text-stream.js';
import { findOwnLog } from './own-log.js';
import { openInput } from './text-input.js';

export interface LogInput {
  /** A path, `standard input`, or a command. */
  readonly name: string;
  /** Null where it is no file that can be opened again. */
  readonly path: string | null;
  /** Null where nobody knows. */
  readonly sizeBytes: number | null;
  open(watching: TextWatching): AsyncIterable<string>;
}

/** The inputs in the order in which to read them. @throws CommandError where there is none, or one cannot be read */
export async function findLogInputs(operands: readonly string[]): Promise<readonly LogInput[]> {
  if (operands.length > 0) return await orderByTime(await Promise.all(operands.map(describeOperand)));
  if (await isStandardInputFed()) return [await describeOperand('-')];
  const own = await findOwnLog(false);
  if ('path' in own) return [await describeOperand(own.path)];
  return [{ name: own.name, path: null, sizeBytes: null, open: () => own.text }];
}

async function describeOperand(operand: string): Promise<LogInput> {
  const open = (watching: TextWatching) => openInput(operand, watching);
  if (operand === '-') return { name: 'standard input', path: null, sizeBytes: null, open };
  const facts = await findPathFacts(operand);
  const file = facts.kind === 'file';
  return { name: operand, path: facts.kind === 'stream' ? null : operand, sizeBytes: file ? facts.sizeBytes : null, open };
}

/** Rotated files are named in any order; what has no time of its own, or can be read only once, comes last. */
async function orderByTime(inputs: readonly LogInput[]): Promise<readonly LogInput[]> {
  if (inputs.length < 2) return inputs;
  const starts: (readonly [LogInput, number])[] = [];
  for (const input of inputs) {
    const startMs = input.path === null ? null : await findLogStart(input.open({}));
    starts.push([input, startMs ?? Number.POSITIVE_INFINITY]);
  }
  return starts.sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([input]) => input);
}
