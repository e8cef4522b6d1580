/**
 * The shell commands that try just these messages at once, or remove just these.
 *
 * Queue ids and folders come from a listing that anybody may have written: an id that has another form than the product's
 * own is left out, and what is quoted is quoted for the shell that reads it (sh, or PowerShell for Exchange). A place that
 * is no plain path has no commands: they would be about another queue than the one that was listed.
 */
import type { QueueFormat, QueueState } from '../model/queue-report.js';

export interface QueueCommands {
  readonly release: readonly string[];
  readonly remove: readonly string[];
}

export interface CommandContext {
  /** An administrator (or the product itself) stopped them: they must be let go first. */
  readonly held: boolean;
  /** Where the queue is: the configuration of an instance of Postfix, the folder of a queue of Sendmail's; null: the usual one. */
  readonly place: string | null;
}

/** Whether somebody, or the product itself, stopped what is in this state. */
export function isHeld(state: QueueState): boolean {
  return state === 'held' || state === 'frozen' || state === 'suspended';
}

/** Beyond this a command line would be too long for some systems; it goes on in another one. */
const idsInOneCommand = 500;
/** Characters that no shell takes for more than themselves; no segment leads elsewhere. */
const plainPath = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.+,:@%=-]{1,255})+\/?$/;
const longestPath = 1024;

interface Spelling {
  readonly id: RegExp;
  release(ids: readonly string[], context: CommandContext): readonly string[];
  remove(ids: readonly string[], context: CommandContext): readonly string[];
}

const postfix: Spelling = {
  id: /^[0-9A-Za-z]{5,30}$/,
  release: (ids, { held, place }) =>
    cut(ids).map((part) => (held ? pipe(part, `postsuper${instance(place)} -H -`) : each(`postqueue${instance(place)} -i`, part))),
  remove: (ids, { place }) =>
    cut(ids).map((part) =>
      part.length === 1 ? `postsuper${instance(place)} -d ${part[0]}` : pipe(part, `postsuper${instance(place)} -d -`),
    ),
};

function instance(place: string | null): string {
  return place === null ? '' : ` -c ${place}`;
}

function pipe(ids: readonly string[], command: string): string {
  return `printf '%s\\n' ${ids.join(' ')} | ${command}`;
}

const exim: Spelling = {
  id: /^\w{6}-\w{6,11}-\w{2,4}$/,
  release: (ids, { held }) => cut(ids).map((part) => `${held ? `exim -Mt ${part.join(' ')} && ` : ''}exim -M ${part.join(' ')}`),
  remove: (ids) => cut(ids).map((part) => `exim -Mrm ${part.join(' ')}`),
};

/** Sendmail's own queue, and that of its submission program, which has a configuration of its own (`-Ac`). */
const sendmail: Spelling = {
  id: /^[0-9A-Za-z]{8,30}$/,
  release: (ids, { place }) =>
    cut(ids).map((part) => `sendmail ${place?.includes('client') === true ? '-Ac ' : ''}-v ${part.map((id) => `-qI${id}`).join(' ')}`),
  // A message is its control, data and transcript files: qf…, df…, xf…
  remove: (ids, { place }) => cut(ids).map((part) => `rm -f ${part.map((id) => `${place ?? '/var/spool/mqueue'}/[dqx]f${id}`).join(' ')}`),
};

const opensmtpd: Spelling = {
  id: /^[0-9a-f]{16}$/,
  release: (ids, { held }) => cut(ids).map((part) => each(held ? 'smtpctl resume envelope' : 'smtpctl schedule', part)),
  remove: (ids) => cut(ids).map((part) => each('smtpctl remove', part)),
};

/** qmail has no command for a single message: ALRM to qmail-send tries all of them. */
const qmail: Spelling = { id: /^\d+$/, release: () => [], remove: () => [] };

/** `SERVER\3`, `SERVER\contoso.com`, `SERVER\3\17`. */
const exchangeId = /^[\w.-]+\\[\w .@-]+(?:\\\d+)?$/;
const exchangeQueueSpelling: Spelling = {
  id: exchangeId,
  release: (ids, { held }) => ids.flatMap((id) => (held ? resumeQueue(id) : retryQueue(id))),
  remove: (ids) => ids.map((id) => `Get-Message -Queue '${id}' -ResultSize Unlimited | Remove-Message -WithNDR $false`),
};
const exchangeMessageSpelling: Spelling = {
  id: exchangeId,
  release: (ids, { held }) => (held ? ids.map((id) => `Resume-Message -Identity '${id}'`) : unique(ids.map(queueOf)).flatMap(retryQueue)),
  remove: (ids) => ids.map((id) => `Remove-Message -Identity '${id}' -WithNDR $false`),
};

/** What has no way out is routed anew, once there is one; what waits for the categorizer cannot be tried. */
function retryQueue(id: string): readonly string[] {
  if (/\\submission$/i.test(id)) return [];
  return [`Retry-Queue -Identity '${id}'${/\\unreachable$/i.test(id) ? ' -Resubmit $true' : ''}`];
}

/** Poison is let go message by message, each confirmed by hand. */
function resumeQueue(id: string): readonly string[] {
  if (/\\poison$/i.test(id)) return [`Get-Message -Queue '${id}' -ResultSize Unlimited | Resume-Message -Confirm`];
  return [`Resume-Queue -Identity '${id}'`];
}

const spellings: Readonly<Record<QueueFormat, Spelling>> = {
  'postqueue-json': postfix,
  'postfix-mailq': postfix,
  'sendmail-mailq': sendmail,
  'exim-bp': exim,
  'qmail-qread': qmail,
  smtpctl: opensmtpd,
  'exchange-queue': exchangeQueueSpelling,
  'exchange-message': exchangeMessageSpelling,
};

/** The commands for these ids. */
export function listQueueCommands(format: QueueFormat, ids: readonly string[], { held, place }: CommandContext): QueueCommands {
  const spelling = spellings[format];
  const safe = ids.filter((id) => spelling.id.test(id));
  if (safe.length === 0 || (place !== null && !isPlainPath(place))) return { release: [], remove: [] };
  const context = { held, place };
  return { release: spelling.release(safe, context), remove: spelling.remove(safe, context) };
}

function isPlainPath(path: string): boolean {
  return path.length <= longestPath && plainPath.test(path);
}

function cut(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < ids.length; at += idsInOneCommand) parts.push(ids.slice(at, at + idsInOneCommand));
  return parts;
}

function each(command: string, ids: readonly string[]): string {
  return ids.length === 1 ? `${command} ${ids[0]}` : `for id in ${ids.join(' ')}; do ${command} "$id"; done`;
}

function queueOf(id: string): string {
  return id.split('\\').slice(0, 2).join('\\');
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
