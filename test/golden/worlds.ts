/**
 * Worlds in words, each with its evidence and the verdict that it must get.
 */
import type { CaseFile } from '../../src/model/case-file.js';
import type { Code, Outcome } from '../../src/model/vocabulary.js';
import { answersRcpt, caseOf, connect, dns, host, mx, ping, replyOf, smtp, wholeDomain } from './evidence-of.js';

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
    file: caseOf([dns('example.com', 'MX', 'timeout')]),
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
