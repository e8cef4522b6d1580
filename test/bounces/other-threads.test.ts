/**
 * Every sample by other threads: whole, or by halves, they give what one thread gives, and in its order. The threads are
 * stood in for by the same jobs, copied to and fro as they are between threads.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doAll } from '../../src/cli/explain-pool.js';
import type { ThreadPool } from '../../src/cli/explain-threads.js';
import type { Task } from '../../src/cli/read-task.js';
import { doJob } from '../../src/cli/thread-job.js';
import { allSamples } from './all-samples.js';

/** More about its recipients than goes from thread to thread. */
const longReport = [
  'From: MAILER-DAEMON@mx.example.org\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=cut\n\n--cut\nContent-Type: message/delivery-status\n',
  'Reporting-MTA: dns; mx.example.org\n',
  ...Array.from(
    { length: 3000 },
    (_, at) =>
      `Final-Recipient: rfc822; user${at}@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 ${'no such user '.repeat(8)}\n`,
  ),
  '--cut--\n',
].join('\n');

let folder = '';
let tasks: Task[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-threads-'));
  const messages = [...allSamples.map(({ message }) => message), longReport];
  const files = messages.map((_, at) => path.join(folder, `${at}.eml`));
  await Promise.all(files.map((file, at) => writeFile(file, messages[at] ?? '')));
  tasks = [
    ...files.map((file): Task => ({ form: 'file', path: file })),
    { form: 'file', path: path.join(folder, 'gone.eml') },
    ...messages.map((message, at): Task => ({ form: 'message', source: `#${at}`, bytes: new Uint8Array(Buffer.from(message)) })),
    { form: 'reply', source: 'a reply', text: '550 5.1.1 no such user' },
  ];
});
afterAll(() => rm(folder, { recursive: true }));

function standIn(size: number, work: typeof doJob): ThreadPool {
  return { size, run: async (job) => structuredClone(await work(structuredClone(job))), close: async () => undefined };
}

async function explainWith(pool: ThreadPool | null): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const { done } of doAll(yieldAll(tasks), true, { haveBegun: pool !== null, haveEnded: false, begin: () => pool }))
    all.push(done);
  return all;
}

async function* yieldAll(list: readonly Task[]): AsyncGenerator<Task> {
  yield* list;
}

it('is the same by one, by halves, and by many threads', async () => {
  const alone = await explainWith(null);
  expect(alone).toHaveLength(tasks.length);
  expect(alone.filter((done) => JSON.stringify(done).includes('"unreadable"'))).toHaveLength(1);
  const states = new Set<string>();
  const halves = standIn(1, async (job) => {
    const answers = await doJob(job);
    for (const { state } of answers) states.add(state);
    return answers;
  });
  expect(await explainWith(halves)).toEqual(alone);
  expect([...states].sort()).toEqual(['kept-back', 'nothing', 'other', 'read', 'unreadable']);
  expect(await explainWith(standIn(3, doJob))).toEqual(alone);
});

it.each([1, 3])('loses nothing where each of %i threads dies', async (size) => {
  const dead: ThreadPool = { size, run: () => Promise.reject(new Error('the thread has ended')), close: async () => undefined };
  expect(await explainWith(dead)).toEqual(await explainWith(null));
});
