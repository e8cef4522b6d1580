/**
 * What was asked and how: the target and the options, checked once at the edge (`settings`, `parse/mailbox`).
 */
import type { DomainName } from './domain-name.js';
import type { IpAddress } from './ip-address.js';
import type { Mailbox, MailboxFault, MailDomain } from './mail-address.js';

/** What a trace is about. `assumed`: the address was made up (postmaster) because only a domain was given. */
export type Target =
  | { readonly kind: 'address'; readonly input: string; readonly mailbox: Mailbox; readonly domain: MailDomain; readonly assumed: boolean }
  | { readonly kind: 'domain'; readonly input: string; readonly mailbox: null; readonly domain: MailDomain; readonly assumed: false }
  | { readonly kind: 'malformed'; readonly input: string; readonly fault: MailboxFault };

export interface ResolverAddress {
  readonly address: IpAddress;
  readonly port: number;
}

/** A root server: where the walk starts. */
export interface RootHint {
  readonly name: DomainName;
  readonly addresses: readonly IpAddress[];
}

/** Every option of a trace, defaults filled in. Times in milliseconds. */
export interface TraceOptions {
  /** Null: the machine's own. */
  readonly resolvers: readonly ResolverAddress[] | null;
  readonly walk: boolean;
  /** Null: the built-in IANA hints. */
  readonly rootHints: readonly RootHint[] | null;
  /** A reverse-path; `''` for `<>` (`--null-sender`); null: found by the identity's own order. */
  readonly from: string | null;
  readonly fromNeedsSmtpUtf8: boolean;
  readonly helo: string | null;
  readonly source: IpAddress | null;
  /** Null: both. */
  readonly family: 4 | 6 | null;
  /** Ask this server, whatever DNS says. */
  readonly exchange: DomainName | IpAddress | null;
  readonly port: number;
  readonly sizeBytes: number | null;
  readonly all: boolean;
  readonly postmaster: boolean;
  /** `'built-in'`, the names given, or none (`--no-control`). */
  readonly controls: 'built-in' | readonly (DomainName | IpAddress)[];
  readonly ping: boolean;
  readonly probe: boolean;
  readonly connectTimeoutMs: number;
  readonly replyTimeoutMs: number;
  readonly deadlineMs: number;
  readonly patient: boolean;
  readonly concurrency: number;
  /** The message that `--send` delivers, as read; null: none. */
  readonly send: { readonly file: string; readonly sizeBytes: number } | null;
}

export const defaultTraceOptions: TraceOptions = {
  resolvers: null,
  walk: true,
  rootHints: null,
  from: null,
  fromNeedsSmtpUtf8: false,
  helo: null,
  source: null,
  family: null,
  exchange: null,
  port: 25,
  sizeBytes: null,
  all: false,
  postmaster: false,
  controls: 'built-in',
  ping: true,
  probe: true,
  connectTimeoutMs: 15_000,
  replyTimeoutMs: 60_000,
  deadlineMs: 120_000,
  patient: false,
  concurrency: 5,
  send: null,
};

/** The name that a domain goes by in ids and subjects. */
export function mailDomainName(domain: MailDomain): string {
  return domain.kind === 'name' ? domain.name : domain.literal;
}
