/** One table for all rules that are nothing but what a reply means: the reply, and the one finding that it must give. */
import { describe, expect, it } from 'vitest';
import { refusalSurroundings } from '../facts/refusal-surroundings.js';
import { spokenReplies } from '../facts/spoken-replies.js';
import { type HostWorld, hostCase } from '../facts/testing/host-world.js';
import { judgeCase } from '../judge/judge-case.js';
import { allReplyEntries } from '../knowledge/replies/all-entries.js';
import type { CaseFile } from '../model/case-file.js';
import { rootName } from '../model/domain-name.js';
import type { ReplyEvidence, ReportedWords } from '../model/evidence.js';
import { createFactView } from '../model/fact.js';
import type { RuleFinding, Wording } from '../model/rule.js';
import type { Code, Stage, WaitingHelps } from '../model/vocabulary.js';
import { rules } from './registry.generated.js';
import relayDenied from './server/relay-denied.js';
import { askBesides, readReply } from './testing/ask-besides.js';
import { givenRows, type ReplyRow, replyRows } from './testing/reply-rows.js';

/** The rules made by `replyRule`: they read replies and what surrounds them, and nothing else. */
const replyRules = rules.filter(({ needs }) => Object.values(needs).includes(spokenReplies) && 'surroundings' in needs);

/** Found in the closed world of all reply rules; `meant` in place of what the knowledge makes of the reply. */
function judge(file: CaseFile, meant: Code | null = null): readonly (RuleFinding & { readonly wording: Wording })[] {
  const view = createFactView(file);
  const replies = view
    .read(spokenReplies)
    .map((spoken) => ({ ...spoken, meaning: { ...spoken.meaning, code: meant ?? spoken.meaning.code } }));
  const surroundings = view.read(refusalSurroundings);
  return replyRules.flatMap((rule) => {
    const result = rule.evaluate({ replies, surroundings });
    const findings = result.result === 'found' ? result.findings : [];
    return findings.map((finding) => {
      const wording = rule.says[finding.code]?.variants[finding.says];
      if (wording === undefined) throw new Error(`${rule.id} does not declare ${finding.code} ${finding.says}`);
      return { ...finding, wording };
    });
  });
}

const mx1 = '192.0.2.25';
const one = ['10 mx1.example.com 192.0.2.25'];
const two = [...one, '20 mx2.example.net 198.51.100.25'];
const conversation = [
  '220 mx1.example.com ESMTP',
  'EHLO',
  '250 mx1',
  'MAIL',
  '250 2.1.0 Ok',
  'RCPT',
  '250 2.1.5 Ok',
  'DATA',
  '354 Go on',
  '.',
];
const stepsBefore: Readonly<Partial<Record<Stage, number>>> = { greeting: 0, hello: 2, mail: 4, rcpt: 6, data: 8, message: 10 };

/** What a host says that refuses at the stage. */
function refusing(reply: string, stage: Stage): readonly string[] {
  const before = conversation.slice(0, stepsBefore[stage] ?? 6);
  return stage === 'hello' ? [...before, reply, 'HELO', reply] : [...before, reply];
}

function liveCase(reply: string, stage: Stage, world: HostWorld = {}): CaseFile {
  return hostCase({ mx: one, ...world, hosts: { [mx1]: { says: refusing(reply, stage) }, ...world.hosts } });
}

/** The reply alone, as `explain` has it. */
function reportedCase(text: string, stage: Stage | null = null, host: string | null = null, words: ReportedWords = {}): CaseFile {
  const evidence: ReplyEvidence = {
    id: 'reply/1',
    kind: 'reply',
    origin: 'text',
    startedMs: 0,
    durationMs: 0,
    stage,
    host,
    exchange: { stage: stage ?? 'rcpt', command: null, reply: readReply(text), sentMs: 0, receivedMs: 0 },
    ...words,
  };
  const domain = { kind: 'name', name: rootName, unicode: null } as const;
  return {
    ...hostCase({}),
    kind: 'explanation',
    target: { kind: 'domain', input: text, mailbox: null, domain, assumed: false },
    identity: null,
    evidence: [evidence],
  };
}

