/**
 * Any number of inputs as records, one for each message, reply, entry or failure: read, explained side by side, printed
 * in their order.
 *
 * An input that cannot be read or understood is told and the others are read all the same; by itself it ends the command.
 * Ctrl-C ends the reading, and what was read is printed.
 */
import type { FollowUpTargets } from '../explain/follow-up-targets.js';
import type { FollowUp } from '../model/follow-up.js';
import { exitStatuses } from '../model/vocabulary.js';
import { CommandError } from '../settings/command-error.js';
import type { ReadProgress } from '../terminal/read-progress.js';
import type { ExplainCall } from './explain-call.js';
import { announce, type OpenDocument, openDocument } from './explain-documents.js';
import { type FolderReading, readFolder, readOtherFile, reportUnreadable } from './explain-folder.js';
import type { Input } from './explain-inputs.js';
import { type DoneTask, doAll } from './explain-pool.js';
import type { Done, Made } from './explain-task.js';
import { createExplainedOutput, growsOnTerminal } from './explained-output.js';
import { type Interruption, listenForInterruption } from './interruption.js';
import { complain } from './output.js';
import { beginReadProgress } from './progress-output.js';
import type { Task } from './read-task.js';

interface Reading extends FolderReading {
  readonly call: ExplainCall;
  /** Documents of the first inputs that have been opened. */
  readonly opened: readonly OpenDocument[];
  /** The exit status that the worst input asks for. */
  status: number;
  /** How many documents were told of. */
  announced: number;
  /** Whom a follow-up would ask about; null where none is asked for. */
  readonly targets: FollowUpTargets | null;
}

/** Explains all inputs and prints; resolves to the exit status. @throws CommandError where the only input cannot be read */
export async function explainRecords(call: ExplainCall, opened: readonly OpenDocument[]): Promise<number> {
  const { form, settings } = call;
  const request = { form, settings: settings.output, startedAt: new Date().toISOString() };
  const progress = growsOnTerminal(request) ? null : beginReadProgress(sumSizes(call.inputs));
  const interruption = listenForInterruption(() => progress?.stop());
  const reading: Reading = {
    call,
    opened,
    onRead: (octets) => progress?.addBytes(octets),
    passedOver: 0,
    unreadable: 0,
    leftOut: 0,
    status: exitStatuses.ok,
    announced: 0,
    targets: await createTargets(call),
  };
  const output = await createExplainedOutput(request);
  const { taken, fault } = await pump({ reading, output, progress, interruption });
  progress?.stop();
  interruption.release();
  const { aborted } = interruption.signal;
  if (taken === 0 && !aborted) throw fault ?? describeNothing(reading);
  await output.flush();
  const followUp = aborted || fault !== null ? null : await followUpTargets(reading);
  await output.end({ complete: fault === null && !aborted, followUp });
  if (fault !== null) throw fault;
  tellRest(reading);
  return aborted || followUp?.complete === false ? exitStatuses.interrupted : reading.status;
}

async function createTargets({ traces }: ExplainCall): Promise<FollowUpTargets | null> {
  if (!traces) return null;
  const { FollowUpTargets } = await import('../explain/follow-up-targets.js');
  const { toAscii } = await import('../parse/idna.js');
  return new FollowUpTargets(toAscii);
}

async function followUpTargets({ targets, call }: Reading): Promise<FollowUp | null> {
  return targets === null ? null : await (await import('./follow-up.js')).traceTargets(targets.choose(), call.settings);
}

interface Pumping {
  readonly reading: Reading;
  readonly output: Awaited<ReturnType<typeof createExplainedOutput>>;
  readonly progress: ReadProgress | null;
  readonly interruption: Interruption;
}

interface Pumped {
  readonly taken: number;
  /** What ended the reading before its end; null where nothing did. */
  readonly fault: unknown;
}

/** Until nothing is left, nobody reads, somebody interrupts, or an input cannot be read on. */
async function pump({ reading, output, progress, interruption: { signal } }: Pumping): Promise<Pumped> {
  let taken = 0;
  const asLines = output.takeLine !== null && reading.targets === null;
  const take = async (made: Made): Promise<boolean> => {
    if ('line' in made) return (await output.takeLine?.(made.line)) ?? false;
    reading.targets?.add(made.record);
    return await output.take(made.record);
  };
  const work = async (): Promise<Pumped> => {
    for await (const made of explainInputs(reading, asLines)) {
      if (signal.aborted) break;
      taken += 1;
      progress?.addItem();
      if (!(await take(made))) break;
    }
    return { taken, fault: null };
  };
  // Whoever interrupts does not wait for a pipe that says nothing.
  const interrupted = new Promise<Pumped>((resolve) => {
    signal.addEventListener('abort', () => resolve({ taken, fault: null }), { once: true });
  });
  return await Promise.race([work().catch((fault: unknown) => ({ taken, fault })), interrupted]);
}

