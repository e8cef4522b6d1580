/**
 * Who is who in the test bed: every address and name, in one place.
 *
 * 192.0.2.0/24: the name servers. 198.51.100.0/24: mail servers and dead ends. 203.0.113.0/24: those
 * who trace. Documentation addresses (RFC 5737, RFC 3849) and names below `example` (RFC 2606) only.
 */

export const nameServers = {
  root: '192.0.2.1',
  tld: '192.0.2.2',
  ns1: '192.0.2.3',
  ns2: '192.0.2.4',
  /** Validates, with the bed's own trust anchor. */
  resolver: '192.0.2.53',
  /** Holds an old copy of `copied.example` of its own. */
  copyingResolver: '192.0.2.54',
  /** Swallows every packet. */
  dead: '192.0.2.66',
} as const;

/** Addresses of the Postfix machine: one listener each, told apart by what it demands. */
export const postfixAddresses = {
  plain: '198.51.100.10',
  plain6: '2001:db8:25::10',
  greylisting: '198.51.100.11',
  blocklisting: '198.51.100.12',
  reverseDns: '198.51.100.13',
  senderDomain: '198.51.100.14',
  quota: '198.51.100.15',
  /** Says nothing for 12 s. */
  slow: '198.51.100.16',
  /** Postscreen: the first line of the greeting at once, the last after 6 s. */
  screened: '198.51.100.17',
} as const;

export const mailServers = {
  exim: '198.51.100.20',
  opensmtpd: '198.51.100.30',
  /** Offers STARTTLS and fails at it. */
  opensmtpdTls: '198.51.100.31',
  sendmail: '198.51.100.40',
  /** A machine that is up, with nothing on port 25. */
  noService: '198.51.100.60',
  /** The same, with port 25 dropped by a firewall; ping passes. */
  filtered: '198.51.100.61',
  /** The same, with a firewall that says that port 25 is prohibited. */
  prohibited: '198.51.100.62',
  /** Swallows every packet. */
  silent: '198.51.100.66',
  /** Nobody's: the router says so. */
  absent: '198.51.100.67',
} as const;

export const probeAddresses = {
  /** All in order: PTR and forward agree, domain exists. */
  usual: '203.0.113.5',
  usual6: '2001:db8:5::5',
  /** Its network drops outgoing port 25. */
  egressBlocked: '203.0.113.25',
  /** On the blocklist. */
  listed: '203.0.113.66',
  /** Without PTR. */
  nameless: '203.0.113.77',
  /** Uses the resolver with the old copy. */
  misinformed: '203.0.113.88',
} as const;

export type ProbeName = 'usual' | 'egressBlocked' | 'listed' | 'nameless' | 'misinformed';

/** The domain that mail comes from. */
export const senderDomain = 'corp.example';
export const defaultSender = `admin@${senderDomain}`;

/** The mailbox that exists on every server, and the one that exists nowhere. */
export const knownUser = 'bob';
export const unknownUser = 'nobody-by-this-name';

/** Name of each probe machine, also its HELO name and PTR. */
export function probeHostName(probe: ProbeName): string {
  return `${probe.toLowerCase()}.${senderDomain}`;
}
