/** Servers on loopback that play scripts, over the real sockets of `net`. */
import { afterEach, describe, expect, it } from 'vitest';
import { createCountingClock } from '../../../test/support/counting-clock.js';
import { createLoopbackContext } from '../../../test/support/loopback-context.js';
import {
  createScriptedNameServer,
  type ScriptedNameServer,
  type TcpScript,
  type UdpScript,
} from '../../../test/support/scripted-name-server.js';
import type { DnsQuestion, DnsRecord } from '../../model/dns.js';
import { assertDomainName } from '../../model/domain-name.js';
import type { DnsEvidence } from '../../model/evidence.js';
import { assertIpAddress } from '../../model/ip-address.js';
import type { Doors } from '../../net/doors.js';
import { connectNodeTcp } from '../../net/node-tcp.js';
import { openNodeUdp } from '../../net/node-udp.js';
import { type DnsMessageInput, encodeDnsMessage } from '../../parse/dns/encode-dns-message.js';
import type { ParsedDnsMessage } from '../../parse/dns/parse-dns-message.js';
import { type DnsLimits, probeDns } from './probe-dns.js';

const name = assertDomainName('example.com');
const loopback = assertIpAddress('127.0.0.1');
/** For servers that are waited for in vain. All others get the time that they need on a busy machine. */
const impatient = { firstTimeoutMs: 60, attempts: 3, tcpTimeoutMs: 250 };

const record: DnsRecord = {
  owner: name,
  type: 'MX',
  ttlSeconds: 300,
  data: { type: 'MX', preference: 10, exchange: assertDomainName('mx.example.com') },
};

const servers: ScriptedNameServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A server that ends with the test. */
async function serve(onUdp: UdpScript, onTcp: TcpScript | null = null): Promise<ScriptedNameServer> {
  const server = await createScriptedNameServer(onUdp, onTcp);
  servers.push(server);
  return server;
}

function respond(query: ParsedDnsMessage, rest: Partial<DnsMessageInput> = {}): Uint8Array {
  const { id, questions } = query;
  return encodeDnsMessage({ id, qr: true, flags: { ra: true }, questions, answer: [record], ...rest });
}

function truncated(query: ParsedDnsMessage): Uint8Array[] {
  return [respond(query, { flags: { tc: true }, answer: [] })];
}

/** The message behind its length, as TCP has it. */
function framed(message: Uint8Array, length = message.length): Uint8Array {
  return Uint8Array.of(length >> 8, length & 0xff, ...message);
}

function question(port: number, rest: Partial<DnsQuestion> = {}): DnsQuestion {
  const server = { role: 'resolver', address: loopback, port, name: null, zone: null } as const;
  return { name, type: 'MX', server, recursionDesired: true, checkingDisabled: false, ...rest };
}

function ask(server: { readonly port: number }, limits: Partial<DnsLimits> = {}, context = createLoopbackContext()): Promise<DnsEvidence> {
  return probeDns(context, question(server.port), limits);
}

/** The attempts in short: `udp+edns timeout`, `tcp answered`. */
function course({ attempts }: DnsEvidence): string[] {
  return attempts.map(({ transport, edns, result }) => `${transport}${edns ? '+edns' : ''} ${result}`);
}

