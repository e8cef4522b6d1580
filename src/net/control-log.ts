/**
 * When the built-in controls were last asked from a source address: they are other people's servers.
 */
import type { IpAddress } from '../model/ip-address.js';

export interface ControlLog {
  /** Milliseconds since 1970, null where they never were, or nobody remembers. */
  lastAsked(source: IpAddress): Promise<number | null>;
  /** Remembers that they are asked now. Never throws: where it cannot be remembered, it is not. */
  remember(source: IpAddress, atMs: number): Promise<void>;
}

/** Remembers for as long as the process lives. */
export function createMemoryControlLog(): ControlLog {
  const asked = new Map<IpAddress, number>();
  return {
    lastAsked: async (source) => asked.get(source) ?? null,
    remember: async (source, atMs) => {
      asked.set(source, atMs);
    },
  };
}
