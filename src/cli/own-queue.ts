/**
 * The mail queue of this machine: listed by the command of whichever mail server is here, all of its instances.
 */
import type { PlacedListing } from '../explain/explain-queue.js';
import type { QueueFormat } from '../model/queue-report.js';
import { type CommandText, runForText } from '../net/command-text.js';
import { CommandError } from '../settings/command-error.js';

export interface OwnQueue {
  readonly listings: readonly PlacedListing[];
  /** Null: found by its first lines. */
  readonly format: QueueFormat | null;
}

interface Lister {
  readonly command: string;
  readonly args: readonly string[];
  readonly format: QueueFormat | null;
  /** The listings beside the first one. */
  others?(): Promise<readonly PlacedListing[]>;
}

/** The most telling first. `mailq` comes last: most of the others answer to that name too. */
const listers: readonly Lister[] = [
  { command: 'postqueue', args: ['-j'], format: 'postqueue-json', others: listPostfixInstances },
  // Before Postfix 3.1 there is no -j.
  { command: 'postqueue', args: ['-p'], format: 'postfix-mailq' },
  { command: 'exim', args: ['-bp'], format: 'exim-bp' },
  { command: 'exim4', args: ['-bp'], format: 'exim-bp' },
  { command: 'smtpctl', args: ['show', 'queue'], format: 'smtpctl' },
  { command: 'qmail-qread', args: [], format: 'qmail-qread' },
  { command: 'mailq', args: [], format: null, others: listClientQueue },
];

/** Lists it. @throws CommandError where no mail server is found, or its queue may not be listed */
export async function listOwnQueue(): Promise<OwnQueue> {
  let refused: { readonly lister: Lister; readonly result: CommandText } | null = null;
  for (const lister of listers) {
    const result = await runForText(lister.command, lister.args);
    if (result === null) continue;
    if (result.exitCode === 0 || result.text.trim() !== '') {
      const first = { chunks: yieldOnce(result.text), place: null };
      return { listings: [first, ...((await lister.others?.()) ?? [])], format: lister.format };
    }
    refused ??= { lister, result };
  }
  throw refused === null ? describeMissing() : describeRefusal(refused.lister, refused.result);
}

async function* yieldOnce(text: string): AsyncGenerator<string> {
  yield text;
}

/** postmulti(1) -l: name, group, whether it is enabled, its configuration; the first line is the instance without -c. */
async function listPostfixInstances(): Promise<readonly PlacedListing[]> {
  const list = await runForText('postmulti', ['-l']);
  const folders = (list?.exitCode === 0 ? list.text : '')
    .split('\n')
    .flatMap((line) => /^\S+\s+\S+\s+[yn]\s+(\/\S+)$/.exec(line)?.[1] ?? []);
  const listings: PlacedListing[] = [];
  for (const place of folders.slice(1)) {
    const result = await runForText('postqueue', ['-c', place, '-j']);
    if (result !== null && result.text !== '') listings.push({ chunks: yieldOnce(result.text), place });
  }
  return listings;
}

/** Sendmail's submission program has a queue of its own. Other programs called mailq do not know -Ac. */
async function listClientQueue(): Promise<readonly PlacedListing[]> {
  const result = await runForText('mailq', ['-Ac']);
  return result?.exitCode === 0 && /mqueue-client/.test(result.text) ? [{ chunks: yieldOnce(result.text), place: null }] : [];
}

function describeMissing(): CommandError {
  return new CommandError(
    'no-input',
    'no mail server whose queue can be listed was found here',
    'Give a listing: postqueue -j | mailwhy queue',
  );
}

const notPermitted = /permission denied|not permitted|not allowed|permitted to|privilege|must be root|need root|operation not/i;

function describeRefusal({ command, args }: Lister, { complaint, exitCode }: CommandText): CommandError {
  const said = complaint.trim().split('\n')[0] ?? '';
  const name = [command, ...args].join(' ');
  const why = said === '' ? `it ended with ${exitCode ?? 'a signal'}` : said;
  if (notPermitted.test(complaint))
    return new CommandError('no-input', `you may not list the queue here: ${name}: ${why}`, 'Ask as root: sudo mailwhy queue');
  return new CommandError(
    'no-input',
    `the queue cannot be listed: ${name}: ${why}`,
    'Try it as root (sudo mailwhy queue), or give a listing: mailwhy queue FILE',
  );
}
