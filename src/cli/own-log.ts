/**
 * The mail log of this machine: the file where the usual mail servers log, else what journald keeps of them.
 */
import { type CommandStream, streamCommand } from '../net/command-stream.js';
import { findPathFacts } from '../net/file-facts.js';
import { CommandError } from '../settings/command-error.js';

/** Where Debian, Red Hat, SUSE, the BSDs and macOS log mail, and Exim by itself. */
const places = [
  '/var/log/mail.log',
  '/var/log/maillog',
  '/var/log/mail',
  '/var/log/exim4/mainlog',
  '/var/log/exim/main.log',
  '/var/log/exim/mainlog',
] as const;

/** Facility 2 is mail (RFC 5424 section 6.2.1): every mail server logs there. */
const journal = ['-o', 'json', '--no-pager', 'SYSLOG_FACILITY=2'] as const;

/** A file, or a command's output; and what to call it. */
export type OwnLog = { readonly name: string; readonly path: string } | { readonly name: string; readonly text: AsyncIterable<string> };

/** Finds it. `follow`: what comes from now on. @throws CommandError where there is none, or none that may be read */
export async function findOwnLog(follow: boolean): Promise<OwnLog> {
  const forbidden: string[] = [];
  for (const path of places) {
    const facts = await findPathFacts(path);
    if (facts.kind !== 'file' || facts.sizeBytes === 0) continue;
    if (facts.readable) return { name: path, path };
    forbidden.push(path);
  }
  const args = follow ? [...journal, '--follow', '--lines=0'] : journal;
  const command = forbidden.length > 0 ? null : await streamCommand('journalctl', args);
  if (command !== null) return { name: `journalctl ${args.join(' ')}`, text: assertJournal(command) };
  throw describeMissing(forbidden);
}

function describeMissing([forbidden]: readonly string[]): CommandError {
  if (forbidden !== undefined)
    return new CommandError(
      'no-input',
      `${forbidden} may not be read by you`,
      'Ask as root (sudo mailwhy log), or name a file: mailwhy log FILE',
    );
  return new CommandError(
    'no-input',
    'no mail log was found on this machine',
    `Name it: mailwhy log FILE. Looked for: ${places.join(', ')}, journalctl.`,
  );
}

/** The output of journalctl. @throws CommandError where it gives nothing and complains */
async function* assertJournal({ text, end }: CommandStream): AsyncGenerator<string> {
  let given = false;
  for await (const chunk of text) {
    given ||= chunk !== '';
    yield chunk;
  }
  const { complaint } = await end;
  if (given) return;
  const why = complaint === '' ? 'it keeps no line of a mail server' : complaint.split('\n')[0];
  throw new CommandError(
    'no-input',
    `no mail log was found on this machine, and journalctl gives none: ${why}`,
    'Ask as root (sudo mailwhy log), or name a file: mailwhy log FILE',
  );
}
