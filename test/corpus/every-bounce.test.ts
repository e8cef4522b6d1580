/**
 * What holds of every bounce: of all the samples made for the tests, and of the labelled corpus where it is there
 * (`npm run corpus` prints its figures).
 */
import { describe, expect, it } from 'vitest';
import { explainBounce } from '../../src/explain/explain-bounce.js';
import { decideEntry, detectProvider, findEntries, findPhrases } from '../../src/facts/reply-index.js';
import { explainReply } from '../../src/facts/reply-meaning.js';
import { readReplyText } from '../../src/facts/reply-text.js';
import { readBounce } from '../../src/intake/bounce/read-bounce.js';
import type { ReplyContext } from '../../src/model/reply-meaning.js';
import { parseReplyText } from '../../src/parse/smtp/parse-reply-text.js';
import { allSamples } from '../bounces/all-samples.js';
import { readLabelledBounces } from './labelled-messages.js';

const made = allSamples.filter(({ kind }) => kind !== 'not-a-report').map(({ name, message }) => ({ name, bytes: Buffer.from(message) }));
const bounces = [...made, ...readLabelledBounces()];

/** Two entries of equal weight mean different things, and the meaning does not admit it. */
function isTornSilently(text: string, context: ReplyContext): boolean {
  const reply = parseReplyText(text);
  if (reply === null || reply.code < 400) return false;
  const read = readReplyText(reply);
  const phrases = findPhrases(read);
  const status = reply.enhanced ?? read.innerStatus;
  const provider = detectProvider({ phrases, sites: read.sites, status }, context.host);
  const marks = { reply, text: read, provider, context, status };
  const torn = decideEntry(findEntries(phrases, marks))?.rival ?? null;
  const meaning = explainReply(reply, context);
  return torn !== null && (!meaning.contradicts || meaning.confidence === 'certain');
}

describe('every bounce', () => {
  it('is recognised', async () => {
    const missed: string[] = [];
    for (const { name, bytes } of bounces) if ((await explainBounce(bytes)).kind === 'not-a-report') missed.push(name);
    expect(missed.length / bounces.length).toBeLessThan(0.01);
  }, 60_000);

  it('leaves no reply torn between two entries without saying so', async () => {
    const silent: string[] = [];
    for (const { bytes } of bounces) {
      const { recipients } = await readBounce(bytes);
      for (const { words, stage, host } of recipients) silent.push(...words.filter((text) => isTornSilently(text, { stage, host })));
    }
    expect(silent).toEqual([]);
  }, 60_000);

  it('has no status that does not stand in it', async () => {
    const madeUp: string[] = [];
    for (const { name, bytes } of bounces) {
      // Encoded reports do not show their codes in the octets.
      if (/base64|quoted-printable/i.test(bytes.toString('latin1'))) continue;
      for (const { status } of (await explainBounce(bytes)).recipients)
        if (status !== null && !bytes.includes(status)) madeUp.push(`${name} ${status}`);
    }
    expect(madeUp).toEqual([]);
  }, 60_000);
});
