/** What a queue's page says; what it may never do. */
import { describe, expect, it } from 'vitest';
import type { QueueGroup, QueueReport } from '../model/queue-report.js';
import { renderQueue } from './render-queue.js';

const group: QueueGroup = {
  destination: 'example.com',
  state: 'deferred',
  cause: {
    code: 'sender.greylisted',
    outcome: 'delayed',
    responsible: 'nobody',
    alsoInform: [],
    confidence: 'certain',
    waitingHelps: 'yes',
    waiting: 'helps',
    summary: 'Newcomers are greylisted.',
    remedy: ['Wait.'],
  },
  reason: '450 4.2.0 Greylisted \u001b[2J',
  host: null,
  place: null,
  saidBy: [],
  sharedMessages: 0,
  messages: 2,
  recipients: 2,
  oldestAt: '2026-11-23T18:00:00.000Z',
  newestAt: '2026-11-23T19:00:00.000Z',
  nextTryAt: null,
  nextTryAssumed: false,
  expiresAt: '2026-11-28T18:00:00.000Z',
  expiryAssumed: true,
  ids: ['4WxYz1', '4WxYz2'],
  release: ['for id in 4WxYz1 4WxYz2; do postqueue -i "$id"; done'],
  remove: ["printf '%s\\n' 4WxYz1 4WxYz2 | postsuper -d -"],
};
const report: QueueReport = {
  schema: 'mailwhy/1',
  version: '0',
  kind: 'queue',
  complete: true,
  recognisedAs: 'postqueue-json',
  startedAt: '2026-11-23T20:00:00.000Z',
  messages: 2,
  recipients: 2,
  groups: [group],
  notUnderstood: { lines: 0, examples: [] },
  followUp: null,
};
const style = { width: 80, colour: false, verbose: false };

describe('the page of a queue', () => {
  it('says how much, how old, why, who, what, until when, and how', () => {
    const text = renderQueue(report, style);
    for (const words of [
      '2 messages for example.com, deferred: sender.greylisted',
      'Newcomers are greylisted.',
      'Nobody: it is tried again by itself.',
      'the oldest 2 h, the newest 1 h',
      "the oldest is given up in 4 d 22 h (by the product's default)",
      'for id in 4WxYz1 4WxYz2; do postqueue -i "$id"; done',
      "printf '%s\\n' 4WxYz1 4WxYz2 | postsuper -d -",
    ]) {
      expect(text).toContain(words);
    }
  });

  it('lets no control character of a reply through', () => {
    expect(renderQueue(report, style)).not.toContain('\u001b');
  });

  it('says that nothing is queued', () => {
    expect(renderQueue({ ...report, messages: 0, groups: [] }, style)).toMatch(/^Nothing is queued/);
  });
});
