/**
 * What a command of this machine prints: started without a shell, in the C locale.
 */

export interface CommandText {
  readonly text: string;
  /** What it complained of, cut. */
  readonly complaint: string;
  /** Null where a signal ended it, or it printed too much. */
  readonly exitCode: number | null;
}

/** Where mail servers keep their commands, beside the user's own path. */
const furtherFolders = '/usr/sbin:/sbin:/usr/local/sbin:/var/qmail/bin:/usr/libexec/sendmail';
const mostBytes = 1 << 28;
const mostComplaint = 4096;

/** A command's whole output; null where there is no such command. At most 256 MB are kept. */
export async function runForText(command: string, args: readonly string[]): Promise<CommandText | null> {
  const { execFile } = await import('node:child_process');
  const env = { ...process.env, LC_ALL: 'C', LANG: 'C', PATH: `${process.env.PATH ?? ''}:${furtherFolders}` };
  return await new Promise((resolve) => {
    execFile(command, [...args], { env, maxBuffer: mostBytes, encoding: 'utf8' }, (error, stdout, stderr) => {
      if (error !== null && error.code === 'ENOENT') return resolve(null);
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ text: stdout, complaint: stderr.slice(0, mostComplaint), exitCode });
    });
  });
}
