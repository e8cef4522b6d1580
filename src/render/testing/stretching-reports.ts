/**
 * Reports that stretch a page: what is long, cut short, malformed, hostile, or too much.
 */
import { assertIpAddress } from '../../model/ip-address.js';
import type { Report } from '../../model/report.js';
import { conversation, dnsFailed, handshake, machine, turnsTo } from './evidence-fixtures.js';
import { addressOf, exchangeOf, findingOf, readingOf, reportOf, untried, verdictOf } from './report-fixtures.js';

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
        addressOf({ address: assertIpAddress('2001:db8:1234:5678:9abc:def0:1234:5678'), remark: '450 4.7.1 to RCPT' }),
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
      reading: readingOf('text/no-such-user'),
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
      reading: readingOf('text/no-such-user'),
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
