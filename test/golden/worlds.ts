/**
 * Worlds in words, each with its evidence and the verdict that it must get.
 */
import type { CaseFile } from '../../src/model/case-file.js';
import { assertIpAddress } from '../../src/model/ip-address.js';
import { defaultTraceOptions } from '../../src/model/trace-options.js';
import type { Code, Outcome, Stage } from '../../src/model/vocabulary.js';
import { answersRcpt, caseOf, connect, dns, failedTls, host, mx, ping, replyOf, skippedConnect, smtp, wholeDomain } from './evidence-of.js';

export interface World {
  readonly name: string;
  readonly file: CaseFile;
  readonly outcome: Outcome;
  readonly cause: Code | null;
}

const mx1 = 'mx1.example.com';
const mx2 = 'mx2.example.com';
const oneExchange = [dns('example.com', 'MX', [mx(10, mx1)]), ...host(mx1, '192.0.2.25')];
const twoExchanges = [dns('example.com', 'MX', [mx(10, mx1), mx(20, mx2)]), ...host(mx1, '192.0.2.25'), ...host(mx2, '198.51.100.9')];
const silentPrimary = [
  connect('192.0.2.25', 'silent', { exchange: mx1 }),
  ping('192.0.2.25', false),
  connect('192.0.2.25', 'silent', { exchange: mx1, purpose: 'life', port: 587 }),
];

function explanation(line: string): CaseFile {
  const exchange = { stage: 'rcpt', command: null, reply: replyOf(line), sentMs: 0, receivedMs: 0 } as const;
  const reply = { id: 'reply/1', kind: 'reply', origin: 'text', startedMs: 0, durationMs: 0, stage: 'rcpt', host: null, exchange } as const;
  return { ...caseOf([]), kind: 'explanation', identity: null, evidence: [reply] };
}

/** Nothing but the domain's own lookups is answered or asked. */
function withoutDns(file: CaseFile): CaseFile {
  return { ...file, evidence: file.evidence.filter(({ id, kind }) => kind !== 'dns' || id.startsWith('dns/mx/example.com/')) };
}

type Broken = Parameters<typeof smtp>[2]['broken'];

/** The only exchange says this and no more. */
function says(said: readonly (readonly [Stage, string])[], broken: Broken = null): CaseFile {
  return caseOf([
    ...oneExchange,
    connect('192.0.2.25', 'connected', { exchange: mx1 }),
    smtp('192.0.2.25', said, { exchange: mx1, broken }),
  ]);
}

const greeted = [
  ['greeting', '220 mx1.example.com ESMTP'],
  ['hello', '250 mx1.example.com'],
] as const;
const accepted = [...greeted, ['mail', '250 2.1.0 Ok'], ['rcpt', '250 2.1.5 Ok']] as const;

/** STARTTLS was taken, and the handshake broke. */
const brokenTls = [
  ...oneExchange,
  connect('192.0.2.25', 'connected', { exchange: mx1 }),
  smtp('192.0.2.25', [...greeted, ['starttls', '220 Ready']], {
    exchange: mx1,
    tls: 'tls/192.0.2.25',
    broken: { stage: 'tls', failure: 'tls' },
  }),
  failedTls('192.0.2.25', mx1),
];

