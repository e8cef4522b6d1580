import { describe, expect, it } from 'vitest';
import { type NamedWorld, worlds } from '../../src/lab/worlds/index.js';
import type { Report } from '../../src/model/report.js';
import { traceWorld } from './trace-world.js';

/** What the world says of the report, in the shape of its expectation. */
function concludeReport({ verdict, findings, endsAt }: Report, { expect: expected }: NamedWorld) {
  return {
    outcome: verdict.outcome,
    cause: verdict.cause,
    codes: [...new Set(findings.map(({ code }) => code))].sort(),
    ...(expected.responsible === undefined ? {} : { responsible: verdict.responsible }),
    ...(expected.endsAt === undefined ? {} : { endsAt }),
  };
}

describe('the worlds of the lab', () => {
  it('have names of their own', () => {
    const names = worlds.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
  });

  it.concurrent.each(worlds.map((world) => [world.name, world.title, world] as const))(
    '%s: %s',
    async (_name, _title, world) => {
      const { report, journal } = await traceWorld(world);
      expect(concludeReport(report, world)).toEqual({ ...world.expect, codes: [...world.expect.codes].sort() });
      expect(journal.messages()).toEqual([]);
      expect(journal.sessionsWithoutQuit()).toEqual([]);
    },
    60_000,
  );
});
