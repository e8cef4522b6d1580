import { afterEach, describe, expect, it, vi } from 'vitest';
import { listenForInterruption } from './interruption.js';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('Ctrl-C', () => {
  it('ends the work at first, and the command at once when it comes again', () => {
    const exit = vi.spyOn(process, 'exit').mockImplementation((() => undefined) as () => never);
    const cleanUp = vi.fn();
    const interruption = listenForInterruption(cleanUp);
    process.emit('SIGINT');
    expect(interruption.signal.aborted).toBe(true);
    expect(interruption.signal.reason).toBe('interrupted');
    expect(exit).not.toHaveBeenCalled();
    process.emit('SIGINT');
    expect(cleanUp).toHaveBeenCalledOnce();
    expect(exit).toHaveBeenCalledWith(130);
    interruption.release();
  });

  it('belongs to the system again once it is released', () => {
    const before = process.listenerCount('SIGINT');
    const interruption = listenForInterruption(() => undefined);
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    interruption.release();
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
