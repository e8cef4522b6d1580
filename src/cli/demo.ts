/**
 * `mailwhy demo`: worlds of the lab, traced for real on loopback sockets, without any network.
 */
import { exitStatuses } from '../model/vocabulary.js';
import { findNearMiss } from '../parse/near-miss.js';
import { CommandError } from '../settings/command-error.js';
import type { Settings } from '../settings/load-settings.js';
import { readArguments, readSettings } from './command-call.js';
import type { RunCommand } from './command-entry.js';
import { print } from './output.js';

export const runDemo: RunCommand = async (args, command) => {
  const line = readArguments(command, args);
  const [name, ...more] = line.operands;
  if (more.length > 0) throw new CommandError('usage', 'demo takes one NAME', 'See mailwhy demo --list.');
  const settings = await readSettings(line);
  if (line.given.get('list')?.value === true) return await printList();
  return name === undefined ? await demonstrateAll(settings) : await demonstrateOne(name, settings);
};

async function printList(): Promise<number> {
  const { worlds } = await import('../lab/worlds/index.js');
  const width = Math.max(...worlds.map(({ name }) => name.length));
  await print(worlds.map(({ name, title }) => `${name.padEnd(width)}  ${title}`).join('\n'));
  return exitStatuses.ok;
}

async function demonstrateOne(name: string, settings: Settings): Promise<number> {
  const { worlds } = await import('../lab/worlds/index.js');
  const world = worlds.find((candidate) => candidate.name === name);
  if (world === undefined) throw describeUnknown(name, worlds);
  const { showWorld } = await import('./run-demo.js');
  return await showWorld(world, settings);
}

function describeUnknown(name: string, worlds: readonly { readonly name: string }[]): CommandError {
  const meant = findNearMiss(
    name,
    worlds.map((world) => world.name),
  );
  return new CommandError('usage', `there is no world ${name}`, meant === null ? 'See mailwhy demo --list.' : `Did you mean ${meant}?`);
}

async function demonstrateAll(settings: Settings): Promise<number> {
  if (settings.output.format !== 'text') throw new CommandError('usage', `--format ${settings.output.format} needs the name of one world`);
  const { demoWorlds } = await import('../lab/worlds/index.js');
  const { showWorlds } = await import('./run-demo.js');
  return await showWorlds(demoWorlds, settings);
}
