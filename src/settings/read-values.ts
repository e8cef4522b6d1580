/**
 * Given texts → checked values. Each reader throws an error that names the place, the fault and what would do.
 *
 * Whatever has a control character is refused before anything else is looked at: these values are
 * written into commands and files, where a line end begins something new.
 */
import { type DomainName, isHostName, parseDomainName } from '../model/domain-name.js';
import { addressLiteral, type IpAddress, parseIpAddress } from '../model/ip-address.js';
import type { Mailbox } from '../model/mail-address.js';
import type { ResolverAddress } from '../model/trace-options.js';
import { parseMailbox, type ToAscii } from '../parse/mailbox.js';
import { type GivenOption, givenError } from './given-options.js';

/** The texts of an option, one for each time that it was given. @throws CommandError where one is empty or has a control character */
export function readTexts(option: GivenOption): string[] {
  const texts = (Array.isArray(option.value) ? option.value : [option.value]).map(String);
  for (const text of texts) {
    const control = /\p{Cc}|[\u2028\u2029]/u.exec(text);
    if (control !== null)
      throw givenError(option, `a control character stands at position ${control.index + 1} of ${JSON.stringify(text)}`);
    if (text.trim() === '') throw givenError(option, 'the value is empty');
  }
  return texts.map((text) => text.trim());
}

/** The value; the last one where it was given several times. */
export function readText(option: GivenOption): string {
  return readTexts(option).at(-1) ?? '';
}

/** The value as one of the choices. @throws CommandError where it is none */
export function readChoice<Choice extends string>(option: GivenOption, choices: readonly Choice[]): Choice {
  const text = readText(option);
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined) throw givenError(option, `${JSON.stringify(text)} is none of ${choices.join(', ')}`);
  return choice;
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** A number of seconds, decimals allowed, as milliseconds. */
export function readSeconds(option: GivenOption, { least, most }: Bounds): number {
  const seconds = readNumber(option, /^(\d+(\.\d*)?|\.\d+)$/, 'a number of seconds such as 10 or 2.5');
  if (seconds < least || seconds > most) throw givenError(option, `${seconds} s is out of bounds: ${least} to ${most} s`);
  return Math.round(seconds * 1000);
}

/** The value as a whole number within the bounds, both included. @throws CommandError */
export function readInteger(option: GivenOption, { least, most }: Bounds): number {
  const value = readNumber(option, /^\d+$/, 'a whole number');
  if (value < least || value > most) throw givenError(option, `${value} is out of bounds: ${least} to ${most}`);
  return value;
}

function readNumber(option: GivenOption, pattern: RegExp, what: string): number {
  const text = readText(option);
  if (!pattern.test(text)) throw givenError(option, `${JSON.stringify(text)} is not ${what}`);
  return Number(text);
}

/** The value as an IP address, in brackets or without. @throws CommandError */
export function readAddress(option: GivenOption): IpAddress {
  const text = readText(option);
  const address = parseIpAddress(text.replace(/^\[(.*)\]$/, '$1'));
  if (address === null) throw givenError(option, `${JSON.stringify(text)} is no IP address`);
  return address;
}

/** `192.0.2.53`, `192.0.2.53:5353`, `192.0.2.53#5353`, `2001:db8::53`, `[2001:db8::53]:5353`. */
export function readResolvers(option: GivenOption): ResolverAddress[] {
  return readTexts(option).map((text) => {
    const [, bracketed, plain, portText = '53'] = /^(?:\[([^\]]+)\]|([^#[\]]+?))(?:(?:#|(?<=\]):|(?<=^[\d.]+):)(\d+))?$/.exec(text) ?? [];
    const address = parseIpAddress(bracketed ?? plain ?? '');
    const port = Number(portText);
    if (address === null)
      throw givenError(option, `${JSON.stringify(text)} is no IP address`, 'Resolvers are given as 192.0.2.53 or [2001:db8::53]:5353.');
    if (port < 1 || port > 65_535) throw givenError(option, `${portText} is no port`);
    return { address, port };
  });
}

/** A name or an address of a server. */
export function readHosts(option: GivenOption, toAscii: ToAscii): (DomainName | IpAddress)[] {
  return readTexts(option).map((text) => {
    const address = parseIpAddress(text.replace(/^\[(.*)\]$/, '$1'));
    const host = address ?? parseDomainName(toAscii(text.replace(/\.$/, ''))?.ascii ?? '');
    if (host === null) throw givenError(option, `${JSON.stringify(text)} is neither a host name nor an IP address`);
    return host;
  });
}

/** The name for EHLO: a full host name or an address literal (RFC 5321 section 4.1.1.1). */
export function readHelo(option: GivenOption, toAscii: ToAscii): string {
  const text = readText(option);
  const literal = /^\[(?:ipv6:)?([^\]]*)\]$/i.exec(text)?.[1];
  const address = parseIpAddress(literal ?? text);
  if (literal !== undefined && address !== null) return addressLiteral(address);
  if (address !== null) throw givenError(option, 'an address stands between [ and ]', `Write it as ${addressLiteral(address)}.`);
  const name = parseDomainName(toAscii(text)?.ascii ?? '');
  if (name === null || !isHostName(name)) throw givenError(option, `${JSON.stringify(text)} is no host name`);
  if (/^localhost(\.|$)/.test(name))
    throw givenError(
      option,
      'localhost is nobody: servers refuse it, or count it against you',
      'Give the name that your mail server uses.',
    );
  if (!name.includes('.')) throw givenError(option, `${text} is a short name`, 'Servers want the full name, with its domain.');
  return name;
}

/** The sender's mailbox. */
export function readMailbox(option: GivenOption, toAscii: ToAscii): Mailbox {
  const text = readText(option);
  if (text === '<>') throw givenError(option, 'the null sender has an option of its own', 'Use --null-sender.');
  const result = parseMailbox(text, toAscii);
  if ('mailbox' in result) return result.mailbox;
  const { reason, at, suggestion } = result.fault;
  throw givenError(
    option,
    `${JSON.stringify(text)}: ${reason}, at character ${at + 1}`,
    suggestion === null ? null : `Did you mean ${suggestion}?`,
  );
}
