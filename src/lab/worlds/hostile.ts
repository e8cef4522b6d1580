/**
 * Worlds that mean harm: floods, drips, false replies, broken packets, names without end.
 */
import { describeWorld, expectDelayed, expectDeliverable, type NamedWorld, ns1Address, ns2Address } from './base.js';

const both = (fault: 'wrong-id' | 'wrong-question' | 'compression-loop' | 'garbage' | 'tcp-drip' | 'tcp-refused') => ({
  nameServers: { [ns1Address]: { fault }, [ns2Address]: { fault } },
});

/** `mx0001.example.com` and so on; a few of them have an address. */
const manyExchanges = [
  ...Array.from({ length: 1_000 }, (_, at) => `@ MX ${at} mx${String(at).padStart(4, '0')}.example.com`),
  'mx0000.example.com A 192.0.2.25',
];

const hostileGreetings: readonly NamedWorld[] = [
  describeWorld('hostile-endless-greeting', 'The greeting never ends: line after line, as fast as they are read.', {
    mx1: { greeting: { endless: '220-and another thing\r\n' } },
    expect: expectDelayed('greeting.missing'),
  }),
  describeWorld('hostile-endless-line', 'The greeting is one line that never ends.', {
    mx1: { greeting: { raw: '220 ', endless: 'a' } },
    expect: expectDelayed('greeting.missing'),
  }),
  describeWorld('hostile-dripping-greeting', 'An octet of the greeting a second.', {
    mx1: { greeting: { lines: [`220 mx1.example.com ${'slow '.repeat(60)}`], dripMs: 1_000 } },
    clockSpeed: 30,
    expect: expectDelayed('greeting.missing'),
  }),
  describeWorld('hostile-escape-sequences', 'The replies carry terminal escape sequences and octets that are no UTF-8.', {
    mx1: {
      greeting: { raw: '220 mx1.example.com \x1b]0;owned\x07\x1b[2J\xff\xfe ESMTP\r\n' },
      rcpt: { raw: '550 5.1.1 \x1b[31m<bob@example.com>\x1b[0m User unknown \x9b2J\r\n' },
    },
    expect: { outcome: 'undeliverable', cause: 'recipient.unknown', codes: ['recipient.unknown'] },
  }),
  describeWorld('hostile-bare-line-feeds', 'Every line ends in a bare line feed.', {
    mx1: { greeting: { raw: '220 mx1.example.com ESMTP\n' }, mail: { raw: '250 2.1.0 Ok\n' }, rcpt: { raw: '250 2.1.5 Ok\n' } },
    expect: expectDeliverable(),
  }),
  describeWorld('hostile-bare-carriage-return', 'A bare carriage return hides a false reply in the greeting.', {
    mx1: {
      greeting: { raw: '220 mx1.example.com\r250 2.1.5 Ok\r250 2.1.5 Ok\r\n' },
      rcpt: '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown',
    },
    expect: { outcome: 'undeliverable', cause: 'recipient.unknown', codes: ['recipient.unknown'] },
  }),
  describeWorld('hostile-unasked-replies', 'Replies to commands that were never sent come behind the greeting.', {
    mx1: {
      unsolicited: '250 mx1.example.com\r\n250 2.1.0 Ok\r\n250 2.1.5 Ok',
      rcpt: '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown',
    },
    expect: { outcome: 'undeliverable', cause: 'recipient.unknown', codes: ['recipient.unknown'] },
  }),
  describeWorld('hostile-endless-ehlo', 'The EHLO reply never ends.', {
    mx1: { ehlo: { endless: '250-X-KEYWORD\r\n' } },
    expect: expectDelayed('connection.dropped'),
  }),
  describeWorld('hostile-handshake-stall', 'The handshake never ends; in plain text the mail is taken.', {
    mx1: { tls: { handshake: 'stall' } },
    clockSpeed: 30,
    expect: expectDeliverable('tls.handshake-failed'),
  }),
];

const hostileNames: readonly NamedWorld[] = [
  describeWorld('hostile-wrong-id', 'The name servers answer under wrong ids.', {
    ...both('wrong-id'),
    clockSpeed: 20,
    expect: expectDelayed('domain.servers-unreachable'),
  }),
  describeWorld('hostile-wrong-question', 'The name servers answer questions that nobody asked.', {
    ...both('wrong-question'),
    clockSpeed: 20,
    expect: expectDelayed('domain.servers-unreachable'),
  }),
  describeWorld('hostile-compression-loop', 'A name in every answer points at itself.', {
    ...both('compression-loop'),
    clockSpeed: 20,
    expect: expectDelayed('domain.servers-unreachable'),
  }),
  describeWorld('hostile-garbage', 'The name servers answer with octets that are no DNS message.', {
    ...both('garbage'),
    clockSpeed: 20,
    expect: expectDelayed('domain.servers-unreachable'),
  }),
  describeWorld('hostile-endless-tcp', 'Every answer is truncated, and over TCP it never ends.', {
    ...both('tcp-drip'),
    clockSpeed: 20,
    expect: expectDelayed('domain.servers-unreachable'),
  }),
  describeWorld('hostile-thousand-exchanges', 'A thousand MX records, of which one has an address.', {
    records: manyExchanges,
    mx1: { name: 'mx0000.example.com' },
    expect: expectDeliverable('mx.target-not-found'),
  }),
  describeWorld('hostile-endless-aliases', 'Each name is an alias of another one, without end.', {
    ...{ nameServers: { [ns1Address]: { fault: 'endless-aliases' as const }, [ns2Address]: { fault: 'endless-aliases' as const } } },
    expect: expectDelayed('domain.alias-loop'),
  }),
  describeWorld('hostile-owner-names', 'The exchange has a name of control characters, dots and escapes.', {
    records: ['@ MX 10 mx\\027\\091\\049.\\046\\000x.example.com', 'mx\\027\\091\\049.\\046\\000x.example.com A 192.0.2.25'],
    expect: expectDeliverable('tls.certificate-name'),
  }),
];

export const hostileWorlds: readonly NamedWorld[] = [...hostileGreetings, ...hostileNames];