export const worlds: readonly World[] = [
  {
    name: 'the only exchange accepts the recipient',
    file: caseOf([...oneExchange, ...answersRcpt('192.0.2.25', mx1, '250 2.1.5 Ok')]),
    outcome: 'deliverable',
    cause: null,
  },
  {
    name: 'the mailbox does not exist',
    file: caseOf([
      ...oneExchange,
      ...answersRcpt('192.0.2.25', mx1, '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown in virtual mailbox table'),
    ]),
    outcome: 'undeliverable',
    cause: 'recipient.unknown',
  },
  {
    name: 'the first server is silent and the backup greylists',
    file: caseOf([
      ...twoExchanges,
      ...silentPrimary,
      ...answersRcpt(
        '198.51.100.9',
        mx2,
        '450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted, see http://postgrey.example/help',
      ),
    ]),
    outcome: 'delayed',
    cause: 'sender.greylisted',
  },
  {
    name: 'the first server is silent and the backup accepts',
    file: caseOf([...twoExchanges, ...silentPrimary, ...answersRcpt('198.51.100.9', mx2, '250 2.1.5 Ok')]),
    outcome: 'deliverable',
    cause: null,
  },
  {
    name: 'the only exchange refuses port 25',
    file: caseOf([...oneExchange, connect('192.0.2.25', 'refused', { exchange: mx1 }), ping('192.0.2.25', true)]),
    outcome: 'delayed',
    cause: 'port.refused',
  },
  {
    name: 'the domain takes no mail',
    file: caseOf([dns('example.com', 'MX', [mx(0, '.')])]),
    outcome: 'undeliverable',
    cause: 'mx.null',
  },
  {
    name: 'the domain does not exist',
    file: caseOf([dns('example.com', 'MX', 'NXDOMAIN')]),
    outcome: 'undeliverable',
    cause: 'domain.not-found',
  },
  {
    name: 'there is no MX and no address',
    file: caseOf([dns('example.com', 'MX', []), dns('example.com', 'A', []), dns('example.com', 'AAAA', [])]),
    outcome: 'undeliverable',
    cause: 'mx.missing',
  },
  {
    name: 'the exchange does not exist',
    file: caseOf([dns('example.com', 'MX', [mx(10, mx1)]), dns(mx1, 'A', 'NXDOMAIN'), dns(mx1, 'AAAA', 'NXDOMAIN')]),
    outcome: 'undeliverable',
    cause: 'mx.target-not-found',
  },
  {
    name: 'no resolver answers',
    file: withoutDns(caseOf([dns('example.com', 'MX', 'timeout')])),
    outcome: 'inconclusive',
    cause: 'local.resolver-unreachable',
  },
  {
    name: 'port 25 is blocked where the trace runs',
    file: caseOf([
      ...oneExchange,
      connect('192.0.2.25', 'silent', { exchange: mx1 }),
      ping('192.0.2.25', true),
      ...['198.51.100.77', '198.51.100.78'].flatMap((address) => [connect(address, 'silent', { purpose: 'control' }), ping(address, true)]),
    ]),
    outcome: 'inconclusive',
    cause: 'local.egress-blocked',
  },
  {
    name: 'no sender was given, so the trace stops before MAIL',
    file: caseOf(
      [
        ...oneExchange,
        connect('192.0.2.25', 'connected', { exchange: mx1 }),
        smtp(
          '192.0.2.25',
          [
            ['greeting', '220 mx1'],
            ['hello', '250 mx1'],
            ['quit', '221 Bye'],
          ],
          { exchange: mx1, sender: null },
        ),
      ],
      { identity: { helo: '[203.0.113.5]', sender: null, assumed: ['helo', 'sender'] } },
    ),
    outcome: 'inconclusive',
    cause: 'local.identity-assumed',
  },
  {
    name: 'only the domain was asked about, and its server greets',
    file: caseOf(
      [
        ...oneExchange,
        connect('192.0.2.25', 'connected', { exchange: mx1 }),
        smtp(
          '192.0.2.25',
          [
            ['greeting', '220 mx1'],
            ['hello', '250 mx1'],
            ['quit', '221 Bye'],
          ],
          { exchange: mx1, recipient: null },
        ),
      ],
      { target: wholeDomain },
    ),
    outcome: 'deliverable',
    cause: null,
  },
  {
    name: 'the address is malformed',
    file: {
      ...caseOf([]),
      target: {
        kind: 'malformed',
        input: 'bob example.com',
        fault: { reason: 'a space stands where an @ is due', at: 3, suggestion: 'bob@example.com' },
      },
      identity: null,
      evidence: [],
    },
    outcome: 'undeliverable',
    cause: 'address.malformed',
  },
  {
    name: 'the deadline comes before anything is decided',
    file: caseOf(
      [...oneExchange, { id: 'end', kind: 'end', origin: 'live', startedMs: 120_000, durationMs: 0, reason: 'deadline', limitMs: 120_000 }],
      { complete: false },
    ),
    outcome: 'inconclusive',
    cause: 'local.deadline-reached',
  },
  {
    name: 'the lookup of the MX fails everywhere',
    file: caseOf([dns('example.com', 'MX', 'SERVFAIL')]),
    outcome: 'delayed',
    cause: 'domain.lookup-failed',
  },
  {
    name: 'the MX leads back to this machine, which takes no mail',
    file: caseOf([
      dns('example.com', 'MX', [mx(10, mx1)]),
      ...host(mx1, '203.0.113.5'),
      connect('203.0.113.5', 'refused', { exchange: mx1 }),
      ping('203.0.113.5', true),
    ]),
    outcome: 'undeliverable',
    cause: 'mx.points-here',
  },
  {
    name: 'the route needs IPv6 and this machine has none',
    file: caseOf([
      dns('example.com', 'MX', [mx(10, mx1)]),
      dns(mx1, 'A', []),
      dns(mx1, 'AAAA', [{ type: 'AAAA', address: assertIpAddress('2001:db8::25') }]),
      skippedConnect('2001:db8::25', mx1, 'no-family'),
    ]),
    outcome: 'inconclusive',
    cause: 'local.no-ipv6',
  },
  {
    name: 'only DNS was looked at',
    file: caseOf(oneExchange, { options: { ...defaultTraceOptions, probe: false } }),
    outcome: 'deliverable',
    cause: null,
  },
  {
    name: 'the greeting is a refusal',
    file: says([['greeting', '554 mx1.example.com No SMTP service for you']]),
    outcome: 'undeliverable',
    cause: 'greeting.rejected',
  },
  {
    name: 'the greeting is a temporary refusal',
    file: says([['greeting', '421 4.3.2 mx1.example.com Service not available']]),
    outcome: 'delayed',
    cause: 'greeting.busy',
  },
  {
    name: 'no greeting comes',
    file: says([], { stage: 'greeting', failure: 'timeout', waitedMs: 60_000 }),
    outcome: 'delayed',
    cause: 'greeting.missing',
  },
  {
    name: 'the server hangs up before its greeting',
    file: says([], { stage: 'greeting', failure: 'closed' }),
    outcome: 'delayed',
    cause: 'greeting.closed',
  },
  {
    name: 'what answers on port 25 does not speak SMTP',
    file: says([], { stage: 'greeting', failure: 'not-smtp' }),
    outcome: 'delayed',
    cause: 'greeting.not-smtp',
  },
  {
    name: 'the HELO name is refused',
    file: says([
      ['greeting', '220 mx1.example.com ESMTP'],
      ['hello', '550 5.7.1 Your HELO name is not acceptable'],
    ]),
    outcome: 'undeliverable',
    cause: 'hello.rejected',
  },
  {
    name: 'the TLS handshake fails and nobody looked behind it',
    file: caseOf(brokenTls),
    outcome: 'delayed',
    cause: 'tls.handshake-failed',
  },
  {
    name: 'the TLS handshake fails and plain text gets through',
    file: caseOf([...brokenTls, smtp('192.0.2.25', accepted, { exchange: mx1, purpose: 'plain' })]),
    outcome: 'deliverable',
    cause: null,
  },
  {
    name: 'the server hangs up in mid-conversation',
    file: says(greeted, { stage: 'mail', failure: 'closed' }),
    outcome: 'delayed',
    cause: 'connection.dropped',
  },
  {
    name: 'the server stops answering in mid-conversation',
    file: says(greeted, { stage: 'mail', failure: 'timeout', waitedMs: 60_000 }),
    outcome: 'delayed',
    cause: 'connection.stalled',
  },
  {
    name: 'the sender is refused for its domain',
    file: says([...greeted, ['mail', '550 5.1.8 <admin@corp.example>: Sender address rejected: Domain not found']]),
    outcome: 'undeliverable',
    cause: 'sender.domain-not-found',
  },
  {
    name: 'the sender is refused for its domain for now',
    file: says([...greeted, ['mail', '450 4.1.8 <admin@corp.example>: Sender address rejected: Domain not found']]),
    outcome: 'delayed',
    cause: 'sender.domain-not-found',
  },
  {
    name: 'DATA is put off',
    file: says([...accepted, ['data', '452 4.3.1 Insufficient system storage']]),
    outcome: 'delayed',
    cause: 'server.storage-full',
  },
  {
    name: 'the message is refused for its size',
    file: says([...accepted, ['data', '354 Go ahead'], ['message', '552 5.3.4 Message size exceeds fixed limit']]),
    outcome: 'undeliverable',
    cause: 'message.too-large',
  },
  {
    name: 'a reply by itself says that the mailbox does not exist',
    file: explanation('550 5.1.1 User unknown'),
    outcome: 'undeliverable',
    cause: 'recipient.unknown',
  },
  {
    name: 'a reply by itself says that the mailbox is full for now',
    file: explanation('452 4.2.2 The recipient is over quota'),
    outcome: 'delayed',
    cause: 'recipient.mailbox-full',
  },
  { name: 'a reply by itself is a success', file: explanation('250 2.1.5 Ok'), outcome: 'deliverable', cause: null },
];
