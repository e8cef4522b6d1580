/**
 * The reports that every renderer must show well: the three sketches of a first screen, and what stretches a page.
 */
import { assertIpAddress } from '../../model/ip-address.js';
import type { Report } from '../../model/report.js';
import {
  connected,
  conversation,
  dnsAnswer,
  dnsFailed,
  handshake,
  machine,
  mx,
  nameServer,
  ping,
  record,
  silent,
  type Turn,
} from './evidence-fixtures.js';
import { addressOf, bouncedForecast, deferredForecast, exchangeOf, findingOf, reportOf, untried, verdictOf } from './report-fixtures.js';

const refusal = ['550 5.1.1 <bob.smiht@example.com>: Recipient address rejected: User unknown in virtual mailbox table'];

function turnsTo(host: string, recipientReply: readonly string[]): readonly Turn[] {
  return [
    { stage: 'greeting', sends: null, hears: [`220 ${host} ESMTP Postfix`] },
    { stage: 'hello', sends: 'EHLO mail.corp.example', hears: [`250-${host}`, '250-PIPELINING', '250-STARTTLS', '250 8BITMIME'] },
    { stage: 'starttls', sends: 'STARTTLS', hears: ['220 2.0.0 Ready to start TLS'] },
    { stage: 'hello', sends: 'EHLO mail.corp.example', hears: [`250-${host}`, '250-PIPELINING', '250 8BITMIME'] },
    { stage: 'mail', sends: 'MAIL FROM:<admin@corp.example>', hears: ['250 2.1.0 Ok'] },
    { stage: 'rcpt', sends: 'RCPT TO:<bob@example.com>', hears: recipientReply },
    { stage: 'quit', sends: 'QUIT', hears: ['221 2.0.0 Bye'] },
  ];
}

/** The first sketch: the mailbox does not exist. */
export const unknownRecipient: Report = reportOf({
  target: { input: 'bob.smiht@example.com', address: 'bob.smiht@example.com', domain: 'example.com', assumed: false },
  verdict: verdictOf({
    outcome: 'undeliverable',
    cause: 'recipient.unknown',
    finding: 'recipient.unknown/bob@example.com',
    responsible: 'sender-user',
    confidence: 'certain',
    confidenceReason: 'code and text agree, at the host where senders end',
    waiting: 'does not help: every sender bounces this at once',
    summary: 'The mailbox bob.smiht does not exist at example.com.',
    remedy: ['Compare the spelling with an older mail, or phone.', 'Remove it from address books and autocomplete lists.'],
    saidBy: {
      exchange: 'mx1.example.com',
      address: '192.0.2.25',
      stage: 'rcpt',
      command: 'RCPT TO:<bob.smiht@example.com>',
      encrypted: true,
      atMs: 3000,
      lines: refusal,
      evidence: 'smtp/192.0.2.25',
    },
  }),
  forecast: bouncedForecast,
  route: [
    exchangeOf({
      addresses: [
        addressOf({ result: 'refused', remark: '550 5.1.1 to RCPT TO', reply: refusal[0] ?? null }),
        untried('2001:db8::25', 'not tried: no IPv6 here'),
      ],
    }),
    exchangeOf({ exchange: 'mx2.example.com', preference: 20, addresses: [untried('198.51.100.9', 'not asked: senders end above')] }),
  ],
  findings: [
    findingOf({ title: 'The mailbox bob.smiht does not exist at example.com.' }),
    findingOf({
      id: 'local.no-ipv6/here',
      code: 'local.no-ipv6',
      severity: 'notice',
      subject: { kind: 'here', name: 'here', within: [] },
      title: 'This machine has no IPv6, so 2001:db8::25 was not tried.',
      explanation: 'A sender with IPv6 may get another answer there.',
      responsible: 'local',
      remedy: [],
      references: [],
      evidence: ['source/6'],
    }),
  ],
  evidence: [
    ...machine,
    dnsAnswer('example.com', 'MX', [mx('example.com', 10, 'mx1.example.com'), mx('example.com', 20, 'mx2.example.com')]),
    dnsAnswer('example.com', 'MX', [mx('example.com', 10, 'mx1.example.com'), mx('example.com', 20, 'mx2.example.com')], nameServer),
    dnsAnswer('mx1.example.com', 'A', [record('mx1.example.com', { type: 'A', address: assertIpAddress('192.0.2.25') })]),
    connected('192.0.2.25', 'mx1.example.com'),
    ping('192.0.2.25', 17.9),
    conversation('192.0.2.25', 'mx1.example.com', turnsTo('mx1.example.com', refusal)),
    handshake('192.0.2.25', 'mx1.example.com'),
  ],
});

