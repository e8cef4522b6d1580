/**
 * Who gave the message to the receiving side, as the header has it: address, HELO name, envelope sender.
 *
 * The border hop is the oldest of the receiving side's that took it from a public address. Received-SPF comes last: it may
 * have come with the message, where the receiving side writes none.
 */
import type { AuthenticationRecord, HeaderHop, MessageIdentity, ReceivedSpf } from '../../model/headers-report.js';
import { type IpAddress, parseIpAddress } from '../../model/ip-address.js';
import { findProperty } from './authentication-results.js';

/** Where a clue stands. */
export type ClueSource = 'received' | 'received-spf' | 'authentication-results' | 'return-path';

export interface Clue<Value> {
  readonly value: Value;
  readonly source: ClueSource;
}

export interface EnvelopeClues {
  /** The border hop's number, null where none is told. */
  readonly hop: number | null;
  readonly client: Clue<IpAddress> | null;
  readonly helo: Clue<string> | null;
  /** `''`: the null reverse-path. */
  readonly sender: Clue<string> | null;
}

export interface EnvelopeFields {
  readonly hops: readonly HeaderHop[];
  readonly receivedSpf: readonly ReceivedSpf[];
  readonly authentication: readonly AuthenticationRecord[];
  readonly message: MessageIdentity;
}

/** What the header tells of the envelope; null where it does not. */
export function findEnvelopeClues({ hops, receivedSpf, authentication, message }: EnvelopeFields): EnvelopeClues {
  const border = hops.find(
    ({ owner, fromAddress, isPrivate }) => (owner === 'recipient' || owner === 'shared') && fromAddress !== null && !isPrivate,
  );
  const address = parseIpAddress(border?.fromAddress ?? '');
  const spf = receivedSpf.find((each) => address === null || parseIpAddress(each.clientAddress ?? '') === address);
  const told = parseIpAddress(spf?.clientAddress ?? '');
  return {
    hop: border?.number ?? null,
    client: firstClue([address, 'received'], [told, 'received-spf']),
    helo: firstClue([border?.from ?? null, 'received'], [spf?.helo ?? null, 'received-spf']),
    sender: firstClue(...orderSenders(readSender(findMailFrom(authentication)), readSender(message.returnPath)), [
      readSender(spf?.envelopeFrom ?? null),
      'received-spf',
    ]),
  };
}

function firstClue<Value>(...clues: readonly (readonly [Value | null, ClueSource])[]): Clue<Value> | null {
  const found = clues.flatMap(([value, source]) => (value === null ? [] : [{ value, source }]));
  return found[0] ?? null;
}

/** What was evaluated goes first, but where it is told by its domain alone and Return-Path has all of it. */
function orderSenders(evaluated: string | null, returnPath: string | null): readonly (readonly [string | null, ClueSource])[] {
  const isWhole = evaluated === null || evaluated.includes('@') || returnPath?.endsWith(`@${evaluated}`) !== true;
  const senders = [[evaluated, 'authentication-results'] as const, [returnPath, 'return-path'] as const];
  return isWhole ? senders : senders.reverse();
}

function findMailFrom(authentication: readonly AuthenticationRecord[]): string | null {
  const results = authentication.filter(({ standing }) => standing === 'trusted').flatMap((record) => record.results);
  const spf = results.filter(({ method }) => method === 'spf').map((result) => findProperty(result, 'smtp.mailfrom'));
  return spf.find((value) => value !== null) ?? null;
}

/** `<a@b>` and `a@b` → `a@b`; `<>` → `''`; what looks like neither is none. */
function readSender(text: string | null): string | null {
  const bare =
    text
      ?.trim()
      .replace(/^<(.*)>$/s, '$1')
      .trim() ?? null;
  if (bare === null || bare.length > 320) return null;
  return text?.trim() === '<>' || /^(?:[^\s@]*@)?[^\s@]+\.[^\s@]+$/.test(bare) ? bare : null;
}
