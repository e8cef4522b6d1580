import { describe, expect, it } from 'vitest';
import { canShowUnicode, decideColour, decideWidth } from './appearance.js';

const terminal = { isTerminal: true, columns: 120 };
const pipe = { isTerminal: false, columns: null };

describe('colours', () => {
  it.each([
    ['on a terminal', 'auto', {}, terminal, true],
    ['not into a pipe', 'auto', {}, pipe, false],
    ['always where asked', 'always', { NO_COLOR: '1' }, pipe, true],
    ['never where asked', 'never', { FORCE_COLOR: '1' }, terminal, false],
    ['not with NO_COLOR', 'auto', { NO_COLOR: '1' }, terminal, false],
    ['with an empty NO_COLOR', 'auto', { NO_COLOR: '' }, terminal, true],
    ['NO_COLOR before FORCE_COLOR', 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, terminal, false],
    ['forced into a pipe', 'auto', { FORCE_COLOR: '1' }, pipe, true],
    ['forced off', 'auto', { FORCE_COLOR: '0' }, terminal, false],
    ['not on a terminal without any', 'auto', { TERM: 'dumb' }, terminal, false],
  ] as const)('%s', (_, asked, environment, end, expected) => {
    expect(decideColour(asked, environment, end)).toBe(expected);
  });
});

describe('the width', () => {
  it.each([
    ["is the terminal's", {}, terminal, 120],
    ["is the terminal's before the environment's", { COLUMNS: '100' }, terminal, 120],
    ['is the environment’s for a pipe', { COLUMNS: '100' }, pipe, 100],
    ['is 80 where nothing is known', {}, pipe, 80],
    ['is 80 where the environment says nonsense', { COLUMNS: '-1' }, pipe, 80],
    ['is 80 on a terminal that says 0', {}, { isTerminal: true, columns: 0 }, 80],
    ['is at least 40', {}, { isTerminal: true, columns: 5 }, 40],
    ['is at most 200', {}, { isTerminal: true, columns: 1000 }, 200],
  ])('%s', (_, environment, end, expected) => {
    expect(decideWidth(environment, end)).toBe(expected);
  });
});

describe('signs beyond ASCII', () => {
  it.each([
    ['in a UTF-8 locale', { LANG: 'de_DE.UTF-8' }, 'linux', true],
    ['not in the C locale', { LANG: 'C' }, 'linux', false],
    ['not where nothing is said', {}, 'linux', false],
    ['LC_ALL goes before LANG', { LC_ALL: 'C', LANG: 'en_US.utf8' }, 'linux', false],
    ['an empty LC_ALL says nothing', { LC_ALL: '', LANG: 'en_US.utf8' }, 'linux', true],
    ['in the new terminal of Windows', { WT_SESSION: 'x' }, 'win32', true],
    ['not in the old one', {}, 'win32', false],
  ])('%s', (_, environment, platform, expected) => {
    expect(canShowUnicode(environment, platform)).toBe(expected);
  });
});
