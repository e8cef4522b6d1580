/**
 * Where mail lies in files: what stands at a path, and which files a folder or a Maildir has.
 *
 * Folders within folders are gone through, symbolic links to folders are not, so that no loop keeps anybody. Nothing is
 * parsed.
 */
import type { Dirent } from 'node:fs';
import { opendir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export type FoundPath =
  | { readonly state: 'file' | 'folder'; readonly sizeBytes: number }
  | { readonly state: 'missing' }
  /** It may be there and cannot be looked at; `detail`: the system's words. */
  | { readonly state: 'unreadable'; readonly detail: string };

/** What stands at the path; never throws. */
export async function findPath(operand: string): Promise<FoundPath> {
  try {
    const stats = await stat(operand);
    return { state: stats.isDirectory() ? 'folder' : 'file', sizeBytes: stats.size };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE') return { state: 'missing' };
    return { state: 'unreadable', detail: error instanceof Error ? error.message : code };
  }
}

/** Entries that are looked at for how many of them are mails. */
const mostLookedAt = 2000;

/** Whether a folder, or the `new` or `cur` of a Maildir, has at least so many files that may be mails. What cannot be looked at has none. */
export async function hasManyMails(folder: string, many: number): Promise<boolean> {
  for (const place of [folder, path.join(folder, 'cur'), path.join(folder, 'new')]) {
    if ((await countMails(place, many)) >= many) return true;
  }
  return false;
}

/** By the rule of `walkMailFiles`: those that end in `.eml`, else all. */
async function countMails(folder: string, most: number): Promise<number> {
  let mails = 0;
  let all = 0;
  try {
    for await (const { name } of await opendir(folder, { bufferSize: most })) {
      all += 1;
      if (mailName.test(name)) mails += 1;
      if (mails >= most || all >= mostLookedAt) break;
    }
  } catch {
    // Whoever reads it tells why it cannot be read.
  }
  return mails > 0 ? mails : all;
}

const mailName = /\.eml(?:\.gz)?$/i;

/** Deeper than anybody keeps mail. */
const deepest = 32;

/** Told of a folder beneath the first that cannot be read; it is passed over. */
export type FolderFault = (folder: string, detail: string) => void;

export interface FolderNotes {
  readonly onFault: FolderFault;
  /** Told how many files of a folder are left out, since they stand beside some that end in `.eml`. */
  onLeftOut(files: number): void;
}

/**
 * The files of a Maildir (`new`, then `cur`, then its folders `.Name`), else those of the folder that end in `.eml`, else
 * all, then those of the folders beneath it; by name. @throws as the file system does for the first folder
 */
export async function* walkMailFiles(folder: string, notes: FolderNotes): AsyncGenerator<string> {
  yield* walk(folder, await readdir(folder, { withFileTypes: true }), { notes, depth: 0 });
}

interface Walk {
  readonly notes: FolderNotes;
  readonly depth: number;
}

async function* walk(folder: string, entries: readonly Dirent[], { notes, depth }: Walk): AsyncGenerator<string> {
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const isMaildir = isMaildirOf(folders);
  yield* isMaildir
    ? walkMaildir(folder, folders, notes.onFault)
    : (await chooseFiles(folder, entries, notes)).map((name) => path.join(folder, name));
  const beneath = folders.filter((name) => (isMaildir ? name.startsWith('.') : !name.startsWith('.'))).sort();
  if (depth >= deepest) return;
  for (const name of beneath) {
    const inner = path.join(folder, name);
    const found = await attempt(inner, notes.onFault, () => readdir(inner, { withFileTypes: true }));
    if (!isMaildir || isMaildirOf(found.filter((entry) => entry.isDirectory()).map((entry) => entry.name))) {
      yield* walk(inner, found, { notes, depth: depth + 1 });
    }
  }
}

function isMaildirOf(folders: readonly string[]): boolean {
  return folders.includes('cur') && folders.includes('new');
}

async function* walkMaildir(folder: string, folders: readonly string[], onFault: FolderFault): AsyncGenerator<string> {
  for (const name of ['new', 'cur'].filter((each) => folders.includes(each))) {
    const inner = path.join(folder, name);
    // Names alone: a Maildir may hold a million messages.
    const files = await attempt(inner, onFault, () => readdir(inner));
    for (const file of files.filter((each) => !each.startsWith('.')).sort()) yield path.join(inner, file);
  }
}

async function attempt<Entry>(folder: string, onFault: FolderFault, read: () => Promise<Entry[]>): Promise<readonly Entry[]> {
  try {
    return await read();
  } catch (error) {
    onFault(folder, error instanceof Error ? error.message : String(error));
    return [];
  }
}

async function chooseFiles(folder: string, entries: readonly Dirent[], notes: FolderNotes): Promise<readonly string[]> {
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  const linked = await Promise.all(visible.filter((entry) => entry.isSymbolicLink()).map(({ name }) => findLinked(folder, name)));
  const files = [...visible.filter((entry) => entry.isFile()).map(({ name }) => name), ...linked.flat()];
  const mails = files.filter((name) => mailName.test(name));
  if (mails.length > 0 && mails.length < files.length) notes.onLeftOut(files.length - mails.length);
  return (mails.length > 0 ? mails : files).sort();
}

async function findLinked(folder: string, name: string): Promise<readonly string[]> {
  try {
    return (await stat(path.join(folder, name))).isFile() ? [name] : [];
  } catch {
    return [];
  }
}
