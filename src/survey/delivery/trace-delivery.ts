/**
 * The trace: what would happen to a message for this address, from here, now.
 *
 * Looks up, walks the route as a conforming sender does, looks beside, asks controls where nothing answers on
 * port 25. It gathers and never judges; it always resolves to a case file, cut short by the deadline or the
 * caller's signal with what was found so far. It sends no message unless it is given one.
 */
import { hostResults } from '../../facts/host-results.js';
import { mailRoute } from '../../facts/mail-route.js';
import type { CaseFile, TraceIdentity } from '../../model/case-file.js';
import type { ProgressListener } from '../../model/progress.js';
import type { Target, TraceOptions } from '../../model/trace-options.js';
import { type ControlLog, createMemoryControlLog } from '../../net/control-log.js';
import type { Doors } from '../../net/doors.js';
import { createEndController } from '../../net/end-signal.js';
import { elapsedMs } from '../../probe/context.js';
import { createAsker } from '../ask.js';
import type { SurveyContext } from '../context.js';
import { createEvidenceStore } from '../evidence-store.js';
import { checkEgress } from './check-egress.js';
import { createDeliverySession, type DeliverySession } from './delivery-session.js';
import { findIdentity } from './identity.js';
import { lookBeside } from './look-beside.js';
import { lookUpTarget } from './look-up-target.js';
import { lookUpIdentity, lookUpSources } from './sender-standing.js';
import { observeSurroundings } from './surroundings.js';
import { skipPlace } from './usable-place.js';
import { visitAll, walkRoute } from './walk-route.js';

export interface TraceRequest {
  readonly target: Target;
  readonly options: TraceOptions;
  readonly doors: Doors;
  /** Ends the trace with what was found so far; the reason `interrupted` is reported as such. */
  readonly signal?: AbortSignal;
  readonly progress?: ProgressListener;
  /** The message that `--send` really delivers, once. */
  readonly message?: Uint8Array | null;
  /** Remembers when the built-in controls were asked; without it, only this process does. */
  readonly controlLog?: ControlLog;
}

const processControlLog = createMemoryControlLog();

/** Traces the target. Always resolves. */
export async function traceDelivery(request: TraceRequest): Promise<CaseFile> {
  const trace = beginTrace(request);
  if (request.target.kind !== 'malformed') await gather(trace, request.target, request);
  return trace.end();
}

interface Trace {
  readonly context: SurveyContext;
  setIdentity(identity: TraceIdentity): void;
  end(): CaseFile;
}

function beginTrace({ target, options, doors, signal, progress }: TraceRequest): Trace {
  const originMs = doors.clock.now();
  const startedAt = new Date(doors.clock.wallNow()).toISOString();
  const ending = createEndController();
  const deadline = doors.clock.after(options.deadlineMs, () => ending.abort('deadline'));
  const interrupt = () => ending.abort('interrupted');
  if (signal?.aborted) interrupt();
  signal?.addEventListener('abort', interrupt, { once: true });
  let identity: TraceIdentity | null = null;
  const frame = () => ({ kind: 'trace' as const, target, options, startedAt, durationMs: 0, complete: !ending.signal.aborted, identity });
  const store = createEvidenceStore(frame);
  const context: SurveyContext = {
    doors,
    originMs,
    signal: ending.signal,
    source: options.source,
    received: { octets: 0, dnsOctets: 0 },
    options,
    store,
    progress: progress ?? (() => undefined),
  };
  return {
    context,
    setIdentity(found) {
      identity = found;
    },
    end() {
      deadline.cancel();
      signal?.removeEventListener('abort', interrupt);
      if (ending.signal.aborted) recordEnd(context);
      const file = { ...frame(), durationMs: elapsedMs(context), evidence: store.list() };
      // What was overtaken and is still under way is of no use to anybody.
      ending.abort('not-needed');
      return file;
    },
  };
}

/** What the end of the time left undone stands in the evidence as skipped. */
function recordEnd(context: SurveyContext): void {
  const reason = context.signal.reason === 'interrupted' ? 'interrupted' : 'deadline';
  for (const host of context.store.view().read(hostResults)) {
    if (host.onRoute && host.connect === null && context.options.probe) skipPlace(context, host, reason);
  }
  const limitMs = reason === 'deadline' ? context.options.deadlineMs : null;
  context.store.add({ id: 'end', kind: 'end', origin: 'live', startedMs: elapsedMs(context), durationMs: 0, reason, limitMs });
}

type TracedTarget = Exclude<Target, { kind: 'malformed' }>;

async function gather(trace: Trace, target: TracedTarget, { message, controlLog }: TraceRequest): Promise<void> {
  const { context } = trace;
  const surroundings = await observeSurroundings(context);
  const asker = createAsker(context);
  const lookUp = lookUpTarget(context, asker, { target, surroundings });
  if (!context.options.probe) return lookUp.done;
  const targetDomain = target.domain.kind === 'name' ? target.domain.name : null;
  const identity = findIdentity(context, asker, { surroundings, targetDomain });
  const session = createDeliverySession(context, { target, identity, message: message ?? null });
  const ownStanding = lookUpSources(context, { asker, surroundings });
  const standing = identity.then((found) => {
    trace.setIdentity(found);
    return lookUpIdentity({ asker, surroundings }, found);
  });
  await lookUp.resolved;
  if (context.store.view().read(mailRoute).state === 'lookup-failed') await lookUp.walked;
  await Promise.all([converse(session), lookUp.done.then(() => visitNewHosts(session)), standing, ownStanding]);
  const control = controlLog ?? processControlLog;
  await Promise.all([checkEgress(session, { asker, surroundings, controlLog: control }), lookUpSources(context, { asker, surroundings })]);
}

/** Goes the sender's way, then looks beside it; with `--all` asks everybody. */
async function converse(session: DeliverySession): Promise<void> {
  const { context } = session;
  const places = context.store
    .view()
    .read(hostResults)
    .filter((host) => host.onRoute);
  if (context.options.all) return visitAll(session, places);
  await walkRoute(session, places);
  await lookBeside(session);
}

/** Where the authority now says otherwise than the resolver, its hosts are asked too. */
async function visitNewHosts(session: DeliverySession): Promise<void> {
  const places = session.context.store
    .view()
    .read(hostResults)
    .filter((host) => !host.onRoute && host.connect === null);
  await walkRoute(session, places);
}
