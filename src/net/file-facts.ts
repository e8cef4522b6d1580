/**
 * What a path names, without reading it.
 */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';

/** `stream`: a pipe or a device, which can be read only once. */
export type PathFacts =
  | { readonly kind: 'file'; readonly sizeBytes: number; readonly readable: boolean }
  | { readonly kind: 'stream' | 'folder' | 'missing' };

/** What stands at the path. A folder that may not be entered hides what is in it: `missing`. Always resolves. */
export async function findPathFacts(path: string): Promise<PathFacts> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) return { kind: 'folder' };
    if (!facts.isFile()) return { kind: 'stream' };
    const readable = await access(path, constants.R_OK).then(
      () => true,
      () => false,
    );
    return { kind: 'file', sizeBytes: facts.size, readable };
  } catch {
    return { kind: 'missing' };
  }
}

/** Whether somebody feeds standard input: a pipe, a socket or a file; a terminal and `/dev/null` give nothing. */
export async function isStandardInputFed(): Promise<boolean> {
  const { fstatSync } = await import('node:fs');
  try {
    const facts = fstatSync(0);
    return facts.isFIFO() || facts.isSocket() || facts.isFile();
  } catch {
    return false;
  }
}
