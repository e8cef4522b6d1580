/**
 * One echo request by the system's own `ping`, which may what this program may not.
 *
 * Where there is no such command that is the observation, not a fault.
 */
import type { PingEvidence } from '../../model/evidence.js';
import type { IpAddress } from '../../model/ip-address.js';
import type { ProcessResult } from '../../net/doors.js';
import { isPingUsage, type PingReading, parsePing } from '../../parse/ping.js';
import { durationSince, elapsedMs, type ProbeContext } from '../context.js';
import { skipReasonOf } from '../skip-reason.js';
import { pingCommands } from './ping-command.js';

/** Starting a process on a busy machine takes its time; the wait for the answer is ping's own. */
const processGraceMs = 1_000;

/** Pings the address once. Always resolves; `timeoutMs` is the wait for the answer. Id `ping/192.0.2.25`. */
export async function probePing(
  context: ProbeContext,
  address: IpAddress,
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<PingEvidence> {
  const startedMs = elapsedMs(context);
  const reading = await runPing(context, address, timeoutMs);
  const outcome =
    context.signal.aborted && reading.state !== 'answered'
      ? ({ state: 'skipped', reason: skipReasonOf(context.signal) } as const)
      : reading;
  return {
    id: `ping/${address}`,
    kind: 'ping',
    origin: 'live',
    startedMs,
    durationMs: durationSince(context, startedMs),
    address,
    outcome,
  };
}

async function runPing(context: ProbeContext, address: IpAddress, timeoutMs: number): Promise<PingReading> {
  const { platform } = await context.doors.readHost();
  let reading: PingReading = { state: 'failed', failure: 'no-command', detail: null };
  for (const { command, args } of pingCommands(platform, { address, source: context.source, timeoutMs })) {
    if (context.signal.aborted) return reading;
    const result = await context.doors.runProcess(command, args, { timeoutMs: timeoutMs + processGraceMs, signal: context.signal });
    if (result.failure === 'not-found') continue;
    reading = readResult(result);
    if (!isPingUsage(result.stdout + result.stderr)) return reading;
  }
  return reading;
}

function readResult(result: ProcessResult): PingReading {
  if (result.failure === 'not-permitted') return { state: 'failed', failure: 'not-permitted', detail: null };
  const reading = parsePing(`${result.stdout}\n${result.stderr}`);
  const killed = result.exitCode === null && reading.state === 'failed' && reading.failure === 'unreadable';
  return killed ? { state: 'failed', failure: 'silent', detail: null } : reading;
}
