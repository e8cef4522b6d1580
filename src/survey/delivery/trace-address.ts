/**
 * A trace by address, from this machine, for users of the library: checks the address, opens the real doors.
 */
import type { CaseFile } from '../../model/case-file.js';
import { defaultTraceOptions, type TraceOptions } from '../../model/trace-options.js';
import { createNodeDoors } from '../../net/node-doors.js';
import { asciiOnly, needsIdna, parseTarget } from '../../parse/mailbox.js';
import { type TraceRequest, traceDelivery } from './trace-delivery.js';

/** What a trace may be given besides: a signal that ends it with what was found, a listener, a message to deliver. */
export type TraceWatching = Pick<TraceRequest, 'signal' | 'progress' | 'message'>;

/**
 * Traces an address or a bare domain. Always resolves; a malformed address is a finding like any other.
 *
 * @example
 * ```ts
 * import { judge, trace } from 'mailwhy';
 *
 * const report = judge(await trace('bob@example.com', { from: 'postmaster@your.example' }));
 * console.log(report.verdict.outcome, report.verdict.cause, report.verdict.responsible);
 * ```
 */
export async function traceAddress(address: string, options: Partial<TraceOptions> = {}, watching: TraceWatching = {}): Promise<CaseFile> {
  const checked = { ...defaultTraceOptions, ...options };
  const toAscii = needsIdna(address) ? (await import('../../parse/idna.js')).toAscii : asciiOnly;
  const target = parseTarget(address, { toAscii, postmaster: checked.postmaster });
  return await traceDelivery({ target, options: checked, doors: createNodeDoors(), ...watching });
}