describe('an answer', () => {
  it('is kept with its records, its flags and the attempt that brought it', async () => {
    const server = await serve((query) => [respond(query, { edns: { udpSize: 4096 } })]);
    const evidence = await ask(server);
    expect(evidence).toMatchObject({ id: `dns/mx/example.com/127.0.0.1#${server.port}`, kind: 'dns', origin: 'live' });
    expect(evidence.outcome).toMatchObject({
      state: 'answered',
      response: {
        rcode: 'NOERROR',
        transport: 'udp',
        flags: { ra: true, aa: false },
        answer: [record],
        edns: { udpSize: 4096 },
        issues: [],
      },
    });
    expect(course(evidence)).toEqual(['udp+edns answered']);
    expect(evidence.durationMs).toBeGreaterThanOrEqual(evidence.attempts[0]?.durationMs ?? Number.NaN);
  });

  it.each([
    ['a resolver', true, false],
    ['an authority', false, false],
    ['a resolver that shall not validate', true, true],
  ])('is asked of %s with the flags that fit, EDNS of 1232 octets, without DO and AD', async (_, recursionDesired, checkingDisabled) => {
    const server = await serve((query) => [respond(query)]);
    await probeDns(createLoopbackContext(), question(server.port, { recursionDesired, checkingDisabled }));
    expect(server.queries).toHaveLength(1);
    expect(server.queries[0]).toMatchObject({
      questions: [{ name, type: 'MX', class: 1 }],
      flags: { qr: false, aa: false, tc: false, ra: false, ad: false, rd: recursionDesired, cd: checkingDisabled },
      edns: { version: 0, udpSize: 1232, dnssecOk: false },
      issues: [],
    });
  });

  it('in capital letters is the answer too', async () => {
    const server = await serve((query) => {
      const bytes = respond(query);
      bytes.set(Buffer.from('EXAMPLE'), 13);
      return [bytes];
    });
    expect((await ask(server)).outcome.state).toBe('answered');
  });

  it('is waited for past datagrams with another id, name, type, class, opcode, no question, and past queries', async () => {
    const server = await serve((query) => {
      const [asked] = query.questions;
      if (asked === undefined) return [];
      return [
        respond({ ...query, id: query.id ^ 1 }),
        respond(query, { questions: [{ ...asked, name: assertDomainName('example.org') }] }),
        respond(query, { questions: [{ ...asked, type: 'A' }] }),
        respond(query, { questions: [{ ...asked, class: 3 }] }),
        respond(query, { questions: [asked, asked] }),
        respond(query, { questions: [] }),
        respond(query, { qr: false }),
        respond(query, { opcode: 4 }),
        Uint8Array.of(),
        respond(query, { answer: [record, record] }),
      ];
    });
    const evidence = await ask(server);
    expect(evidence.outcome).toMatchObject({ response: { answer: [record, record] } });
    expect(course(evidence)).toEqual(['udp+edns answered']);
  });

  it('of another rcode is an answer like any other', async () => {
    const server = await serve((query) => [respond(query, { rcode: 'SERVFAIL', questions: [], answer: [] })]);
    const evidence = await ask(server);
    expect(evidence.outcome).toMatchObject({ state: 'answered', response: { rcode: 'SERVFAIL' } });
    expect(course(evidence)).toEqual(['udp+edns answered']);
  });
});

