/**
 * Child processes of the test bed: run to the end, and waiting for something to come about.
 */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RunResult {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command without a shell. Rejects only where it cannot be started. */
export function runProcess(command: string, args: readonly string[], input = ''): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes));
    child.on('error', reject);
    // A command that does not read its input is no fault.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('close', (exitCode) =>
      resolve({ exitCode, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}

/** The output of a command that must succeed; throws with what it said where it does not. */
export function assertSucceeded(what: string, result: RunResult): string {
  if (result.exitCode !== 0) throw new Error(`${what} ended with ${result.exitCode}: ${result.stderr}${result.stdout}`);
  return result.stdout;
}

/** Polls until the condition holds. Throws after `timeoutMs`, naming what was awaited. */
export async function waitUntil(what: string, holds: () => boolean | Promise<boolean>, timeoutMs: number): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what}: not there after ${timeoutMs} ms`);
    await sleep(40);
  }
}
