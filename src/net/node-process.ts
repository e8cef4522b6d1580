/**
 * Commands of the machine: started without a shell, in the C locale, bounded in output and time.
 */
import type { ChildProcess } from 'node:child_process';
import type { Clock, ProcessResult } from './doors.js';
import { errnoOf } from './errno.js';

const outputLimit = 65_536;

const failureOfErrno: Readonly<Record<string, 'not-found' | 'not-permitted'>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
};

/** Runs the command to its end, or kills it at the limit or when the signal is raised. Always resolves. */
export async function runNodeProcess(
  clock: Clock,
  command: string,
  args: readonly string[],
  limits: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<ProcessResult> {
  const { spawn } = await import('node:child_process');
  const env = { ...process.env, LC_ALL: 'C', LANG: 'C' };
  const child = spawn(command, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  const stdout = collectOutput(child.stdout);
  const stderr = collectOutput(child.stderr);
  // A wrapper's own children live on and hold the pipes: nobody waits for them.
  const kill = () => {
    child.kill('SIGKILL');
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const timer = clock.after(limits.timeoutMs, kill);
  limits.signal.addEventListener('abort', kill);
  if (limits.signal.aborted) kill();
  const end = await awaitEnd(child);
  timer.cancel();
  limits.signal.removeEventListener('abort', kill);
  return { ...end, stdout: stdout(), stderr: stderr() };
}

/** Keeps the beginning and lets the rest flow by, so that the command does not block. */
function collectOutput(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  let length = 0;
  stream.on('data', (chunk: Buffer) => {
    const kept = chunk.subarray(0, outputLimit - length);
    length += kept.length;
    if (kept.length > 0) chunks.push(kept);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function awaitEnd(child: ChildProcess): Promise<Pick<ProcessResult, 'exitCode' | 'failure'>> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ exitCode: null, failure: failureOfErrno[errnoOf(error) ?? ''] ?? 'not-permitted' }));
    child.on('close', (exitCode) => resolve({ exitCode, failure: null }));
  });
}
