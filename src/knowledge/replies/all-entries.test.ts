/** The knowledge of replies as data: complete, with sources and examples, and written as phrases are to be written. */
import { describe, expect, it } from 'vitest';
import { allReplyEntries } from './all-entries.js';
import { statusCodes } from './codes/status-codes.js';
import { providerIds, providers } from './providers.js';

/** The registry as of December 2024: how many details each subject has, from 0 on. */
const registered = { 0: 1, 1: 11, 2: 5, 3: 7, 4: 8, 5: 7, 6: 11, 7: 31 };

describe('the enhanced status codes', () => {
  it('are the 81 of the IANA registry, each once', () => {
    const expected = Object.entries(registered).flatMap(([subject, count]) =>
      Array.from({ length: count }, (_, detail) => `${subject}.${detail}`),
    );
    expect(expected).toHaveLength(81);
    expect(statusCodes.map(({ detail }) => detail).sort()).toEqual(expected.sort());
  });
});

describe('the reply codes', () => {
  const known = new Set(allReplyEntries.filter(({ id }) => id.startsWith('code/')).flatMap(({ replyCodes }) => replyCodes));

  it.each([
    421, 450, 451, 452, 454, 455, 458, 459, 500, 501, 502, 503, 504, 521, 523, 524, 525, 530, 534, 535, 538, 550, 551, 552, 553, 554, 555,
    556,
  ])('%i is known', (code) => {
    expect(known.has(code)).toBe(true);
  });
});

describe('the entries', () => {
  it('have ids of their own', () => {
    const ids = allReplyEntries.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('each have a source and an example', () => {
    expect(allReplyEntries.filter(({ source, examples }) => source === '' || examples.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('write phrases in the normal form: lower case, no punctuation, groups within no other group', () => {
    const faulty = allReplyEntries.flatMap(({ id, phrases }) =>
      phrases
        .filter(
          (phrase) =>
            !/^(?:[\p{Ll}\p{Lo}\p{N}ー~* |]|<(?:ip|host|addr|link|list|domainlist)>|\((?:[\p{Ll}\p{N}~ |]|<[a-z]+>)*\))+$/u.test(phrase),
        )
        .map((phrase) => `${id}: ${phrase}`),
    );
    expect(faulty).toEqual([]);
  });

  it('exist for every provider', () => {
    const served = new Set(allReplyEntries.map(({ provider }) => provider));
    expect(providerIds.filter((id) => !served.has(id))).toEqual([]);
    expect(providers.map(({ id }) => id).sort()).toEqual([...providerIds].sort());
  });

  it('name no code twice for one provider without a text that tells them apart', () => {
    const keys = allReplyEntries
      .filter(({ provider, phrases }) => provider !== null && phrases.length === 0)
      .flatMap(({ provider, enhanced, replyCodes, specificity, stages }) =>
        enhanced.map((status) => `${provider} ${status} ${replyCodes} ${stages} ${specificity}`),
      );
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});
