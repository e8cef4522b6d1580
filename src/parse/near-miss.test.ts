import { describe, expect, it } from 'vitest';
import { countSlips, findNearMiss } from './near-miss.js';

describe('counting slips', () => {
  it.each([
    ['the same word', 'trace', 'trace', 0],
    ['two letters swapped', 'traec', 'trace', 1],
    ['a letter missing', 'trce', 'trace', 1],
    ['a letter too many', 'tracee', 'trace', 1],
    ['a wrong letter', 'trave', 'trace', 1],
    ['nothing against a word', '', 'demo', 4],
    ['two slips', 'xplian', 'explain', 2],
  ])('%s', (_, left, right, slips) => {
    expect(countSlips(left, right)).toBe(slips);
    expect(countSlips(right, left)).toBe(slips);
  });
});

describe('the word that was meant', () => {
  const commands = ['trace', 'explain', 'show', 'demo', 'help'];
  it.each([
    ['swapped letters', 'traec', 'trace'],
    ['another case', 'TRACE', 'trace'],
    ['two slips in a long word', 'xplian', 'explain'],
    ['two slips in a short word are another word', 'dema0', null],
    ['a different word', 'send', null],
    ['a very long word', 't'.repeat(1000), null],
  ])('%s', (_, word, meant) => {
    expect(findNearMiss(word, commands)).toBe(meant);
  });
});
