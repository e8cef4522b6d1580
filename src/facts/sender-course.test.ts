import { describe, expect, it } from 'vitest';
import { hostResults } from './host-results.js';
import { type CourseEnd, type CourseReason, decidesWalk, senderCourse, senderCourses } from './sender-course.js';
import { type DnsWorld, dnsView } from './testing/dns-world.js';
import { type HostWords, type HostWorld, hostView } from './testing/host-world.js';

const two = ['10 mx1.example.com 192.0.2.25', '20 mx2.example.com 198.51.100.25'];
const first = '192.0.2.25';
const last = '198.51.100.25';

/** A conversation up to the reply that decides. */
const greeting = (reply: string): HostWords => ({ says: [reply] });
const hello = (reply: string): HostWords => ({ says: ['220 hi', 'EHLO', reply] });
const mail = (reply: string): HostWords => ({ says: ['220 hi', 'EHLO', '250 hi', 'MAIL', reply] });
const rcpt = (reply: string): HostWords => ({ says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '250 ok', 'RCPT', reply] });
const accepts = rcpt('250 ok');
const silent: HostWords = { connect: 'silent' };
const failingTls: HostWords = {
  says: ['220 hi', 'EHLO', '250 STARTTLS'],
  breaks: { stage: 'tls', failure: 'tls' },
  tls: { fails: 'handshake failure' },
};

type Expected = readonly [end: CourseEnd, why: CourseReason, at: string | null];

function courseIn(world: HostWorld): Expected {
  const { end, why, at } = hostView(world).read(senderCourse);
  return [end, why, at?.address ?? null];
}

describe('senderCourse, by what the hosts do', () => {
  it.each<readonly [sentence: string, hosts: Readonly<Record<string, HostWords>>, expected: Expected]>([
    ['the first takes it', { [first]: accepts }, ['accepted', 'host', first]],
    ['the first knows no such user: nobody else is asked', { [first]: rcpt('550 no'), [last]: accepts }, ['bounced', 'host', first]],
    ['the first refuses the sender for good', { [first]: mail('550 no'), [last]: accepts }, ['bounced', 'host', first]],
    ['the first puts it off, the second takes it', { [first]: rcpt('450 later'), [last]: accepts }, ['accepted', 'host', last]],
    ['both put it off', { [first]: rcpt('450 later'), [last]: mail('451 later') }, ['deferred', 'host', last]],
    ['the first is silent, the second takes it', { [first]: silent, [last]: accepts }, ['accepted', 'host', last]],
    ['nobody answers', { [first]: silent, [last]: { connect: 'refused' } }, ['deferred', 'all-failed', null]],
    ['the last greets with 554', { [first]: silent, [last]: greeting('554 no') }, ['bounced', 'host', last]],
    ['the first greets with 554, the last is silent', { [first]: greeting('554 no'), [last]: silent }, ['deferred', 'host', first]],
    ['the last refuses EHLO for good', { [first]: silent, [last]: hello('550 no') }, ['bounced', 'host', last]],
    ['the trace stops before MAIL', { [first]: { says: ['220 hi', 'EHLO', '250 hi'] } }, ['undecided', 'stopped-before-mail', first]],
    ['a look asks no recipient', { [first]: { ...hello('250 hi'), purpose: 'look' } }, ['accepted', 'nobody-asked', first]],
    [
      'the end of the trace cuts the conversation short',
      { [first]: { says: ['220 hi'], breaks: { stage: 'hello', failure: 'cut-short' } }, [last]: accepts },
      ['undecided', 'ended-early', null],
    ],
    [
      'the end of the trace leaves the rest untried',
      { [first]: silent, [last]: { skipped: 'deadline' } },
      ['undecided', 'ended-early', null],
    ],
    ['the first was never tried', { [last]: accepts }, ['undecided', 'ended-early', null]],
    ['a private address is passed by', { [first]: { skipped: 'private' }, [last]: accepts }, ['accepted', 'host', last]],
    [
      'an address of a family that is missing here is passed by',
      { [first]: { skipped: 'no-family' }, [last]: accepts },
      ['accepted', 'host', last],
    ],
    [
      'nothing is left of the families here',
      { [first]: { skipped: 'no-family' }, [last]: { skipped: 'no-family' } },
      ['undecided', 'no-family', null],
    ],
  ])('%s', (_sentence, hosts, expected) => {
    expect(courseIn({ mx: two, hosts })).toEqual(expected);
  });

  it('lays silence here at this network once controls are silent too', () => {
    const alive = { connect: 'silent', ping: 20 } as const;
    const controls = { '203.0.113.7': alive, '203.0.113.8': alive };
    expect(courseIn({ mx: two, hosts: { [first]: silent, [last]: silent }, controls })).toEqual(['undecided', 'egress-blocked', null]);
  });

  it('bounces what comes back to this machine, unless this machine takes it', () => {
    const world = { mx: two, sources: [first] };
    expect(courseIn({ ...world, hosts: { [first]: silent } })).toEqual(['bounced', 'loops-here', first]);
    expect(courseIn({ ...world, hosts: { [first]: accepts } })).toEqual(['accepted', 'host', first]);
    expect(courseIn({ mx: ['10 mx.example.com 127.0.0.1'] })).toEqual(['bounced', 'loops-here', null]);
  });

  it('goes on in plain text where TLS fails, and ends by what is said there', () => {
    const behind = { ...failingTls, plain: { says: rcpt('550 no').says ?? [] } };
    expect(courseIn({ mx: two, hosts: { [first]: behind, [last]: accepts } })).toEqual(['bounced', 'host', first]);
    expect(courseIn({ mx: two, hosts: { [first]: failingTls, [last]: accepts } })).toEqual(['accepted', 'host', last]);
  });

  it('keeps the hosts that it came to, in order', () => {
    const { visited } = hostView({ mx: two, hosts: { [first]: silent, [last]: accepts } }).read(senderCourse);
    expect(visited.map(({ address }) => address)).toEqual([first, last]);
  });
});

