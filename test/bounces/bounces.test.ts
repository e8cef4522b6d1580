/** Bounces in the form of every product that is known, read recipient by recipient. */
import { describe, expect, it } from 'vitest';
import { explainBounce } from '../../src/explain/explain-bounce.js';
import { allSamples } from './all-samples.js';

describe('what came back by mail', () => {
  it.each(allSamples)('$name', async ({ message, kind, recipients }) => {
    const explained = await explainBounce(new TextEncoder().encode(message));
    const found = explained.recipients.map(({ address, code, status, replyCode, host }, at) => ({
      address,
      code,
      status,
      replyCode,
      ...(recipients[at]?.host === undefined ? {} : { host }),
    }));
    expect({ kind: explained.kind, recipients: found }).toEqual({ kind, recipients });
  });
});
