/** Bounces in the form of every product that is known, read recipient by recipient. */
import { describe, expect, it } from 'vitest';
import { explainBounce } from '../../src/explain/explain-bounce.js';
import { bodySamples } from './body-samples.js';
import { exchangeSamples } from './exchange-samples.js';
import { eximSamples } from './exim-samples.js';
import { noticeSamples } from './notice-samples.js';
import { otherSamples } from './other-samples.js';
import { providerSamples } from './provider-samples.js';
import { rareSamples } from './rare-samples.js';
import { unixSamples } from './unix-samples.js';

const samples = [
  ...unixSamples,
  ...eximSamples,
  ...exchangeSamples,
  ...providerSamples,
  ...noticeSamples,
  ...otherSamples,
  ...bodySamples,
  ...rareSamples,
];

describe('what came back by mail', () => {
  it.each(samples)('$name', async ({ message, kind, recipients }) => {
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
