/**
 * Where mail lies in files: which files a folder or a Maildir has, and a file piece by piece.
 *
 * Nothing is parsed. All of it throws as the file system does where a path cannot be read, `findPath` excepted.
 */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** What stands at the path; null for nothing, or nothing that may be looked at. */
export async function findPath(operand: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(operand)).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

/** The files of a Maildir (`new`, then `cur`), else those of the folder that end in `.eml` or `.msg`, else all; by name. */
export async function listMailFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const maildir = ['new', 'cur'].filter((name) => entries.some((entry) => entry.isDirectory() && entry.name === name));
  if (maildir.length > 0) return (await Promise.all(maildir.map((name) => listMailFiles(path.join(folder, name))))).flat();
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
  const mails = files.filter((name) => /\.(?:eml|msg)$/i.test(name));
  return (mails.length > 0 ? mails : files).sort().map((name) => path.join(folder, name));
}

/** The octets of a file as they are read. */
export async function* streamFile(file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file)) yield chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
}
