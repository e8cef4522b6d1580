/**
 * A file or standard input as a stream; what cannot be read is told as the command's own complaint.
 */
import { InputFault } from '../net/input-fault.js';
import { openOctetFile, openTextFile, type TextWatching } from '../net/text-stream.js';
import { CommandError } from '../settings/command-error.js';

/** The text of the file, unpacked where it is compressed; `-`: standard input. @throws CommandError */
export function openInput(path: string, watching: TextWatching = {}): AsyncGenerator<string> {
  return complainAbout(path, openTextFile(path, watching));
}

/** Its octets. @throws CommandError */
export function openOctetInput(path: string): AsyncGenerator<Uint8Array> {
  return complainAbout(path, openOctetFile(path));
}

async function* complainAbout<Chunk>(path: string, chunks: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  try {
    yield* chunks;
  } catch (error) {
    throw describeInputError(path, error);
  }
}

/** What keeps an input from being read, in the words of the command; any other error as it is. */
export function describeInputError(path: string, error: unknown): unknown {
  const name = path === '-' ? 'standard input' : path;
  if (error instanceof InputFault) return describeFault(name, error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new CommandError('no-input', `there is no file ${path}`);
  if (code === 'EISDIR') return new CommandError('no-input', `${path} is a folder: name the files in it`);
  if (code === 'EACCES' || code === 'EPERM')
    return new CommandError('no-input', `${name} may not be read by you`, 'Ask as root: put sudo before the command.');
  if (code.startsWith('E')) return new CommandError('no-input', `${name} cannot be read: ${error instanceof Error ? error.message : code}`);
  return error;
}

function describeFault(name: string, { kind, program, message }: InputFault): CommandError {
  if (kind === 'journal') return new CommandError('data', `${name}: ${message}`, `journalctl -o json --file ${name} | mailwhy log -`);
  const hint = kind === 'no-unpacker' ? `Install ${program}, or unpack the file where there is one.` : null;
  return new CommandError('data', `${name}: ${message}`, hint);
}
