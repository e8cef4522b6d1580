/**
 * Documents followed up by live traces, in worlds where the refusal still stands, is gone, has changed, or where the
 * fault lies at this end.
 */
import { describe, expect, it } from 'vitest';
import { explainBounce } from '../../src/explain/explain-bounce.js';
import { explainReplyText } from '../../src/explain/explain-reply-text.js';
import { followUp } from '../../src/explain/follow-up.js';
import { FollowUpTargets } from '../../src/explain/follow-up-targets.js';
import { readQueueRecords } from '../../src/explain/queue-records.js';
import { type Lab, startLab } from '../../src/lab/lab.js';
import { type Alteration, alterHealthyWorld, baseOptions } from '../../src/lab/worlds/base.js';
import { controlZones, liveControls } from '../../src/lab/worlds/reach.js';
import type { Explained } from '../../src/model/explained.js';
import type { FollowUp } from '../../src/model/follow-up.js';
import { defaultTraceOptions, type TraceOptions } from '../../src/model/trace-options.js';
import { createMemoryControlLog } from '../../src/net/control-log.js';
import { toAscii } from '../../src/parse/idna.js';

interface Asked {
  readonly byHost?: boolean;
  readonly options?: Partial<TraceOptions>;
  /** Interrupts when the first target begins. */
  readonly interrupts?: boolean;
}

async function follow(
  records: readonly Explained[],
  alteration: Alteration,
  { byHost = false, options = {}, interrupts = false }: Asked = {},
) {
  const targets = new FollowUpTargets(toAscii, byHost);
  for (const record of records) targets.add(record);
  const lab = await startLab(alterHealthyWorld(alteration));
  const ending = new AbortController();
  try {
    const found = await followUp({
      chosen: targets.choose(),
      options: { ...defaultTraceOptions, ...baseOptions, ...options },
      doors: lab.doors,
      signal: ending.signal,
      controlLog: createMemoryControlLog(),
      watch: () => {
        if (interrupts) ending.abort('interrupted');
        return { progress: () => undefined, finish: () => undefined };
      },
    });
    return { found, lab };
  } finally {
    await lab.stop();
  }
}

const unknown = '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown in virtual mailbox table';
const reply = (text: string): readonly Explained[] => [explainReplyText(text)].filter((each) => each !== null);

async function bounce(text: string, recipient = 'bob@example.com'): Promise<Explained> {
  const report = [
    'From: MAILER-DAEMON@mail.example.net (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    '',
    `<${recipient}>: host mx1.example.com[192.0.2.25] said: ${text} (in reply to RCPT TO command)`,
  ];
  return await explainBounce(new TextEncoder().encode(report.join('\n')));
}

function gist({ targets }: FollowUp) {
  return targets.map(({ address, standsFor, told, seen, result, replies }) => [
    address,
    standsFor,
    told.code,
    seen?.code ?? null,
    result,
    replies,
  ]);
}

/** Whom the servers were asked for. */
function asked({ journal }: Lab): readonly string[] {
  return journal.recipients();
}

describe('a bounce', () => {
  it('still holds where the server says the same', async () => {
    const { found, lab } = await follow([await bounce(unknown)], { mx1: { rcpt: unknown } });
    expect(gist(found)).toEqual([['bob@example.com', 1, 'recipient.unknown', 'recipient.unknown', 'still-true', 'same']]);
    expect(found).toMatchObject({
      complete: true,
      targets: [{ says: 'The same reply is given now.', seen: { host: 'mx1.example.com', stage: 'rcpt', reply: unknown } }],
    });
    expect(asked(lab)).toEqual(['192.0.2.25 bob@example.com']);
    expect(lab.journal.messages()).toEqual([]);
  });

  it('still holds where the server uses other words', async () => {
    const { found } = await follow([await bounce(unknown)], { mx1: { rcpt: '550 5.1.1 There is nobody of that name here' } });
    expect(gist(found)[0]?.slice(4)).toEqual(['still-true', 'same-code']);
  });

  it('is gone where the recipient is accepted', async () => {
    const { found } = await follow([await bounce(unknown)], {});
    expect(gist(found)).toEqual([['bob@example.com', 1, 'recipient.unknown', null, 'gone', 'different']]);
  });

  it('is different where something else stops the mail', async () => {
    const { found } = await follow([await bounce(unknown)], { mx1: { rcpt: '452 4.2.2 <bob@example.com>: Mailbox full' } });
    expect(gist(found)).toEqual([['bob@example.com', 1, 'recipient.unknown', 'recipient.mailbox-full', 'different', 'different']]);
  });

  it('is different where the domain is gone', async () => {
    const { found } = await follow([await bounce(unknown, 'bob@nowhere.example.com')], {});
    expect(gist(found)[0]?.slice(3)).toEqual(['domain.not-found', 'different', null]);
  });

  it('cannot be told of where port 25 does not leave this network', async () => {
    const world = { zones: controlZones, hosts: liveControls, machine: { outboundSmtp: 'silent' }, clockSpeed: 20 } as const;
    const { found } = await follow([await bounce(unknown)], world);
    expect(gist(found)).toEqual([['bob@example.com', 1, 'recipient.unknown', 'local.egress-blocked', 'could-not-tell', null]]);
  });

  it('cannot be told of where no server answers any more', async () => {
    const { found } = await follow([await bounce(unknown)], { zones: controlZones, hosts: liveControls, mx1: 'silent', clockSpeed: 20 });
    expect(gist(found)[0]?.slice(4)).toEqual(['could-not-tell', null]);
  });

  it('for its content cannot be told of by an acceptance at RCPT', async () => {
    const { found, lab } = await follow(
      reply('554 5.7.1 <bob@example.com>: Message rejected as spam (in reply to end of DATA command)'),
      {},
    );
    expect(gist(found)[0]?.slice(3)).toEqual([null, 'could-not-tell', 'different']);
    expect(lab.journal.messages()).toEqual([]);
  });

  it('of another sending address is not gone because this one is accepted', async () => {
    const listed = '554 5.7.1 <bob@example.com>: Client host [198.51.100.99] blocked using zen.spamhaus.org';
    const { found } = await follow([await bounce(listed)], {});
    expect(gist(found)[0]?.slice(2)).toEqual(['sender.blocklisted', null, 'could-not-tell', 'different']);
  });
});

