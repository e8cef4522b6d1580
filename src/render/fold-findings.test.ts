/** Findings of one kind by their number. */
import { describe, expect, it } from 'vitest';
import { foldFindings } from './fold-findings.js';
import { findingOf } from './testing/report-fixtures.js';

const alike = (count: number) =>
  Array.from({ length: count }, (_, at) => findingOf({ id: `mx.target-not-found/mx${at}`, says: 'not-found' }));

describe('foldFindings', () => {
  it.each([
    ['five of a kind are all shown', alike(5), [0, 0, 0, 0, 0]],
    ['six of a kind are three and a number', alike(6), [0, 0, 3]],
    [
      'another variant is another kind',
      [...alike(4), ...alike(4).map((finding) => ({ ...finding, says: 'no-address' }))],
      Array.from({ length: 8 }, () => 0),
    ],
    ['the order stays', [...alike(3), findingOf({ id: 'other', says: 'other' }), ...alike(9)], [0, 0, 9, 0]],
  ])('%s', (_, findings, expected) => {
    expect(foldFindings(findings).map((folded) => folded.alike)).toEqual(expected);
  });
});
