/**
 * A machine of the test bed: its own network, mount, host name and process namespaces, with the
 * unpacked servers laid over the real machine's file system.
 *
 * The first process of the namespaces reads from a pipe that this process holds. When this process
 * ends, however it ends, the pipe closes, that process ends, and the kernel removes everything in it:
 * daemons, mounts, interfaces. So nothing is left behind, and no clean-up can be missed.
 *
 * What the machine writes to /etc, /var, /run goes to memory. Files are reached from outside through
 * /proc/PID/root. Limits: /usr is read-only; /tmp, /home and /root are the real ones.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunResult, runProcess, waitUntil } from './process.js';

/** Which mail server's files the machine has, beside those that every machine has. */
export type Software = 'postfix' | 'exim' | 'opensmtpd' | 'sendmail';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const unpacked = process.env.MAILWHY_REAL_SERVERS ?? `${repository}.cache/real-servers`;
const roots = `${unpacked}/roots`;

/** Whether scripts/install-real-servers.sh has done its work. */
export function serversUnpacked(): boolean {
  return existsSync(`${unpacked}/complete`);
}

export interface Host {
  readonly name: string;
  /** Of the first process of its namespaces, as seen from outside. */
  readonly pid: number;
  /** Runs a line of shell there, to its end. Always resolves. */
  run(command: string, input?: string): Promise<RunResult>;
  /** Starts a program that stays in the foreground; its output goes to `/var/log/NAME.out` there. */
  start(name: string, command: string): Daemon;
  write(path: string, text: string): void;
  /** The file's text, empty where there is none. */
  read(path: string): string;
  remove(path: string): void;
}

/** A machine and the power to end it. */
export interface OwnHost extends Host {
  stop(): Promise<void>;
}

export interface Daemon {
  readonly name: string;
  /** Null while it runs. */
  exitCode(): number | null;
  stop(): Promise<void>;
}

/** Makes a machine; it has no network until it is attached to one. Rejects where the machine cannot be made. */
export async function createHost(name: string, software: Software | null): Promise<OwnHost> {
  const holder = spawn(
    'unshare',
    ['--net', '--mount', '--uts', '--pid', '--fork', '--kill-child', '--propagation', 'private', 'sh', '-c', layoutScript(name, software)],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  holders.add(holder);
  const pid = await awaitReady(holder, name);
  return { ...openHost(name, pid), stop: () => endHolder(holder) };
}

/** A machine that somebody else made and keeps, by the process id told by them. */
export function openHost(name: string, pid: number): Host {
  const enter = ['--target', String(pid), '--net', '--mount', '--uts', '--pid', 'sh', '-c'];
  const inside = (path: string) => `/proc/${pid}/root${path}`;
  return {
    name,
    pid,
    run: (command, input) => runProcess('nsenter', [...enter, command], input),
    start: (daemon, command) => startDaemon(daemon, [...enter, `exec ${command} </dev/null >>/var/log/${daemon}.out 2>&1`]),
    write(path, text) {
      mkdirSync(dirname(inside(path)), { recursive: true });
      writeFileSync(inside(path), text);
    },
    read: (path) => (existsSync(inside(path)) ? readFileSync(inside(path), 'utf8') : ''),
    remove: (path) => rmSync(inside(path), { recursive: true, force: true }),
  };
}

/** Mounts the layers, names the machine, says `ready`, and waits for the end of its input. */
function layoutScript(name: string, software: Software | null): string {
  const layers = [...(software === null ? [] : [`${roots}/${software}`]), `${roots}/base`];
  const lower = (folder: string) => [...layers.map((root) => `${root}/${folder}`), `/${folder}`].join(':');
  const overlay = (folder: string) =>
    `mkdir -p /run/layers/${folder}/upper /run/layers/${folder}/work; mount -t overlay overlay -o lowerdir=${lower(folder)},upperdir=/run/layers/${folder}/upper,workdir=/run/layers/${folder}/work /${folder}`;
  return [
    'set -e',
    'mount -t proc proc /proc',
    'mount -t tmpfs -o mode=755 tmpfs /run',
    `mount -t overlay overlay -o lowerdir=${lower('usr')} /usr`,
    overlay('etc'),
    overlay('var'),
    'if [ -e /dev/log ]; then mount --bind /dev/null /dev/log; fi',
    `echo ${name} >/proc/sys/kernel/hostname`,
    'ip link set lo up',
    'mkdir -p /var/log /run/lock',
    'echo ready',
    'exec cat >/dev/null',
  ].join('\n');
}

async function awaitReady(holder: ChildProcess, name: string): Promise<number> {
  let output = '';
  holder.stdout?.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  holder.stderr?.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  await waitUntil(`machine ${name}`, () => output.includes('ready\n') || holder.exitCode !== null, 10_000);
  const parent = holder.pid;
  if (holder.exitCode !== null || parent === undefined) throw new Error(`machine ${name} could not be made: ${output}`);
  return Number(readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim());
}

const holders = new Set<ChildProcess>();

/** Ends every machine that this process has made. */
export async function stopAllHosts(): Promise<void> {
  await Promise.all([...holders].map(endHolder));
}

async function endHolder(holder: ChildProcess): Promise<void> {
  holder.stdin?.end();
  await waitUntil('the end of a machine', () => holder.exitCode !== null || holder.signalCode !== null, 10_000);
}

function startDaemon(name: string, args: readonly string[]): Daemon {
  const child = spawn('nsenter', args, { stdio: 'ignore' });
  return {
    name,
    exitCode: () => child.exitCode,
    async stop() {
      child.kill('SIGTERM');
      await waitUntil(`the end of ${name}`, () => child.exitCode !== null || child.signalCode !== null, 10_000);
    },
  };
}
