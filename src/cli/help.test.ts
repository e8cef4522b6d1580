import { describe, expect, it } from 'vitest';
import { optionTable } from '../settings/option-table.js';
import { commands } from './commands.js';
import { formatCommandHelp, formatGuide, formatOverview } from './help.js';

const pages = [formatOverview(), formatGuide(), ...commands.map(formatCommandHelp)];

describe('the help', () => {
  it('fits into 80 columns', () => {
    const wide = pages.flatMap((page) => page.split('\n')).filter((line) => line.length > 80);
    expect(wide).toEqual([]);
  });

  it('names every option somewhere, and every command in the guide', () => {
    const all = pages.join('\n');
    expect(optionTable.map(({ name }) => name).filter((name) => !all.includes(`--${name}`))).toEqual([]);
    expect(commands.filter(({ name }) => !formatGuide().includes(`\n  ${name} `))).toEqual([]);
  });
});
