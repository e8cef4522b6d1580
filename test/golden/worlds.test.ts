/** Every world gets its verdict; its report is what the file beside says (`npx vitest run test/golden -u` writes it anew). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CourseReason, senderCourse } from '../../src/facts/sender-course.js';
import { judgeCase } from '../../src/judge/judge-case.js';
import { reopenReport } from '../../src/judge/reopen-report.js';
import { conformingSender, type WalkEvent } from '../../src/knowledge/senders.js';
import { createFactView } from '../../src/model/fact.js';
import { worlds } from './worlds.js';

const reportsFolder = new URL('./reports/', import.meta.url);

function fileName(world: string): string {
  return `${world.replaceAll(/[^a-z0-9]+/gi, '-')}.json`;
}

function print(report: unknown): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

describe.each(worlds)('$name', ({ name, file, outcome, cause }) => {
  it('gets its verdict, from a finding that nothing explains', () => {
    const { verdict, findings } = judgeCase(file);
    expect({ outcome: verdict.outcome, cause: verdict.cause }).toEqual({ outcome, cause });
    const finding = findings.find(({ id }) => id === verdict.finding);
    expect(finding === undefined).toBe(outcome === 'deliverable');
    expect(finding?.explainedBy ?? []).toEqual([]);
  });

  it('gives the same report, byte for byte', async () => {
    expect(judgeCase(file).verdict).toMatchObject({ outcome, cause });
    expect(print(judgeCase(file))).toBe(print(judgeCase(file)));
    await expect(print(judgeCase(file))).toMatchFileSnapshot(`./reports/${fileName(name)}`);
  });

  it('leaves no placeholder in a sentence', () => {
    const { verdict, findings } = judgeCase(file);
    const sentences = [
      verdict.summary,
      ...verdict.remedy,
      ...findings.flatMap(({ title, explanation, remedy }) => [title, explanation, ...remedy]),
    ];
    expect(sentences.filter((sentence) => /\{\w+\}|undefined|\bNaN\b/.test(sentence))).toEqual([]);
  });
});

/** Where a conforming sender can end, and what can happen on its way. */
const reasons: Readonly<Record<CourseReason, true>> = {
  host: true,
  'null-mx': true,
  'no-domain': true,
  'no-mail-host': true,
  'no-target': true,
  'loops-here': true,
  'lookup-failed': true,
  'all-failed': true,
  'nobody-asked': true,
  'stopped-before-mail': true,
  'not-probed': true,
  'no-resolver': true,
  'no-family': true,
  'egress-blocked': true,
  'ended-early': true,
  malformed: true,
};

describe('the worlds', () => {
  const courses = worlds.filter(({ file }) => file.kind === 'trace').map(({ file }) => createFactView(file).read(senderCourse));

  it('show every way in which a course can end, so that none is without a cause', () => {
    const seen = new Set(courses.map(({ why }) => why));
    expect(Object.keys(reasons).filter((why) => !seen.has(why as CourseReason))).toEqual([]);
  });

  it('show everything that a sender can meet at a host', () => {
    const seen = new Set(courses.flatMap(({ visited }) => visited.map(({ event }) => event)));
    expect(Object.keys(conformingSender.moves).filter((event) => !seen.has(event as WalkEvent))).toEqual([]);
  });
});

describe('saved reports', () => {
  const files = readdirSync(reportsFolder).filter((file) => file.endsWith('.json'));

  it('stand for every world and no other', () => {
    expect(files.sort()).toEqual(worlds.map(({ name }) => fileName(name)).sort());
  });

  it.each(files)('%s, judged again, gives the same report', (file) => {
    const text = readFileSync(new URL(file, reportsFolder), 'utf8');
    const reopened = reopenReport(JSON.parse(text));
    expect('fault' in reopened ? reopened.fault : print(judgeCase(reopened))).toBe(text);
  });
});
