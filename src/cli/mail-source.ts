/**
 * Messages from where people keep them: an mbox, a Maildir, a folder of `.eml` files; one at a time.
 *
 * Of each message at most the bound is read, so that a folder of any size passes in bounded memory.
 */
import { MboxSplitter } from '../intake/bounce/split-mbox.js';
import { readFront } from '../net/files.js';
import { listMailFiles } from '../net/mail-files.js';

export interface FoundMessage {
  /** The file's path; for an mbox with the number of the message. */
  readonly source: string;
  readonly bytes: Uint8Array;
}

/** A report stands at the front; what follows is the returned message. */
export const messageLimitBytes = 4 * 1024 * 1024;

/** The messages of a Maildir or a folder, by name. @throws as the file system does */
export async function* readFolder(folder: string): AsyncGenerator<FoundMessage> {
  for (const file of await listMailFiles(folder)) yield { source: file, bytes: await readFront(file, messageLimitBytes) };
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

/** The octets of standard input. */
export async function* streamStandardInput(): AsyncGenerator<Uint8Array> {
  for await (const chunk of process.stdin) yield chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
}