describe('a server that does not answer to the point', () => {
  it('and sends only foreign datagrams has mismatched', async () => {
    const server = await serve((query) => [respond({ ...query, id: query.id ^ 1 }), Uint8Array.of(1)]);
    const evidence = await ask(server, impatient);
    expect(evidence.outcome).toEqual({ state: 'failed', failure: 'mismatched', detail: 'datagrams with another id or question: 2' });
    expect(course(evidence)).toEqual(['udp+edns mismatched', 'udp+edns mismatched', 'udp+edns mismatched', 'udp mismatched']);
  });

  it.each<[string, (query: ParsedDnsMessage) => Uint8Array]>([
    ['half a header', (query) => respond(query).subarray(0, 7)],
    ['half a question', (query) => respond(query).subarray(0, 20)],
    ['half a record, without saying that it is truncated', (query) => respond(query).subarray(0, -3)],
  ])('but with %s is malformed', async (_, damage) => {
    const server = await serve((query) => [damage(query)]);
    const evidence = await ask(server);
    expect(evidence.outcome).toMatchObject({ state: 'failed', failure: 'malformed', detail: expect.stringMatching(/^octet \d+: /) });
    expect(course(evidence)).toEqual(['udp+edns malformed', 'udp+edns malformed', 'udp+edns malformed', 'udp malformed']);
  });

  it('says more by one malformed datagram than by silence', async () => {
    const server = await serve((query, count) => (count === 2 ? [respond(query).subarray(0, 7)] : []));
    const evidence = await ask(server, impatient);
    expect(evidence.outcome).toMatchObject({ failure: 'malformed' });
    expect(course(evidence)).toEqual(['udp+edns timeout', 'udp+edns malformed', 'udp+edns timeout', 'udp timeout']);
  });

  it('is given more time with each try, a fresh id, and a last try without EDNS', async () => {
    const ids = [11, 22, 33, 44];
    const server = await serve(() => []);
    let opened = 0;
    const context = createLoopbackContext({
      randomInteger: (below) => (below === 65_536 ? (ids[opened] ?? 0) : 0),
      openUdp(...endpoint) {
        opened += 1;
        return openNodeUdp(...endpoint);
      },
    });
    const evidence = await ask(server, impatient, context);
    expect(evidence.outcome).toEqual({ state: 'failed', failure: 'timeout', detail: null });
    expect(course(evidence)).toEqual(['udp+edns timeout', 'udp+edns timeout', 'udp+edns timeout', 'udp timeout']);
    expect(server.queries.map((query) => query.id)).toEqual(ids);
    expect(opened).toBe(4);
    [60, 120, 200, 120].forEach((waitMs, at) => {
      expect(evidence.attempts[at]?.durationMs).toBeGreaterThanOrEqual(waitMs - 2);
    });
  });
});

describe('a server without EDNS', () => {
  it.each<[string, Partial<DnsMessageInput>]>([
    ['FORMERR', { rcode: 'FORMERR', answer: [] }],
    ['FORMERR without the question', { rcode: 'FORMERR', answer: [], questions: [] }],
    ['NOTIMP', { rcode: 'NOTIMP', answer: [] }],
    ['BADVERS', { rcode: 'BADVERS', answer: [], edns: { udpSize: 512 } }],
  ])('that says %s is asked without it', async (_, refusal) => {
    const server = await serve((query) => [respond(query, query.edns === null ? {} : refusal)]);
    const evidence = await ask(server);
    expect(evidence.outcome).toMatchObject({ response: { rcode: 'NOERROR', answer: [record], edns: null } });
    expect(course(evidence)).toEqual(['udp+edns answered', 'udp answered']);
  });

  it('that is silent to it is asked without it at last', async () => {
    const server = await serve((query) => (query.edns === null ? [respond(query)] : []));
    const evidence = await ask(server, impatient);
    expect(evidence.outcome).toMatchObject({ response: { answer: [record] } });
    expect(course(evidence)).toEqual(['udp+edns timeout', 'udp+edns timeout', 'udp+edns timeout', 'udp answered']);
  });

  it('that says FORMERR to anything is not asked again and again', async () => {
    const server = await serve((query) => [respond(query, { rcode: 'FORMERR', answer: [] })]);
    const evidence = await ask(server);
    expect(evidence.outcome).toMatchObject({ response: { rcode: 'FORMERR' } });
    expect(course(evidence)).toEqual(['udp+edns answered', 'udp answered']);
  });

  it('that has nothing else to say has said FORMERR', async () => {
    const server = await serve((query) => (query.edns === null ? [] : [respond(query, { rcode: 'FORMERR', answer: [] })]));
    const evidence = await ask(server, impatient);
    expect(evidence.outcome).toMatchObject({ state: 'answered', response: { rcode: 'FORMERR' } });
    expect(course(evidence)).toEqual(['udp+edns answered', 'udp timeout', 'udp timeout', 'udp timeout']);
  });
});

