import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTraceOptions } from '../model/trace-options.js';
import { reopenReport } from './reopen-report.js';

const target = { kind: 'malformed', input: 'bob', fault: { reason: 'no @', at: 3, suggestion: null } };
const end = { id: 'end', kind: 'end', origin: 'live', startedMs: 1, durationMs: 0, reason: 'deadline', limitMs: 120_000 };
const report = {
  schema: 'mailwhy/1',
  kind: 'trace',
  complete: true,
  asked: target,
  options: defaultTraceOptions,
  identity: null,
  startedAt: '2026-11-24T09:42:00.000Z',
  durationMs: 1,
  evidence: [end],
};

/** The report with the value put at a path of keys. */
function change(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(report) as unknown;
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1) ?? ''] = value;
  return copy;
}

describe('a saved report', () => {
  it('is the case again, its evidence sorted, whatever else stands in it', () => {
    const first = { ...end, id: 'a' };
    const reopened = reopenReport({ ...report, evidence: [end, first], verdict: { outcome: 'deliverable' } });
    expect(reopened).toEqual({
      kind: 'trace',
      target,
      options: defaultTraceOptions,
      startedAt: report.startedAt,
      durationMs: 1,
      complete: true,
      identity: null,
      evidence: [first, end],
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['no object', 'text', /no JSON object/],
    ['nothing', null, /no JSON object/],
    ['a list', [report], /no JSON object/],
    ['an object of something else', { name: 'mailwhy' }, /names no schema/],
    ['a schema of a later version', { ...report, schema: 'mailwhy/2' }, /schema mailwhy\/2/],
    ['a schema with control characters', { ...report, schema: '\u001b[31mmailwhy' }, /names no schema/],
    ['a kind that cannot be judged', change(['kind'], 'poem'), /damaged: kind is none of the words/],
    ['a start that is no time', change(['startedAt'], 'yesterday'), /damaged: startedAt/],
    ['a start in a month that does not exist', change(['startedAt'], '2026-13-24T09:42:00Z'), /damaged: startedAt/],
    ['no evidence', change(['evidence'], undefined), /damaged: evidence is no list/],
    ['evidence that is null', change(['evidence', 0], null), /damaged: evidence\[0\] is no object/],
    ['evidence of an unknown kind', change(['evidence', 0, 'kind'], 'toString'), /evidence\[0\]\.kind is none/],
    ['evidence without a time', change(['evidence', 0, 'startedMs'], null), /evidence\[0\]\.startedMs is no finite number/],
    ['an option that is missing', change(['options', 'port'], undefined), /options\.port is no finite number/],
    ['a resolver that is no address', change(['options', 'resolvers'], [{ address: '192.0.2.999', port: 53 }]), /resolvers\[0\]\.address/],
    ['a target without its address', change(['asked'], { kind: 'address', input: 'x' }), /asked\.mailbox/],
    ['two pieces of evidence of one id', change(['evidence'], [end, end]), /two pieces of evidence have the id "end"/],
    ['a text beyond all measure', change(['asked', 'input'], 'a'.repeat(1_000_001)), /asked\.input is longer/],
  ])('that is damaged is told so: %s', (_, json, fault) => {
    const reopened = reopenReport(json);
    expect('fault' in reopened ? reopened.fault : 'no fault').toMatch(fault);
  });

  it('never throws, whatever is put in any place of it', () => {
    const paths = [['asked'], ['options'], ['identity'], ['evidence'], ['evidence', 0], ['evidence', 0, 'reason'], ['startedAt']];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const reopened = reopenReport(change(path, value));
        return 'fault' in reopened ? reopened.fault.length > 0 : reopened.kind === 'trace';
      }),
    );
  });
});
