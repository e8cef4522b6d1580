/** No ordinary message is taken for a report of a delivery. */
import { expect, it } from 'vitest';
import { explainBounce } from '../../src/explain/explain-bounce.js';
import { makeOrdinaryMessages } from './ordinary-messages.js';

const messages = makeOrdinaryMessages();

it('there are at least 150 of them', () => {
  expect(messages.length).toBeGreaterThanOrEqual(150);
});

it('none is taken for a report', async () => {
  const taken: string[] = [];
  for (const { name, bytes } of messages) {
    const { kind } = await explainBounce(bytes);
    if (kind !== 'not-a-report') taken.push(`${name}: ${kind}`);
  }
  expect(taken).toEqual([]);
});