describe('many', () => {
  it('are asked about once for each cause and domain, in turn where it is the same domain', async () => {
    const texts = [unknown, '452 4.2.2 <ann@example.com>: Mailbox full', unknown, unknown.replace('bob', 'eve')];
    const records = [
      await bounce(texts[0] ?? ''),
      await bounce(texts[1] ?? '', 'ann@example.com'),
      await bounce(texts[2] ?? '', 'carol@example.com'),
      await bounce(texts[3] ?? '', 'eve@example.com'),
    ];
    const { found, lab } = await follow(records, { mx1: { rcpt: unknown } });
    expect(gist(found)).toEqual([
      ['bob@example.com', 3, 'recipient.unknown', 'recipient.unknown', 'still-true', 'same'],
      ['ann@example.com', 1, 'recipient.mailbox-full', 'recipient.unknown', 'different', 'different'],
    ]);
    expect(asked(lab)).toEqual(['192.0.2.25 bob@example.com', '192.0.2.25 ann@example.com']);
    expect(new Set(lab.journal.entries.filter(({ event }) => event === 'attempt').map(({ port }) => port)).has(25)).toBe(true);
  });

  it('are not asked about any more when somebody interrupts', async () => {
    const records = [await bounce(unknown), await bounce('452 4.2.2 Mailbox full', 'ann@example.com')];
    const { found, lab } = await follow(records, {}, { interrupts: true });
    expect(found.complete).toBe(false);
    expect(found.targets.map(({ result, report }) => [result, report === null])).toEqual([
      ['could-not-tell', false],
      ['could-not-tell', true],
    ]);
    expect(asked(lab)).toEqual([]);
  });
});

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

/** A queue in which two domains wait for the same exchange, and one message for another one. */
const queue = [
  [
    '4WxYz1',
    'bob@example.com',
    'host mx1.example.com[192.0.2.25] said: 450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted (in reply to RCPT TO command)',
  ],
  [
    '4WxYz2',
    'ann@example.org',
    'host mx1.example.com[192.0.2.25] said: 450 4.2.0 <ann@example.org>: Recipient address rejected: Greylisted (in reply to RCPT TO command)',
  ],
  ['4WxYz3', 'dave@example.com', 'connect to mx1.example.com[192.0.2.25]:25: Connection timed out'],
].map(([id, address, reason]) =>
  JSON.stringify({
    queue_name: 'deferred',
    queue_id: id,
    arrival_time: 1_795_456_800,
    message_size: 300,
    sender: 'admin@example.net',
    recipients: [{ address, delay_reason: reason }],
  }),
);

async function readQueue(): Promise<readonly Explained[]> {
  const records: Explained[] = [];
  for await (const record of readQueueRecords(whole(`${queue.join('\n')}\n`), 'queue', null)) records.push(record);
  return records;
}

describe('a queue', () => {
  it.each<[string, Alteration, readonly unknown[]]>([
    [
      'still waits for the same',
      { mx1: { rcpt: '450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted' } },
      [
        ['bob@example.com', 2, 'sender.greylisted', 'sender.greylisted', 'still-true', 'same'],
        ['dave@example.com', 1, 'host.no-answer', 'sender.greylisted', 'different', null],
      ],
    ],
    [
      'would be emptied now',
      {},
      [
        ['bob@example.com', 2, 'sender.greylisted', null, 'gone', 'different'],
        ['dave@example.com', 1, 'host.no-answer', null, 'gone', null],
      ],
    ],
    [
      'waits for a host that refuses connections by now',
      { mx1: 'refused' },
      [
        ['bob@example.com', 2, 'sender.greylisted', 'port.refused', 'could-not-tell', null],
        ['dave@example.com', 1, 'host.no-answer', 'port.refused', 'different', null],
      ],
    ],
  ])('%s, one trace for each cause and exchange', async (_, alteration, expected) => {
    const { found } = await follow(await readQueue(), alteration, { byHost: true });
    expect(gist(found)).toEqual(expected);
  });
});
