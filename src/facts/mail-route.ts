/**
 * The route: which hosts a sender tries, in order (RFC 5321 section 5.1, RFC 7505).
 *
 * It is what the first answering resolver says, since that is what a sender here does; where no
 * resolver answers, what the authority says. Hosts that only the authority names now stand in
 * `authorityRoute`. Equal preferences are ordered by name, so that two runs agree.
 */
import type { DomainName } from '../model/domain-name.js';
import type { Fact } from '../model/fact.js';
import type { IpAddress } from '../model/ip-address.js';

/** Why an exchange leads nowhere. `is-address`: the target of the MX reads as an IP address. */
export type ExchangeProblem = 'not-found' | 'no-address' | 'lookup-failed' | 'alias-loop' | 'is-address' | 'not-a-host-name';

export interface PlannedExchange {
  /** The name as the MX has it; an address literal or address where one was asked for. */
  readonly exchange: string;
  readonly name: DomainName | null;
  readonly preference: number | null;
  readonly via: 'resolver' | 'authority' | 'option' | 'literal';
  readonly implicit: boolean;
  /** The names passed where the exchange is an alias (RFC 2181 section 10.3). */
  readonly aliases: readonly DomainName[];
  /** IPv4 first, then by value. */
  readonly addresses: readonly IpAddress[];
  readonly problem: ExchangeProblem | null;
  readonly evidence: readonly string[];
}

export interface MailRoute {
  /**
   * `no-mail-host`: no MX and no address in its place. `unknown`: nothing was answered or asked yet.
   */
  readonly state: 'exchanges' | 'null-mx' | 'no-domain' | 'no-mail-host' | 'lookup-failed' | 'alias-loop' | 'unknown';
  /** RFC 7505 section 3: a null MX beside others is no null MX; it is `contradicted`. */
  readonly nullMx: 'none' | 'alone' | 'contradicted';
  readonly exchanges: readonly PlannedExchange[];
  readonly ttlSeconds: number | null;
  readonly evidence: readonly string[];
}