describe('senderCourse, by the route alone', () => {
  const malformed = { kind: 'malformed', input: 'bob@', fault: { reason: 'the domain is missing', at: 4, suggestion: null } } as const;
  const failingLookup = [
    { ask: 'mx1.example.com A', at: '198.51.100.53', rcode: 'SERVFAIL' },
    { ask: 'mx1.example.com AAAA', at: '198.51.100.53' },
  ];

  it.each<readonly [sentence: string, world: HostWorld, expected: Expected]>([
    ['a malformed address', { target: malformed }, ['bounced', 'malformed', null]],
    ['a null MX', { mx: ['0 .'] }, ['bounced', 'null-mx', null]],
    ['no MX and no address', {}, ['bounced', 'no-mail-host', null]],
    ['an exchange that does not exist', { mx: ['10 mx1.example.com'] }, ['bounced', 'no-target', null]],
    ['an exchange whose lookup fails', { bare: ['10 mx1.example.com'], more: failingLookup }, ['deferred', 'lookup-failed', null]],
    ['an exchange that was not looked up yet', { bare: ['10 mx1.example.com'] }, ['undecided', 'ended-early', null]],
    ['--no-probe', { mx: two, options: { probe: false } }, ['accepted', 'not-probed', null]],
  ])('%s', (_sentence, world, expected) => {
    expect(courseIn(world)).toEqual(expected);
  });

  it.each<readonly [sentence: string, world: DnsWorld, expected: readonly [CourseEnd, CourseReason]]>([
    ['the domain does not exist', { resolvers: { '10.0.0.53': { rcode: 'NXDOMAIN' } } }, ['bounced', 'no-domain']],
    ['the resolver answers with an error', { resolvers: { '10.0.0.53': { rcode: 'SERVFAIL' } } }, ['deferred', 'lookup-failed']],
    ['no resolver is heard', { resolvers: { '10.0.0.53': { failure: 'timeout' } } }, ['undecided', 'no-resolver']],
    [
      'only the authority is heard, which no sender here would ask',
      {
        resolvers: { '10.0.0.53': { failure: 'timeout' } },
        servers: { 'ns1.example.com 192.0.2.53': { answer: ['example.com 60 MX 10 mx.example.com'] } },
      },
      ['undecided', 'no-resolver'],
    ],
  ])('%s', (_sentence, world, expected) => {
    const { end, why } = dnsView(world).read(senderCourse);
    expect([end, why]).toEqual(expected);
  });
});

describe('senderCourses', () => {
  /** Where each product ends: `postfix: deferred`. */
  const endsIn = (hosts: Readonly<Record<string, HostWords>>, mx: readonly string[] = two) =>
    Object.fromEntries(
      hostView({ mx, hosts })
        .read(senderCourses)
        .map(({ profile, course }) => [profile.id, `${course.end} ${course.at?.address ?? '-'}`]),
    );

  it('tells who bounces at a 5yz greeting and who moves on', () => {
    expect(endsIn({ [first]: greeting('554 no'), [last]: accepts })).toMatchObject({
      postfix: `accepted ${last}`,
      exim: `bounced ${first}`,
      sendmail: `accepted ${last}`,
    });
    expect(endsIn({ [first]: silent, [last]: greeting('554 no') })).toMatchObject({
      postfix: `deferred ${last}`,
      exim: `bounced ${last}`,
      sendmail: `bounced ${last}`,
    });
  });

  it('tells who gets through where TLS fails', () => {
    const failing = { ...failingTls, plain: { says: accepts.says ?? [] } };
    expect(endsIn({ [first]: failing })).toMatchObject({ exim: `accepted ${first}`, sendmail: `deferred ${first}` });
  });

  it('stops Postfix behind five addresses and Exim behind five exchanges', () => {
    const sixth = '192.0.2.6';
    const addresses = [1, 2, 3, 4, 5].map((n) => `192.0.2.${n}`);
    const hosts = { ...Object.fromEntries(addresses.map((address) => [address, silent])), [sixth]: accepts };
    const oneExchange = [`10 mx.example.com ${[...addresses, sixth].join(' ')}`];
    const manyExchanges = [...addresses, sixth].map((address, at) => `${at + 10} mx${at}.example.com ${address}`);
    expect(endsIn(hosts, oneExchange)).toMatchObject({ postfix: 'deferred -', exim: `accepted ${sixth}` });
    expect(endsIn(hosts, manyExchanges)).toMatchObject({ postfix: 'deferred -', exim: 'deferred -', sendmail: `accepted ${sixth}` });
  });
});

describe('decidesWalk', () => {
  it.each<readonly [sentence: string, host: HostWords, expected: boolean]>([
    ['a permanent refusal of the recipient', rcpt('550 no'), true],
    ['acceptance', accepts, true],
    ['a temporary refusal', rcpt('450 later'), false],
    ['silence', silent, false],
    ['a host that was left out', { skipped: 'deadline' }, false],
  ])('%s: %s', (_sentence, host, expected) => {
    const view = hostView({ mx: two, hosts: { [first]: host } });
    const results = view.read(hostResults).filter(({ address }) => address === first);
    expect(results.map((result) => decidesWalk(view, result))).toEqual([expected]);
  });
});