const greylisting = ['450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted, see http://postgrey.example/help'];

/** The second sketch: the first host is silent, the backup greylists. */
export const greylisted: Report = reportOf({
  verdict: verdictOf({
    outcome: 'delayed',
    cause: 'sender.greylisted',
    finding: 'sender.greylisted/198.51.100.9',
    responsible: 'nobody',
    alsoInform: ['recipient-mail'],
    confidenceReason: 'mx2 may already know your server and let its mail pass',
    waitingHelps: 'yes',
    waiting: 'helps: the second try comes 5 to 10 min (Postfix) or 15 min (Exim, Exchange) after the first',
    summary: 'The first server is silent; the backup greylists newcomers.',
    remedy: ['Leave the message queued. A new copy starts the wait anew.', 'Still queued after an hour? Trace the address again.'],
    alsoStanding: ['host.silent/192.0.2.25'],
    inOrder: ['DNS', 'MX', 'TLS', 'outbound port 25 here (mx2 answered)'],
    saidBy: {
      exchange: 'mx2.example.com',
      address: '198.51.100.9',
      stage: 'rcpt',
      command: 'RCPT TO:<bob@example.com>',
      encrypted: true,
      atMs: 34_000,
      lines: greylisting,
      evidence: 'smtp/198.51.100.9',
    },
  }),
  forecast: deferredForecast,
  endsAt: assertIpAddress('198.51.100.9'),
  route: [
    exchangeOf({
      addresses: [
        addressOf({
          pingMs: null,
          ping: 'silent',
          greetingMs: null,
          connectMs: null,
          tls: null,
          stage: 'connect',
          result: 'no-connection',
          remark: 'no connection in 15 s',
          reply: null,
        }),
      ],
    }),
    exchangeOf({
      exchange: 'mx2.example.com',
      preference: 20,
      addresses: [
        addressOf({
          address: assertIpAddress('198.51.100.9'),
          pingMs: 22.4,
          greetingMs: 6100,
          result: 'deferred',
          remark: '450 4.2.0 to RCPT TO',
          reply: greylisting[0] ?? null,
        }),
      ],
    }),
  ],
  findings: [
    findingOf({
      id: 'host.silent/192.0.2.25',
      code: 'host.silent',
      confidence: 'likely',
      subject: { kind: 'host', name: '192.0.2.25', within: ['example.com', 'mx1.example.com'] },
      title: 'mx1.example.com [192.0.2.25] gives no sign of life: it is down, or drops what comes from here.',
      explanation: 'Nothing answered on port 25 for 15 s, and neither ping nor port 587 did. This trace waited 15 s; Exim waits 5 min.',
      responsible: 'recipient-mail',
      remedy: ['At the recipient: see whether mx1.example.com runs, and whether a firewall drops what comes from 203.0.113.5.'],
      evidence: ['connect/192.0.2.25/25', 'ping/192.0.2.25'],
    }),
    findingOf({
      id: 'sender.greylisted/198.51.100.9',
      code: 'sender.greylisted',
      confidence: 'likely',
      title: 'mx2.example.com [198.51.100.9] greylists senders that it does not know.',
      explanation: 'It refuses the first try on purpose and takes a later one, since real mail servers try again.',
      responsible: 'nobody',
      remedy: ['Leave the message queued. A new copy starts the wait anew.'],
      references: ['RFC 6647'],
      evidence: ['smtp/198.51.100.9'],
    }),
  ],
  evidence: [
    ...machine,
    dnsAnswer('example.com', 'MX', [mx('example.com', 10, 'mx1.example.com'), mx('example.com', 20, 'mx2.example.com')]),
    silent('192.0.2.25', 'mx1.example.com'),
    ping('192.0.2.25', null),
    connected('198.51.100.9', 'mx2.example.com'),
    ping('198.51.100.9', 22.4),
    conversation('198.51.100.9', 'mx2.example.com', turnsTo('mx2.example.com', greylisting)),
    handshake('198.51.100.9', 'mx2.example.com'),
  ],
});

