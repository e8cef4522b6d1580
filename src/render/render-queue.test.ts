/** What a queue's page says; what it may never do. */
import { describe, expect, it } from 'vitest';
import type { QueueGroup, QueueReport } from '../model/queue-report.js';
import { renderQueue } from './render-queue.js';
import { renderQueueLine } from './render-queue-line.js';

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
  tellsReasons: true,
  isOwnSide: false,
  via: null,
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

  const changed = (change: Partial<QueueGroup>, recognisedAs: QueueReport['recognisedAs'] = 'postqueue-json') =>
    renderQueue({ ...report, recognisedAs, groups: [{ ...group, ...change }] }, { ...style, width: 400 });
  const bare = { cause: null, reason: null } as const;

  it.each<[string, Partial<QueueGroup>, QueueReport['recognisedAs'], string]>([
    ['on hold, before its old reason', { state: 'held' }, 'postqueue-json', 'it stays until it is released. The last try: Newcomers are'],
    [
      'on hold: no waiting for nobody',
      { state: 'held' },
      'postqueue-json',
      'Who must act   You: it stays where it is until you let it go.',
    ],
    [
      'suspended, before its old reason',
      { state: 'suspended' },
      'exchange-queue',
      'it stays until it is resumed. The last try: Newcomers are',
    ],
    ['told to expire', { state: 'expiring' }, 'postfix-mailq', 'told it to expire: the next try returns it to its sender. The last try:'],
    ['too much load', { ...bare, state: 'postponed' }, 'sendmail-mailq', 'This machine has more load than it runs the queue at'],
    ['poison', { ...bare, state: 'suspended', place: 'MAIL1\\Poison' }, 'exchange-queue', 'Exchange took it for poison'],
    ['the categorizer', { ...bare, state: 'waiting', place: 'MAIL1\\Submission' }, 'exchange-queue', 'It waits for the categorizer'],
    ['a view without reasons', { ...bare, state: 'waiting', tellsReasons: false }, 'exchange-queue', 'add | Format-List'],
    ['a view with them', { ...bare, state: 'waiting' }, 'exchange-queue', 'No error is told of it so far.'],
  ])('says what stopped it: %s', (_, change, format, words) => {
    expect(changed(change, format)).toContain(words);
  });

  it('calls refused by nobody only what would be listed with a reason', () => {
    expect(changed({ ...bare, state: 'waiting' })).toContain('2 messages for example.com, not refused so far');
    expect(changed({ ...bare, state: 'waiting', tellsReasons: false }, 'qmail-qread')).toContain('2 messages for example.com, waiting\n');
  });

  it('names a queue without a destination by its place', () => {
    expect(changed({ destination: null, place: 'MAIL1\\Unreachable' })).toContain('2 messages in MAIL1\\Unreachable, deferred');
    expect(changed({ destination: null })).toContain('2 messages for no destination told, deferred');
  });

  it('names the relay that mail waits for', () => {
    const change = { destination: null, via: 'relay.corp.example:587' };
    expect(changed(change)).toContain('2 messages via relay.corp.example:587, deferred');
    expect(renderQueueLine({ ...report, groups: [{ ...group, ...change }] })).toBe(
      '2 messages: 2 relay.corp.example:587 sender.greylisted',
    );
  });

  it('says why there is no command', () => {
    expect(changed({ release: [], remove: [] }, 'qmail-qread')).toContain('Try now        qmail has no command for single messages.');
    expect(changed({ release: [], remove: [] })).toContain('Try now        The ids have another form');
    expect(changed({ release: [] }, 'exchange-queue')).not.toContain('Try now');
  });

  it('tells of times gone by in words of their own', () => {
    const text = changed({ nextTryAt: report.startedAt, expiresAt: '2026-11-23T18:00:00.000Z' });
    expect(text).toContain("Next           the next try is due; the oldest was to be given up 2 h ago (by the product's default)");
  });

  it('says that nothing is queued', () => {
    expect(renderQueue({ ...report, messages: 0, groups: [] }, style)).toMatch(/^Nothing is queued/);
  });
});