describe('a truncated answer', () => {
  it('is fetched over TCP, whatever the pieces and however long', async () => {
    const strings = Array<string>(250).fill('x'.repeat(255));
    const long: DnsRecord = { owner: name, type: 'TXT', ttlSeconds: 1, data: { type: 'TXT', strings } };
    const server = await serve(truncated, (query, socket) => {
      const bytes = framed(respond(query, { answer: [record, long] }));
      socket.setNoDelay(true);
      socket.write(bytes.subarray(0, 1));
      setTimeout(() => socket.write(bytes.subarray(1, 3)), 5);
      setTimeout(() => socket.write(Buffer.concat([bytes.subarray(3), Buffer.from('and more')])), 10);
    });
    const evidence = await ask(server);
    expect(evidence.outcome).toMatchObject({ response: { transport: 'tcp', answer: [record, long], issues: [] } });
    expect(course(evidence)).toEqual(['udp+edns truncated', 'tcp+edns answered']);
  });

  it('that ends in mid-record is fetched just so', async () => {
    const cut = (query: ParsedDnsMessage): Uint8Array[] => [respond(query, { flags: { tc: true } }).subarray(0, -3)];
    const server = await serve(cut, (query, socket) => socket.end(framed(respond(query))));
    expect(course(await ask(server))).toEqual(['udp+edns truncated', 'tcp+edns answered']);
  });

  it.each<[string, string, string, TcpScript]>([
    ['with another id', 'mismatched', 'has another id', (query, socket) => socket.write(framed(respond({ ...query, id: query.id ^ 1 })))],
    ['that is no message', 'malformed', 'octet 0', (query, socket) => socket.write(framed(respond(query).subarray(0, 5)))],
    ['that is cut off', 'malformed', 'records announced', (query, socket) => socket.write(framed(respond(query).subarray(0, 29)))],
    ['that ends early', 'malformed', 'after 12 octets', (query, socket) => socket.end(framed(respond(query), 500).subarray(0, 12))],
    ['that never comes', 'timeout', 'not complete in time', () => undefined],
    ['without a word', 'refused', 'without an answer', (_, socket) => socket.end()],
    ['but a reset', 'refused', 'reset', (_, socket) => socket.resetAndDestroy()],
  ])('is not replaced by one over TCP %s: %s', async (_, failure, detail, script) => {
    const server = await serve(truncated, script);
    const evidence = await ask(server, { tcpTimeoutMs: failure === 'timeout' ? 250 : 5_000 });
    expect(evidence.outcome).toEqual({ state: 'failed', failure, detail: expect.stringContaining(detail) });
    expect(course(evidence)).toEqual(['udp+edns truncated', `tcp+edns ${failure}`]);
  });

  it('is given up where TCP is refused', async () => {
    const server = await serve(truncated);
    const evidence = await ask(server);
    expect(evidence.outcome).toMatchObject({ failure: 'refused', detail: expect.stringContaining('truncated over UDP') });
    expect(course(evidence)).toEqual(['udp+edns truncated', 'tcp+edns refused']);
  });

  it('is not waited for octet by octet for ever', async () => {
    const server = await serve(truncated, (query, socket) => {
      const bytes = framed(respond(query));
      let at = 0;
      const drip = setInterval(() => socket.write(bytes.subarray(at, ++at)), 20);
      socket.once('close', () => clearInterval(drip));
    });
    const evidence = await ask(server, impatient);
    expect(evidence.outcome).toMatchObject({ failure: 'timeout' });
    expect(evidence.attempts[1]?.durationMs).toBeLessThan(impatient.tcpTimeoutMs + 500);
  });
});

describe('an ICMP error', () => {
  async function closedPort(): Promise<number> {
    const server = await createScriptedNameServer(() => []);
    await server.close();
    return server.port;
  }

  it('is believed the second time', async () => {
    const evidence = await ask({ port: await closedPort() });
    expect(evidence.outcome).toMatchObject({ state: 'failed', failure: 'refused' });
    expect(course(evidence)).toEqual(['udp+edns refused', 'udp+edns refused']);
  });

  it('is not believed the first time, even where it comes before the socket is there', async () => {
    const server = await serve((query) => [respond(query)]);
    let opened = 0;
    let closed = 0;
    const context = createLoopbackContext({
      openUdp(remote, source, listener) {
        opened += 1;
        if (opened > 1) return openNodeUdp(remote, source, listener);
        listener.onError('unreachable', 'ENETUNREACH');
        return {
          send: () => undefined,
          close() {
            closed += 1;
          },
        };
      },
    });
    const evidence = await ask(server, {}, context);
    expect(course(evidence)).toEqual(['udp+edns unreachable', 'udp+edns answered']);
    expect(closed).toBe(1);
  });
});