/** The third sketch: the local resolver still names the old host. */
export const staleResolver: Report = reportOf({
  verdict: verdictOf({
    outcome: 'undeliverable',
    cause: 'resolver.stale',
    finding: 'resolver.stale/10.0.0.53',
    subject: '10.0.0.53',
    responsible: 'local',
    confidence: 'certain',
    confidenceReason: 'two answers: the old host refuses, the new one accepts',
    waitingHelps: 'yes',
    waiting: 'helps: the old answer leaves the cache on 25 Nov at 06:12 UTC',
    summary: "From here only: your resolver names this domain's old server.",
    remedy: [
      'On 10.0.0.53: rndc flushname example.com (unbound-control flush example.com | Clear-DnsServerCache).',
      'Then run the queue: postqueue -f | Retry-Queue.',
      'Resend what has bounced since the move.',
    ],
    inOrder: [],
    saidBy: {
      exchange: 'mail.oldisp.example',
      address: '192.0.2.25',
      stage: 'rcpt',
      command: 'RCPT TO:<bob@example.com>',
      encrypted: false,
      atMs: 1200,
      lines: ['554 5.7.1 <bob@example.com>: Relay access denied'],
      evidence: 'smtp/192.0.2.25',
    },
  }),
  opinions: [
    { servers: ['ns1.dns.example', 'ns2.dns.example'], role: 'authority', ttlSeconds: 3600, answer: '10 mx.newhost.example' },
    { servers: ['10.0.0.53'], role: 'resolver', ttlSeconds: 73_812, answer: '10 mail.oldisp.example' },
  ],
  forecast: bouncedForecast,
  route: [
    exchangeOf({
      exchange: 'mail.oldisp.example',
      addresses: [addressOf({ result: 'refused', tls: 'none', remark: '554 5.7.1 to RCPT TO' })],
    }),
    exchangeOf({
      exchange: 'mx.newhost.example',
      via: 'authority',
      addresses: [addressOf({ address: assertIpAddress('198.51.100.7') })],
    }),
  ],
  findings: [
    findingOf({
      id: 'resolver.stale/10.0.0.53',
      code: 'resolver.stale',
      subject: { kind: 'resolver', name: '10.0.0.53', within: [] },
      title: "From here only: your resolver names this domain's old server.",
      explanation: 'The domain has moved. Your resolver keeps the old answer until its time to live has run down.',
      responsible: 'local',
      remedy: [],
      evidence: ['dns/mx/example.com/10.0.0.53', 'dns/mx/example.com/192.0.2.53/norec'],
    }),
    findingOf({
      id: 'server.relay-denied/192.0.2.25',
      code: 'server.relay-denied',
      title: 'mail.oldisp.example [192.0.2.25] does not take mail for example.com.',
      explanation: 'It is not, or no longer, responsible for this domain.',
      responsible: 'local',
      explainedBy: ['resolver.stale/10.0.0.53'],
    }),
  ],
  evidence: [
    ...machine,
    dnsAnswer('example.com', 'MX', [mx('example.com', 10, 'mail.oldisp.example')]),
    dnsAnswer('example.com', 'MX', [mx('example.com', 10, 'mx.newhost.example')], nameServer),
  ],
});

