/**
 * Asks DNS questions: each once, with its evidence in the store and its progress told.
 *
 * Drives procedures: `all` side by side, `first` one after another with the next beside a silent one.
 * Bounded in the number of questions of a trace and of those under way; beyond the bound a question is
 * answered by skipped evidence. Always resolves.
 */

import { readAnswer } from '../facts/answer.js';
import { describeAnswer } from '../facts/answer-text.js';
import { isUsable, type Procedure, type Step, type StepEvidence } from '../facts/procedure.js';
import { type DnsQuestion, dnsEvidenceId } from '../model/dns.js';
import type { DnsEvidence } from '../model/evidence.js';
import type { Timer } from '../net/doors.js';
import type { ProbeContext } from '../probe/context.js';
import { elapsedMs } from '../probe/context.js';
import { type DnsLimits, probeDns } from '../probe/dns/probe-dns.js';
import type { AskingContext } from './context.js';
import { runStep, type StepEnd } from './progress-step.js';

export interface Asker {
  /** The evidence for the question; asked again it is the same. */
  ask(question: DnsQuestion): Promise<DnsEvidence>;
  /** Answers the procedure's steps until it ends. What somebody still asks then goes on by itself. */
  drive<Value>(procedure: Procedure<Value>): Promise<Value>;
}

export interface AskerLimits {
  /** Questions of one trace to resolvers: a hundred exchanges at three resolvers, and what else there is. */
  readonly resolverQuestions: number;
  /** Questions of one trace to authorities: hostile delegations end here. */
  readonly authorityQuestions: number;
  /** Questions under way at one time, to each of the two. */
  readonly concurrency: number;
  /** After so long a silence the next server is asked beside it. */
  readonly besideAfterMs: number;
}

const defaultLimits: AskerLimits = { resolverQuestions: 700, authorityQuestions: 400, concurrency: 32, besideAfterMs: 600 };

/**
 * An authority that says nothing to three packets in 5 s is taken for dead here: the report waits for it. Resolvers
 * work for others meanwhile, and are given the probe's own longer time.
 */
const authorityPatience: Partial<DnsLimits> = { firstTimeoutMs: 1_000, attempts: 2 };

export type DnsProbe = (context: ProbeContext, question: DnsQuestion) => Promise<DnsEvidence>;

export interface AskerOptions {
  readonly probe?: DnsProbe;
  readonly limits?: Partial<AskerLimits>;
}

/** An asker for one trace. */
export function createAsker(context: AskingContext, options: AskerOptions = {}): Asker {
  const limits = { ...defaultLimits, ...options.limits };
  const probe = options.probe ?? probePatiently;
  const asked = new Map<string, Promise<DnsEvidence>>();
  const lanes = {
    resolver: createLane(limits.concurrency, limits.resolverQuestions),
    authority: createLane(limits.concurrency, limits.authorityQuestions),
  };
  const ask = (question: DnsQuestion): Promise<DnsEvidence> => {
    const id = dnsEvidenceId(question);
    const known = asked.get(id);
    if (known !== undefined) return known;
    const work = () => askOnce(context, question, probe);
    const pending = lanes[question.server.role].run(work, () => skipQuestion(context, question));
    asked.set(id, pending);
    return pending;
  };
  const isAsked = (question: DnsQuestion) => asked.has(dnsEvidenceId(question));
  const drive = async <Value>(procedure: Procedure<Value>): Promise<Value> => {
    let state = procedure.next();
    while (!state.done) state = procedure.next(await takeStep(state.value));
    return state.value;
  };
  const takeStep = async (step: Step): Promise<StepEvidence> => {
    if (step.mode === 'beside') {
      await Promise.all(step.procedures.map(drive));
      return [];
    }
    if (step.mode === 'all') return Promise.all(step.questions.map(ask));
    return askFirst(step.questions, { ask, isAsked, context, besideAfterMs: limits.besideAfterMs });
  };
  return { ask, drive };
}

