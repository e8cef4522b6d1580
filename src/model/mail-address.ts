/**
 * Mailboxes as RFC 5321 section 4.1.2 has them; made by `parse/mailbox`.
 *
 * The local part keeps its case and its quotes where it needs them; the domain is a canonical name or
 * an address literal.
 */
import type { DomainName } from './domain-name.js';
import type { IpAddress } from './ip-address.js';

declare const mailAddressBrand: unique symbol;
/** `local@domain` in canonical form, ready for the wire; an internationalised domain as A-labels. */
export type MailAddress = string & { readonly [mailAddressBrand]: true };

export type MailDomain =
  | { readonly kind: 'name'; readonly name: DomainName; readonly unicode: string | null }
  | { readonly kind: 'literal'; readonly address: IpAddress; readonly literal: string };

export interface Mailbox {
  readonly address: MailAddress;
  /** As it goes on the wire: quoted where it must be. */
  readonly localPart: string;
  readonly domain: MailDomain;
  /** Whether the local part has characters outside ASCII, so that the server must offer SMTPUTF8 (RFC 6531). */
  readonly needsSmtpUtf8: boolean;
}

/** Where and why a text is no mailbox. `at` counts UTF-16 units from 0; `suggestion` is a whole address. */
export interface MailboxFault {
  readonly reason: string;
  readonly at: number;
  readonly suggestion: string | null;
}
