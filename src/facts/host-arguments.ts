/**
 * What every finding about a host says of it: its names, its family, and how the observation was made.
 */
import type { HostResult } from './host-results.js';

export interface HostArguments {
  readonly [name: string]: string | number | null;
  readonly exchange: string;
  readonly address: string;
  readonly family: number;
}

/** The arguments that every finding about the host has. */
export function hostArguments({ exchange, address, family }: HostResult): HostArguments {
  return { exchange: exchange.exchange, address, family };
}
