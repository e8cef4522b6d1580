/**
 * Options as they were given, each with the place that it came from, before they are checked.
 *
 * The command line goes before the environment before the file. Of two options that exclude each other
 * the higher layer's holds; within one layer they are an error.
 */
import { CommandError } from './command-error.js';
import { exclusivePairs, type OptionName } from './option-table.js';

export interface GivenOption {
  readonly value: boolean | string | number | readonly string[];
  readonly layer: 'command-line' | 'environment' | 'file';
  /** How its place is named in messages: `--timeout`, `MAILWHY_TIMEOUT`, `"timeout" in /etc/mailwhy/config.json`. */
  readonly place: string;
}

export type GivenOptions = ReadonlyMap<OptionName, GivenOption>;

/** An error about a given option: wrong usage on the command line, bad configuration elsewhere. */
export function givenError(option: GivenOption, reason: string, hint: string | null = null): CommandError {
  return new CommandError(option.layer === 'command-line' ? 'usage' : 'configuration', `${option.place}: ${reason}`, hint);
}

/** One layer over the other, the first going before. @throws CommandError where a layer contradicts itself */
export function mergeLayers(layers: readonly GivenOptions[]): GivenOptions {
  const merged = new Map<OptionName, GivenOption>();
  for (const layer of layers) {
    assertConsistent(layer);
    const additions = [...layer].filter(([name]) => !merged.has(name) && !isHidden(name, merged));
    for (const [name, option] of additions) merged.set(name, option);
  }
  return merged;
}

function isHidden(name: OptionName, above: GivenOptions): boolean {
  return partners(name).some((partner) => isInForce(above.get(partner)));
}

function partners(name: OptionName): OptionName[] {
  return exclusivePairs.flatMap(([left, right]) => (left === name ? [right] : right === name ? [left] : []));
}

function isInForce(option: GivenOption | undefined): option is GivenOption {
  return option !== undefined && option.value !== false;
}

function assertConsistent(layer: GivenOptions): void {
  for (const [left, right] of exclusivePairs) {
    const first = layer.get(left);
    const second = layer.get(right);
    if (!isInForce(first) || !isInForce(second) || (left === 'json' && second.value === 'json')) continue;
    throw givenError(first, `cannot be given together with ${second.place}`);
  }
}
