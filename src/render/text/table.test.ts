import { describe, expect, it } from 'vitest';
import { createPaint } from '../paint.js';
import type { PageStyle } from './page.js';
import { isTableFitting, layTable } from './table.js';

function pageOf(width: number): PageStyle {
  return { width, paint: createPaint(false), verbose: false };
}

const columns = [{ title: 'Host' }, { title: 'Ping', side: 'right', brief: 'ping' }, { title: 'Says' }] as const;
const short = ['mx1.example.com', '18 ms', '550 5.1.1 to RCPT TO'];
const long = ['a-host-with-a-long-name.department.example.com', '-', 'refuses the connection'];

describe('layTable', () => {
  it('sets columns apart by two where there is room', () => {
    expect(layTable(pageOf(50), columns, [short])).toEqual([
      'Host              Ping  Says',
      'mx1.example.com  18 ms  550 5.1.1 to RCPT TO',
    ]);
  });

  it('sets them apart by one where it must', () => {
    expect(layTable(pageOf(42), columns, [short])).toEqual(['Host             Ping Says', 'mx1.example.com 18 ms 550 5.1.1 to RCPT TO']);
  });

  it('wraps the last column within itself', () => {
    expect(layTable(pageOf(44), columns, [[...short.slice(0, 2), 'one two three four five six']])).toEqual([
      'Host             Ping Says',
      'mx1.example.com 18 ms one two three four',
      '                      five six',
    ]);
  });

  it('puts the last column beneath where it has no room beside', () => {
    expect(layTable(pageOf(53), columns, [long])).toEqual([
      'Host                                           Ping',
      'a-host-with-a-long-name.department.example.com    -',
      '    refuses the connection',
    ]);
  });

  it('stacks the cells of a row where nothing fits, each with its name', () => {
    expect(layTable(pageOf(40), columns, [long, short])).toEqual([
      'a-host-with-a-long-name.department.e',
      '    xample.com',
      '    refuses the connection',
      'mx1.example.com  ping 18 ms',
      '    550 5.1.1 to RCPT TO',
    ]);
  });

  it('does not measure a row that stands across all columns', () => {
    expect(layTable(pageOf(50), columns, [[long[0] ?? ''], short])).toEqual([
      'Host              Ping  Says',
      '  a-host-with-a-long-name.department.example.com',
      'mx1.example.com  18 ms  550 5.1.1 to RCPT TO',
    ]);
  });

  it('shows hostile cells by what they hold', () => {
    expect(layTable(pageOf(60), columns, [['\u001b[2J', '1 ms', '\u202ex']])[1]).toBe('\\x1b[2J  1 ms  \\u{202e}x');
  });
});

describe('isTableFitting', () => {
  it.each([
    ['side by side', 42, true],
    ['with the last column wrapped', 41, false],
  ])('tells whether the columns stand %s', (_, width, fits) => {
    expect(isTableFitting(pageOf(width), columns, [short])).toBe(fits);
  });
});
