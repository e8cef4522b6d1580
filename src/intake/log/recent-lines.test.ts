import { expect, it } from 'vitest';
import type { LogEvent } from './log-event.js';
import { createRecentLines } from './recent-lines.js';

function createLine(queueId: string, text: string): LogEvent {
  return { format: 'postfix', kind: 'note', machine: null, time: '', queueId, recipient: null, reason: '', text };
}

const filler = 'x'.repeat(1000);

it('the lines before the one that is asked for are still there, those of its other ids too', () => {
  const recent = createRecentLines();
  recent.add(createLine('4WxYz1', 'one'), ['4WxYz1', 'a@b']);
  recent.add(createLine('4WxYz2', 'two'), ['4WxYz2']);
  recent.add(createLine('4WxYz3', 'three'), ['4WxYz3', 'a@b']);
  expect(recent.take(['4WxYz1']).map(({ text }) => text)).toEqual(['one', 'three']);
  expect(recent.take(['4WxYz1'])).toEqual([]);
});

it('what is kept is bounded where few ids have many long lines: the newest', () => {
  const recent = createRecentLines();
  const ids = Array.from({ length: 600 }, (_, at) => `4Wx${at}`);
  for (let turn = 0; turn < 200; turn += 1) for (const id of ids) recent.add(createLine(id, `${turn} ${id} ${filler}`), [id]);
  const kept = recent.take(ids);
  const characters = kept.reduce((sum, { text }) => sum + text.length, 0);
  expect(characters).toBeGreaterThan(10_000_000);
  expect(characters).toBeLessThan(40_000_000);
  expect(kept.filter(({ text }) => text.startsWith('199 '))).toHaveLength(600);
  expect(kept.filter(({ text }) => text.startsWith('0 '))).toHaveLength(0);
});
