/**
 * Messages from where people keep them: a file, an mbox, a Maildir, a folder of `.eml` files; one at a time.
 *
 * Of each message at most the bound is read, so that a folder of any size passes in bounded memory.
 */
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { MboxSplitter } from '../intake/bounce/split-mbox.js';

export interface FoundMessage {
  /** The file's path; for an mbox with the number of the message. */
  readonly source: string;
  readonly bytes: Uint8Array;
}

/** A report stands at the front; what follows is the returned message. */
export const messageLimitBytes = 4 * 1024 * 1024;

/** What stands at the path. */
export async function findPath(operand: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(operand)).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

/** The files of a Maildir (`new`, then `cur`), else those of the folder that end in `.eml` or `.msg`, else all; by name. */
export async function* readFolder(folder: string): AsyncGenerator<FoundMessage> {
  for (const file of await listFolder(folder)) yield { source: file, bytes: await readFront(file, messageLimitBytes) };
}

async function listFolder(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { withFileTypes: true });
  const maildir = names.filter((entry) => entry.isDirectory() && (entry.name === 'new' || entry.name === 'cur'));
  if (maildir.length > 0) return (await Promise.all(maildir.map(({ name }) => listFolder(path.join(folder, name))))).flat();
  const files = names.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
  const mails = files.filter((name) => /\.(?:eml|msg)$/i.test(name));
  return (mails.length > 0 ? mails : files).sort().map((name) => path.join(folder, name));
}

/** The first octets of a file, to the bound. */
export async function readFront(file: string, limitBytes: number): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = new Uint8Array(Math.min(size, limitBytes));
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await handle.close();
  }
}

/** The messages of an mbox, numbered from 1. */
export async function* readMbox(source: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FoundMessage> {
  const splitter = new MboxSplitter(messageLimitBytes);
  let number = 0;
  const name = (bytes: Uint8Array): FoundMessage => {
    number += 1;
    return { source: `${source}#${number}`, bytes };
  };
  for await (const chunk of chunks) for (const bytes of splitter.take(chunk)) yield name(bytes);
  for (const bytes of splitter.end()) yield name(bytes);
}

/** The octets of a file as they are read. */
export async function* streamFile(file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file)) yield chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
}

/** The octets of standard input. */
export async function* streamStandardInput(): AsyncGenerator<Uint8Array> {
  for await (const chunk of process.stdin) yield chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
}