describe('the source address that was asked for', () => {
  it.each<[string, string, string | null, string]>([
    ['192.0.2.1', '192.0.2.53', '192.0.2.1', 'is used'],
    ['2001:db8::1', '192.0.2.53', null, 'cannot reach the other family'],
    ['192.0.2.1', '127.0.0.53', null, 'is not for the resolver on this machine'],
  ])('%s for %s: %s, it %s', async (source, address, used) => {
    const seen: (string | null)[] = [];
    const openUdp: Doors['openUdp'] = (_, from, listener) => {
      seen.push(from);
      listener.onError('unreachable', 'as scripted');
      return { send: () => undefined, close: () => undefined };
    };
    const asked = question(53);
    const server = { ...asked.server, address: assertIpAddress(address) };
    await probeDns(createLoopbackContext({ openUdp }, { source: assertIpAddress(source) }), { ...asked, server });
    expect(seen).toEqual([used, used]);
  });
});

describe('when the trace ends', () => {
  /** Nothing that the probe started may still run when it has resolved. */
  async function askUntil(abort: AbortController, server: { readonly port: number }): Promise<DnsEvidence> {
    const clock = createCountingClock();
    const connectTcp: Doors['connectTcp'] = (options) => connectNodeTcp(clock, options);
    const evidence = await ask(server, {}, createLoopbackContext({ clock, connectTcp }, { signal: abort.signal }));
    expect(clock.running.size).toBe(0);
    return evidence;
  }

  it.each(['interrupted', 'deadline'])('before it asks, the probe asks nothing: %s', async (reason) => {
    const abort = new AbortController();
    abort.abort(reason);
    const server = await serve((query) => [respond(query)]);
    const evidence = await askUntil(abort, server);
    expect(evidence).toMatchObject({ attempts: [], outcome: { state: 'skipped', reason } });
    expect(server.queries).toEqual([]);
  });

  it('while it waits for an answer, the probe ends with the attempts so far', async () => {
    const abort = new AbortController();
    const server = await serve((query, count) => {
      if (count === 1) return [respond(query).subarray(0, 7)];
      abort.abort('interrupted');
      return [];
    });
    const evidence = await askUntil(abort, server);
    expect(evidence.outcome).toEqual({ state: 'skipped', reason: 'interrupted' });
    expect(course(evidence)).toEqual(['udp+edns malformed']);
  });

  it('while it waits for TCP, for whatever reason, the probe ends as at the deadline', async () => {
    const abort = new AbortController();
    const server = await serve(truncated, () => abort.abort());
    const evidence = await askUntil(abort, server);
    expect(evidence.outcome).toEqual({ state: 'skipped', reason: 'deadline' });
    expect(course(evidence)).toEqual(['udp+edns truncated']);
  });

  it('while it pauses after an ICMP error, the probe ends', async () => {
    const abort = new AbortController();
    const clock = createCountingClock();
    const openUdp: Doors['openUdp'] = (_, __, listener) => {
      listener.onError('refused', 'as scripted');
      setTimeout(() => abort.abort('interrupted'), 5);
      return { send: () => undefined, close: () => undefined };
    };
    const evidence = await ask({ port: 53 }, {}, createLoopbackContext({ clock, openUdp }, { signal: abort.signal }));
    expect(evidence.outcome).toEqual({ state: 'skipped', reason: 'interrupted' });
    expect(course(evidence)).toEqual(['udp+edns refused']);
    expect(clock.running.size).toBe(0);
  });
});
