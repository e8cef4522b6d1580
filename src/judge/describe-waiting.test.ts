import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/report.js';
import type { Arguments } from '../model/rule.js';
import type { Outcome, WaitingHelps } from '../model/vocabulary.js';
import { describeWaiting, formatMoment } from './describe-waiting.js';

function cause(waitingHelps: WaitingHelps, values: Arguments = {}): Finding {
  return {
    id: 'resolver.stale/example.com',
    code: 'resolver.stale',
    says: 'said',
    severity: 'error',
    confidence: 'certain',
    subject: { kind: 'domain', name: 'example.com', within: [] },
    arguments: values,
    title: 'A title.',
    explanation: '',
    responsible: 'local',
    alsoInform: [],
    remedy: [],
    waitingHelps,
    references: [],
    evidence: [],
    explainedBy: [],
  };
}

const postfixKeeps = [{ sender: 'postfix', note: null, nextTriesMs: [300_000], givesUpMs: 432_000_000 }];

describe('what waiting does', () => {
  it.each<[string, Outcome, Finding | null, string]>([
    ['nothing stands in the way', 'deliverable', null, 'is not needed: the message would be taken now'],
    [
      'a greylisting',
      'delayed',
      cause('yes'),
      'helps: the second try comes 5 to 10 min (Postfix) or 15 min (Exim, Exchange) after the first',
    ],
    ['an unknown mailbox', 'undeliverable', cause('no'), 'does not help: every sender bounces this at once'],
    [
      'a server that will never answer',
      'delayed',
      cause('no'),
      'does not help: senders keep the message for 1 day (Exchange Online) to 5 days (Postfix, Sendmail), then bounce it',
    ],
    [
      'a server that may come back',
      'delayed',
      cause('unknown'),
      'may help: senders try again for 1 day (Exchange Online) to 5 days (Postfix, Sendmail), then bounce it',
    ],
    [
      'a stale answer',
      'undeliverable',
      cause('yes', { expiresAt: '2026-11-25T07:12:33.000Z' }),
      'helps: the old answer leaves the cache on 25 Nov at 07:12 UTC',
    ],
    [
      'a bounce that a later message would not meet',
      'undeliverable',
      cause('yes'),
      'helps only a new message, sent later: every sender bounces this at once',
    ],
    ['a fault at this end', 'inconclusive', cause('no'), 'does not help: what stands in the way is at this end'],
  ])('%s', (_, outcome, finding, words) => {
    expect(describeWaiting({ outcome, cause: finding, forecast: [] })).toBe(words);
  });

  it('names the senders that do not bounce what others bounce', () => {
    const words = describeWaiting({ outcome: 'undeliverable', cause: cause('no'), forecast: postfixKeeps });
    expect(words).toBe('does not help: every sender but Postfix bounces this at once');
  });

  it.each([
    ['2026-11-05T07:12:00.000Z', '5 Nov at 07:12 UTC'],
    ['tomorrow', null],
    ['2026-13-05T07:12:00.000Z', null],
  ])('%s is told as %s', (iso, words) => {
    expect(formatMoment(iso)).toBe(words);
  });
});
