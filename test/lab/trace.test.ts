import { describe, expect, it } from 'vitest';
import { judgeCase } from '../../src/judge/judge-case.js';
import { type Lab, startLab } from '../../src/lab/lab.js';
import { type Alteration, alterHealthyWorld, baseOptions } from '../../src/lab/worlds/base.js';
import { assertDomainName } from '../../src/model/domain-name.js';
import { assertIpAddress } from '../../src/model/ip-address.js';
import type { Report } from '../../src/model/report.js';
import { defaultTraceOptions, type TraceOptions } from '../../src/model/trace-options.js';
import { type ControlLog, createMemoryControlLog } from '../../src/net/control-log.js';
import { toAscii } from '../../src/parse/idna.js';
import { parseTarget } from '../../src/parse/mailbox.js';
import { traceDelivery } from '../../src/survey/delivery/trace-delivery.js';

interface Asked {
  readonly options?: Partial<TraceOptions>;
  readonly target?: string;
  readonly message?: string;
  readonly controlLog?: ControlLog;
  /** Interrupts after so many milliseconds of the wall's clock. */
  readonly interruptAfterMs?: number;
}

interface Traced {
  readonly report: Report;
  readonly lab: Lab;
}

async function trace(
  alteration: Alteration,
  { options = {}, target = 'bob@example.com', message, controlLog, interruptAfterMs }: Asked = {},
): Promise<Traced> {
  const lab = await startLab(alterHealthyWorld(alteration));
  const interrupt = new AbortController();
  const timer = interruptAfterMs === undefined ? null : setTimeout(() => interrupt.abort('interrupted'), interruptAfterMs);
  try {
    const file = await traceDelivery({
      target: parseTarget(target, { toAscii, postmaster: options.postmaster ?? false }),
      options: { ...defaultTraceOptions, ...baseOptions, ...options },
      doors: lab.doors,
      signal: interrupt.signal,
      message: message === undefined ? null : new TextEncoder().encode(message),
      controlLog: controlLog ?? createMemoryControlLog(),
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    return { report: judgeCase(file), lab };
  } finally {
    if (timer !== null) clearTimeout(timer);
    await lab.stop();
  }
}

/** The addresses whose port 25 was called, in order, each once. */
function called({ journal }: Lab): readonly string[] {
  const attempts = journal.entries.filter(({ event, port }) => event === 'attempt' && port === 25);
  return [...new Set(attempts.map(({ address }) => address))];
}

const mx = (...lines: readonly string[]) =>
  lines.flatMap((line) => {
    const [preference, name, ...addresses] = line.split(' ');
    return [
      `@ MX ${preference} ${name}.example.com`,
      ...addresses.map((address) => `${name}.example.com ${address.includes(':') ? 'AAAA' : 'A'} ${address}`),
    ];
  });
const smtp = (name: string, script = {}) => ({ smtp: { name: `${name}.example.com`, ...script } });

describe("the sender's walk", () => {
  const three = mx('10 mx1 192.0.2.25', '20 mx2 198.51.100.25', '30 mx3 203.0.113.30');

  it('ends at the first exchange that takes the mail, and calls no other', async () => {
    const { lab } = await trace({ records: three });
    expect(called(lab)).toEqual(['192.0.2.25']);
    expect(lab.journal.recipients()).toEqual(['192.0.2.25 bob@example.com']);
  });

  it('ends at a 5yz to RCPT: unknown recipients are not asked for twice', async () => {
    const { lab, report } = await trace({ records: three, mx1: { rcpt: '550 5.1.1 User unknown' } });
    expect(lab.journal.recipients()).toEqual(['192.0.2.25 bob@example.com']);
    expect(report.endsAt).toBe('192.0.2.25');
  });

  it('goes on after a 4yz, a refused connection and a bad greeting', async () => {
    const { lab, report } = await trace({
      records: mx('10 mx1 192.0.2.25', '20 mx2 198.51.100.25', '30 mx3 203.0.113.30', '40 mx4 203.0.113.40'),
      mx1: { rcpt: '450 4.2.0 Greylisted' },
      mx2: 'refused',
      hosts: { '203.0.113.30': smtp('mx3', { greeting: '554 5.7.1 No' }), '203.0.113.40': smtp('mx4') },
    });
    expect(called(lab)).toEqual(['192.0.2.25', '198.51.100.25', '203.0.113.30', '203.0.113.40']);
    expect(report.endsAt).toBe('203.0.113.40');
  });

  it('tries the next beside a silent one, and gives the silent one up once the next has decided', async () => {
    const { report } = await trace({ records: three, mx1: 'silent', clockSpeed: 10 });
    expect(report.endsAt).toBe('198.51.100.25');
    expect(report.durationMs).toBeLessThan(6_000);
    expect(report.findings.find(({ code }) => code === 'host.silent')?.confidence).toBe('likely');
  });

  it('waits for a slow greeting and leaves the backup alone', async () => {
    const { lab } = await trace({ records: three, mx1: { greetingDelayMs: 8_000 }, clockSpeed: 20 });
    expect(called(lab)).toEqual(['192.0.2.25']);
  });

  it('takes a 3yz to RCPT for no acceptance, and goes on', async () => {
    const { lab, report } = await trace({ records: three, mx1: { rcpt: '354 Go ahead' } });
    expect(called(lab)).toEqual(['192.0.2.25', '198.51.100.25']);
    expect(report.endsAt).toBe('198.51.100.25');
  });

  it('visits an address that two exchanges share once', async () => {
    const { lab } = await trace({ records: mx('10 mx1 192.0.2.25', '20 mx2 192.0.2.25'), mx1: { rcpt: '450 4.2.0 Greylisted' } });
    expect(lab.journal.recipients()).toEqual(['192.0.2.25 bob@example.com']);
  });

  it('ends after thirty addresses that all put the mail off, however many the domain names', async () => {
    const addresses = Array.from({ length: 60 }, (_, at) => `203.0.113.${50 + at}`);
    const { lab, report } = await trace({
      records: mx(...addresses.map((address, at) => `${10 + at} mz${at} ${address}`)),
      hosts: Object.fromEntries(addresses.map((address, at) => [address, smtp(`mz${at}`, { rcpt: '450 4.2.0 Later' })])),
    });
    expect(called(lab)).toHaveLength(30);
    expect(report.verdict.outcome).toBe('delayed');
  });

  it('says which senders stop short of the host that takes the mail', async () => {
    const names = [1, 2, 3, 4, 5, 6].map((at) => ({ name: `mx${at}`, address: `203.0.113.${100 + at}` }));
    const { report } = await trace({
      records: mx(...names.map(({ name, address }, at) => `${at * 10 + 10} ${name} ${address}`)),
      hosts: Object.fromEntries(names.map(({ name, address }, at) => [address, at < 5 ? { smtp: 'refused' as const } : smtp(name)])),
    });
    expect(report.endsAt).toBe('203.0.113.106');
    expect(report.verdict.summary).toBe(
      'mx6.example.com takes mail for bob@example.com, after others failed. Postfix and Exim would not get there.',
    );
    expect(report.forecast.filter(({ note }) => note !== null).map(({ sender, note }) => `${sender} ${note}`)).toEqual([
      'postfix would not get here: tries 5 addresses',
      'exim would not get here: tries 5 exchanges',
    ]);
  });

  it('asks every exchange with --all', async () => {
    const { lab } = await trace({ records: three, hosts: { '203.0.113.30': smtp('mx3') } }, { options: { all: true } });
    expect([...lab.journal.recipients()].sort()).toEqual([
      '192.0.2.25 bob@example.com',
      '198.51.100.25 bob@example.com',
      '203.0.113.30 bob@example.com',
    ]);
  });
});

describe('looks beside the walk', () => {
  it('greet exchanges of the same preference, five at most, and ask them for nobody', async () => {
    const addresses = Array.from({ length: 8 }, (_, at) => `203.0.113.${50 + at}`);
    const { lab } = await trace({
      records: mx('10 mx1 192.0.2.25', ...addresses.map((address, at) => `10 mz${at} ${address}`)),
      hosts: Object.fromEntries(addresses.map((address, at) => [address, smtp(`mz${at}`)])),
    });
    expect(called(lab)).toEqual(['192.0.2.25', ...addresses.slice(0, 5)]);
    expect(lab.journal.recipients()).toEqual(['192.0.2.25 bob@example.com']);
    expect(lab.journal.commands(addresses[0]).map((command) => command.split(' ')[0])).toEqual(['EHLO', 'STARTTLS', 'EHLO', 'QUIT']);
  });
});

describe('what is said to a server', () => {
  it('is the order of RFC 5321, and nothing more', async () => {
    const { lab } = await trace({});
    expect(lab.journal.commands()).toEqual([
      'EHLO probe.example.net',
      'STARTTLS',
      'EHLO probe.example.net',
      'MAIL FROM:<admin@example.net>',
      'RCPT TO:<bob@example.com>',
      'RSET',
      'QUIT',
    ]);
  });

  it('ends before MAIL without a sender, which this machine has no name to make one from', async () => {
    const { lab, report } = await trace({ machine: { fullName: null } }, { options: { from: null, helo: null } });
    expect(lab.journal.recipients()).toEqual([]);
    expect(report.verdict).toMatchObject({ outcome: 'inconclusive', cause: 'local.identity-assumed' });
    expect(report.vantage.assumed).toEqual(['helo', 'sender']);
  });

  it('goes no further than EHLO where the address needs SMTPUTF8 and none is offered', async () => {
    const { lab, report } = await trace({ mx1: { extensions: ['8BITMIME'] } }, { target: 'b\u00f8b@example.com' });
    expect(lab.journal.commands()).toEqual(['EHLO probe.example.net', 'STARTTLS', 'EHLO probe.example.net', 'QUIT']);
    expect(report.route[0]?.addresses[0]?.remark).toBe('does not offer SMTPUTF8');
  });

  it('is QUIT after EHLO and TLS for a bare domain', async () => {
    const { lab, report } = await trace({}, { target: 'example.com' });
    expect(lab.journal.commands().some((command) => command.startsWith('MAIL'))).toBe(false);
    expect(report.verdict.outcome).toBe('deliverable');
  });

  it('is nothing at all with --no-probe', async () => {
    const { lab, report } = await trace({}, { options: { probe: false } });
    expect(called(lab)).toEqual([]);
    expect(report.verdict).toMatchObject({ outcome: 'deliverable', confidence: 'possible' });
  });

  it('asks postmaster behind the real recipient', async () => {
    const { lab } = await trace({}, { options: { postmaster: true } });
    expect(lab.journal.recipients()).toEqual(['192.0.2.25 bob@example.com', '192.0.2.25 postmaster@example.com']);
  });
});

describe('--send', () => {
  const options = { send: { file: 'message.eml', sizeBytes: 20 } };
  const records = mx('10 mx1 192.0.2.25', '20 mx2 198.51.100.25');

  it('delivers the message once', async () => {
    const { lab, report } = await trace({ records }, { options, message: 'Subject: hi\n\n.dot\n' });
    expect(lab.journal.messages()).toEqual(['Subject: hi\r\n\r\n.dot']);
    expect(report.verdict.outcome).toBe('deliverable');
    expect(report.route[0]?.addresses[0]?.stage).toBe('message');
  });

  it('delivers it at the next exchange where the first refuses the recipient for now', async () => {
    const { lab } = await trace({ records, mx1: { rcpt: '450 4.2.0 Greylisted' } }, { options, message: 'Subject: hi\n' });
    expect(lab.journal.messages()).toHaveLength(1);
    expect(lab.journal.recipients()).toEqual(['192.0.2.25 bob@example.com', '198.51.100.25 bob@example.com']);
  });

  it('never hands it over a second time, whatever became of the first', async () => {
    const { lab } = await trace({ records, mx1: { message: { finally: 'close' } } }, { options, message: 'Subject: hi\n' });
    expect(lab.journal.messages()).toHaveLength(1);
  });

  it('hands it over once with --all too, and asks the others for the recipient', async () => {
    const { lab } = await trace(
      { records, mx1: { message: { lines: ['250 2.0.0 Queued'], delayMs: 100 } } },
      { options: { ...options, all: true }, message: 'Subject: hi\n' },
    );
    expect(lab.journal.messages()).toHaveLength(1);
    expect(lab.journal.recipients()).toEqual(['192.0.2.25 bob@example.com', '198.51.100.25 bob@example.com']);
  });

  it('tries one exchange at a time, however silent the first', async () => {
    const { lab, report } = await trace({ records, mx1: 'silent', clockSpeed: 20 }, { options, message: 'Subject: hi\n' });
    expect(lab.journal.messages()).toHaveLength(1);
    expect(report.durationMs).toBeGreaterThan(15_000);
  });
});

describe('the egress check', () => {
  it('asks no control where anything answered on port 25', async () => {
    const { lab } = await trace({ mx1: 'refused' });
    expect(called(lab)).toEqual(['192.0.2.25']);
  });

  it('lets the built-in controls rest for an hour', async () => {
    const log = createMemoryControlLog();
    const first = await trace({ mx1: 'silent', clockSpeed: 30 }, { controlLog: log });
    const second = await trace({ mx1: 'silent', clockSpeed: 30 }, { controlLog: log });
    const questions = ({ journal }: Lab) =>
      journal.entries.filter(({ event, text }) => event === 'query' && text === 'MX gmail.com').length;
    expect(questions(first.lab)).toBeGreaterThan(0);
    expect(questions(second.lab)).toBe(0);
  });

  it('visits an address that two controls share once', async () => {
    const controls = [assertDomainName('mx1.example.com'), assertIpAddress('203.0.113.99'), assertIpAddress('203.0.113.99')];
    const { lab } = await trace({ mx1: 'silent', clockSpeed: 30 }, { options: { controls } });
    expect(called(lab)).toEqual(['192.0.2.25', '203.0.113.99']);
  });

  it('asks nobody with --no-control', async () => {
    const { lab } = await trace({ mx1: 'silent', clockSpeed: 30 }, { options: { controls: [] } });
    expect(called(lab)).toEqual(['192.0.2.25']);
  });
});

describe('--port 587', () => {
  it('needs no second look at the same port where it is silent', async () => {
    const { report } = await trace({ hosts: { '192.0.2.25': { ports: { 587: 'silent' } } }, clockSpeed: 30 }, { options: { port: 587 } });
    expect(report.verdict.outcome).toBe('delayed');
    expect(report.evidence.filter(({ id }) => id === 'connect/192.0.2.25/587')).toHaveLength(1);
  });
});

describe('what hostile servers send', () => {
  it('is kept within one bound for the whole trace', async () => {
    const addresses = Array.from({ length: 25 }, (_, at) => `203.0.113.${50 + at}`);
    const flood = {
      greeting: { lines: [...Array.from({ length: 300 }, () => `450-${'x'.repeat(180)}`), '450 Later'] },
      name: 'mz.example.com',
    };
    const { report } = await trace({
      records: mx(...addresses.map((address, at) => `${10 + at} mz${at} ${address}`)),
      hosts: Object.fromEntries(addresses.map((address) => [address, { smtp: flood }])),
    });
    const conversations = report.evidence.flatMap((each) => (each.kind === 'smtp' ? [JSON.stringify(each.transcript).length] : []));
    expect(conversations).toHaveLength(25);
    expect(Math.max(...conversations.slice(-5))).toBeLessThan(30_000);
  });
});

describe('an early end', () => {
  it('by the deadline keeps what was found, says so, and takes leave', async () => {
    const { report, lab } = await trace(
      { records: mx('10 mx1 192.0.2.25', '20 mx2 198.51.100.25'), mx1: { rcpt: { finally: 'stall' } }, clockSpeed: 20 },
      { options: { deadlineMs: 10_000 } },
    );
    expect(report.complete).toBe(false);
    expect(report.verdict).toMatchObject({ outcome: 'inconclusive', cause: 'local.deadline-reached' });
    expect(report.durationMs).toBeLessThan(13_000);
    expect(report.route[1]?.addresses[0]?.remark).toBe('not tried: the time was up');
    expect(lab.journal.commands().at(-1)).toBe('QUIT');
  });

  it('by the user does the same at once', async () => {
    const { report } = await trace({ mx1: { greetingDelayMs: 60_000 } }, { interruptAfterMs: 200 });
    expect(report).toMatchObject({ complete: false, verdict: { outcome: 'inconclusive', cause: 'local.interrupted' } });
    expect(report.route[0]?.addresses[0]?.remark).toBe('the trace ended at the greeting');
    expect(report.durationMs).toBeLessThan(5_000);
  });
});

describe('two runs over the same world', () => {
  it('give the same report but for times and what is random', async () => {
    const run = async () => JSON.stringify((await trace({ records: mx('10 mx1 192.0.2.25', '10 mx2 198.51.100.25') })).report.findings);
    expect(await run()).toBe(await run());
  });

  it('name their evidence alike', async () => {
    const run = async () => (await trace({ mx1: 'refused' })).report.evidence.map(({ id }) => id);
    expect(await run()).toEqual(await run());
  });
});
