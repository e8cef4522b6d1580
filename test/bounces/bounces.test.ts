/** Bounces in the form of every product that is known, read recipient by recipient. */
import { describe, expect, it } from 'vitest';
import { explainBounce } from '../../src/explain/explain-bounce.js';
import type { ExplainedRecipient } from '../../src/model/explained.js';
import { allSamples } from './all-samples.js';
import type { ExpectedRecipient } from './bounce-sample.js';

const noExpectation: ExpectedRecipient = { address: null, code: null, status: null, replyCode: null };

/** What the sample speaks of. */
function pickKeys(recipient: ExplainedRecipient, expected: ExpectedRecipient): Partial<ExplainedRecipient> {
  return Object.fromEntries(Object.entries(recipient).filter(([key]) => key in expected));
}

describe('what came back by mail', () => {
  it.each(allSamples)('$name', async ({ message, kind, recipients }) => {
    const explained = await explainBounce(new TextEncoder().encode(message));
    const found = explained.recipients.map((recipient, at) => pickKeys(recipient, recipients[at] ?? noExpectation));
    expect({ kind: explained.kind, recipients: found }).toEqual({ kind, recipients });
  });
});
