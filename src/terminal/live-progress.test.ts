import { describe, expect, it, vi } from 'vitest';
import type { ProgressEvent } from '../model/progress.js';
import { createLiveProgress, layOut } from './live-progress.js';
import { createStepTree } from './step-tree.js';

const look = { unicode: true, colour: false, elapsedMs: 0 };
const roomy = { columns: 80, rows: 24 };

function start(id: string, title: string, parent: string | null = null): ProgressEvent {
  return { type: 'started', step: { id, title, parent }, atMs: 0 };
}

function finish(id: string, detail: string, state: 'ok' | 'warning' | 'failed' | 'skipped' = 'ok'): ProgressEvent {
  return { type: 'finished', id, atMs: 1, state, detail };
}

function draw(events: readonly ProgressEvent[], size = roomy): string[] {
  const tree = createStepTree();
  for (const event of events) tree.take(event);
  return layOut(tree.lines(), size, look);
}

describe('the steps on a terminal', () => {
  it('stand beneath the step that they belong to, in the order in which they began', () => {
    const lines = draw([
      start('dns', 'DNS'),
      start('host', 'mx1'),
      start('mx', 'MX', 'dns'),
      finish('mx', '10 mx1.example.com'),
      start('a', 'A', 'dns'),
    ]);
    expect(lines).toEqual(['⠋ DNS', '  ✓ MX  10 mx1.example.com', '  ⠋ A', '⠋ mx1']);
  });

  it('fold into one line when the step that they belong to has ended', () => {
    const lines = draw([start('dns', 'DNS'), start('mx', 'MX', 'dns'), finish('mx', 'x'), finish('dns', 'in order'), start('host', 'mx1')]);
    expect(lines).toEqual(['✓ DNS  in order', '⠋ mx1']);
  });

  it('tell how they ended by a sign', () => {
    const states = ['ok', 'warning', 'failed', 'skipped'] as const;
    const lines = draw(states.flatMap((state) => [start(state, state), finish(state, '', state)]));
    expect(lines).toEqual(['✓ ok', '! warning', '✗ failed', '- skipped']);
  });

  it('are cut to the width and the height, the newest stay', () => {
    const events = Array.from({ length: 10 }, (_, at) => start(`${at}`, `step ${at} ${'x'.repeat(50)}`));
    const lines = draw(events, { columns: 20, rows: 6 });
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe('  6 more above');
    expect(lines[4]).toMatch(/^⠋ step 9/);
    for (const line of lines) expect(line.length).toBeLessThan(20);
  });

  it('give way where there are too many: ended ones first, then deeper ones', () => {
    const events = [
      start('a', 'a'),
      ...Array.from({ length: 5 }, (_, at) => [start(`a${at}`, `ended ${at}`, 'a'), finish(`a${at}`, '')]).flat(),
      start('b', 'running', 'a'),
      start('c', 'deeper', 'b'),
      start('d', 'd'),
    ];
    expect(draw(events, { columns: 80, rows: 6 })).toEqual(['⠋ a', '  ⠋ running', '    ⠋ deeper', '⠋ d']);
    expect(draw(events, { columns: 80, rows: 5 })).toEqual(['⠋ a', '  ⠋ running', '⠋ d']);
    expect(draw(events, { columns: 80, rows: 4 })).toEqual(['⠋ a', '⠋ d']);
  });

  it('never pass on what could move the cursor', () => {
    const [line = ''] = draw([start('x', 'mx\u001b[2Jy\r\nz\u202e')]);
    expect(line).not.toMatch(/\p{Cc}|\u202e/u);
  });

  it('ignore the end of what never began', () => {
    expect(draw([finish('ghost', 'boo')])).toEqual([]);
  });
});

describe('the drawing', () => {
  it('is redrawn at most ten times a second, and erased at the end', () => {
    vi.useFakeTimers();
    try {
      const written: string[] = [];
      const live = createLiveProgress({ write: (text) => void written.push(text), columns: 80, rows: 24 }, look);
      for (let at = 0; at < 100; at++) live.listener(start(`${at}`, 'step'));
      vi.advanceTimersByTime(1000);
      expect(written).toHaveLength(10);
      live.stop();
      expect(written.at(-1)).toBe('\u001b[23A\r\u001b[J');
      vi.advanceTimersByTime(1000);
      expect(written).toHaveLength(11);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps surveys side by side apart', () => {
    vi.useFakeTimers();
    try {
      const written: string[] = [];
      const live = createLiveProgress({ write: (text) => void written.push(text), columns: 80, rows: 24 }, look);
      const [left, right] = [live.branch('a', 'left'), live.branch('b', 'right')];
      left.listener(start('mx', 'MX of left'));
      right.listener(start('mx', 'MX of right'));
      right.listener(finish('mx', 'none', 'failed'));
      left.finish('mx.missing', 'ok');
      vi.advanceTimersByTime(100);
      expect(written).toEqual([expect.stringMatching(/^✓ left {2}mx\.missing\n\S right\n {2}✗ MX of right {2}none\n$/)]);
      live.stop();
    } finally {
      vi.useRealTimers();
    }
  });
});
