/**
 * Worlds about reaching the exchanges: ports, paths, families, and a sender's way along the route.
 */
import {
  describeWorld,
  dualStackMachine,
  expectDelayed,
  expectDeliverable,
  expectInconclusive,
  expectUndeliverable,
  mx1Address,
  mx2Address,
  type NamedWorld,
  oneExchange,
  twoExchanges,
} from './base.js';

const unknownUser = '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown in virtual mailbox table';

/** The exchanges of three large providers, for the egress check. */
export const controlZones = Object.fromEntries(
  ['gmail.com', 'outlook.com', 'yahoo.com'].map((domain, at) => [
    domain,
    { servers: { [`ns1.${domain}`]: `198.51.100.${60 + at}` }, records: [`@ MX 10 mx.${domain}`, `mx.${domain} A 198.51.100.${70 + at}`] },
  ]),
);
const controlAddresses = ['198.51.100.70', '198.51.100.71', '198.51.100.72'];
/** Alive by ping and on the submission port. */
export const liveControls = Object.fromEntries(
  controlAddresses.map((address) => [
    address,
    { smtp: { name: 'mx.control.example' }, ports: { 587: { name: 'mx.control.example' } }, ping: 14 },
  ]),
);
const withControls = { zones: controlZones };

const ipv6Only = ['@ MX 10 mx1.example.com', 'mx1.example.com AAAA 2001:db8::25'];
const dualStack = [...oneExchange, 'mx1.example.com AAAA 2001:db8::25'];

