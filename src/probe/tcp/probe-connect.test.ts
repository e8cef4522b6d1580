import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { assertIpAddress } from '../../model/ip-address.js';
import type { Doors, TcpOptions, TcpResult } from '../../net/doors.js';
import { createNodeDoors } from '../../net/node-doors.js';
import { type ConnectRequest, probeConnect } from './probe-connect.js';

const real = createNodeDoors();
const address = assertIpAddress('127.0.0.1');
const request: ConnectRequest = { id: 'connect/127.0.0.1/25', address, port: 25, exchange: null, purpose: 'walk', timeoutMs: 1000 };

/** A network that gives one result, or none before its signal. */
function doorsTo(result: TcpResult | 'silence'): Doors {
  const connectTcp = ({ signal }: TcpOptions) =>
    new Promise<TcpResult>((resolve) => {
      if (result !== 'silence') return resolve(result);
      if (signal.aborted) return resolve({ state: 'aborted' });
      signal.addEventListener('abort', () => resolve({ state: 'aborted' }));
    });
  return { ...real, connectTcp };
}

const probe = (doors: Doors, more: Partial<ConnectRequest> = {}, signal = new AbortController().signal) =>
  probeConnect({ doors, originMs: doors.clock.now(), signal, source: null }, { ...request, ...more });

function abortSoon(reason: string): AbortSignal {
  const abort = new AbortController();
  setTimeout(() => abort.abort(reason), 30);
  return abort.signal;
}

describe('probeConnect', () => {
  it('hands the stream on and tells the source', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, address, resolve));
    const { port } = server.address() as AddressInfo;
    const { evidence, stream } = await probe(real, { port });
    expect(evidence).toMatchObject({
      id: request.id,
      kind: 'connect',
      origin: 'live',
      port,
      outcome: { state: 'connected', source: address },
    });
    expect(stream?.remote).toEqual({ address, port });
    stream?.destroy();
    server.close();
  });

  it('keeps the word of the network', async () => {
    const { evidence, stream } = await probe(doorsTo({ state: 'failed', failure: 'host-unreachable', detail: 'EHOSTUNREACH' }));
    expect(evidence.outcome).toMatchObject({ state: 'failed', failure: 'host-unreachable', detail: 'EHOSTUNREACH', limitMs: 1000 });
    expect(stream).toBeNull();
  });

  it('one that was cut short counts as silent and says how long it waited', async () => {
    const { outcome } = (await probe(doorsTo('silence'), { signal: abortSoon('not-needed') })).evidence;
    expect(outcome).toMatchObject({ state: 'failed', failure: 'silent', limitMs: 1000 });
    expect(outcome.state === 'failed' && outcome.waitedMs < 500).toBe(true);
  });

  it('one that the deadline ended is skipped', async () => {
    const { evidence } = await probe(doorsTo('silence'), {}, abortSoon('deadline'));
    expect(evidence.outcome).toEqual({ state: 'skipped', reason: 'deadline' });
  });

  it('one that never began is skipped', async () => {
    const { evidence } = await probe(doorsTo('silence'), { signal: AbortSignal.abort('not-needed') });
    expect(evidence.outcome).toEqual({ state: 'skipped', reason: 'not-needed' });
  });

  it('a signal without a known reason is an interruption', async () => {
    const { evidence } = await probe(doorsTo('silence'), {}, AbortSignal.abort());
    expect(evidence.outcome).toEqual({ state: 'skipped', reason: 'interrupted' });
  });
});
