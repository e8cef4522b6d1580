/**
 * How the senders of the world walk a route: waits, limits, and what they do at each event.
 *
 * Data from the products' sources and manuals; defaults, no local changes. `conforming` is what RFC 5321
 * asks for and what a trace follows itself. When they try again and give up stands in `retry-schedules`.
 */

export const senderIds = ['conforming', 'postfix', 'exim', 'sendmail', 'exchange', 'exchange-online'] as const;
export type SenderId = (typeof senderIds)[number];

/** What a sender does next: the next address or exchange, keep the message, bounce it, or go on in plain text. */
export type Move = 'next' | 'defer' | 'bounce' | 'plain-at-once' | 'plain-later';

/** What can happen at an address, as far as senders tell it apart. */
export type WalkEvent =
  | 'no-connection'
  | 'no-greeting'
  | 'greeting-4yz'
  | 'greeting-5yz'
  | 'hello-5yz'
  | 'tls-failed'
  | 'broken-off'
  | 'mail-4yz'
  | 'mail-5yz'
  | 'rcpt-4yz'
  | 'rcpt-5yz'
  | 'data-4yz'
  | 'data-5yz';

export interface SenderProfile {
  readonly id: SenderId;
  readonly name: string;
  /** Null: no limit, or the operating system's. */
  readonly connectTimeoutMs: number | null;
  readonly greetingTimeoutMs: number;
  /** To any later command; DATA and the final dot have their own in RFC 5321. */
  readonly replyTimeoutMs: number;
  /** How many addresses it tries in one delivery; null: all. */
  readonly addressLimit: number | null;
  readonly exchangeLimit: number | null;
  readonly moves: Readonly<Record<WalkEvent, Move>>;
  /** What it does when the last address is through without a decision. */
  readonly atTheEnd: { readonly afterGreeting5yz: 'defer' | 'bounce' };
  readonly source: string;
}

const minute = 60_000;

const conformingMoves: SenderProfile['moves'] = {
  'no-connection': 'next',
  'no-greeting': 'next',
  'greeting-4yz': 'next',
  'greeting-5yz': 'next',
  'hello-5yz': 'next',
  'tls-failed': 'plain-at-once',
  'broken-off': 'next',
  'mail-4yz': 'next',
  'mail-5yz': 'bounce',
  'rcpt-4yz': 'next',
  'rcpt-5yz': 'bounce',
  'data-4yz': 'defer',
  'data-5yz': 'bounce',
};

/** Hostile domains name thousands of addresses that all put the mail off; the largest honest routes have some twenty. */
const conformingAddressLimit = 30;

export const conformingSender: SenderProfile = {
  id: 'conforming',
  name: 'a conforming sender',
  connectTimeoutMs: null,
  greetingTimeoutMs: 5 * minute,
  replyTimeoutMs: 5 * minute,
  addressLimit: conformingAddressLimit,
  exchangeLimit: null,
  moves: conformingMoves,
  atTheEnd: { afterGreeting5yz: 'bounce' },
  source: 'RFC 5321 sections 4.5.3.2 and 5.1, RFC 7504 section 3',
};

export const senderProfiles: readonly SenderProfile[] = [
  {
    id: 'postfix',
    name: 'Postfix',
    connectTimeoutMs: 30_000,
    greetingTimeoutMs: 5 * minute,
    replyTimeoutMs: 5 * minute,
    addressLimit: 5,
    exchangeLimit: null,
    moves: { ...conformingMoves, 'tls-failed': 'plain-later' },
    atTheEnd: { afterGreeting5yz: 'defer' },
    source: 'postconf(5): smtp_connect_timeout, smtp_helo_timeout, smtp_mx_address_limit, smtp_skip_5xx_greeting',
  },
  {
    id: 'exim',
    name: 'Exim',
    connectTimeoutMs: 5 * minute,
    greetingTimeoutMs: 5 * minute,
    replyTimeoutMs: 5 * minute,
    addressLimit: null,
    exchangeLimit: 5,
    moves: { ...conformingMoves, 'greeting-5yz': 'bounce', 'hello-5yz': 'bounce' },
    atTheEnd: { afterGreeting5yz: 'bounce' },
    source: 'Exim specification, smtp transport: connect_timeout, command_timeout, hosts_max_try, tls_tempfail_tryclear',
  },
  {
    id: 'sendmail',
    name: 'Sendmail',
    connectTimeoutMs: null,
    greetingTimeoutMs: 5 * minute,
    replyTimeoutMs: 10 * minute,
    addressLimit: null,
    exchangeLimit: null,
    moves: { ...conformingMoves, 'tls-failed': 'defer' },
    atTheEnd: { afterGreeting5yz: 'bounce' },
    source: 'Sendmail Installation and Operation Guide: Timeout.initial, Timeout.mail, TLSFallbacktoClear',
  },
  {
    id: 'exchange',
    name: 'Exchange',
    connectTimeoutMs: null,
    greetingTimeoutMs: 5 * minute,
    replyTimeoutMs: 5 * minute,
    addressLimit: null,
    exchangeLimit: null,
    moves: conformingMoves,
    atTheEnd: { afterGreeting5yz: 'bounce' },
    source: 'Exchange Server documentation: message retry, resubmit and expiration intervals',
  },
  {
    id: 'exchange-online',
    name: 'Exchange Online',
    connectTimeoutMs: null,
    greetingTimeoutMs: 5 * minute,
    replyTimeoutMs: 5 * minute,
    addressLimit: null,
    exchangeLimit: null,
    moves: conformingMoves,
    atTheEnd: { afterGreeting5yz: 'bounce' },
    source: 'Exchange Online documentation: non-delivery reports, retry intervals',
  },
];

/** "Postfix" of `postfix`; the id itself where it is none of these. */
export function senderName(id: string): string {
  return senderProfiles.find((profile) => profile.id === id)?.name ?? id;
}
