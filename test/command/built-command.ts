/**
 * The command as it is built, run as a child process; never beyond the loopback interface.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rolldown = path.join(root, 'node_modules', 'rolldown', 'bin', 'cli.mjs');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Called as soon as it runs. */
  readonly meanwhile?: (child: ChildProcess) => void;
}

export interface BuiltCommand {
  readonly folder: string;
  run(args: readonly string[], options?: RunOptions): Promise<Run>;
  remove(): Promise<void>;
}

/** Bundles the command into a folder of its own. */
export async function buildCommand(): Promise<BuiltCommand> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-command-'));
  await promisify(execFile)(process.execPath, [rolldown, '--config', 'rolldown.config.mjs', '--dir', folder, '--logLevel', 'silent'], {
    cwd: root,
  });
  return {
    folder,
    run: (args, options = {}) => runCommand(path.join(folder, 'mailwhy.cjs'), args, options),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** The environment of a user without any configuration. */
const bareEnvironment = { PATH: process.env.PATH ?? '', HOME: '/nonexistent', LANG: 'C.UTF-8' };

async function runCommand(entry: string, args: readonly string[], { input = '', environment = {}, meanwhile }: RunOptions): Promise<Run> {
  const child = spawn(process.execPath, [entry, ...args], { env: { ...bareEnvironment, ...environment } });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  meanwhile?.(child);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, ...texts };
}
