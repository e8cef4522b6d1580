/**
 * Worlds about the address asked for, the mailboxes beside it, and as whom this machine asks.
 */
import { describeWorld, type NamedWorld } from './base.js';

export const identityWorlds: readonly NamedWorld[] = [
  describeWorld('address-malformed', 'A comma stands for a dot in the address.', {
    target: 'bob@example,com',
    expect: {
      outcome: 'undeliverable',
      cause: 'address.malformed',
      codes: ['address.malformed'],
      responsible: 'sender-user',
      endsAt: null,
    },
  }),
  describeWorld('address-utf8-unsupported', 'The address needs SMTPUTF8, and the server does not offer it.', {
    target: 'bøb@example.com',
    mx1: { extensions: ['PIPELINING', 'SIZE 10240000', '8BITMIME'] },
    expect: { outcome: 'undeliverable', cause: 'address.utf8-unsupported', codes: ['address.utf8-unsupported'] },
  }),
  describeWorld('recipient-unknown-spares-others', 'The mailbox is unknown to the first exchange; the backup is left alone.', {
    records: ['@ MX 10 mx1.example.com', '@ MX 20 mx2.example.com', 'mx1.example.com A 192.0.2.25', 'mx2.example.com A 198.51.100.25'],
    mx1: { rcpt: { 'bob@example.com': '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown', default: '250 2.1.5 Ok' } },
    expect: { outcome: 'undeliverable', cause: 'recipient.unknown', codes: ['recipient.unknown'], endsAt: '192.0.2.25' },
  }),
  describeWorld('postmaster-unknown', 'The postmaster address, which must exist, is refused (--postmaster).', {
    options: { postmaster: true },
    mx1: {
      rcpt: {
        'postmaster@example.com': '550 5.1.1 <postmaster@example.com>: Recipient address rejected: User unknown',
        default: '250 2.1.5 Ok',
      },
    },
    expect: { outcome: 'deliverable', cause: null, codes: ['recipient.postmaster-unknown'] },
  }),
  describeWorld('own-reverse-dns-missing', 'The mail is accepted, but the source address here has no name.', {
    machine: { sources: { 4: '203.0.113.77' } },
    expect: { outcome: 'deliverable', cause: null, codes: ['sender.no-reverse-dns'] },
  }),
  describeWorld('own-domain-not-found', "The mail is accepted, but the sender's domain does not exist.", {
    options: { from: 'admin@exampel.net' },
    expect: { outcome: 'deliverable', cause: null, codes: ['sender.domain-not-found'] },
  }),
  describeWorld('own-hello-name-not-found', 'The mail is accepted, but the name given at EHLO does not exist.', {
    options: { helo: 'prob.example.net' },
    expect: { outcome: 'deliverable', cause: null, codes: ['hello.name-not-found'] },
  }),
  describeWorld('own-domain-null-mx', "The mail is accepted, but the sender's domain says that it takes no mail.", {
    options: { from: 'admin@nomail.example.net' },
    zones: { 'nomail.example.net': { servers: { 'ns1.example.net': '203.0.113.53' }, records: ['@ MX 0 .'] } },
    expect: { outcome: 'deliverable', cause: null, codes: ['sender.null-mx'] },
  }),
  describeWorld('identity-assumed', "Nobody said as whom to ask; the machine's own name does.", {
    options: { from: null, helo: null },
    zones: {},
    expect: { outcome: 'deliverable', cause: null, codes: ['local.identity-assumed'] },
  }),
  describeWorld('identity-missing', 'Nobody said as whom to ask, and the machine has no full name: the trace stops before MAIL.', {
    options: { from: null, helo: null },
    machine: { hostName: 'probe', fullName: null },
    expect: { outcome: 'inconclusive', cause: 'local.identity-assumed', codes: ['local.identity-assumed'], responsible: 'local' },
  }),
];