/** Accepted, with something broken beside it. */
export const accepted: Report = reportOf({
  findings: [
    findingOf({
      id: 'tls.certificate-expired/192.0.2.25',
      code: 'tls.certificate-expired',
      severity: 'warning',
      title: 'The certificate of mx1.example.com [192.0.2.25] has expired.',
      explanation: 'Most senders deliver all the same. Those that demand a valid certificate keep the message.',
      responsible: 'recipient-mail',
      remedy: ['At the recipient: renew the certificate.'],
    }),
  ],
});

/** Long addresses of both families, several to a host. */
export const longAddresses: Report = reportOf({
  target: {
    input: 'jean-philippe.de-la-rochefoucauld@mail.department.university.example.com',
    address: 'jean-philippe.de-la-rochefoucauld@mail.department.university.example.com',
    domain: 'mail.department.university.example.com',
    assumed: false,
  },
  route: [
    exchangeOf({
      exchange: 'incoming-mail-gateway-01.department.university.example.com',
      addresses: [
        addressOf(),
        addressOf({ address: assertIpAddress('2001:db8:1234:5678:9abc:def0:1234:5678'), remark: '450 4.7.1 to RCPT TO' }),
      ],
    }),
    exchangeOf({
      exchange: 'mx2.example.com',
      preference: 32_767,
      addresses: [untried('2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', 'not asked: senders end above')],
    }),
    exchangeOf({ exchange: 'mx3.example.com', preference: 40, addresses: [], problem: 'the name does not exist' }),
  ],
});

/** A trace cut short, that cannot tell. */
export const cutShort: Report = reportOf({
  complete: false,
  durationMs: 120_000,
  verdict: verdictOf({
    outcome: 'inconclusive',
    cause: 'local.egress-blocked',
    finding: 'local.egress-blocked/4',
    responsible: 'local',
    waitingHelps: 'no',
    waiting: 'does not help: what stands in the way is at this end',
    summary: 'Port 25 is blocked where this trace runs, so nothing can be said about example.com.',
    confidenceReason: 'two hosts elsewhere are alive and silent on port 25',
    remedy: ['Run the trace where your mail server runs.', 'Or ask the provider of this network to open outbound port 25.'],
    saidBy: null,
    inOrder: ['DNS', 'MX'],
    undetermined: [{ what: 'whether the mailbox exists', why: 'no server was reached' }],
  }),
  endsAt: null,
  route: [exchangeOf({ addresses: [untried('192.0.2.25', 'not tried: the time was up')] })],
  evidence: [
    ...machine,
    dnsFailed('example.com', 'MX'),
    { id: 'end', kind: 'end', origin: 'live', startedMs: 120_000, durationMs: 0, reason: 'deadline', limitMs: 120_000 },
  ],
});

/** An address that ends before any packet. */
export const malformedAddress: Report = reportOf({
  target: { input: 'bob@example,com', address: null, domain: null, assumed: false },
  asked: {
    kind: 'malformed',
    input: 'bob@example,com',
    fault: { reason: 'a comma stands where a dot must', at: 11, suggestion: 'bob@example.com' },
  },
  identity: null,
  vantage: { resolvers: [], source: [], public: [], helo: null, sender: null, assumed: [] },
  verdict: verdictOf({
    outcome: 'undeliverable',
    cause: 'address.malformed',
    finding: 'address.malformed/bob@example,com',
    responsible: 'sender-user',
    confidence: 'certain',
    confidenceReason: 'RFC 5321 leaves no other reading',
    waiting: 'does not help: every sender bounces this at once',
    summary: 'bob@example,com is not a mail address: a comma stands where a dot must.',
    remedy: ['Write bob@example.com if that is what was meant.'],
    inOrder: [],
    saidBy: null,
  }),
  route: [],
  endsAt: null,
  durationMs: 0,
});

