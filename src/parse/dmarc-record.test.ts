import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDmarcRecord, parseDmarcRecord } from './dmarc-record.js';

describe('which texts are records', () => {
  it.each<[string, boolean]>([
    ['v=DMARC1; p=none', true],
    ['v=DMARC1', true],
    ['v = DMARC1 ; p=none', true],
    ['v=dmarc1; p=none', false],
    ['v=DMARC10; p=none', false],
    [' v=DMARC1; p=none', false],
    ['p=none; v=DMARC1', false],
  ])('%j: %s', (text, expected) => {
    expect(isDmarcRecord(text)).toBe(expected);
  });
});

it.each<[string, object]>([
  [
    'v=DMARC1; p=Reject; sp=quarantine; np=none; adkim=s; aspf=S; psd=n; t=y; pct=50',
    { p: 'reject', sp: 'quarantine', np: 'none', dkimMode: 'strict', spfMode: 'strict', psd: 'n', isTest: true, percent: 50, remarks: [] },
  ],
  [
    'v=DMARC1; p=none; pct=100; aspf=x; psd=maybe',
    { p: 'none', sp: null, np: null, spfMode: 'relaxed', psd: 'u', percent: null, remarks: [] },
  ],
  ['v=DMARC1; p=none; pct=-5', { percent: null }],
  ['v=DMARC1; p=block', { p: 'none', remarks: ['p= is no policy'] }],
  ['v=DMARC1', { p: 'none', remarks: ['p= is missing, which counts as none'] }],
  ['v=DMARC1; p=reject; rua=mailto:a@example.org; x-own=1', { p: 'reject', remarks: ['a tag stands twice, or a part is no tag'] }],
])('%s', (text, expected) => {
  expect(parseDmarcRecord(text)).toMatchObject(expected);
});

it('whatever the text, a policy comes of it', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(['none', 'quarantine', 'reject']).toContain(parseDmarcRecord(`v=DMARC1;${text}`).p);
    }),
  );
});
