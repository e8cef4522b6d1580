import { expect, it } from 'vitest';
import { openQueue } from './read-queue.js';

const clock = { nowMs: Date.parse('2026-11-24T00:00:00Z'), offsetMinutes: 0 };
const message = '{"queue_name":"deferred","queue_id":"4WxYz1","recipients":[{"address":"bob@example.com"}]}\n';

/** A stream that tells whether it was closed before its end. */
function openChunks(chunks: readonly string[]) {
  const stream = { closed: false };
  async function* read(): AsyncGenerator<string> {
    try {
      yield* chunks;
    } finally {
      stream.closed = true;
    }
  }
  return { stream, chunks: read() };
}

it('a chunk may hold any number of lines', async () => {
  const queue = await openQueue(openChunks([message.repeat(130_000)]).chunks, clock, null);
  let entries = 0;
  for await (const batch of queue.entries) entries += batch.length;
  expect([queue.format, entries]).toEqual(['postqueue-json', 130_000]);
});

it('a stream that holds no listing is closed, read or not', async () => {
  const { stream, chunks } = openChunks(Array.from({ length: 100 }, () => 'Dear Bob,\n'));
  const queue = await openQueue(chunks, clock, null);
  expect([queue.format, stream.closed]).toEqual([null, true]);
});

it('a stream whose reader has enough is closed', async () => {
  const { stream, chunks } = openChunks(Array.from({ length: 100 }, () => message));
  for await (const batch of (await openQueue(chunks, clock, null)).entries) {
    expect(batch).toHaveLength(1);
    break;
  }
  expect(stream.closed).toBe(true);
});

it('blank lines alone are an empty queue', async () => {
  expect((await openQueue(openChunks(['\n'.repeat(200_000)]).chunks, clock, null)).format).toBe('empty');
});
