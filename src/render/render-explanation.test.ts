/** The pieces of a document that is written while it is read are one document. */
import { expect, it } from 'vitest';
import { beginExplanation, continueExplanation, endExplanation } from './render-explanation.js';
import { explainedOf } from './testing/explained-fixtures.js';

const frame = { version: '0.1.0', startedAt: '2026-11-23T20:00:00.000Z' };
const rest = { complete: true, messages: 0, recipients: 0, kinds: {}, causes: [], followUp: null };

it.each([0, 1, 3])('with %i records', (count) => {
  const records = Array.from({ length: count }, (_, at) => explainedOf({ source: `${at}\u202e` }));
  const text = [
    beginExplanation(frame),
    ...records.map((record, at) => continueExplanation(record, at === 0)),
    endExplanation({ ...rest, messages: count }),
  ].join('');
  expect(JSON.parse(text)).toEqual({ schema: 'mailwhy/1', kind: 'explanation', ...frame, ...rest, messages: count, explained: records });
  expect(text).not.toMatch(/[^\P{C}\n]/u);
});
