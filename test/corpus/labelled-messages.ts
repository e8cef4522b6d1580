/** The labelled corpus, read where it lies: `MAILWHY_CORPUS`, else the folder beside the project; none where it is not there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.env.MAILWHY_CORPUS ?? fileURLToPath(new URL('../../../shared/corpora/bounces', import.meta.url));
const labelsFile = path.join(folder, 'labels.jsonl');

interface Label {
  readonly file: string;
  readonly bounce: boolean;
}

/** Name and octets of each message that is labelled as a bounce. */
export function readLabelledBounces(): readonly { readonly name: string; readonly bytes: Buffer }[] {
  if (!existsSync(labelsFile)) return [];
  const labels = readFileSync(labelsFile, 'utf8')
    .trim()
    .split('\n')
    .map((line): Label => JSON.parse(line));
  return labels.filter(({ bounce }) => bounce).map(({ file }) => ({ name: file, bytes: readFileSync(path.join(folder, 'mail', file)) }));
}
