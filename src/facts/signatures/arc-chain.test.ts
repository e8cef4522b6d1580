import { describe, expect, it } from 'vitest';
import { createTestKey, type KeyWorld, sealByLibrary, signByLibrary, verify } from './testing/signer.js';

const key = createTestKey('rsa');
const world: KeyWorld = {
  's1._domainkey.example.org': key.record,
  'arc._domainkey.lists.example.com': key.record,
  'arc._domainkey.example.net': key.record,
};
const message = 'From: alice@example.org\r\nTo: talk@lists.example.com\r\nSubject: hi\r\n\r\nHello\r\n';
const lists = 'lists.example.com';

/** Signed, given to a list that adds a footer and seals, forwarded by example.net that seals again. */
async function forwarded(): Promise<string> {
  const signed = await signByLibrary(message, { key });
  const listed = await sealByLibrary(`${signed}-- \r\nfooter\r\n`, { key, domain: lists, chain: 'none' });
  return sealByLibrary(`${listed}`, { key, domain: 'example.net', chain: 'pass' });
}

const chainOf = (text: string, keys: KeyWorld = world) => {
  const { result, fault, instance, unchangedSince } = verify(text, { world: keys }).arc;
  return { result, fault, instance, unchangedSince };
};

describe('the chain', () => {
  it('there is none', () => {
    expect(chainOf(message)).toEqual({ result: 'none', fault: null, instance: null, unchangedSince: null });
  });
  it('holds over two sets by another program, while DKIM does not', async () => {
    const text = await forwarded();
    expect(chainOf(text)).toEqual({ result: 'pass', fault: null, instance: null, unchangedSince: 1 });
    expect(verify(text, { world }).dkim).toMatchObject([{ fault: 'body-changed', changes: [{ kind: 'footer' }] }]);
  });
  it('tells between which sets the message was changed', async () => {
    const first = await sealByLibrary(message, { key, domain: lists, chain: 'none' });
    const second = await sealByLibrary(`${first}-- \r\nfooter\r\n`, { key, domain: 'example.net', chain: 'pass' });
    expect(chainOf(second)).toEqual({ result: 'pass', fault: null, instance: null, unchangedSince: 2 });
  });
  it.each<[string, (text: string) => string, object]>([
    ['the body was changed behind the last seal', (text) => text.replace('Hello', 'Hallo'), { fault: 'message-signature', instance: 2 }],
    [
      'results in a sealed field were changed',
      (text) => text.replace(/(i=1; mx\.lists\S+; spf)=pass/, '$1=fail'),
      { fault: 'seal', instance: 2 },
    ],
    [
      'a field of the first set is gone',
      (text) => text.replace(/ARC-Authentication-Results: i=1;.*\r\n/, ''),
      { fault: 'structure', instance: 1 },
    ],
    ['the first set is gone', (text) => text.replace(/^ARC-\S+ i=1;(?:.*\r\n[ \t])*.*\r\n/gm, ''), { fault: 'structure', instance: 2 }],
    ['a field stands twice', (text) => `ARC-Authentication-Results: i=2; x; spf=pass\r\n${text}`, { fault: 'structure', instance: 2 }],
  ])('%s', async (_, spoil, expected) => {
    const text = await forwarded();
    expect(spoil(text)).not.toBe(text);
    expect(chainOf(spoil(text))).toMatchObject({ result: 'fail', ...expected });
  });
  it('a sealer that found the chain broken ends it', async () => {
    const first = await sealByLibrary(message, { key, domain: lists, chain: 'none' });
    const text = await sealByLibrary(first, { key, domain: 'example.net', chain: 'fail' });
    expect(chainOf(text)).toMatchObject({ result: 'fail', fault: 'chain-value', instance: 2 });
  });
  it('a seal whose key is gone breaks it; one whose key cannot be looked up leaves it open', async () => {
    const text = await forwarded();
    const { 'arc._domainkey.lists.example.com': _, ...without } = world;
    expect(chainOf(text, without)).toMatchObject({ result: 'fail', fault: 'seal', instance: 1 });
    const open = { ...world, 'arc._domainkey.lists.example.com': 'SERVFAIL' };
    expect(chainOf(text, open)).toMatchObject({ result: 'untold', fault: null, instance: 1 });
  });
  it('nobody was asked', async () => {
    expect(verify(await forwarded(), { offline: true }).arc).toMatchObject({ result: 'untold', instance: 2 });
  });
  it('mailauth says the same', async () => {
    const { authenticate } = await import('mailauth');
    const text = await forwarded();
    for (const each of [text, text.replace('Hello', 'Hallo'), text.replace(/(i=1; mx\.lists\S+; spf)=pass/, '$1=fail')]) {
      const options = { ip: '192.0.2.1', helo: 'x', sender: 'a@example.org', mta: 'mx.example', resolver: resolve };
      const { arc } = await authenticate(Buffer.from(each, 'latin1'), options);
      expect(chainOf(each).result).toBe(arc === false ? 'none' : arc.status.result);
    }
  });
});

async function resolve(name: string): Promise<string[][]> {
  const record = world[name];
  if (record !== undefined) return [[record]];
  throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
}
