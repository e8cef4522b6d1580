/**
 * Worlds in which the mail arrives and nothing, or nothing that matters, is wrong.
 */
import {
  describeWorld,
  dualStackMachine,
  expectDeliverable,
  mx1Address,
  ns1Address,
  oneExchange,
  resolverAddress,
  twoExchanges,
} from './base.js';

const dualStack = [...oneExchange, 'mx1.example.com AAAA 2001:db8::25'];

export const healthyWorlds = [
  describeWorld('healthy', 'Everything is in order.', { expect: { ...expectDeliverable(), endsAt: mx1Address } }),
  describeWorld('healthy-with-backup', 'Two exchanges, both in order; the first one takes the mail.', {
    records: twoExchanges,
    expect: { ...expectDeliverable(), endsAt: mx1Address },
  }),
  describeWorld('healthy-equal-preferences', 'Two exchanges of the same preference, both in order.', {
    records: ['@ MX 10 mx1.example.com', '@ MX 10 mx2.example.com', `mx1.example.com A ${mx1Address}`, 'mx2.example.com A 198.51.100.25'],
    expect: expectDeliverable(),
  }),
  describeWorld('healthy-dual-stack', 'The exchange has IPv4 and IPv6, and so has this machine.', {
    records: dualStack,
    hosts: { '2001:db8::25': { smtp: { name: 'mx1.example.com' } } },
    ...dualStackMachine,
    expect: expectDeliverable(),
  }),
  describeWorld('healthy-exchange-elsewhere', 'The domain is hosted: its exchange lies under the name of a provider.', {
    records: ['@ MX 10 mail.provider.example'],
    zones: { 'provider.example': { servers: { 'ns1.provider.example': '192.0.2.55' }, records: ['mail.provider.example A 192.0.2.30'] } },
    hosts: { '192.0.2.30': { smtp: { name: 'mail.provider.example' } } },
    expect: { ...expectDeliverable(), endsAt: '192.0.2.30' },
  }),
  describeWorld('healthy-servers-elsewhere', 'The name servers lie in a zone of their own, without glue at the parent.', {
    servers: { 'ns1.dns-host.org': '192.0.2.60', 'ns2.dns-host.org': '198.51.100.60' },
    zones: { 'dns-host.org': { servers: { 'ns1.dns-host.org': '192.0.2.60', 'ns2.dns-host.org': '198.51.100.60' }, records: [] } },
    expect: expectDeliverable(),
  }),
  describeWorld('healthy-behind-delay', 'Every answer of every server comes 30 ms late.', { delayMs: 30, expect: expectDeliverable() }),
  describeWorld('healthy-truncating', 'The name servers truncate over UDP and answer over TCP.', {
    nameServers: { [ns1Address]: { truncates: true }, '198.51.100.54': { truncates: true } },
    expect: expectDeliverable(),
  }),
  describeWorld('healthy-without-edns', 'A name server does not know EDNS and says FORMERR.', {
    nameServers: { [ns1Address]: { edns: 'formerr' } },
    expect: expectDeliverable(),
  }),
  describeWorld('healthy-alias-domain', 'The whole domain is an alias of another one that is in order.', {
    target: 'bob@mail.example.com',
    records: ['mail.example.com CNAME hosted.example.org'],
    zones: {
      'example.org': {
        servers: { 'ns1.example.org': '192.0.2.56' },
        records: ['hosted.example.org MX 10 mx1.example.org', `mx1.example.org A ${mx1Address}`],
      },
    },
    hosts: { [mx1Address]: { smtp: { name: 'mx1.example.org' } } },
    expect: { ...expectDeliverable(), endsAt: mx1Address },
  }),
  describeWorld('healthy-multi-line-greeting', 'The greeting has several lines, and TLS 1.2 is all there is.', {
    mx1: {
      greeting: '220-mx1.example.com ESMTP Exim 4.96\n220-We do not authorize the use of this system\n220 for unsolicited mail',
      tls: { handshake: 'tls12' },
    },
    expect: expectDeliverable(),
  }),
  describeWorld('healthy-helo-only', 'An old server knows HELO only.', {
    mx1: { ehlo: '500 Command unrecognized', mail: '250 sender ok', rcpt: '250 recipient ok', tls: null },
    expect: expectDeliverable('tls.not-offered'),
  }),
  describeWorld('healthy-no-ping', 'The exchange answers no ping, and there is no ping command here.', {
    hosts: { [mx1Address]: { smtp: { name: 'mx1.example.com' }, ping: 'silent' } },
    machine: { pingCommand: 'missing' },
    expect: expectDeliverable(),
  }),
  describeWorld('healthy-domain-only', 'Only a domain is asked about: the trace ends before MAIL.', {
    target: 'example.com',
    expect: { ...expectDeliverable(), endsAt: mx1Address },
  }),
  describeWorld('healthy-second-resolver', 'Two resolvers agree.', {
    resolvers: { [resolverAddress]: { kind: 'recursive' }, '198.51.100.55': { kind: 'recursive' } },
    expect: expectDeliverable(),
  }),
];
