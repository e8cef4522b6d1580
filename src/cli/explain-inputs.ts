/**
 * What `mailwhy explain` was given, by its arguments: files, folders, standard input, texts.
 *
 * An argument that is an existing path is read; one that only looks like a path is missed; any other is a text. Words that
 * nobody quoted are one text: all of them, where the first is a bare reply code or none of them is a path.
 */
import { type FoundPath, findPath } from '../net/mail-files.js';
import { CommandError } from '../settings/command-error.js';

export type Input =
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  /** `sizeBytes`: of the file; null for standard input. */
  | { readonly kind: 'stream'; readonly name: string; readonly path: string; readonly sizeBytes: number | null }
  | { readonly kind: 'folder'; readonly name: string; readonly path: string }
  /** One of several that is not there, or cannot be read: the others are. */
  | { readonly kind: 'fault'; readonly name: string; readonly error: CommandError };

/** The inputs in the order of the arguments. @throws CommandError where no argument is anything that can be read */
export async function chooseInputs(operands: readonly string[]): Promise<readonly Input[]> {
  if (operands.length > 1 && /^[2-5]\d\d$/.test(operands[0] ?? '')) return [{ kind: 'text', name: oneText, text: operands.join(' ') }];
  if (operands.filter((operand) => operand === '-').length > 1) throw new CommandError('usage', 'standard input (-) can be read once');
  const found = await Promise.all(operands.map(async (operand) => ({ operand, place: await findPlace(operand) })));
  const faults = found.map(({ operand, place }) => findFault(operand, place));
  const [fault] = faults;
  if (fault !== null && fault !== undefined && faults.every((each) => each !== null)) throw fault;
  const texts = found.filter(({ place }) => place.state === 'missing');
  const areWords =
    faults.every((each) => each === null) && texts.length === found.length && texts.some(({ operand }) => !/\s/.test(operand));
  if (areWords) return [{ kind: 'text', name: oneText, text: operands.join(' ') }];
  return found.map(({ operand, place }, at): Input => {
    const error = faults[at] ?? null;
    if (error !== null) return { kind: 'fault', name: operand, error };
    return toInput(operand, place, texts.length === 1 ? oneText : `text ${nameText(operand)}`);
  });
}

const oneText = 'the text given';

/** A text among others goes by how it begins. */
function nameText(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return JSON.stringify(line.length > 40 ? `${line.slice(0, 38).trimEnd()} …` : line);
}

async function findPlace(operand: string): Promise<FoundPath> {
  return operand === '-' ? { state: 'file', sizeBytes: 0 } : await findPath(operand);
}

function findFault(operand: string, place: FoundPath): CommandError | null {
  if (place.state === 'unreadable') return new CommandError('no-input', `${operand} cannot be read: ${place.detail}`);
  return place.state === 'missing' && looksLikePath(operand) ? new CommandError('no-input', `there is no file ${operand}`) : null;
}

const mailEnding = /\.(?:eml|msg|mbox|mbx|txt|log|json|jsonl|csv|html?|gz)$/i;

/** No blanks, and a slash or the ending of a file: nobody's reply. */
function looksLikePath(operand: string): boolean {
  return !/\s/.test(operand) && (/[/\\]/.test(operand) || mailEnding.test(operand));
}

function toInput(operand: string, place: FoundPath, textName: string): Input {
  if (operand === '-') return { kind: 'stream', name: 'standard input', path: '-', sizeBytes: null };
  if (place.state === 'folder') return { kind: 'folder', name: operand, path: operand };
  if (place.state === 'file') return { kind: 'stream', name: operand, path: operand, sizeBytes: place.sizeBytes };
  return { kind: 'text', name: textName, text: operand };
}
