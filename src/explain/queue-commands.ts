/**
 * The shell commands that try just these messages at once, or remove just these.
 *
 * Queue ids come from a listing that anybody may have written: an id that has another form than the product's own is
 * left out, and what is quoted is quoted for the shell that reads it (sh, or PowerShell for Exchange).
 */
import type { QueueFormat } from '../model/queue-report.js';

export interface QueueCommands {
  readonly release: readonly string[];
  readonly remove: readonly string[];
}

/** Beyond this a command line would be too long for some systems; it goes on in another one. */
const idsInOneCommand = 500;

interface Spelling {
  readonly id: RegExp;
  release(ids: readonly string[], held: boolean): readonly string[];
  remove(ids: readonly string[]): readonly string[];
}

const postfix: Spelling = {
  id: /^[0-9A-Za-z]{5,30}$/,
  release: (ids, held) =>
    held
      ? cut(ids).map((part) => `printf '%s\\n' ${part.join(' ')} | postsuper -H -`)
      : cut(ids).map((part) =>
          part.length === 1 ? `postqueue -i ${part[0]}` : `for id in ${part.join(' ')}; do postqueue -i "$id"; done`,
        ),
  remove: (ids) =>
    cut(ids).map((part) => (part.length === 1 ? `postsuper -d ${part[0]}` : `printf '%s\\n' ${part.join(' ')} | postsuper -d -`)),
};

const exim: Spelling = {
  id: /^\w{6}-\w{6,11}-\w{2,4}$/,
  release: (ids, held) => cut(ids).map((part) => `${held ? `exim -Mt ${part.join(' ')} && ` : ''}exim -M ${part.join(' ')}`),
  remove: (ids) => cut(ids).map((part) => `exim -Mrm ${part.join(' ')}`),
};

const sendmail: Spelling = {
  id: /^[0-9A-Za-z]{8,30}$/,
  release: (ids) => cut(ids).map((part) => `sendmail -v ${part.map((id) => `-qI${id}`).join(' ')}`),
  remove: (ids) => cut(ids).map((part) => `cd /var/spool/mqueue && rm -i ${part.map((id) => `?f${id}`).join(' ')}`),
};

const opensmtpd: Spelling = {
  id: /^[0-9a-f]{16}$/,
  release: (ids) => cut(ids).map((part) => each('smtpctl schedule', part)),
  remove: (ids) => cut(ids).map((part) => each('smtpctl remove', part)),
};

/** qmail has no command for a single message: ALRM to qmail-send tries all of them. */
const qmail: Spelling = { id: /^\d+$/, release: () => [], remove: () => [] };

/** `SERVER\3`, `SERVER\contoso.com`, `SERVER\3\17`. */
const exchangeId = /^[\w.-]+\\[\w .@-]+(?:\\\d+)?$/;
const exchangeQueueSpelling: Spelling = {
  id: exchangeId,
  release: (ids, held) => ids.map((id) => `${held ? 'Resume' : 'Retry'}-Queue -Identity '${id}'`),
  remove: (ids) => ids.map((id) => `Get-Message -Queue '${id}' -ResultSize Unlimited | Remove-Message -WithNDR $false`),
};
const exchangeMessageSpelling: Spelling = {
  id: exchangeId,
  release: (ids, held) =>
    held ? ids.map((id) => `Resume-Message -Identity '${id}'`) : unique(ids.map(queueOf)).map((id) => `Retry-Queue -Identity '${id}'`),
  remove: (ids) => ids.map((id) => `Remove-Message -Identity '${id}' -WithNDR $false`),
};

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

/** The commands for these ids. `held`: an administrator (or Exim itself) stopped them, so that they must be let go first. */
export function listQueueCommands(format: QueueFormat, ids: readonly string[], held: boolean): QueueCommands {
  const spelling = spellings[format];
  const safe = ids.filter((id) => spelling.id.test(id));
  if (safe.length === 0) return { release: [], remove: [] };
  return { release: spelling.release(safe, held), remove: spelling.remove(safe) };
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
