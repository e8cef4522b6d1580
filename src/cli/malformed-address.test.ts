import { describe, expect, it } from 'vitest';
import { asciiOnly, parseTarget } from '../parse/mailbox.js';
import { formatMalformed } from './malformed-address.js';

function format(input: string): string {
  const target = parseTarget(input, { toAscii: asciiOnly, postmaster: false });
  if (target.kind !== 'malformed') throw new Error('this is an address');
  return formatMalformed(target);
}

describe('a malformed address', () => {
  it('is shown with the fault pointed at, and what was meant', () => {
    expect(format('bob@example,com').split('\n')).toEqual([
      'mailwhy: no mail address: a comma stands in the domain',
      '  bob@example,com',
      '             ^',
      'Did you mean bob@example.com?',
    ]);
  });

  it('is shown harmless, one sign for each unit', () => {
    const [, shown, pointer] = format('bob\u001b[2J@example.com').split('\n');
    expect(shown).toBe('  bob·[2J@example.com');
    expect(pointer).toBe('     ^');
  });

  it('is cut around the fault where it is long', () => {
    const [, shown = '', pointer = ''] = format(`${'x'.repeat(60)} ${'y'.repeat(300)}@example.com`).split('\n');
    expect(shown).toBe(`  ${'x'.repeat(50)} ${'y'.repeat(19)}`);
    expect(pointer.indexOf('^')).toBe(shown.indexOf(' y'));
  });
});