function probePatiently(context: ProbeContext, question: DnsQuestion): Promise<DnsEvidence> {
  return probeDns(context, question, question.server.role === 'authority' ? authorityPatience : {});
}

interface Lane {
  /** Runs the work when there is room; where the lane has had all that it may, the other. */
  run(work: () => Promise<DnsEvidence>, refuse: () => DnsEvidence): Promise<DnsEvidence>;
}

function createLane(concurrency: number, total: number): Lane {
  const waiting: (() => void)[] = [];
  let running = 0;
  let taken = 0;
  return {
    async run(work, refuse) {
      taken += 1;
      if (taken > total) return refuse();
      if (running >= concurrency) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}

async function askOnce(context: AskingContext, question: DnsQuestion, probe: DnsProbe): Promise<DnsEvidence> {
  const { type, name, server } = question;
  const at = server.name === null ? server.address : `${server.name} (${server.address})`;
  const title = `${type} of ${name} at ${at}${question.checkingDisabled ? ', unchecked' : ''}`;
  const evidence = await runStep(
    context,
    { id: dnsEvidenceId(question), title, parent: null },
    { work: () => probe(context, question), describe: describeEnd },
  );
  context.store.add(evidence);
  return evidence;
}

/** More records than these are counted, not told. */
const mostTold = 4;

function describeEnd(evidence: DnsEvidence): StepEnd {
  const answer = readAnswer(evidence);
  if (answer.kind === 'skipped') return { state: 'skipped', detail: 'not asked' };
  const { type } = evidence.question;
  const detail = answer.records.length > mostTold ? `${answer.records.length} records` : describeAnswer(answer, type);
  const quiet = answer.kind === 'records' || answer.kind === 'referral' || answer.kind === 'no-data' || answer.kind === 'alias-only';
  return { state: quiet ? 'ok' : answer.rcode === null ? 'failed' : 'warning', detail };
}

function skipQuestion(context: AskingContext, question: DnsQuestion): DnsEvidence {
  const evidence: DnsEvidence = {
    id: dnsEvidenceId(question),
    kind: 'dns',
    origin: 'live',
    startedMs: elapsedMs(context),
    durationMs: 0,
    question,
    attempts: [],
    outcome: { state: 'skipped', reason: 'polite' },
  };
  context.store.add(evidence);
  return evidence;
}

interface FirstContext {
  readonly ask: Asker['ask'];
  readonly isAsked: (question: DnsQuestion) => boolean;
  readonly context: AskingContext;
  readonly besideAfterMs: number;
}

/** Resolves with the first usable answer, or when all have ended. Questions that are under way already count as begun. */
function askFirst(questions: readonly DnsQuestion[], first: FirstContext): Promise<StepEvidence> {
  if (questions.length === 0) return Promise.resolve([]);
  return new Promise((resolve) => runRace(questions, first, resolve));
}

function runRace(
  questions: readonly DnsQuestion[],
  { ask, isAsked, context, besideAfterMs }: FirstContext,
  settle: (evidence: StepEvidence) => void,
) {
  const evidence: (DnsEvidence | null)[] = questions.map(() => null);
  const runners = questions.map((question, at) => ({ question, at }));
  const underWay = runners.filter(({ question }) => isAsked(question));
  const open = runners.filter((runner) => !underWay.includes(runner));
  let settled = false;
  let timer: Timer | null = null;
  const begin = async ({ question, at }: (typeof runners)[number]) => {
    const heard = await ask(question);
    if (settled) return;
    evidence[at] = heard;
    settled = isUsable(heard) || !evidence.includes(null);
    if (!settled) return beginNext();
    timer?.cancel();
    settle([...evidence]);
  };
  const beginNext = () => {
    timer?.cancel();
    timer = open.length > 0 ? context.doors.clock.after(besideAfterMs, beginNext) : null;
    const next = open.shift();
    if (next !== undefined) void begin(next);
  };
  for (const runner of underWay) void begin(runner);
  if (underWay.length === 0) beginNext();
  else timer = context.doors.clock.after(besideAfterMs, beginNext);
}
