import { describe, expect, it } from 'vitest';
import { createPaint } from '../paint.js';
import { hang, layBehind, layEachStep, layItem, layLabelled, layParagraph, laySteps, limitList, type PageStyle } from './page.js';

const page: PageStyle = { width: 40, paint: createPaint(false), verbose: false };

describe('the parts of a page', () => {
  it.each([
    [
      'a label stands before the first line only',
      layLabelled(page, 'Waiting', 'does not help: every sender bounces this'),
      ['Waiting        does not help: every', '               sender bounces this'],
    ],
    ['a label without a text is left out', layLabelled(page, 'Also tell', ''), []],
    ['one step has no number', layEachStep(['Wait.'], 25), [['Wait.']]],
    [
      'steps are numbered and hang',
      layEachStep(['Compare the spelling carefully.', 'Phone.'], 25),
      [['1. Compare the spelling', '   carefully.'], ['2. Phone.']],
    ],
    [
      'all steps stand behind their label',
      laySteps(page, 'What to do', ['Wait.', 'Phone.']),
      ['What to do     1. Wait.', '               2. Phone.'],
    ],
    [
      'lines stand behind a label',
      layBehind(page, 'What to do', ['1. Wait.', '2. Phone.']),
      ['What to do     1. Wait.', '               2. Phone.'],
    ],
    [
      'a paragraph is indented throughout',
      layParagraph(page, 'one two three four five six seven eight', 4),
      ['    one two three four five six seven', '    eight'],
    ],
    [
      'an item hangs behind its mark',
      layItem(page, 'one two three four five six seven eight', 4),
      ['    - one two three four five six seven', '      eight'],
    ],
    ['a hanging text shows what it holds', hang('a\u0007b', '> ', 40), ['> a\\x07b']],
  ])('%s', (_, lines, expected) => {
    expect(lines).toEqual(expected);
  });
});

describe('limitList', () => {
  it('says how many it leaves out, and how to see them', () => {
    expect(limitList(page, [1, 2, 3], 2, 'hosts')).toEqual({ shown: [1, 2], rest: ['… 1 more hosts (-v shows all)'] });
  });

  it.each([
    ['short', { ...page }, [1, 2]],
    ['on a verbose page', { ...page, verbose: true }, [1, 2, 3]],
  ])('leaves a list whole that is %s', (_, style, items) => {
    expect(limitList(style, items, 2, 'hosts')).toEqual({ shown: items, rest: [] });
  });
});
