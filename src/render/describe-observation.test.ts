import { describe, expect, it } from 'vitest';
import type { Evidence } from '../model/evidence.js';
import {
  describeAnswer,
  describeBreak,
  describeHandshake,
  describeObservation,
  describeQuestion,
  describeServer,
  describeSubject,
  listByTime,
} from './describe-observation.js';
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
  replyOf,
  silent,
} from './testing/evidence-fixtures.js';

const frame = { origin: 'live', startedMs: 0, durationMs: 0 } as const;
const answered = dnsAnswer('example.com', 'MX', [mx('example.com', 10, 'mx1.example.com')], nameServer);

describe('an answer of a name server', () => {
  it.each([
    ['records stand with owner and time to live', answered, 'NOERROR (aa); example.com 3600 MX 10 mx1.example.com'],
    ['no answer is told by its failure', dnsFailed('example.com', 'MX'), 'timeout'],
    [
      'a failure has its detail',
      { ...answered, outcome: { state: 'failed', failure: 'malformed', detail: 'a loop' } as const },
      'malformed: a loop',
    ],
    [
      'a question not asked has its reason',
      { ...answered, outcome: { state: 'skipped', reason: 'deadline' } as const },
      'not done (deadline)',
    ],
    [
      'texts stand in quotes',
      dnsAnswer('example.com', 'TXT', [record('example.com', { type: 'TXT', strings: ['v=spf1 -all'] })]),
      'NOERROR (rd ra); example.com 3600 TXT "v=spf1 -all"',
    ],
    [
      'thirteen records are twelve and one more',
      dnsAnswer(
        'a.example',
        'MX',
        Array.from({ length: 13 }, () => mx('a.example', 1, 'b.example')),
        nameServer,
      ),
      `NOERROR (aa)${'; a.example 3600 MX 1 b.example'.repeat(12)}; 1 more`,
    ],
  ])('%s', (_, evidence, text) => {
    expect(describeAnswer(evidence)).toBe(text);
  });

  it('has its question and its server', () => {
    expect([describeQuestion(answered), describeServer(answered)]).toEqual(['MX example.com', 'ns1.example.com (192.0.2.53)']);
  });

  it('tells another port than 53 and a question without checking', () => {
    const question = { ...answered.question, checkingDisabled: true, server: { ...nameServer, name: null, port: 5353 } };
    expect([describeQuestion({ ...answered, question }), describeServer({ ...answered, question })]).toEqual([
      'MX example.com (CD)',
      '192.0.2.53#5353',
    ]);
  });
});

const reported: Evidence = {
  ...frame,
  id: 'reply/1',
  kind: 'reply',
  stage: null,
  host: null,
  exchange: { stage: 'rcpt', command: null, reply: replyOf(['550-no', '550 never']), sentMs: 0, receivedMs: 0 },
};

describe('other observations', () => {
  it.each([
    ['a connect', connected('192.0.2.25', 'mx1.example.com'), 'connect 192.0.2.25 port 25', 'connected from 192.0.2.130'],
    ['a silent connect', silent('192.0.2.25', 'mx1.example.com'), 'connect 192.0.2.25 port 25', 'silent for 15 s'],
    ['a ping', ping('192.0.2.25', 17.9), 'ping 192.0.2.25', 'answered in 18 ms'],
    ['a ping without an answer', ping('192.0.2.25', null), 'ping 192.0.2.25', 'silent'],
    ['an early end', { ...frame, id: 'end', kind: 'end', reason: 'deadline', limitMs: 120_000 } as const, 'early end', 'deadline of 2 min'],
    ['a reported reply', reported, 'reported reply', '550-no / 550 never'],
  ])('%s', (_, evidence, subject, observation) => {
    expect([describeSubject(evidence), describeObservation(evidence)]).toEqual([subject, observation]);
  });

  it('tell this machine', () => {
    expect(listByTime(machine, ['system', 'source']).map(describeObservation)).toEqual([
      'mail.corp.example, linux, resolvers 10.0.0.53',
      '192.0.2.130',
      'none: ENETUNREACH',
    ]);
  });
});

describe('conversations and handshakes', () => {
  const talk = conversation('192.0.2.25', 'mx1.example.com', []);

  it.each([
    ['one that ran to its end has no break', talk, null],
    [
      'one that timed out has its wait',
      {
        ...talk,
        outcome: { state: 'failed', stage: 'rcpt', failure: 'timeout', detail: null, waitedMs: 60_000, limitMs: 60_000 } as const,
      },
      'timeout at rcpt after 60 s',
    ],
  ])('%s', (_, evidence, text) => {
    expect(describeBreak(evidence)).toBe(text);
  });

  it.each([
    [
      'an established one has its protocol and its leaf',
      handshake('192.0.2.25', 'mx1.example.com'),
      ['TLSv1.3, TLS_AES_256_GCM_SHA384, chain trusted, name fits', 'CN=mx1.example.com, by CN=Example CA, until 30 Dec 2026 00:00 UTC'],
    ],
    [
      'a failed one has its side',
      {
        ...handshake('192.0.2.25', 'mx1.example.com'),
        outcome: { state: 'failed', side: 'server', detail: 'alert 40', waitedMs: 0, limitMs: 0 } as const,
      },
      ['TLS failed (server): alert 40'],
    ],
  ])('%s', (_, evidence, lines) => {
    expect(describeHandshake(evidence)).toEqual(lines);
  });
});
