import { describe, expect, it } from 'vitest';
import { caseOf, connect, dns, host, mx, ping, smtp } from '../../test/golden/evidence-of.js';
import { type CourseEnd, type SenderCourse, senderCourse } from '../facts/sender-course.js';
import { createFactView } from '../model/fact.js';
import type { Finding } from '../model/report.js';
import type { Code, Confidence, Severity } from '../model/vocabulary.js';
import { concludeVerdict } from './conclude-verdict.js';

const mx1 = 'mx1.example.com';
const mx2 = 'mx2.example.com';

/** The first host refuses the connection, the second one puts the recipient off. */
const twoHosts = caseOf([
  dns('example.com', 'MX', [mx(10, mx1), mx(20, mx2)]),
  ...host(mx1, '192.0.2.25'),
  ...host(mx2, '198.51.100.9'),
  connect('192.0.2.25', 'refused', { exchange: mx1 }),
  ping('192.0.2.25', true),
  connect('198.51.100.9', 'connected', { exchange: mx2 }),
  smtp(
    '198.51.100.9',
    [
      ['greeting', '220 mx2'],
      ['hello', '250 mx2'],
      ['mail', '250 Ok'],
      ['rcpt', '450 4.2.0 Later'],
    ],
    { exchange: mx2 },
  ),
]);
const course = createFactView(twoHosts).read(senderCourse);
const nowhere: SenderCourse = { end: 'bounced', at: null, visited: [], why: 'no-mail-host' };

interface Given {
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly explainedBy?: readonly string[];
  readonly evidence?: readonly string[];
}

function finding(
  code: Code,
  name: string,
  { severity = 'error', confidence = 'certain', explainedBy = [], evidence = [] }: Given = {},
): Finding {
  return {
    id: `${code}/${name}`,
    code,
    says: 'said',
    severity,
    confidence,
    subject: { kind: 'host', name, within: name === 'example.com' ? [] : ['example.com'] },
    arguments: {},
    title: `${code} of ${name}.`,
    explanation: 'Said.',
    responsible: 'recipient-mail',
    alsoInform: [],
    remedy: ['Mend it.'],
    waitingHelps: 'unknown',
    references: [],
    evidence,
    explainedBy,
  };
}

function conclude(findings: readonly Finding[], along: SenderCourse = course) {
  const grounds = { file: twoHosts, findings, course: along, hosts: along.visited, opinions: [], forecast: [], saidBy: null };
  return concludeVerdict({ ...grounds, inOrder: [], undetermined: [] });
}

const refused = finding('port.refused', '192.0.2.25');
const greylisted = finding('sender.greylisted', '198.51.100.9');
const everywhere = finding('local.egress-blocked', 'port 25', { evidence: ['connect/192.0.2.25/25', 'connect/198.51.100.9/25'] });
const endOf = (end: CourseEnd): SenderCourse => ({ ...nowhere, end });

describe('the cause', () => {
  it.each<[string, readonly Finding[], SenderCourse, Code | null]>([
    ['is what stops the mail where the sender ends, before what stops another host', [refused, greylisted], course, 'sender.greylisted'],
    [
      'is what stops every route, before what stops one',
      [refused, greylisted, finding('resolver.stale', 'example.com')],
      course,
      'resolver.stale',
    ],
    [
      'is never what another finding explains',
      [{ ...greylisted, explainedBy: ['resolver.stale/example.com'] }, refused, finding('resolver.stale', 'nowhere.example')],
      course,
      'resolver.stale',
    ],
    [
      'is never a warning',
      [finding('sender.no-reverse-dns', 'example.com', { severity: 'warning' }), greylisted],
      course,
      'sender.greylisted',
    ],
    [
      'is known by what was seen at the host, where the subject is another',
      [refused, finding('recipient.mailbox-full', 'bob@example.com', { evidence: ['smtp/198.51.100.9'] })],
      course,
      'recipient.mailbox-full',
    ],
    [
      'fits the deciding reply, before what broke beside it',
      [finding('tls.handshake-failed', '198.51.100.9'), greylisted],
      course,
      'sender.greylisted',
    ],
    [
      'is the earlier stage, where neither has more reach',
      [finding('mx.missing', 'example.com'), finding('domain.not-found', 'example.com')],
      nowhere,
      'domain.not-found',
    ],
    [
      'is the first host of the route, where no host decides',
      [finding('port.refused', '198.51.100.9'), refused],
      { ...course, at: null, why: 'all-failed' },
      'port.refused',
    ],
    ['is none where the mail is taken', [refused], { ...course, end: 'accepted' }, null],
  ])('%s', (_, findings, along, cause) => {
    expect(conclude(findings, along).cause).toBe(cause);
  });

  it('is the first host by its id too', () => {
    const verdict = conclude([finding('port.refused', '198.51.100.9'), refused], { ...course, at: null, why: 'all-failed' });
    expect(verdict.finding).toBe('port.refused/192.0.2.25');
    expect(verdict.alsoStanding).toEqual(['port.refused/198.51.100.9']);
  });
});

