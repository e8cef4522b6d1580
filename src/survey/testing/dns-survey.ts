/**
 * A survey over made-up DNS for tests: answers in words, each after a time of its own, on a clock that the test turns.
 *
 * Nothing leaves the process; every door but the clock throws.
 */
import { type DnsWords, dnsEvidence } from '../../facts/testing/dns-evidence.js';
import { type DnsWorld, dnsCase } from '../../facts/testing/dns-world.js';
import { dnsEvidenceId } from '../../model/dns.js';
import type { DnsEvidence } from '../../model/evidence.js';
import type { ProgressEvent } from '../../model/progress.js';
import type { Clock, Doors } from '../../net/doors.js';
import { type Asker, type AskerLimits, createAsker } from '../ask.js';
import type { SurveyContext } from '../context.js';
import { createEvidenceStore } from '../evidence-store.js';

export interface TestClock extends Clock {
  /** Lets so much time pass, and everything happen that is due in it. */
  pass(durationMs: number): Promise<void>;
}

export function createTestClock(): TestClock {
  let nowMs = 0;
  const timers = new Set<{ readonly atMs: number; readonly callback: () => void }>();
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => nowMs,
    wallNow: () => Date.parse('2026-01-01T00:00:00Z') + nowMs,
    after(delayMs, callback) {
      const timer = { atMs: nowMs + delayMs, callback };
      timers.add(timer);
      return { cancel: () => timers.delete(timer) };
    },
    async pass(durationMs) {
      const endMs = nowMs + durationMs;
      await settle();
      for (;;) {
        const due = [...timers].filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (due === undefined) break;
        timers.delete(due);
        nowMs = due.atMs;
        due.callback();
        await settle();
      }
      nowMs = endMs;
    },
  };
}

export interface DnsSurvey {
  readonly context: SurveyContext;
  readonly asker: Asker;
  readonly clock: TestClock;
  /** The ids of the questions that were really asked, with the time: `0 dns/mx/example.com/10.0.0.53`. */
  readonly asked: string[];
  readonly events: ProgressEvent[];
}

export interface SurveyWords {
  readonly world: DnsWorld;
  /** By a part of the id: the answer comes after so many milliseconds in place of 10. */
  readonly delays?: Readonly<Record<string, number>>;
  readonly limits?: Partial<AskerLimits>;
}

/** What the world says is what the probes see; questions that it does not know are silent for 5 s. */
export function createDnsSurvey({ world, delays = {}, limits = {} }: SurveyWords): DnsSurvey {
  const clock = createTestClock();
  const file = dnsCase(world);
  const frame = ({ evidence: _, ...rest }: typeof file) => rest;
  const store = createEvidenceStore(() => frame(file));
  for (const evidence of file.evidence) if (evidence.kind !== 'dns') store.add(evidence);
  const asked: string[] = [];
  const events: ProgressEvent[] = [];
  const doors = closedDoors(clock);
  const progress = (event: ProgressEvent) => void events.push(event);
  const context: SurveyContext = {
    doors,
    originMs: 0,
    signal: new AbortController().signal,
    source: null,
    options: file.options,
    store,
    progress,
  };
  const probe = (_context: unknown, question: DnsEvidence['question']) => {
    const id = dnsEvidenceId(question);
    const startedMs = clock.now();
    asked.push(`${startedMs} ${id}`);
    const known = file.evidence.find((evidence) => evidence.id === id);
    const delayMs = Object.entries(delays).find(([part]) => id.includes(part))?.[1] ?? (known === undefined ? 5_000 : 10);
    return new Promise<DnsEvidence>((resolve) =>
      clock.after(delayMs, () =>
        resolve(known?.kind === 'dns' ? { ...known, question, startedMs, durationMs: delayMs } : silence(question, startedMs)),
      ),
    );
  };
  return { context, asker: createAsker(context, { probe, limits }), clock, asked, events };
}

function closedDoors(clock: Clock): Doors {
  const refuse = () => {
    throw new Error('this door is closed in the test');
  };
  return {
    clock,
    openUdp: refuse,
    connectTcp: refuse,
    upgradeTls: refuse,
    runProcess: refuse,
    randomInteger: refuse,
    readHost: refuse,
    findSource: refuse,
  };
}

function silence(question: DnsEvidence['question'], startedMs: number): DnsEvidence {
  const words: DnsWords = { ask: 'example.com MX', at: '192.0.2.1', failure: 'timeout', startedMs, durationMs: 5_000 };
  return { ...dnsEvidence(words), id: dnsEvidenceId(question), question };
}
