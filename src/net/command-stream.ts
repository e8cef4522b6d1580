/**
 * A command's output as it comes: started without a shell, in the C locale, ended with the reader.
 */
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';

/** How a command ended. */
export interface CommandEnd {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  /** What it complained of, cut. */
  readonly complaint: string;
}

export interface CommandStream {
  readonly text: AsyncIterable<string>;
  /** Settles when the text has ended. */
  readonly end: Promise<CommandEnd>;
}

const mostComplaint = 4096;

/** Starts a command; null where there is none of that name, or it may not be started. */
export async function streamCommand(command: string, args: readonly string[]): Promise<CommandStream | null> {
  const { spawn } = await import('node:child_process');
  const child = spawn(command, [...args], { env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  const end = awaitEnd(child);
  const started = await new Promise<boolean>((resolve) => {
    child.on('spawn', () => resolve(true));
    child.on('error', () => resolve(false));
  });
  return started ? { text: readText(child), end } : null;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

async function* readText(child: Child): AsyncGenerator<string> {
  child.stdout.setEncoding('utf8');
  try {
    for await (const chunk of child.stdout) yield String(chunk);
  } finally {
    child.kill();
  }
}

function awaitEnd(child: Child): Promise<CommandEnd> {
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, mostComplaint);
  });
  return new Promise((resolve) => child.on('close', (exitCode) => resolve({ exitCode, complaint: complaint.trim() })));
}
