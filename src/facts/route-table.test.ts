import { describe, expect, it } from 'vitest';
import { endsAt, routeTable } from './route-table.js';
import { type HostWords, type HostWorld, hostView } from './testing/host-world.js';

const first = '192.0.2.25';
const last = '198.51.100.25';
const two = [`10 mx1.example.com ${first}`, `20 mx2.example.com ${last}`];
const rcpt = (reply: string): HostWords => ({ says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '250 ok', 'RCPT', reply] });

/** The table in lines: `10 mx1.example.com 192.0.2.25: 250 to RCPT: accepted`, or the problem in the addresses' place. */
function linesOf(world: HostWorld): readonly string[] {
  const table = hostView(world).read(routeTable);
  return table.flatMap(({ exchange, preference, addresses, problem }) => {
    const rows = addresses.map(({ address, remark }) => `${address}: ${remark}`);
    return (problem === null ? rows : [problem]).map((row) => `${preference ?? '-'} ${exchange} ${row}`);
  });
}

/** The row of the first exchange's only address. */
const rowOf = (host: HostWords) => hostView({ mx: two.slice(0, 1), hosts: { [first]: host } }).read(routeTable)[0]?.addresses[0];

describe('routeTable', () => {
  it('lists every exchange in order, and says of those behind the end that nobody asked them', () => {
    expect(linesOf({ mx: two, hosts: { [first]: rcpt('250 2.1.5 ok'), [last]: { skipped: 'not-needed' } } })).toEqual([
      `10 mx1.example.com ${first}: 250 2.1.5 to RCPT: accepted`,
      `20 mx2.example.com ${last}: not asked: senders end above`,
    ]);
  });

  it('names the problem of an exchange that leads nowhere', () => {
    const world = { mx: ['10 mx1.example.com'], bare: ['20 192.0.2.99'] };
    expect(linesOf(world)).toEqual(['10 mx1.example.com the name does not exist', '20 192.0.2.99 an address where a name must stand']);
  });

  it('is empty where no host is to be asked', () => {
    expect(hostView({ mx: ['0 .'] }).read(routeTable)).toEqual([]);
  });

  it.each<readonly [sentence: string, host: HostWords, remark: string]>([
    ['a refusal of the recipient', rcpt('550 5.1.1 no'), '550 5.1.1 to RCPT'],
    ['a greeting that refuses', { says: ['554 no'] }, '554 as greeting'],
    ['a refusal of EHLO', { says: ['220 hi', 'EHLO', '550 no'] }, '550 to EHLO'],
    ['a silent host', { connect: 'silent' }, 'no connection in 15 s'],
    ['a wait below ten seconds keeps its tenths', { connect: 'silent', waitedMs: 3_250 }, 'no connection in 3.3 s'],
    ['a closed port', { connect: 'refused' }, 'refuses the connection'],
    ['a firewall', { connect: 'prohibited' }, 'prohibited by a firewall'],
    ['a private address', { skipped: 'private' }, 'not tried: a private address'],
    ['a family that is missing here', { skipped: 'no-family' }, 'not tried: no IPv4 here'],
    ['the deadline', { skipped: 'deadline' }, 'not tried: the time was up'],
    ['no greeting', { says: [], breaks: { stage: 'greeting', failure: 'timeout', waitedMs: 60_000 } }, 'no greeting in 60 s'],
    [
      'no reply',
      { says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '250 ok'], breaks: { stage: 'rcpt', failure: 'timeout', waitedMs: 60_000 } },
      'no reply to RCPT TO in 60 s',
    ],
    ['a hang-up', { says: ['220 hi', 'EHLO', '250 hi'], breaks: { stage: 'mail', failure: 'closed' } }, 'hung up at MAIL FROM'],
    ['something else on the port', { says: [], breaks: { stage: 'greeting', failure: 'not-smtp' } }, 'does not speak SMTP'],
    ['a flood', { says: [], breaks: { stage: 'greeting', failure: 'flood' } }, 'floods'],
    ['a look', { says: ['220 hi', 'EHLO', '250 hi'], purpose: 'look' }, 'speaks SMTP; no recipient asked for'],
    ['no sender to go on with', { says: ['220 hi', 'EHLO', '250 hi'] }, 'in order up to MAIL, where the trace stops'],
  ])('%s', (_sentence, host, remark) => {
    expect(rowOf(host)?.remark).toBe(remark);
  });
});

describe('a row where TLS fails', () => {
  const failing: HostWords = {
    says: ['220 hi', 'EHLO', '250 STARTTLS'],
    breaks: { stage: 'tls', failure: 'tls' },
    tls: { fails: 'handshake failure' },
  };

  it('says so, and what came of it in plain text', () => {
    expect(rowOf(failing)).toMatchObject({ tls: 'failed', result: 'broken-off', remark: 'TLS fails' });
    expect(rowOf({ ...failing, plain: { says: rcpt('250 ok').says ?? [] } })).toMatchObject({
      tls: 'failed',
      result: 'accepted',
      stage: 'rcpt',
      reply: '250 ok',
      remark: 'TLS fails; in plain text 250 to RCPT',
    });
  });
});

describe('the numbers of a row', () => {
  it('gives the times that were measured', () => {
    expect(rowOf({ ...rcpt('250 ok'), ping: 12.3 })).toMatchObject({
      ping: 'answered',
      pingMs: 12.3,
      connectMs: 20,
      greetingMs: 30,
      tls: 'none',
    });
  });

  it('gives none where nothing was reached', () => {
    const bare = { pingMs: null, connectMs: null, greetingMs: null, tls: null, reply: null };
    expect(rowOf({ connect: 'silent', ping: 'silent' })).toMatchObject({ ...bare, ping: 'silent' });
    expect(rowOf({ connect: 'refused' })).toMatchObject({ ...bare, ping: 'unknown' });
  });

  it('gives the protocol of a TLS that stands', () => {
    expect(rowOf({ ...rcpt('250 ok'), tls: {} })).toMatchObject({ tls: 'TLSv1.3' });
  });
});

describe('endsAt', () => {
  it.each<readonly [string, Readonly<Record<string, HostWords>>, string | null]>([
    ['where the recipient is accepted', { [first]: { connect: 'silent' }, [last]: rcpt('250 ok') }, last],
    ['nowhere, where nobody answers', { [first]: { connect: 'silent' }, [last]: { connect: 'silent' } }, null],
  ])('%s', (_sentence, hosts, expected) => {
    expect(hostView({ mx: two, hosts }).read(endsAt)).toBe(expected);
  });
});