describe('the summary', () => {
  it.each<[string, readonly Finding[], SenderCourse, string]>([
    ['names the servers that another fault stops', [refused, greylisted], course, `${greylisted.title} ${mx1} fails as well.`],
    ['is the cause alone where it stops every server', [everywhere], course, everywhere.title],
    ['is the cause alone where no server was asked', [finding('mx.missing', 'example.com')], nowhere, 'mx.missing of example.com.'],
  ])('%s', (_, findings, along, summary) => {
    expect(conclude(findings, along).summary).toBe(summary);
  });

  it('says that a server takes the mail in plain text only, where its TLS fails', () => {
    const at = course.at === null ? null : { ...course.at, event: 'tls-failed' as const };
    expect(conclude([], { ...course, end: 'accepted', at }).summary).toMatch(/in plain text only: its TLS fails/);
  });
});

describe('the outcome', () => {
  it.each<[string, CourseEnd, Code, string]>([
    ['a bounce is undeliverable', 'bounced', 'mx.missing', 'undeliverable'],
    ['a deferral is delayed', 'deferred', 'domain.lookup-failed', 'delayed'],
    ['what was not decided is inconclusive', 'undecided', 'domain.lookup-failed', 'inconclusive'],
    ['a bounce that this end causes is inconclusive', 'bounced', 'local.identity-assumed', 'inconclusive'],
    ['a deferral that this end causes is inconclusive', 'deferred', 'local.egress-blocked', 'inconclusive'],
    ['a malformed address is undeliverable', 'undecided', 'address.malformed', 'undeliverable'],
  ])('%s', (_, end, code, outcome) => {
    expect(conclude([finding(code, 'example.com')], endOf(end)).outcome).toBe(outcome);
  });

  it('without any cause admits the gap, rather than guess', () => {
    expect(conclude([], endOf('bounced'))).toMatchObject({
      outcome: 'inconclusive',
      cause: 'reply.unrecognised',
      finding: null,
      confidence: 'possible',
    });
  });
});

describe('the confidence', () => {
  const silent = finding('host.silent', '192.0.2.25', { evidence: ['connect/192.0.2.25/25'] });

  it('is at most likely where our wait ended before a sender would have', () => {
    const quiet = caseOf([connect('192.0.2.25', 'silent', { exchange: mx1 })]);
    const grounds = { file: quiet, findings: [silent], course: endOf('deferred'), hosts: [], opinions: [], forecast: [], saidBy: null };
    const verdict = concludeVerdict({ ...grounds, inOrder: [], undetermined: [] });
    expect(verdict).toMatchObject({ confidence: 'likely', confidenceReason: 'no connection in 15 s, where Exim waits 5 min' });
  });

  it('is never certain where the mail was taken without DATA', () => {
    expect(conclude([], { ...course, end: 'accepted' }).confidence).toBe('likely');
  });

  it('is certain where the server took the message itself', () => {
    const at = course.at === null ? null : { ...course.at, stage: 'message' as const };
    expect(conclude([], { ...course, end: 'accepted', at }).confidence).toBe('certain');
  });

  it.each<[Code, Severity, Confidence]>([
    ['sender.no-reverse-dns', 'warning', 'possible'],
    ['sender.no-reverse-dns', 'notice', 'likely'],
    ['tls.certificate-expired', 'warning', 'likely'],
    ['recipient.catch-all', 'notice', 'possible'],
  ])('of an acceptance beside %s, a %s, is %s', (code, severity, confidence) => {
    expect(conclude([finding(code, 'example.com', { severity })], { ...course, end: 'accepted' }).confidence).toBe(confidence);
  });

  it('rests on the name servers where all of them say the same', () => {
    const opinions = [{ servers: ['ns1.example.com', 'ns2.example.com'], role: 'authority' as const, ttlSeconds: 3600, answer: 'no MX' }];
    const grounds = {
      file: twoHosts,
      findings: [finding('mx.missing', 'example.com')],
      course: nowhere,
      hosts: [],
      forecast: [],
      saidBy: null,
    };
    const verdict = concludeVerdict({ ...grounds, opinions, inOrder: [], undetermined: [] });
    expect(verdict.confidenceReason).toBe('all 2 name servers of the domain say the same');
  });
});

describe('who should know', () => {
  it('is told once each, without whoever must act and without nobody', () => {
    const cause = { ...greylisted, responsible: 'nobody' as const, alsoInform: ['sender-mail' as const, 'sender-mail' as const] };
    expect(conclude([cause, refused])).toMatchObject({ responsible: 'nobody', alsoInform: ['sender-mail', 'recipient-mail'] });
  });
});