/** Codes of the table that are said at the stage alone: without it the words of the reply mean something else. */
const byStage: readonly Code[] = ['greeting.busy', 'greeting.rejected', 'hello.rejected', 'host.takes-no-mail'];

const meantBy = (row: ReplyRow): Code | null => (givenRows.includes(row) ? row.code : null);
const rows = [...replyRows, ...givenRows];

describe('a reply in a conversation', () => {
  it.each(rows)('$code at $stage: $reply', (row) => {
    const { code, stage, reply, live, responsible, waitingHelps } = row;
    const found = judge(liveCase(reply, stage), meantBy(row));
    expect(found.map((finding) => [finding.code, finding.says])).toEqual([[code, live]]);
    const [finding] = found;
    expect(finding?.subject).toEqual({ kind: 'host', name: mx1, within: ['example.com', 'mx1.example.com'] });
    expect(finding?.evidence).toEqual([`smtp/${mx1}`]);
    expect([finding?.wording.responsible, finding?.wording.waitingHelps, finding?.wording.severity]).toEqual([
      responsible,
      waitingHelps,
      'error',
    ]);
  });
});

describe('a reply that somebody reports', () => {
  it.each(rows)('$code at $stage: $reply', (row) => {
    const { code, stage, reply, reported } = row;
    const told = byStage.includes(code) || stage === 'rcpt' || stage === 'message' ? stage : null;
    const found = judge(reportedCase(reply, told), meantBy(row));
    expect(found.map((finding) => [finding.code, finding.says])).toEqual([[code, reported]]);
    expect(found[0]?.subject.kind).toBe('reply');
    expect(found[0]?.wording.title).not.toMatch(/\{(localPart|recipient|domain|sender|senderDomain|helo|exchange|address)\}/);
  });
});

describe('every example of the knowledge', () => {
  const examples = allReplyEntries.flatMap(({ examples: own }) => own);

  it.each(examples.map(({ reply, stage, host }) => [reply, stage ?? null, host ?? null] as const))(
    'gives one finding: %s',
    (reply, stage, host) => {
      const expected =
        readReply(reply).code < 400 ? [] : [expect.objectContaining({ subject: expect.objectContaining({ kind: 'reply' }) })];
      expect(judge(reportedCase(reply, stage, host))).toEqual(expected);
    },
  );

  it('means no code that no rule can say', () => {
    const said = new Set(replyRules.flatMap(({ says }) => Object.keys(says)));
    expect([...new Set(allReplyEntries.map(({ code }) => code))].filter((code) => !said.has(code))).toEqual([]);
  });
});

