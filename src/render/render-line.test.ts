import { expect, it } from 'vitest';
import { renderLine } from './render-line.js';
import { unknownRecipient } from './testing/sketched-reports.js';
import { accepted, hostile } from './testing/stretching-reports.js';

it('tells subject, outcome, cause and summary', () => {
  expect(renderLine(unknownRecipient, { colour: false })).toBe(
    'bob.smiht@example.com  undeliverable  recipient.unknown  The mailbox bob.smiht does not exist at example.com.\n',
  );
});

it('has no cause for an acceptance', () => {
  expect(renderLine(accepted, { colour: false })).toBe('bob@example.com  deliverable  mx1.example.com takes mail for bob@example.com.\n');
});

it('names a reply that tells no domain by its text', () => {
  const target = { input: '550 no', address: null, domain: '.', assumed: false };
  expect(renderLine({ ...unknownRecipient, target }, { colour: false })).toMatch(/^550 no {2}undeliverable/);
});

it('colours the outcome where colours are asked for', () => {
  expect(renderLine(accepted, { colour: true })).toContain('\u001b[1;32mdeliverable\u001b[0m');
});

it('stays one line of visible characters whatever a server said', () => {
  expect(renderLine(hostile, { colour: false })).toMatch(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]+\n$/u);
});
