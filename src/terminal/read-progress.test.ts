import { expect, it, vi } from 'vitest';
import { createReadProgress, describeProgress } from './read-progress.js';

it.each([
  ['a file', 120_000_000, 1_024_000_000, '120 of 1024 MB read (11 %)'],
  ['a file that grew meanwhile', 1_100_000, 1_000_000, '1 of 1 MB read (100 %)'],
  ['a pipe', 120_000_000, null, '120 MB read'],
])('%s is told with what is known of it', (_, read, total, expected) => {
  expect(describeProgress(read, total)).toBe(expected);
});

it('tells how many were explained besides', () => {
  expect(describeProgress(120_000_000, 1_024_000_000, 3200)).toBe('3200 explained, 120 of 1024 MB read (11 %)');
});

it('draws now and then within the width, and erases in the end', () => {
  vi.useFakeTimers();
  try {
    const written: string[] = [];
    const progress = createReadProgress({ write: (text) => void written.push(text), columns: 14, rows: 24 }, 90_000_000);
    progress.addBytes(1_000_000);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(250);
    progress.addBytes(1_000_000);
    expect(written).toEqual([]);
    progress.addBytes(10_000_000);
    progress.addBytes(1_000_000);
    expect(written).toEqual(['\r12 of 90 MB …\u001b[K']);
    progress.stop();
    progress.stop();
    expect(written).toEqual(['\r12 of 90 MB …\u001b[K', '\r\u001b[K']);
  } finally {
    vi.useRealTimers();
  }
});
