/** When a queue is tried next and given up, by the product's defaults. */
import { describe, expect, it } from 'vitest';
import type { QueueState } from '../model/queue-report.js';
import { explainQueue } from './explain-queue.js';

const startedAt = '2026-11-23T20:00:00.000Z';
const hourMs = 3_600_000;

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

/** The first group's state, and in how many hours it is tried next and given up. */
async function foretell(text: string): Promise<readonly [QueueState | undefined, number | null, number | null]> {
  const report = await explainQueue(whole(text), { startedAt, offsetMinutes: 0 });
  const group = 'groups' in report ? report.groups[0] : undefined;
  const until = (at: string | null | undefined) => (at == null ? null : (Date.parse(at) - Date.parse(startedAt)) / hourMs);
  return [group?.state, until(group?.nextTryAt), until(group?.expiresAt)];
}

const exim = (age: string) => `${age.padStart(3)}  1.2K 1tF0Bc-0000000AB11-1def <admin@corp.example>\n          bob@example.com\n\n`;
const mailq = (mark: string) => `-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------
4WxYz1234A${mark}     1234 Mon Nov 23 19:00:00  admin@corp.example
(connect to mx.example.com[192.0.2.1]:25: Connection timed out)
                                         bob@example.com

-- 1 Kbytes in 1 Request.
`;
const postqueue = (queue: string) =>
  `{"queue_name":"${queue}","queue_id":"4WxYz1","arrival_time":1795456800,"forced_expire":true,"sender":"","recipients":[{"address":"bob@example.com"}]}\n`;

describe('the next try and the end', () => {
  it.each([
    ['90m', 0.25, 94.5],
    ['2h', 1, 94],
    ['3h', 1.5, 93],
    ['10h', 0.125, 86],
    ['30h', 4.78125, 66],
    ['95h', null, 1],
    ['5d', null, -24],
  ])('of a message that Exim has kept for %s', async (age, next, end) => {
    const [state, nextTry, expiry] = await foretell(exim(age));
    expect([state, expiry]).toEqual(['deferred', end]);
    if (next === null) expect(nextTry === null || nextTry > 0).toBe(true);
    else expect(nextTry).toBeCloseTo(next, 3);
  });

  it.each<[string, string, QueueState, boolean, boolean]>([
    ['are both ahead of a deferred message', mailq(''), 'deferred', true, true],
    ['leave out the try that is under way', mailq('*'), 'active', false, true],
    ['are one where it is told to expire', mailq('#'), 'expiring', true, false],
    ['are one where it is told to expire, in JSON', postqueue('deferred'), 'expiring', true, false],
    ['are none of a message on hold', mailq('!'), 'held', false, false],
    ['are none of a message on hold that is told to expire', mailq('!#'), 'held', false, false],
    ['are none of a message on hold that is told to expire, in JSON', postqueue('hold'), 'held', false, false],
  ])('%s', async (_, text, state, tried, givenUp) => {
    const [found, next, end] = await foretell(text);
    expect([found, next !== null, end !== null]).toEqual([state, tried, givenUp]);
  });
});
