/**
 * What of a failure lies on the reporter's own side: its machine with its programs and mailboxes, or the relay that it hands
 * its mail to. Nobody at the recipient's has said anything of it.
 *
 * A relay is known by its port, which is never 25 for an exchange (RFC 5321 section 4.5.4.2), or by an address of a private
 * network; one at port 25 of a public address looks like any exchange.
 */
import { addressScope, parseIpAddress } from '../model/ip-address.js';

export interface OwnSide {
  readonly isOwnSide: boolean;
  /** `relay.example:587`; null where it is no relay's matter. */
  readonly relay: string | null;
}

export const otherSide: OwnSide = { isOwnSide: false, relay: null };
export const ownMachine: OwnSide = { isOwnSide: true, relay: null };

/** Who was spoken to: the name, the address or the path of a socket, the port where one is told. */
export interface Peer {
  readonly name: string;
  readonly address: string;
  readonly port: string | null;
}

/** Whose side the peer is on. */
export function placePeer({ name, address, port }: Peer): OwnSide {
  if (address.includes('/') || /^localhost(?:\.localdomain)?$/i.test(name)) return ownMachine;
  const ip = parseIpAddress(address);
  const scope = ip === null ? 'public' : addressScope(ip);
  if (scope === 'loopback' || scope === 'unspecified') return ownMachine;
  if (port !== null && port !== '25') return { isOwnSide: true, relay: `${name}:${port}` };
  return scope === 'private' ? { isOwnSide: true, relay: name } : otherSide;
}

/** The words of sysexits(3) that Postfix has for what a command of its own ended with, and its output behind them. */
const commandEnds = [
  'command line usage error',
  'data format error',
  'cannot open input',
  'service unavailable',
  'internal software error',
  'system resource problem',
  'critical OS file missing',
  "can't create user output file",
  'input/output error',
  'temporary failure',
  'remote error in protocol',
  'permission denied',
  'local configuration error',
];

const ownWords: readonly RegExp[] = [
  // Postfix: qmgr(8), local(8), virtual(8), pipe(8)
  /^(?:unknown )?mail transport (?:unavailable|error)/i,
  /^alias database unavailable/i,
  /^cannot (?:update mailbox|append (?:message )?to|access|open) /i,
  /^(?:maildir|mailbox) delivery failed:/i,
  /^Command (?:died with|time limit exceeded)/i,
  new RegExp(`^(?:${commandEnds.join('|')})(?:\\. Command output: |$)`, 'i'),
  /^mail for \S+ loops back to myself$/i,
  // Exim: a transport that speaks LMTP
  /\bLMTP connection to /,
  // Exchange: the Unreachable queue
  /^A matching connector cannot be found/i,
];

/** Whether the reason is one that a mail server gives for its own part. */
export function isOwnReason(text: string): boolean {
  return ownWords.some((words) => words.test(text));
}
