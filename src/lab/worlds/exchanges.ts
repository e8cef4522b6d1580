/**
 * Worlds about MX records and what they name.
 */
import {
  describeWorld,
  expectDelayed,
  expectDeliverable,
  expectUndeliverable,
  mx1Address,
  mx2Address,
  type NamedWorld,
  oneExchange,
} from './base.js';

const webServer = { '192.0.2.80': { smtp: 'refused', ping: 9 } } as const;

export const exchangeWorlds: readonly NamedWorld[] = [
  describeWorld('mx-missing', 'The domain has no MX record and no address.', {
    records: ['@ TXT "v=spf1 -all"'],
    expect: { ...expectUndeliverable('mx.missing'), responsible: 'recipient-dns', endsAt: null },
  }),
  describeWorld('mx-missing-web-server', "No MX record; the web server behind the domain's address refuses port 25.", {
    records: ['@ A 192.0.2.80'],
    hosts: webServer,
    expect: { ...expectDelayed('mx.missing', 'mx.implicit', 'port.refused'), responsible: 'recipient-dns' },
  }),
  describeWorld('mx-implicit', "No MX record; the domain's own address takes the mail.", {
    records: [`@ A ${mx1Address}`],
    mx1: { name: 'example.com' },
    expect: { ...expectDeliverable('mx.implicit'), endsAt: mx1Address },
  }),
  describeWorld('mx-null', 'The domain says that it takes no mail.', {
    records: ['@ MX 0 .', '@ A 192.0.2.80'],
    hosts: webServer,
    expect: { ...expectUndeliverable('mx.null'), responsible: 'sender-user', endsAt: null },
  }),
  describeWorld('mx-null-not-alone', 'The domain says that it takes no mail, and names a server that does.', {
    records: ['@ MX 0 .', ...oneExchange],
    expect: { ...expectDeliverable('mx.null-not-alone'), endsAt: mx1Address },
  }),
  describeWorld('mx-target-not-found', 'The only exchange has no such name.', {
    records: ['@ MX 10 mail7.example.com'],
    expect: { ...expectUndeliverable('mx.target-not-found'), responsible: 'recipient-dns' },
  }),
  describeWorld('mx-target-without-address', 'The only exchange exists and has no address.', {
    records: ['@ MX 10 mx1.example.com', 'mx1.example.com TXT "soon"'],
    expect: expectUndeliverable('mx.target-not-found'),
  }),
  describeWorld('mx-forgotten-dot', 'A final dot was forgotten in the zone file.', {
    records: ['@ MX 10 mx1.example.com.example.com', `mx1.example.com A ${mx1Address}`],
    expect: expectUndeliverable('mx.target-not-found'),
  }),
  describeWorld('mx-one-target-not-found', 'The first exchange does not exist, the second one takes the mail.', {
    records: ['@ MX 10 gone.example.com', '@ MX 20 mx2.example.com', `mx2.example.com A ${mx2Address}`],
    expect: { ...expectDeliverable('mx.target-not-found'), endsAt: mx2Address },
  }),
  describeWorld('mx-target-lookup-failed', 'The exchange lies in a zone whose name servers refuse.', {
    records: ['@ MX 10 mail.provider.example'],
    zones: { 'provider.example': { servers: { 'ns1.provider.example': '192.0.2.55' }, records: ['mail.provider.example A 192.0.2.30'] } },
    nameServers: { '192.0.2.55': { fault: 'refused' } },
    expect: expectDelayed('mx.target-lookup-failed'),
  }),
  describeWorld('mx-points-here', 'The only exchange leads back to this very machine.', {
    records: ['@ MX 10 probe.example.net'],
    hosts: { '203.0.113.5': { smtp: { name: 'probe.example.net', rcpt: '554 5.4.6 Error: mail loops back to myself' } } },
    expect: expectUndeliverable('mx.points-here'),
  }),
  describeWorld('mx-points-home', 'The only exchange resolves to the loopback address.', {
    records: ['@ MX 10 localhost.example.com', 'localhost.example.com A 127.0.0.1'],
    expect: expectUndeliverable('mx.target-private'),
  }),
  describeWorld('mx-target-is-alias', 'The MX names an alias.', {
    records: ['@ MX 10 mail.example.com', 'mail.example.com CNAME mx1.example.com', `mx1.example.com A ${mx1Address}`],
    hosts: { [mx1Address]: { smtp: { name: 'mail.example.com' } } },
    expect: { ...expectDeliverable('mx.target-is-alias'), endsAt: mx1Address },
  }),
  describeWorld('mx-target-is-address', 'The MX names an IP address in place of a host.', {
    records: ['@ MX 10 192.0.2.25'],
    expect: { ...expectUndeliverable('mx.target-is-address'), responsible: 'recipient-dns' },
  }),
  describeWorld('mx-target-private', 'The only exchange resolves to an address of a private network.', {
    records: ['@ MX 10 mx1.example.com', 'mx1.example.com A 10.0.0.25'],
    expect: { ...expectDelayed('mx.target-private'), responsible: 'recipient-dns' },
  }),
  describeWorld('mx-one-target-private', 'The first exchange is private, the second one takes the mail.', {
    records: [
      '@ MX 10 inside.example.com',
      'inside.example.com A 192.168.7.25',
      '@ MX 20 mx2.example.com',
      `mx2.example.com A ${mx2Address}`,
    ],
    expect: { ...expectDeliverable('mx.target-private'), endsAt: mx2Address },
  }),
  describeWorld('mx-target-alias-loop', 'The exchange is an alias of itself.', {
    records: ['@ MX 10 mail.example.com', 'mail.example.com CNAME mail2.example.com', 'mail2.example.com CNAME mail.example.com'],
    expect: expectDelayed('mx.target-lookup-failed'),
  }),
];
