/**
 * The three reports of the sketches of a first screen: a mailbox that does not exist, a greylisting backup, a stale resolver.
 */
import { assertIpAddress } from '../../model/ip-address.js';
import type { Report } from '../../model/report.js';
import {
  connected,
  conversation,
  dnsAnswer,
  handshake,
  machine,
  mx,
  nameServer,
  ping,
  record,
  silent,
  turnsTo,
} from './evidence-fixtures.js';
import {
  addressOf,
  bouncedForecast,
  deferredForecast,
  exchangeOf,
  findingOf,
  readingOf,
  reportOf,
  untried,
  verdictOf,
} from './report-fixtures.js';

const refusal = ['550 5.1.1 <bob.smiht@example.com>: Recipient address rejected: User unknown in virtual mailbox table'];

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
      reading: readingOf('text/said'),
    },
  }),
  forecast: bouncedForecast,
  route: [
    exchangeOf({
      addresses: [
        addressOf({ result: 'refused', remark: '550 5.1.1 to RCPT', reply: refusal[0] ?? null }),
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
      reading: readingOf('text/greylisted', { links: ['http://postgrey.example/help'] }),
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
          remark: '450 4.2.0 to RCPT',
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
      reading: readingOf('text/said'),
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
      addresses: [addressOf({ result: 'refused', tls: 'none', remark: '554 5.7.1 to RCPT' })],
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
    connected('192.0.2.25', 'mail.oldisp.example'),
    dnsAnswer('example.com', 'MX', [mx('example.com', 10, 'mx.newhost.example')], nameServer),
  ],
});
