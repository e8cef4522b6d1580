/**
 * The declaration of a world: name servers, resolvers, mail servers and the machine that looks at them.
 *
 * Addresses are documentation addresses (RFC 5737, RFC 3849) or, for worlds about private ones, any other: nothing
 * declared here is ever contacted for real. What a world does not declare is silent. Times in milliseconds of the
 * lab's own clock.
 */
import type { Rcode } from '../model/dns.js';
import type { SmtpScript } from './smtp-script.js';

/** A zone with its servers by name. The delegation in the parent, glue, SOA and NS records are derived. */
export interface ZoneDeclaration {
  /** Name of the name server → its addresses. */
  readonly servers: Readonly<Record<string, string | readonly string[]>>;
  /** Zone lines with full names: `example.com MX 10 mx1.example.com`, `@ 300 TXT "v=spf1 -all"`. */
  readonly records: readonly string[];
}

/** How a server answers in place of its zones' data. */
export type AnswerFault =
  /** Lame: REFUSED, SERVFAIL, data without AA, a referral to the root. */
  | 'refused'
  | 'servfail'
  | 'no-aa'
  | 'upward-referral'
  /** No packet comes back; ICMP port unreachable comes back. */
  | 'silent'
  | 'port-unreachable'
  | 'wrong-id'
  | 'wrong-question'
  /** A name whose compression pointer points at itself; octets that are no message. */
  | 'compression-loop'
  | 'garbage'
  /** Truncated over UDP; over TCP an octet now and then that never ends. */
  | 'tcp-drip'
  /** Truncated over UDP, and nothing listens on TCP. */
  | 'tcp-refused'
  /** Answers every question with itself as an alias's end: each answer brings one more CNAME. */
  | 'endless-aliases';

export interface NameServerBehaviour {
  readonly fault?: AnswerFault;
  /** Which zone the fault concerns; every zone where it is left out. */
  readonly only?: string;
  /** `formerr`: it does not know EDNS (RFC 6891 section 7); `ignored`: it answers without an OPT record. */
  readonly edns?: 'formerr' | 'ignored';
  /** Every answer over UDP is truncated. */
  readonly truncates?: boolean;
  /** Zones whose records differ from what the other servers have: zone → lines. */
  readonly records?: Readonly<Record<string, readonly string[]>>;
  readonly delayMs?: number;
}

export type ResolverBehaviour =
  /** Answers from what the authoritative servers have; SERVFAIL where all of them fail. `overrides` takes precedence. */
  | { readonly kind: 'recursive'; readonly overrides?: readonly NameOverride[]; readonly delayMs?: number }
  /** As recursive, but these records come from its cache; their TTLs count down. */
  | { readonly kind: 'stale'; readonly records: readonly string[] }
  /** As recursive, but it serves a copy of the zone with AA, whose TTLs stand still. */
  | { readonly kind: 'zone-copy'; readonly zone: string; readonly records: readonly string[] }
  | { readonly kind: 'silent' }
  | { readonly kind: 'port-unreachable' }
  | { readonly kind: 'rcode'; readonly rcode: Rcode }
  | { readonly kind: 'fault'; readonly fault: AnswerFault };

/** What a resolver says about a name and everything below it. */
export interface NameOverride {
  readonly name: string;
  readonly rcode: Rcode;
  /** Only without CD: what a validating resolver does (RFC 4035 section 5.5). */
  readonly unlessCheckingDisabled?: boolean;
  readonly extendedError?: { readonly code: number; readonly text: string };
  /** Only this type; every type where it is left out. */
  readonly type?: string;
}

/** What a TCP port does when it is not played by a script. */
export type PortFault = 'refused' | 'reset' | 'silent' | 'host-unreachable' | 'network-unreachable' | 'prohibited';

export type PingBehaviour = number | 'silent' | 'unreachable' | 'prohibited';

export interface HostDeclaration {
  /** Port 25, for short. */
  readonly smtp?: SmtpScript | PortFault;
  readonly ports?: Readonly<Record<number, SmtpScript | PortFault>>;
  /** Round trip in milliseconds, or what happens in its place. Default: 12 where a port is played, else silent. */
  readonly ping?: PingBehaviour;
}

export interface MachineDeclaration {
  readonly hostName?: string;
  /** Null: it has no full name. Default `probe.example.net`. */
  readonly fullName?: string | null;
  /** `linux` decides how `ping` prints. */
  readonly platform?: string;
  /** The source address of each family; null: no route for it. Default: 203.0.113.5 and no IPv6. */
  readonly sources?: { readonly 4?: string | null; readonly 6?: string | null };
  /** `missing`: there is no such command; `not-permitted`: it may not run. */
  readonly pingCommand?: 'missing' | 'not-permitted';
  /** What comes of a connection to port 25 beyond this network, whatever is there. */
  readonly outboundSmtp?: PortFault | SmtpScript;
  /** The families that `outboundSmtp` concerns; both where it is left out. */
  readonly outboundSmtpFamily?: 4 | 6;
  /** Who answers DNS beyond this network: `silent`: nobody; else the resolver at this address answers for every server. */
  readonly outboundDns?: 'silent' | { readonly interceptedBy: string };
}

export interface World {
  readonly zones: Readonly<Record<string, ZoneDeclaration>>;
  /** What is special about a name server, by address. */
  readonly nameServers?: Readonly<Record<string, NameServerBehaviour>>;
  /** In the machine's order. */
  readonly resolvers: Readonly<Record<string, ResolverBehaviour>>;
  readonly hosts: Readonly<Record<string, HostDeclaration>>;
  readonly machine?: MachineDeclaration;
  /** Put on every answer of every server, DNS and SMTP. */
  readonly delayMs?: number;
  /** How many milliseconds of the lab pass in one of the wall's. Default 1. */
  readonly clockSpeed?: number;
}