describe('the words of the reply rules', () => {
  const known = Object.keys(judge(liveCase('550 Rejected', 'rcpt'))[0]?.arguments ?? {});
  const wordings = replyRules.flatMap((rule) =>
    Object.entries(rule.says).flatMap(([code, declared]) =>
      Object.entries(declared?.variants ?? {}).map(([says, wording]) => ({ name: `${code} ${says}`, wording })),
    ),
  );

  it.each(wordings)('$name: name only what replies give, and begin no sentence with a small letter', ({ wording }) => {
    const used = [wording.title, wording.explanation, ...wording.remedy].flatMap((text) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    );
    expect(used.filter((name) => name === undefined || !known.includes(name))).toEqual([]);
    for (const text of [wording.title, wording.explanation, ...wording.remedy]) expect(text).not.toMatch(/(^|[.!?] )\{server\}/);
    expect(wording.explanation.split(/(?<=[.!?])\s+(?=[A-Z{"])/).length).toBeGreaterThanOrEqual(2);
    expect(wording.remedy.length).toBeGreaterThanOrEqual(2);
  });

  it('have a title without names wherever one with names may not fit', () => {
    const mayBeUnknown = /\{(localPart|recipient|domain|sender|senderDomain|helo|blocklist)\}/;
    const names = wordings.map(({ name }) => name);
    const needy = wordings.filter(({ name, wording }) => mayBeUnknown.test(wording.title) && !liveOnly.includes(name));
    expect(needy.filter(({ name }) => !names.includes(`${name}-untold`)).map(({ name }) => name)).toEqual([]);
  });
});

/** Chosen only where a trace knows the address. */
const liveOnly = [
  'recipient.unknown disputed',
  'recipient.unknown no-postmaster',
  'recipient.unknown postmaster',
  'server.relay-denied old-host',
  'server.relay-denied leftover',
];

describe('the arguments', () => {
  it('say who spoke, to whom, where, and what the reply itself tells', () => {
    const reply = '450 4.7.1 Greylisted, try again in 300 seconds, see http://greylist.example/help [203.0.113.5]';
    expect(judge(liveCase(reply, 'rcpt'))[0]?.arguments).toEqual({
      server: `mx1.example.com [${mx1}]`,
      exchange: 'mx1.example.com',
      address: mx1,
      stage: 'RCPT TO',
      reply,
      replyCode: 450,
      enhanced: '4.7.1',
      provider: null,
      domain: 'example.com',
      localPart: 'bob',
      recipient: 'bob@example.com',
      sender: '<admin@example.net>',
      senderDomain: 'example.net',
      helo: 'probe.example.net',
      sizeBytes: null,
      limitBytes: null,
      blocklist: null,
      quotedAddresses: ['203.0.113.5'],
      links: ['http://greylist.example/help'],
      retryAfterMs: 300_000,
      ticket: null,
    });
  });

  it('are null where a reply by itself does not tell', () => {
    const [finding] = judge(reportedCase('550 5.1.1 User unknown', 'rcpt', 'mx.example.org'));
    const told = Object.entries(finding?.arguments ?? {}).filter(([, value]) => value !== null && String(value) !== '');
    expect(Object.fromEntries(told)).toMatchObject({
      reply: '550 5.1.1 User unknown',
      stage: 'RCPT TO',
      replyCode: 550,
      enhanced: '5.1.1',
    });
    for (const name of ['domain', 'localPart', 'recipient', 'sender', 'senderDomain', 'helo']) expect(finding?.arguments[name]).toBeNull();
  });

  it('name the limit that the server announces and the size that was asked for', () => {
    const says = refusing('552 5.3.4 Message size exceeds fixed limit', 'mail');
    const file = hostCase({ mx: one, hosts: { [mx1]: { says, extensions: ['SIZE 10240000'] } }, options: { sizeBytes: 99_000_000 } });
    expect(judge(file)[0]?.arguments).toMatchObject({ limitBytes: 10_240_000, sizeBytes: 99_000_000 });
  });

  it('leave out a limit of 0, which is none (RFC 1870)', () => {
    const says = refusing('552 5.3.4 Message size exceeds fixed limit', 'mail');
    expect(judge(hostCase({ mx: one, hosts: { [mx1]: { says, extensions: ['SIZE 0'] } } }))[0]?.arguments.limitBytes).toBeNull();
  });

  it('write the null sender as <>', () => {
    const file = liveCase('550 We do not accept null senders', 'mail', {
      identity: { helo: 'probe.example.net', sender: '', assumed: [] },
    });
    expect(judge(file)[0]?.arguments).toMatchObject({ sender: '<>', senderDomain: null });
  });
});

const unknownUser = '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown';
const noRelay = '554 5.7.1 <bob@example.com>: Relay access denied';
const accepts = [...conversation.slice(0, 6), '250 2.1.5 Ok'];

function variants(file: CaseFile): readonly string[] {
  return judge(file).map(({ code, says, wording }) => `${code} ${says}: ${wording.responsible}`);
}

describe('what lies on the side of the reporter itself', () => {
  const own = (text: string, stage: Stage | null = null) => judge(reportedCase(text, stage, 'relay.example.net', { isOwnSide: true }));

  it.each<[Code, string, WaitingHelps, string, Stage | null]>([
    ['server.error', 'own-side', 'unknown', '451 4.3.0 Temporary lookup failure', 'rcpt'],
    ['server.misconfigured', 'own-side', 'no', '450 mail transport unavailable', null],
    ['server.delivery-agent-failed', 'own-side', 'unknown', '450 4.3.0 unknown mail transport error', null],
    ['server.delivery-agent-failed', 'own-side', 'unknown', '450 temporary failure. Command output: connect: Connection refused', null],
    ['server.storage-full', 'own-side', 'unknown', '450 maildir delivery failed: No space left on device', null],
    ['server.busy', 'own-side', 'yes', '432 4.3.2 STOREDRV.Storage; mailbox server is too busy', null],
    ['port.refused', 'own-side', 'unknown', '450 4.4.1 Connection refused', null],
    ['host.unreachable', 'own-side', 'unknown', '450 4.4.1 No route to host', null],
    ['host.no-answer', 'own-side', 'unknown', '450 4.4.1 Connection timed out', null],
    ['connection.dropped', 'own-side', 'unknown', '450 lost connection with relay.example.net[10.0.0.1] while sending RCPT TO', null],
    [
      'connection.stalled',
      'own-side',
      'unknown',
      '450 conversation with relay.example.net[10.0.0.1] timed out while sending RCPT TO',
      null,
    ],
    ['greeting.closed', 'own-side', 'unknown', '450 lost connection while receiving the initial server greeting', null],
    ['greeting.missing', 'own-side', 'unknown', '450 timed out while receiving the initial server greeting', null],
    ['greeting.busy', 'own-side', 'unknown', '421 4.3.2 All server ports are busy', 'greeting'],
    ['greeting.rejected', 'own-side', 'unknown', '554 No', 'greeting'],
    ['mx.points-here', 'own-side', 'no', '450 mail for example.com loops back to myself', null],
    ['reply.unrecognised', 'own-side', 'unknown', '450 The moon is in the wrong house', null],
    ['reply.undisclosed', 'own-side', 'unknown', '450 4.0.0 Error', null],
    ['server.auth-required', 'relay', 'no', '530 5.7.0 Authentication required', 'mail'],
    ['server.relay-denied', 'smarthost', 'no', '554 5.7.1 <bob@example.com>: Relay access denied', 'rcpt'],
  ])('%s %s, waiting helps: %s, of %s', (code, says, waitingHelps, reply, stage) => {
    const found = own(reply, stage);
    expect(found.map((finding) => [finding.code, finding.says, finding.wording.responsible, finding.wording.waitingHelps])).toEqual([
      [code, says, 'sender-mail', waitingHelps],
    ]);
  });

  it('leaves what is said of a recipient with the recipient', () => {
    expect(variants(reportedCase(unknownUser, 'rcpt', 'relay.example.net', { isOwnSide: true }))).toEqual([
      'recipient.unknown unknown-untold: sender-user',
    ]);
  });

  it('says of a name that is not the domain that it may be the relay', () => {
    expect(variants(reportedCase('450 Exchange or relay not found: relay.example.net'))).toEqual([
      'mx.target-not-found next-host: recipient-dns',
    ]);
  });
});

describe('words that nobody replied', () => {
  it('are quoted without the code that stands for their class', () => {
    const file = reportedCase('450 4.4.1 The moon is in the wrong house', null, null, { isStandIn: true });
    const told = { reply: 'The moon is in the wrong house', replyCode: null, enhanced: null };
    expect(judge(file)[0]?.arguments).toMatchObject(told);
    expect(judgeCase(file).verdict.saidBy?.lines).toEqual(['The moon is in the wrong house']);
    expect(JSON.stringify(judgeCase(file).verdict)).not.toContain('450');
  });

  it('need no code in place of a greeting', () => {
    const told = (text: string) => variants(reportedCase(text, 'greeting', null, { isStandIn: true }));
    expect(told('450 Not now')).toEqual(['greeting.busy busy-untold: nobody']);
    expect(told('550 Not you')).toEqual(['greeting.rejected rejected-untold: sender-mail']);
  });
});

describe('who must act for an unknown recipient', () => {
  it('is the administrator there where another host takes the recipient', () => {
    const file = liveCase(unknownUser, 'rcpt', { mx: two, hosts: { '198.51.100.25': { says: accepts } } });
    expect(variants(file)).toEqual(['recipient.unknown disputed: recipient-mail']);
  });

  it('is the administrator there where the postmaster is unknown as well', () => {
    expect(variants(askBesides(liveCase(unknownUser, 'rcpt'), 'postmaster@example.com', '550 5.1.1 User unknown'))).toEqual([
      'recipient.unknown no-postmaster: recipient-mail',
    ]);
  });

  it('stays the sender’s user where the postmaster is known', () => {
    expect(variants(askBesides(liveCase(unknownUser, 'rcpt'), 'postmaster@example.com', '250 2.1.5 Ok'))).toEqual([
      'recipient.unknown unknown: sender-user',
    ]);
  });

  it('is the administrator there where it is the postmaster who was asked for', () => {
    const file = liveCase(unknownUser, 'rcpt');
    const target = { ...file.target, mailbox: { ...mailboxOf(file), localPart: 'Postmaster' } } as CaseFile['target'];
    expect(variants({ ...file, target })).toEqual(['recipient.unknown postmaster: recipient-mail']);
  });
});

describe('who must act where relaying is denied', () => {
  it('is whoever runs the DNS where another operator takes the mail', () => {
    const file = liveCase(noRelay, 'rcpt', { mx: two, hosts: { '198.51.100.25': { says: accepts } } });
    expect(variants(file)).toEqual(['server.relay-denied leftover: recipient-dns']);
  });

  it('stays the mail administrator where an exchange of the same operator takes it', () => {
    const mx = [...one, '20 mx2.example.com 198.51.100.25'];
    const file = liveCase(noRelay, 'rcpt', { mx, hosts: { '198.51.100.25': { says: accepts } } });
    expect(variants(file)).toEqual(['server.relay-denied denied: recipient-mail']);
  });

  it('is the sender’s side at a relay in its own network', () => {
    const options = { exchange: 'relay.example.net' as NonNullable<CaseFile['options']['exchange']> };
    const file = hostCase({ mx: one, hosts: { '10.0.0.25': { says: refusing(noRelay, 'rcpt') } }, options });
    expect(variants(file)).toEqual(['server.relay-denied smarthost: sender-mail']);
    const auth = hostCase({ mx: one, hosts: { '10.0.0.25': { says: refusing('530 5.7.0 Authentication required', 'mail') } }, options });
    expect(variants(auth)).toEqual(['server.auth-required relay: sender-mail']);
  });

  it('is this side where a resolver here leads the mail to an old host', () => {
    const spoken = createFactView(liveCase(noRelay, 'rcpt')).read(spokenReplies);
    const surroundings = { file: liveCase(noRelay, 'rcpt'), hosts: [], postmaster: [], misled: true };
    expect(relayDenied.evaluate({ replies: spoken, surroundings })).toMatchObject({
      result: 'found',
      findings: [{ code: 'server.relay-denied', says: 'old-host' }],
    });
  });
});

describe('the reply rules', () => {
  it.each(replyRules)('$id: is clear where a reply means something else, and not applicable where nothing was refused', (rule) => {
    const evaluate = (file: CaseFile) => {
      const view = createFactView(file);
      return rule.evaluate(Object.fromEntries(Object.entries(rule.needs).map(([name, fact]) => [name, view.read(fact)]))).result;
    };
    const other = rule.says['sender.greylisted'] === undefined ? '450 4.2.0 Greylisted' : '552 5.2.2 Mailbox full';
    expect(evaluate(liveCase(other, 'rcpt'))).toBe('clear');
    expect(evaluate(hostCase({ mx: one, hosts: { [mx1]: { says: accepts } } }))).toBe('not-applicable');
  });

  it('give one finding for a host that refuses in TLS and in plain text alike', () => {
    const says = refusing(unknownUser, 'rcpt');
    const file = hostCase({ mx: one, hosts: { [mx1]: { says, plain: { says } } } });
    expect(variants(file)).toEqual(['recipient.unknown unknown: sender-user']);
  });
});

function mailboxOf({ target }: CaseFile) {
  if (target.kind !== 'address') throw new Error('no address');
  return target.mailbox;
}
