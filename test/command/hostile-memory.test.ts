import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worlds } from '../../src/lab/worlds/index.js';
import { type BuiltCommand, buildCommand } from './built-command.js';

const preload = fileURLToPath(new URL('../support/print-peak-memory.cjs', import.meta.url));
const limitKib = 200 * 1024;
/** What ends after the deadline is the farewell: a QUIT on each connection, and the evidence put in order. */
const farewellMs = 3_000;

let command: BuiltCommand;
beforeAll(async () => {
  command = await buildCommand();
});
afterAll(() => command.remove());

describe('hostile worlds', () => {
  const hostile = worlds.filter(({ name }) => name.startsWith('hostile-'));

  it('are there', () => expect(hostile.length).toBeGreaterThan(10));

  it.each(hostile.map(({ name, title }) => [name, title]))('%s stays below 200 MB and within the deadline: %s', async (name) => {
    const { stdout, stderr } = await command.run(['demo', name, '--json'], { environment: { NODE_OPTIONS: `--require ${preload}` } });
    const report = JSON.parse(stdout);
    expect(Number(/\npeak (\d+)\n$/.exec(stderr)?.[1])).toBeLessThan(limitKib);
    expect(report.durationMs).toBeLessThan(report.options.deadlineMs + farewellMs);
  });
});
