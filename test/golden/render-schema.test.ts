/**
 * Every report fits `docs/report.schema.json`, and has no field that it does not describe.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/render/render-json.js';
import { namedReports } from '../../src/render/testing/named-reports.js';
import { checkSchema, toList, toObject } from './render-check-schema.js';
import { schema } from './render-read-schema.js';

const reportsFolder = new URL('./reports/', import.meta.url);

function listGoldenReports(): readonly string[] {
  return readdirSync(reportsFolder).filter((name) => name.endsWith('.json'));
}

describe('every report fits the schema', () => {
  it.each(namedReports)('%s', (_, report) => {
    expect(checkSchema(schema, JSON.parse(renderJson(report)))).toEqual([]);
  });

  it.each(listGoldenReports())('%s', (name) => {
    expect(checkSchema(schema, JSON.parse(readFileSync(new URL(name, reportsFolder), 'utf8')))).toEqual([]);
  });
});

describe('a report that does not fit is told from one that does', () => {
  const [[, sound] = ['', null]] = namedReports;
  const report = toObject(JSON.parse(JSON.stringify(sound)));
  const verdict = toObject(report.verdict ?? null);
  const evidence = toList(report.evidence ?? null).map(toObject);

  it.each([
    ['a field is missing', { ...report, endsAt: undefined }, '$ has no endsAt'],
    ['a field is not described', { ...report, more: 1 }, '$.more is not described'],
    ['another schema', { ...report, schema: 'mailwhy/2' }, '$.schema is not "mailwhy/1"'],
    [
      'a word outside a closed list',
      { ...report, verdict: { ...verdict, outcome: 'lost' } },
      '$.verdict.outcome is none of the words: "lost"',
    ],
    ['a number where a text belongs', { ...report, version: 1 }, '$.version is no string'],
    ['a time that is none', { ...report, startedAt: 'yesterday' }, '$.startedAt is no time'],
  ])('%s', (_, broken, fault) => {
    expect(checkSchema(schema, JSON.parse(JSON.stringify(broken)))).toEqual([fault]);
  });

  it('evidence of a known kind without its own fields', () => {
    const [first = {}, ...rest] = evidence;
    const { outcome: _, ...bare } = first;
    expect(checkSchema(schema, { ...report, evidence: [bare, ...rest] })).toEqual(['$.evidence[0] has no outcome']);
  });

  it('a code of a later version is no fault', () => {
    expect(checkSchema(schema, { ...report, verdict: { ...verdict, cause: 'server.asleep' } })).toEqual([]);
  });
});