async function* explainInputs(reading: Reading, asLines: boolean): AsyncGenerator<Made> {
  for await (const answer of doAll(readInputs(reading), asLines, reading.call.threads)) yield* settle(answer, reading, asLines);
}

/** What was made; a file that is not plainly a message is read on. */
async function* settle({ task, done }: DoneTask, reading: Reading, asLines: boolean): AsyncGenerator<Made> {
  if ('octets' in done) reading.onRead(done.octets);
  if (done.state === 'made') {
    if (done.made !== null) yield done.made;
  } else if (done.state === 'nothing') {
    reading.passedOver += 1;
  } else if (task.form === 'file') {
    if (done.state === 'unreadable') reportUnreadable(reading, task.path, done.detail);
    else yield* readOn(task.path, reading, asLines);
  }
}

async function* readOn(path: string, reading: Reading, asLines: boolean): AsyncGenerator<Made> {
  const { doTasks } = await import('./explain-task.js');
  for await (const piece of readOtherFile(path, reading)) yield* pickMade(await doTasks({ tasks: [piece], asLines }));
}

function pickMade(all: readonly Done[]): readonly Made[] {
  return all.flatMap((done) => (done.state === 'made' && done.made !== null ? [done.made] : []));
}

async function* readInputs(reading: Reading): AsyncGenerator<Task> {
  const { inputs } = reading.call;
  for (const [at, input] of inputs.entries()) {
    try {
      yield* readInput(input, reading.opened[at] ?? null, reading);
    } catch (error) {
      if (inputs.length === 1 || !(error instanceof CommandError)) throw error;
      complain(`mailwhy: ${error.message}`);
      reading.status = error.exitStatus;
    }
  }
}

async function* readInput(input: Input, opened: OpenDocument | null, reading: Reading): AsyncGenerator<Task> {
  const { asked } = reading.call;
  if (input.kind === 'fault') throw input.error;
  if (input.kind === 'folder') {
    yield* readFolder(input.path, reading);
    return;
  }
  const document = opened ?? (await openDocument(input, asked, (octets) => reading.onRead(octets)));
  announceFew(document, reading);
  await (await import('./explain-saved.js')).assertRecords(document);
  const { readPieces } = await import('../explain/read-pieces.js');
  yield* readPieces(document.octets, { ...document, source: document.name });
}

/** Of many inputs the first ones are told: the list itself says what became of the others. */
const mostAnnounced = 3;

function announceFew(document: OpenDocument, reading: Reading): void {
  reading.announced += 1;
  if (reading.announced <= mostAnnounced) announce(document, reading.call.settings.output);
}

/** Of all files; null where a size is not known. */
function sumSizes(inputs: readonly Input[]): number | null {
  const sizes = inputs.map((input) => (input.kind === 'stream' ? input.sizeBytes : input.kind === 'text' ? 0 : null));
  return sizes.reduce<number | null>((sum, size) => (sum === null || size === null ? null : sum + size), 0);
}

function describeNothing({ call: { inputs }, passedOver }: Reading): CommandError {
  const names = inputs.map(({ name }) => name).join(', ');
  if (passedOver > 0) return new CommandError('data', `no mail stands in ${names}: ${countFiles(passedOver)} something else`);
  return new CommandError('data', `nothing that could be explained stands in ${names}`, 'See mailwhy help explain for what is read.');
}

function tellRest({ passedOver, unreadable, leftOut, call }: Reading): void {
  if (call.settings.output.detail === 'one-line') return;
  if (passedOver > 0) complain(`mailwhy: ${countFiles(passedOver)} no mail: passed over`);
  if (leftOut > 0) complain(`mailwhy: left out beside .eml files: ${leftOut} (name them to have them read)`);
  if (unreadable > 0) complain(`mailwhy: not read: ${unreadable}`);
}

function countFiles(files: number): string {
  return files === 1 ? 'one file holds' : `${files} files hold`;
}
