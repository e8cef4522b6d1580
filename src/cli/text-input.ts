/**
 * A file or standard input as a stream; what cannot be read is told as the command's own complaint.
 */
import { openOctetFile, openTextFile } from '../net/text-stream.js';
import { CommandError } from '../settings/command-error.js';

/** The text of the file, unpacked where it is gzip; `-`: standard input. @throws CommandError */
export function openInput(path: string): AsyncGenerator<string> {
  return complainAbout(path, openTextFile(path));
}

/** Its octets. @throws CommandError */
export function openOctetInput(path: string): AsyncGenerator<Uint8Array> {
  return complainAbout(path, openOctetFile(path));
}

async function* complainAbout<Chunk>(path: string, chunks: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  try {
    yield* chunks;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new CommandError('no-input', `there is no file ${path}`);
    if (code.startsWith('Z_')) throw new CommandError('data', `${path} is no whole gzip file`);
    if (code.startsWith('E'))
      throw new CommandError('no-input', `${path} cannot be read: ${error instanceof Error ? error.message : code}`);
    throw error;
  }
}
