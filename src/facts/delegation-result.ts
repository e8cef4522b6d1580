/**
 * What a walk from the root comes to: the zones on the way, the name's own servers and what they answer.
 */
import type { DnsServer } from '../model/dns.js';
import { type DomainName, rootName } from '../model/domain-name.js';
import type { Answer } from './answer.js';
import type { ZoneCut } from './delegation-servers.js';

/**
 * `reached`: a server of the name's zone answers with authority. `nxdomain-at-parent`: the zone above says that
 * there is no such name. `servers-unusable`: it is delegated, and no server of the zone answers with authority.
 * `no-answer-above`: the servers of a zone on the way (`zone`) fail. `root-unreachable`: none of the root
 * servers tried answers. `foreign-answer`: somebody answers in the place of a server on the way: RA or data, no
 * AA. `no-end`: more levels than any name has. `not-walked`: nobody asked.
 */
export type DelegationState =
  | 'reached'
  | 'nxdomain-at-parent'
  | 'servers-unusable'
  | 'no-answer-above'
  | 'root-unreachable'
  | 'foreign-answer'
  | 'no-end'
  | 'not-walked';

export interface Delegation {
  readonly name: DomainName;
  readonly state: DelegationState;
  /** The name's own zone; where the walk ended above, the zone that it ended at. */
  readonly zone: DomainName;
  /** From the root down to `zone`. */
  readonly cuts: readonly ZoneCut[];
  /** What was heard on the way down, the root's servers first. */
  readonly onTheWay: readonly Answer[];
  /** The servers of `zone` that were to be asked. */
  readonly servers: readonly DnsServer[];
  /** To the first type asked for, one for each server of `servers` that was asked. */
  readonly answers: readonly Answer[];
  /** To the other types. */
  readonly further: readonly Answer[];
  /** Where the name is an alias that leads out of its zone: the walk to what it stands for. */
  readonly target: Delegation | null;
}

/** The root and top-level domains. */
export function isRegistry(zone: DomainName): boolean {
  return !zone.includes('.') || zone === rootName;
}
