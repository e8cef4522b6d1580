/**
 * Worlds about the resolvers of this machine and the network that it sits in.
 */
import {
  describeWorld,
  expectDelayed,
  expectDeliverable,
  expectInconclusive,
  expectUndeliverable,
  mx1Address,
  mx2Address,
  oneExchange,
  resolverAddress,
} from './base.js';

const secondResolver = '198.51.100.55';

/** The domain has moved from the old provider's mx2.example.com to mx1.example.com. */
const oldRecords = ['example.com 73812 MX 10 mail.oldisp.example', `mail.oldisp.example 3600 A ${mx2Address}`];
const moved = {
  zones: { 'oldisp.example': { servers: { 'ns1.oldisp.example': '192.0.2.57' }, records: [`mail.oldisp.example A ${mx2Address}`] } },
  hosts: { [mx2Address]: { smtp: { name: 'mail.oldisp.example', rcpt: '554 5.7.1 <bob@example.com>: Relay access denied' } } },
};

const bogus = {
  name: 'example.com',
  rcode: 'SERVFAIL',
  unlessCheckingDisabled: true,
  extendedError: { code: 6, text: 'validation failure <example.com. MX IN>: signature expired' },
};

export const resolverWorlds = [
  describeWorld('resolver-dead', 'The only resolver of this machine is silent.', {
    resolvers: { [resolverAddress]: { kind: 'silent' } },
    clockSpeed: 20,
    expect: { ...expectInconclusive('local.resolver-unreachable'), responsible: 'local' },
  }),
  describeWorld('resolver-not-running', 'Nothing listens on port 53 of the only resolver.', {
    resolvers: { [resolverAddress]: { kind: 'port-unreachable' } },
    expect: { ...expectInconclusive('local.resolver-unreachable'), responsible: 'local' },
  }),
  describeWorld('resolver-one-dead', 'The first of two resolvers is silent, the second one answers.', {
    resolvers: { [resolverAddress]: { kind: 'silent' }, [secondResolver]: { kind: 'recursive' } },
    clockSpeed: 20,
    expect: expectDeliverable('local.resolver-unreachable'),
  }),
  describeWorld('resolver-stale', 'The domain has moved; the resolver still names the old provider, which refuses.', {
    ...moved,
    resolvers: { [resolverAddress]: { kind: 'stale', records: oldRecords } },
    expect: { ...expectUndeliverable('resolver.stale', 'server.relay-denied'), responsible: 'local', endsAt: mx2Address },
  }),
  describeWorld('resolver-stale-one-of-two', 'One of two resolvers still has the old answer; the first one is right.', {
    ...moved,
    resolvers: { [resolverAddress]: { kind: 'recursive' }, [secondResolver]: { kind: 'stale', records: oldRecords } },
    expect: { ...expectDeliverable('resolver.stale'), endsAt: mx1Address },
  }),
  describeWorld('resolver-zone-copy', "The old provider's resolver serves its own copy of the zone, for ever.", {
    ...moved,
    resolvers: { [resolverAddress]: { kind: 'zone-copy', zone: 'example.com', records: ['@ 3600 MX 10 mail.oldisp.example'] } },
    expect: { ...expectUndeliverable('resolver.zone-copy', 'server.relay-denied'), endsAt: mx2Address },
  }),
  describeWorld('resolver-split-view', 'Inside this network the domain has an internal mail server.', {
    resolvers: {
      [resolverAddress]: {
        kind: 'zone-copy',
        zone: 'example.com',
        records: ['@ MX 10 exchange.example.com', 'exchange.example.com A 10.1.2.3'],
      },
    },
    machine: { sources: { 4: '10.1.2.100' } },
    hosts: { '10.1.2.3': { smtp: { name: 'exchange.example.com' } } },
    expect: expectDeliverable('resolver.split-view', 'mx.target-private'),
  }),
  describeWorld('resolver-filtered', 'The resolver says that the domain does not exist; its own servers know it.', {
    resolvers: { [resolverAddress]: { kind: 'recursive', overrides: [{ name: 'example.com', rcode: 'NXDOMAIN' }] } },
    expect: { ...expectUndeliverable('resolver.filtered'), responsible: 'local' },
  }),
  describeWorld('resolver-dnssec-bogus', 'The signatures of the domain have expired, so a validating resolver refuses it.', {
    resolvers: { [resolverAddress]: { kind: 'recursive', overrides: [bogus] } },
    expect: { ...expectDelayed('domain.dnssec-bogus'), responsible: 'recipient-dns' },
  }),
  describeWorld('resolver-dnssec-bogus-elsewhere', 'One resolver validates and fails; the first one does not validate.', {
    resolvers: { [resolverAddress]: { kind: 'recursive' }, [secondResolver]: { kind: 'recursive', overrides: [bogus] } },
    expect: expectDeliverable('domain.dnssec-bogus'),
  }),
  describeWorld('resolver-fails-alone', 'The resolver says SERVFAIL without a reason; the authoritative servers are in order.', {
    resolvers: { [resolverAddress]: { kind: 'recursive', overrides: [{ name: 'example.com', rcode: 'SERVFAIL' }] } },
    expect: expectDelayed('domain.lookup-failed'),
  }),
  describeWorld('dns-blocked', "This network lets no DNS out but its own resolver's.", {
    machine: { outboundDns: 'silent' },
    clockSpeed: 20,
    expect: expectDeliverable('local.dns-blocked'),
  }),
  describeWorld('dns-intercepted', 'This network answers DNS itself, whoever was asked.', {
    machine: { outboundDns: { interceptedBy: resolverAddress } },
    expect: expectDeliverable('local.dns-intercepted'),
  }),
  describeWorld('dns-intercepted-not-found', 'A network that answers DNS itself, and a domain that does not exist.', {
    target: 'bob@nowhere.example.org',
    zones: { 'example.org': { servers: { 'ns1.example.org': '192.0.2.56' }, records: [] } },
    machine: { outboundDns: { interceptedBy: resolverAddress } },
    expect: expectUndeliverable('domain.not-found', 'local.dns-intercepted'),
  }),
  describeWorld('no-walk', 'Only the resolver is asked (--no-walk).', {
    options: { walk: false },
    records: oneExchange,
    expect: expectDeliverable(),
  }),
];
