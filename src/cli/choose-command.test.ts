import { describe, expect, it } from 'vitest';
import { chooseCommand } from './choose-command.js';

/** The choice in a few words. */
function describeChoice(args: readonly string[]): string {
  const choice = chooseCommand(args);
  if (choice.kind === 'run') return `${choice.command.name} ${choice.args.join(' ')}`.trim();
  if (choice.kind === 'help') return `help ${choice.command?.name ?? ''}`.trim();
  return choice.kind === 'unknown' ? `unknown, meant ${choice.meant}` : choice.kind;
}

describe('the command that the arguments ask for', () => {
  it.each([
    ['nothing', [], 'overview'],
    ['the version', ['--version'], 'version'],
    ['the version in short', ['-V'], 'version'],
    ['help', ['help'], 'help'],
    ['help as an option', ['--help'], 'help'],
    ['help about a command', ['help', 'show'], 'help show'],
    ['help about help', ['help', 'help'], 'help'],
    ['help behind a command', ['demo', '--help'], 'help demo'],
    ['help behind an address', ['bob@example.com', '-h'], 'help trace'],
    ['help behind -- is an operand', ['trace', '--', '--help'], 'trace -- --help'],
    ['help about nothing that there is', ['help', 'shwo'], 'unknown, meant show'],
    ['an address', ['bob@example.com'], 'trace bob@example.com'],
    ['a domain', ['example.com', '--postmaster'], 'trace example.com --postmaster'],
    ['a top-level domain with its dot', ['example.'], 'trace example.'],
    ['an address literal', ['[192.0.2.1]'], 'trace [192.0.2.1]'],
    ['an option first', ['--json', 'bob@example.com'], 'trace --json bob@example.com'],
    ['a named command', ['trace', 'bob@example.com'], 'trace bob@example.com'],
    ['another command', ['explain', '550 no'], 'explain 550 no'],
    ['a word that is nearly a command', ['traec'], 'unknown, meant trace'],
    ['a command in capitals', ['Demo'], 'unknown, meant demo'],
    ['a word that is no command', ['bob'], 'unknown, meant null'],
    ['a word of other letters', ['jörg'], 'unknown, meant null'],
    ['an address with a blank is an address', ['bob smith'], 'trace bob smith'],
    ['an address with a comma is an address', ['bob,example'], 'trace bob,example'],
    ['an address with a fullwidth @', ['bob＠example'], 'trace bob＠example'],
    ['an empty argument', [''], 'trace'],
  ])('%s', (_, args, expected) => {
    expect(describeChoice(args)).toBe(expected);
  });
});
