/**
 * Runs the built command on a machine of the bed, and says in a few words what it found.
 */
import { fileURLToPath } from 'node:url';
import type { Report } from '../../../src/model/report.js';
import type { Host } from './host.js';
import { defaultSender } from './world.js';

/** The built command; another build where MAILWHY_COMMAND names one. */
const command = process.env.MAILWHY_COMMAND ?? fileURLToPath(new URL('../../../bin/mailwhy.cjs', import.meta.url));

export interface TraceRun {
  readonly exitStatus: number | null;
  readonly report: Report;
  readonly stderr: string;
}

export interface TraceSettings {
  /** MAIL FROM; null: none is given. */
  readonly from?: string | null;
  readonly options?: readonly string[];
}

/** What a trace came to: the verdict and everything that is wrong, nothing of the times. */
export interface Gist {
  readonly outcome: string;
  readonly cause: string | null;
  readonly responsible: string;
  readonly exitStatus: number | null;
  /** `error recipient.unknown`, sorted: every finding of severity error or warning, told once; those that another finding explains say so. */
  readonly troubles: readonly string[];
}

/** Traces an address from the machine as an administrator would, with the bed's root in place of the real one. Throws where no report comes. */
export async function traceAddress(probe: Host, address: string, settings: TraceSettings = {}): Promise<TraceRun> {
  const { from = defaultSender, options = [] } = settings;
  const identity = ['--helo', await hostName(probe), ...(from === null ? [] : ['--from', from])];
  const args = ['trace', address, '--json', '--root-hints', '/etc/mailwhy-bed/root.hints', ...identity, ...options];
  const result = await runMailwhy(probe, args);
  return { exitStatus: result.exitCode, report: parseReport(result.stdout, result.stderr), stderr: result.stderr };
}

/** Runs the command with any arguments. No configuration of the real machine is seen. */
export function runMailwhy(probe: Host, args: readonly string[]) {
  const environment = ['PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'HOME=/run/home', 'NODE_EXTRA_CA_CERTS=/etc/mailwhy-bed/authority.pem'];
  return probe.run(`cd /run && mkdir -p home && exec env -i ${[...environment, process.execPath, command, ...args].map(quote).join(' ')}`);
}

/** The trace in a few words, for a closed-world comparison. */
export function summarise(run: TraceRun): Gist {
  const { verdict, findings } = run.report;
  const troubles = findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ severity, code, explainedBy }) => `${severity} ${code}${explainedBy.length > 0 ? ', explained' : ''}`);
  return {
    outcome: verdict.outcome,
    cause: verdict.cause,
    responsible: verdict.responsible,
    exitStatus: run.exitStatus,
    troubles: [...new Set(troubles)].sort(),
  };
}

async function hostName(probe: Host): Promise<string> {
  return (await probe.run('cat /proc/sys/kernel/hostname')).stdout.trim();
}

function parseReport(stdout: string, stderr: string): Report {
  try {
    return JSON.parse(stdout) as Report;
  } catch (fault) {
    throw new Error(`no report: ${String(fault)}\nstdout: ${stdout.slice(0, 2000)}\nstderr: ${stderr.slice(0, 4000)}`);
  }
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
