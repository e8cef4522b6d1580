/**
 * Reports with any text wherever the network or a user may put one, for properties that must hold for all of them.
 */
import type { ReplyReading } from '../../model/reply-meaning.js';
import type { Report } from '../../model/report.js';
import { conversation, dnsAnswer, dnsFailed, handshake, machine, record } from './evidence-fixtures.js';
import { addressOf, deferredForecast, exchangeOf, findingOf, reportOf, verdictOf } from './report-fixtures.js';

/** The text stands in every place that does not hold a checked name, address or word of the vocabulary. */
export function reportFullOf(text: string): Report {
  return reportOf({
    target: { input: text, address: text, domain: text, domainUnicode: text, assumed: false },
    vantage: { resolvers: [], source: [], public: [], helo: text, sender: text, assumed: ['helo', 'sender'] },
    startedAt: text,
    complete: false,
    verdict: verdictOf({
      outcome: 'delayed',
      cause: 'server.policy',
      finding: text,
      responsible: 'recipient-mail',
      alsoInform: ['recipient-dns'],
      confidenceReason: text,
      waiting: text,
      summary: text,
      remedy: [text, text],
      inOrder: [text],
      undetermined: [{ what: text, why: text }],
      saidBy: {
        exchange: text,
        address: text,
        stage: 'mail',
        command: text,
        encrypted: true,
        atMs: 1,
        lines: [text, text],
        evidence: text,
        reading: readingFullOf(text),
      },
    }),
    forecast: [...deferredForecast, { sender: text, note: text, nextTriesMs: [1], givesUpMs: 1 }],
    route: [
      exchangeOf({ exchange: text, addresses: [addressOf({ remark: text, reply: text, tls: text })] }),
      exchangeOf({ exchange: text, addresses: [], problem: text }),
    ],
    opinions: [
      { servers: [text], role: 'resolver', ttlSeconds: 1, answer: text },
      { servers: [text, text], role: 'authority', ttlSeconds: null, answer: `${text}.` },
    ],
    findings: [findingFullOf(text, 'error'), findingFullOf(text, 'notice')],
    checks: [{ rule: text, result: 'could-not-tell', reason: text }],
    evidence: evidenceFullOf(text),
  });
}

/** A reading in which everything stands that a reply can tell. */
function readingFullOf(text: string): ReplyReading {
  return {
    decidedBy: text,
    provider: text,
    contradicts: true,
    details: { blocklist: text, links: [text], addresses: [text], retryAfterSeconds: 300, ticket: text },
  };
}

function findingFullOf(text: string, severity: 'error' | 'notice'): Report['findings'][number] {
  return findingOf({
    id: `${severity}/${text}`,
    severity,
    subject: { kind: 'resolver', name: text, within: [text] },
    arguments: { text, list: [text] },
    title: text,
    explanation: text,
    responsible: 'local',
    remedy: [text, text],
    references: [text],
    evidence: [text],
    explainedBy: severity === 'notice' ? [text] : [],
  });
}

function evidenceFullOf(text: string): Report['evidence'] {
  const spoken = conversation('192.0.2.25', 'mx1.example.com', [
    { stage: 'greeting', sends: null, hears: [text] },
    { stage: 'hello', sends: text, hears: [text] },
  ]);
  const secured = handshake('192.0.2.25', 'mx1.example.com');
  return [
    ...machine.map((item) => (item.kind === 'system' ? { ...item, hostName: text, fullName: null, platform: text } : item)),
    dnsAnswer('example.com', 'TXT', [record('example.com', { type: 'TXT', strings: [text] })]),
    { ...dnsFailed('example.com', 'MX'), outcome: { state: 'failed', failure: 'malformed', detail: text } },
    { ...spoken, outcome: { state: 'failed', stage: 'hello', failure: 'reset', detail: text, waitedMs: 0, limitMs: 0 } },
    { ...secured, outcome: { state: 'failed', side: 'here', detail: text, waitedMs: 0, limitMs: 0 } },
    { ...spoken, id: text },
  ];
}
