/**
 * Worlds about the domain's own name servers.
 */
import type { AnswerFault } from '../world.js';
import { describeWorld, expectDelayed, expectDeliverable, expectUndeliverable, type NamedWorld, ns1Address, ns2Address } from './base.js';

const bothFail = (fault: AnswerFault) => ({ nameServers: { [ns1Address]: { fault }, [ns2Address]: { fault } } });
const oneFails = (fault: AnswerFault) => ({ nameServers: { [ns2Address]: { fault } } });

const lameWorlds: readonly NamedWorld[] = (
  [
    ['refused', 'says REFUSED'],
    ['servfail', 'says SERVFAIL'],
    ['no-aa', 'answers without authority'],
    ['upward-referral', 'refers back to the root'],
  ] as const
).map(([fault, words]) =>
  describeWorld(`domain-lame-${fault}`, `One of two delegated name servers ${words}.`, {
    ...oneFails(fault),
    expect: expectDeliverable('domain.lame-delegation'),
  }),
);

export const domainWorlds: readonly NamedWorld[] = [
  ...lameWorlds,
  describeWorld('domain-not-found', 'The domain does not exist.', {
    target: 'bob@exampel.com',
    expect: { ...expectUndeliverable('domain.not-found'), responsible: 'sender-user', endsAt: null },
  }),
  describeWorld('domain-subdomain-not-found', 'The domain exists, the name below it does not.', {
    target: 'bob@sales.example.com',
    expect: expectUndeliverable('domain.not-found'),
  }),
  describeWorld('domain-top-level-not-found', 'There is no such top-level domain.', {
    target: 'bob@example.invalid',
    expect: expectUndeliverable('domain.not-found'),
  }),
  describeWorld('domain-servers-dead', 'No delegated name server answers.', {
    ...bothFail('silent'),
    clockSpeed: 20,
    expect: { ...expectDelayed('domain.servers-unreachable'), responsible: 'recipient-dns' },
  }),
  describeWorld('domain-servers-not-running', 'Nothing listens on port 53 of any delegated name server.', {
    ...bothFail('port-unreachable'),
    expect: { ...expectDelayed('domain.servers-unreachable'), responsible: 'recipient-dns' },
  }),
  describeWorld('domain-one-server-dead', 'One of two name servers is silent.', {
    ...oneFails('silent'),
    clockSpeed: 20,
    expect: expectDeliverable('domain.server-unreachable'),
  }),
  describeWorld('domain-all-lame', 'No delegated name server knows the domain.', {
    ...bothFail('refused'),
    expect: { ...expectDelayed('domain.lame-delegation'), responsible: 'recipient-dns' },
  }),
  describeWorld('domain-lame-and-dead', 'One name server is silent, the other one refuses.', {
    nameServers: { [ns1Address]: { fault: 'silent' }, [ns2Address]: { fault: 'refused' } },
    clockSpeed: 20,
    expect: expectDelayed('domain.lame-delegation', 'domain.server-unreachable'),
  }),
  describeWorld('domain-servers-disagree', 'The second name server still has the records of last year.', {
    nameServers: { [ns2Address]: { records: { 'example.com': ['@ MX 10 old.example.com', 'old.example.com A 192.0.2.26'] } } },
    expect: expectDeliverable('domain.servers-disagree'),
  }),
  describeWorld('domain-alias-loop', 'The domain is an alias of an alias of itself.', {
    target: 'bob@loop.example.com',
    records: ['loop.example.com CNAME round.example.com', 'round.example.com CNAME loop.example.com'],
    expect: { ...expectDelayed('domain.alias-loop'), responsible: 'recipient-dns' },
  }),
];