/** A reply by itself, from the command line. */
export const explained: Report = reportOf({
  kind: 'explanation',
  target: { input: '550 5.1.1 User unknown', address: null, domain: null, assumed: false },
  asked: {
    kind: 'malformed',
    input: '550 5.1.1 User unknown',
    fault: { reason: 'a reply, no address', at: 0, suggestion: null },
  },
  identity: null,
  vantage: { resolvers: [], source: [], public: [], helo: null, sender: null, assumed: [] },
  verdict: verdictOf({
    outcome: 'undeliverable',
    cause: 'recipient.unknown',
    finding: 'recipient.unknown/reply',
    responsible: 'sender-user',
    alsoInform: ['recipient-mail'],
    confidence: 'certain',
    confidenceReason: 'code and text agree, on every host that senders try',
    waiting: 'does not help: every sender bounces this at once',
    summary: 'The mailbox does not exist.',
    remedy: ['Compare the spelling with an older mail, or phone.'],
    inOrder: [],
    saidBy: {
      exchange: null,
      address: null,
      stage: 'rcpt',
      command: null,
      encrypted: false,
      atMs: 0,
      lines: ['550 5.1.1 User unknown'],
      evidence: 'reply/1',
    },
  }),
  route: [],
  endsAt: null,
});

const hostileLine =
  '550 5.7.1 \u001b[2J\u001b[1;31m<script>alert(1)</script>\u202egnp.exe\u2066 </pre>"\'&amp; \u0000\u0007\u009b31m\u200b\ud800 邮箱不存在 пользователь \u05d0\u05d1';

/** Whatever a server or a name can hold that a terminal or a browser would act on. */
export const hostile: Report = reportOf({
  target: {
    input: '<b>\u001b]0;x\u0007@example.com',
    address: '"<b>\u001b]0;x"@xn--fiq228c.example',
    domain: 'xn--fiq228c.example',
    domainUnicode: '中文.example',
    assumed: false,
  },
  verdict: verdictOf({
    outcome: 'undeliverable',
    cause: 'server.policy',
    finding: 'server.policy/192.0.2.25',
    responsible: 'recipient-mail',
    summary: `中文.example refuses: ${hostileLine}`,
    remedy: [`Ask about "${hostileLine}".`],
    saidBy: {
      exchange: 'mx1.example.com',
      address: '192.0.2.25',
      stage: 'rcpt',
      command: 'RCPT TO:<bob@example.com>',
      encrypted: false,
      atMs: 3000,
      lines: [hostileLine, 'x'.repeat(2000), ...Array.from({ length: 40 }, (_, at) => `550 line ${at}`)],
      evidence: 'smtp/192.0.2.25',
    },
  }),
  route: [exchangeOf({ exchange: '\\027[31m.example.com', addresses: [addressOf({ remark: hostileLine, reply: hostileLine })] })],
  findings: [findingOf({ id: 'server.policy/192.0.2.25', code: 'server.policy', title: hostileLine, explanation: hostileLine })],
  evidence: [
    conversation('192.0.2.25', 'mx1.example.com', turnsTo('mx1.example.com', [hostileLine])),
    handshake('192.0.2.25', 'mx1.example.com'),
  ],
});

/** More of everything than anybody reads. */
export const crowded: Report = reportOf({
  route: Array.from({ length: 1000 }, (_, at) => exchangeOf({ exchange: `mx${at}.example.com`, preference: at })),
  findings: Array.from({ length: 3000 }, (_, at) =>
    findingOf({
      id: `mx.target-not-found/mx${at}.example.com`,
      code: 'mx.target-not-found',
      severity: 'warning',
      title: `The MX record names mx${at}.example.com, which does not exist.`,
    }),
  ),
});

/** Every report by a name for tables of tests. */
export const namedReports: readonly (readonly [string, Report])[] = [
  ['an unknown recipient', unknownRecipient],
  ['a greylisting backup', greylisted],
  ['a stale resolver', staleResolver],
  ['an acceptance with a warning', accepted],
  ['long addresses', longAddresses],
  ['a trace cut short', cutShort],
  ['a malformed address', malformedAddress],
  ['a reply by itself', explained],
  ['hostile texts', hostile],
];
