import { expect, it } from 'vitest';
import { doAll } from './explain-pool.js';
import { ExplainThreads } from './explain-threads.js';
import type { Task } from './read-task.js';

async function* replies(count: number): AsyncGenerator<Task> {
  for (let at = 0; at < count; at += 1) yield { form: 'reply', source: `${at}`, text: at % 7 === 3 ? 'no reply' : `550 5.1.1 no ${at}` };
}

// No thread can begin where the sources run unbundled: the records come all the same.
it.each([0, 1, 31, 32, 33, 300])('%i tasks give their records in order, with or without threads', async (count) => {
  const sources: (string | null)[] = [];
  for await (const { done } of doAll(replies(count), false, new ExplainThreads()))
    sources.push(done.state === 'made' && done.made !== null && 'record' in done.made ? done.made.record.source : null);
  expect(sources).toEqual(Array.from({ length: count }, (_, at) => (at % 7 === 3 ? null : `${at}`)));
});

it('throws what the reading throws', async () => {
  async function* broken(): AsyncGenerator<Task> {
    yield* replies(100);
    throw new Error('the disk is gone');
  }
  const read = async () => {
    for await (const { done } of doAll(broken(), true, new ExplainThreads())) expect(done.state).toBe('made');
  };
  await expect(read()).rejects.toThrow('the disk is gone');
});