export const reachWorlds: readonly NamedWorld[] = [
  describeWorld('port-refused', 'The only exchange is up and refuses port 25.', {
    mx1: 'refused',
    expect: { ...expectDelayed('port.refused'), responsible: 'recipient-mail' },
  }),
  describeWorld('port-reset', 'The only exchange resets connections to port 25.', { mx1: 'reset', expect: expectDelayed('port.refused') }),
  describeWorld('port-filtered-by-ping', 'The only exchange answers ping and nothing on port 25.', {
    ...withControls,
    hosts: { ...liveControls, [mx1Address]: { smtp: 'silent', ping: 21 } },
    clockSpeed: 20,
    expect: expectDelayed('port.filtered'),
  }),
  describeWorld('port-filtered-by-587', 'The only exchange is silent on port 25 and to ping, and answers on port 587.', {
    ...withControls,
    hosts: { ...liveControls, [mx1Address]: { smtp: 'silent', ping: 'silent', ports: { 587: { name: 'mx1.example.com' } } } },
    clockSpeed: 20,
    expect: expectDelayed('port.filtered'),
  }),
  describeWorld('port-prohibited', 'A firewall says that port 25 is prohibited.', {
    ...withControls,
    hosts: { ...liveControls, [mx1Address]: { smtp: 'prohibited', ping: 21 } },
    expect: expectDelayed('port.filtered'),
  }),
  describeWorld('host-silent', 'The only exchange is silent to everything.', {
    ...withControls,
    mx1: 'silent',
    hosts: liveControls,
    clockSpeed: 20,
    expect: { ...expectDelayed('host.silent'), responsible: 'recipient-mail' },
  }),
  describeWorld('host-unreachable', 'The network says that the only exchange cannot be reached.', {
    mx1: 'host-unreachable',
    expect: expectDelayed('host.unreachable'),
  }),
  describeWorld('network-unreachable', 'There is no route to the network of the only exchange.', {
    mx1: 'network-unreachable',
    expect: expectDelayed('network.unreachable'),
  }),
  describeWorld('egress-blocked', 'Port 25 does not leave this network: the controls live and are silent on it.', {
    ...withControls,
    hosts: liveControls,
    machine: { outboundSmtp: 'silent' },
    clockSpeed: 20,
    expect: { ...expectInconclusive('local.egress-blocked', 'port.filtered'), responsible: 'local' },
  }),
  describeWorld('egress-blocked-dead-target', 'Port 25 does not leave this network, and the exchange shows no life either.', {
    ...withControls,
    mx1: 'silent',
    hosts: liveControls,
    machine: { outboundSmtp: 'silent' },
    clockSpeed: 20,
    expect: { ...expectInconclusive('local.egress-blocked', 'host.silent'), responsible: 'local' },
  }),
  describeWorld('egress-unknown', 'The exchange is silent, and no control shows any life.', {
    mx1: 'silent',
    clockSpeed: 20,
    expect: expectDelayed('host.silent'),
  }),
  describeWorld('egress-intercepted', 'Something here answers port 25 for everyone.', {
    records: ['@ MX 10 mx1.example.com', '@ MX 10 mail.provider.example', `mx1.example.com A ${mx1Address}`],
    zones: {
      'provider.example': { servers: { 'ns1.provider.example': '192.0.2.55' }, records: ['mail.provider.example A 198.51.100.30'] },
    },
    machine: {
      outboundSmtp: {
        name: 'smtp-proxy.hotel.example',
        greeting: '220 smtp-proxy.hotel.example ESMTP',
        tls: null,
        rcpt: '550 5.7.1 Relaying denied',
      },
    },
    expect: { ...expectInconclusive('local.egress-intercepted', 'server.relay-denied', 'tls.not-offered'), responsible: 'local' },
  }),
  describeWorld('no-ipv6', 'The only exchange has IPv6 alone, and this machine has none.', {
    records: ipv6Only,
    hosts: { '2001:db8::25': { smtp: { name: 'mx1.example.com' } } },
    expect: { ...expectInconclusive('local.no-ipv6'), responsible: 'local' },
  }),
  describeWorld('no-ipv6-but-ipv4', 'The exchange has both families; this machine has IPv4 alone.', {
    records: dualStack,
    hosts: { '2001:db8::25': { smtp: { name: 'mx1.example.com' } } },
    expect: expectDeliverable(),
  }),
  describeWorld('ipv6-broken', 'This machine has an IPv6 address that leads nowhere.', {
    records: dualStack,
    hosts: { '2001:db8::25': { smtp: 'network-unreachable' } },
    ...dualStackMachine,
    expect: expectDeliverable('local.ipv6-broken', 'network.unreachable'),
  }),
  describeWorld('primary-silent', 'The first exchange is silent; the backup takes the mail.', {
    records: twoExchanges,
    mx1: 'silent',
    clockSpeed: 20,
    expect: { ...expectDeliverable('route.primary-down', 'host.silent'), endsAt: mx2Address },
  }),
  describeWorld('primary-refused', 'The first exchange refuses port 25; the backup takes the mail.', {
    records: twoExchanges,
    mx1: 'refused',
    expect: { ...expectDeliverable('route.primary-down', 'port.refused'), endsAt: mx2Address },
  }),
  describeWorld('primary-busy', 'The first exchange says 421 at connect; the backup takes the mail.', {
    records: twoExchanges,
    mx1: { greeting: { lines: ['421 4.3.2 mx1.example.com Service not available, closing transmission channel'], finally: 'close' } },
    expect: { ...expectDeliverable('greeting.busy'), endsAt: mx2Address },
  }),
  describeWorld('primary-silent-backup-greylists', 'The first exchange is silent; the backup greylists newcomers.', {
    records: twoExchanges,
    mx1: 'silent',
    mx2: {
      rcpt: '450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html',
    },
    clockSpeed: 20,
    expect: { ...expectDelayed('sender.greylisted', 'route.primary-down', 'host.silent'), endsAt: mx2Address },
  }),
  describeWorld('all-exchanges-down', 'Both exchanges are down: one silent, one refusing.', {
    records: twoExchanges,
    mx1: 'silent',
    mx2: 'refused',
    clockSpeed: 20,
    expect: expectDelayed('host.silent', 'port.refused'),
  }),
  describeWorld('fake-backup', 'The backup is a bait: it lists whoever connects; nobody may come to it.', {
    records: twoExchanges,
    mx2: { greeting: { lines: ['521 5.3.2 You should not have come here'], finally: 'close' } },
    expect: { ...expectDeliverable(), endsAt: mx1Address },
  }),
  describeWorld('fake-primary', 'The first exchange never answers on purpose (nolisting); the second one takes the mail.', {
    records: twoExchanges,
    mx1: 'refused',
    mx2: {},
    expect: { ...expectDeliverable('route.primary-down', 'port.refused'), endsAt: mx2Address },
  }),
  describeWorld('hosts-disagree', 'All exchanges are asked: the first one knows the mailbox, the second one does not.', {
    records: twoExchanges,
    options: { all: true },
    mx2: { rcpt: unknownUser },
    expect: { ...expectDeliverable('route.hosts-disagree', 'recipient.unknown'), endsAt: mx1Address },
  }),
  describeWorld('hosts-disagree-at-first', 'All exchanges are asked: the first one refuses what the second one accepts.', {
    records: twoExchanges,
    options: { all: true },
    mx1: { rcpt: unknownUser },
    expect: { ...expectUndeliverable('recipient.unknown', 'route.hosts-disagree'), endsAt: mx1Address },
  }),
  describeWorld('host-takes-no-mail', 'The only exchange says 521: it takes no mail at all.', {
    mx1: { greeting: { lines: ['521 mx1.example.com does not accept mail'], finally: 'close' } },
    expect: expectUndeliverable('host.takes-no-mail'),
  }),
  describeWorld('path-rewritten', 'A firewall on the way rewrites SMTP: asterisks, and no STARTTLS.', {
    mx1: {
      greeting: '220 ************************************0******2******0*00',
      ehlo: '250-mx1.example.com\n250-PIPELINING\n250-SIZE 10240000\n250-XXXXXXXA\n250-8BITMIME\n250 XXXB',
      tls: null,
    },
    expect: expectDeliverable('path.smtp-rewritten', 'tls.not-offered'),
  }),
];
