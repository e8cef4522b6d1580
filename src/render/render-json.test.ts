import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderJson } from './render-json.js';
import { reportFullOf } from './testing/arbitrary-report.js';
import { namedReports } from './testing/named-reports.js';
import { reportOf, verdictOf } from './testing/report-fixtures.js';

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

const escaped = [...range(0, 0x1f), ...range(0x7f, 0x9f), 0x200e, 0x200f, ...range(0x2028, 0x202e), ...range(0x2066, 0x2069), 0xd800];

it.each(escaped.map((code) => [`U+${code.toString(16).toUpperCase().padStart(4, '0')}`, code] as const))('escapes %s', (_, code) => {
  const summary = `a${String.fromCharCode(code)}b`;
  const text = renderJson(reportOf({ verdict: verdictOf({ summary }) }));
  expect(/"summary": "(.*)"/.exec(text)?.[1]).toMatch(/^a\\([bfnrt]|u[0-9a-f]{4})b$/);
  expect(JSON.parse(text).verdict.summary).toBe(summary);
});

it('leaves the letters of every script readable', () => {
  expect(renderJson(reportOf({ verdict: verdictOf({ summary: '邮箱 Пользователь é' }) }))).toContain('邮箱 Пользователь é');
});

it.each(namedReports)('%s reads back as it was', (_, report) => {
  expect(JSON.parse(renderJson(report))).toEqual(report);
});

it('is one document with one final line end', () => {
  expect(renderJson(reportOf())).toMatch(/^\{\n[\s\S]*\n\}\n$/);
});

it('never prints what a terminal could act on', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const report = reportFullOf(text);
      const printed = renderJson(report);
      expect(printed).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
      expect(JSON.parse(printed)).toEqual(report);
    }),
  );
});
