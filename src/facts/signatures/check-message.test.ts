import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignatureCheck } from '../../model/signature-check.js';
import { createTestKey, type HandSigning, signByHand, signByLibrary, verify } from './testing/signer.js';

const rsa = createTestKey('rsa');
const ed25519 = createTestKey('ed25519');
const short = createTestKey('rsa', 768);
const name = 's1._domainkey.example.org';
const message =
  'From: Alice <alice@example.org>\r\nTo: bob@example.net\r\nSubject: A  test\r\n\r\nHello Bob,\r\n\r\nhow are you?  \r\n\r\n\r\n';

function single(checks: readonly SignatureCheck[]): SignatureCheck {
  const [check] = checks;
  if (check === undefined || checks.length !== 1) throw new Error(`${checks.length} signatures`);
  return check;
}

describe('a message that arrives as it was signed', () => {
  it.each(['simple/simple', 'simple/relaxed', 'relaxed/simple', 'relaxed/relaxed'])('%s, by another program', async (form) => {
    for (const [type, key] of [
      ['rsa', rsa],
      ['ed25519', ed25519],
    ] as const) {
      const signed = await signByLibrary(message, { key, type, form });
      expect(single(verify(signed, { world: { [name]: key.record } }).dkim)).toMatchObject({
        outcome: 'pass',
        body: 'same',
        header: 'same',
      });
    }
  });
  it('stored with bare line feeds, below the line of an mbox', async () => {
    const signed = await signByLibrary(message, { key: rsa, form: 'simple/simple' });
    const stored = `From alice@example.org Mon Nov 23 10:00:00 2026\n${signed.replaceAll('\r\n', '\n')}`;
    expect(single(verify(stored, { world: { [name]: rsa.record } }).dkim).outcome).toBe('pass');
  });
  it('the first of an mbox of several', async () => {
    const signed = (await signByLibrary(message, { key: rsa })).replaceAll('\r\n', '\n');
    const mbox = ['alice', 'bob'].map((name) => `From ${name}@example.org Mon Nov 23 10:00:00 2026\n${signed}\n`).join('');
    expect(verify(mbox, { world: { [name]: rsa.record } }).dkim.map(({ outcome }) => outcome)).toEqual(['pass']);
  });
  it('its key is asked for once, however many signatures name it', async () => {
    const signed = await signByLibrary(await signByLibrary(message, { key: rsa }), { key: rsa, form: 'simple/simple' });
    const { dkim, asked } = verify(signed, { world: { [name]: rsa.record } });
    expect({ outcomes: dkim.map(({ outcome }) => outcome), asked }).toEqual({ outcomes: ['pass', 'pass'], asked: [`TXT ${name}`] });
  });
  it('an empty body, and a header without any', async () => {
    for (const form of ['simple/simple', 'relaxed/relaxed']) {
      const signed = await signByLibrary('From: a@example.org\r\nSubject: x\r\n\r\n', { key: rsa, form });
      expect(single(verify(signed, { world: { [name]: rsa.record } }).dkim).outcome).toBe('pass');
    }
  });
});

describe('what was done to it on the way', () => {
  const spoil: readonly [string, (signed: string) => string, object][] = [
    [
      'a list added a footer',
      (text) => `${text.trimEnd()}\r\n_______________\r\ntalk mailing list\r\nhttps://lists.example.com/talk\r\n`,
      { fault: 'body-changed', header: 'same', changes: [{ part: 'body', kind: 'footer', lines: 3, begins: 'talk mailing list' }] },
    ],
    ['one octet of the body is another', (text) => text.replace('Hello', 'Hallo'), { fault: 'body-changed', header: 'same', changes: [] }],
    [
      'a list put its name before the subject',
      (text) => text.replace(/^Subject: /m, 'Subject: [talk] '),
      {
        fault: 'header-changed',
        body: 'same',
        changes: [{ part: 'header', kind: 'subject-tag', lines: null, begins: '[talk]' }],
      },
    ],
    [
      'a filter marked the subject and a list added a footer',
      (text) => `${text.replace(/^Subject: /m, 'Subject: ***SPAM*** ').trimEnd()}\r\n-- \r\nfooter\r\n`,
      { fault: 'body-changed', header: 'changed', changes: [{ kind: 'footer' }, { kind: 'subject-tag', begins: '***SPAM***' }] },
    ],
    ['the recipient is another', (text) => text.replace('bob@', 'eve@'), { fault: 'header-changed', body: 'same', changes: [] }],
    [
      'a second From stands above the first',
      (text) => `From: eve@example.com\r\n${text}`,
      // The signature holds: only a signer that names From twice forbids it (RFC 6376 section 8.15).
      { fault: null },
    ],
  ];
  it.each(spoil)('%s', async (_, change, expected) => {
    const signed = await signByLibrary(message, { key: rsa });
    expect(single(verify(change(signed), { world: { [name]: rsa.record } }).dkim)).toMatchObject(expected);
  });

  it.each<[string, string, string, string]>([
    ['an mbox put > before From', 'Hi\r\nFrom here on\r\n', 'Hi\r\n>From here on\r\n', 'mbox-quoting'],
    ['dots were doubled', 'Hi\r\n.x\r\n', 'Hi\r\n..x\r\n', 'dot-stuffing'],
    ['a warning was put in front', 'Hi\r\n', 'CAUTION: external\r\nHi\r\n', 'line-added-in-front'],
  ])('%s', async (_, before, after, kind) => {
    const header = 'From: a@example.org\r\n\r\n';
    const signed = await signByLibrary(header + before, { key: rsa });
    const check = single(verify(signed.replace(header + before, header + after), { world: { [name]: rsa.record } }).dkim);
    expect(check).toMatchObject({ fault: 'body-changed', changes: [{ kind }] });
  });

  it('what l= leaves unsigned may change, and is counted', async () => {
    const signed = signByHand(message, { key: rsa, tags: { l: '10' } });
    expect(single(verify(`${signed.trimEnd()} Buy!\r\n`, { world: { [name]: rsa.record } }).dkim)).toMatchObject({
      outcome: 'pass',
      unsignedBytes: expect.any(Number),
    });
  });
  it('a body shorter than l= is not the one that was signed', () => {
    const signed = signByHand(message, { key: rsa, tags: { l: '24' } });
    expect(single(verify(signed.replace('how are you?', ''), { world: { [name]: rsa.record } }).dkim).fault).toBe('body-changed');
  });
});

describe('signatures that no receiver may take (RFC 6376 section 6.1.1, RFC 8301)', () => {
  it.each<[string, HandSigning['tags'], string]>([
    ['From is not signed', { h: 'to:subject' }, 'from-unsigned'],
    ['i= is of another domain', { i: '@example.com' }, 'identity-outside'],
    ['i= only ends alike', { i: '@badexample.org' }, 'identity-outside'],
    ['the version is another', { v: '2' }, 'malformed'],
    ['no version', { v: null }, 'malformed'],
    ['rsa-sha1', { a: 'rsa-sha1' }, 'algorithm-refused'],
    ['an algorithm that nobody knows', { a: 'rot13-md5' }, 'algorithm-refused'],
    ['no selector', { s: null }, 'malformed'],
    ['a canonical form that nobody knows', { c: 'nofws' }, 'malformed'],
    ['a length that is no number', { l: '-1' }, 'malformed'],
    ['a way to the key that nobody knows', { q: 'carrier/pigeon' }, 'malformed'],
    ['a selector that makes no name', { s: 's 1' }, 'malformed'],
    ['it expired before the message came', { x: '1000000000' }, 'expired'],
  ])('%s', (_, tags, fault) => {
    const signed = signByHand(message, { key: rsa, tags: tags ?? {} });
    expect(single(verify(signed, { world: { [name]: rsa.record } }).dkim)).toMatchObject({ outcome: 'unusable', fault });
  });
  it('i= of a subdomain is fine', () => {
    const signed = signByHand(message, { key: rsa, tags: { i: '@news.example.org' } });
    expect(single(verify(signed, { world: { [name]: rsa.record } }).dkim).outcome).toBe('pass');
  });
  it('it expired after the message had come', () => {
    const signed = signByHand(message, { key: rsa, tags: { x: '1790000000' } });
    const check = single(verify(signed, { world: { [name]: rsa.record }, atMs: 1_780_000_000_000 }).dkim);
    expect(check.outcome).toBe('pass');
  });
});

describe('keys', () => {
  const public64 = /p=(.*)$/.exec(rsa.record)?.[1] ?? '';
  it.each<[string, string | null, string, string]>([
    ['is gone', null, 'unusable', 'key-missing'],
    ['is revoked', 'v=DKIM1; p=', 'unusable', 'key-revoked'],
    ['is no base64', 'v=DKIM1; p=%%%', 'unusable', 'key-malformed'],
    ['is cut', `v=DKIM1; p=${public64.slice(0, 100)}`, 'unusable', 'key-malformed'],
    ['is of another version', `v=DKIM2; p=${public64}`, 'unusable', 'key-malformed'],
    ['is another text', 'v=spf1 -all', 'unusable', 'key-malformed'],
    ['is for another algorithm', ed25519.record, 'unusable', 'key-unfit'],
    ['is of a type that nobody knows', `k=rot13; p=${public64}`, 'unusable', 'key-unfit'],
    ['is for sha1 only', `h=sha1; p=${public64}`, 'unusable', 'key-unfit'],
    ['is for another service', `s=tlsrpt; p=${public64}`, 'unusable', 'key-unfit'],
    ['is too short', short.record, 'unusable', 'key-short'],
    ['is another key', createTestKey('rsa').record, 'fail', 'header-changed'],
    ['cannot be looked up', 'SERVFAIL', 'untold', 'key-lookup-failed'],
    ['is not answered for', 'timeout', 'untold', 'key-lookup-failed'],
  ])('the key %s', (_, record, outcome, fault) => {
    const signed = signByHand(message, { key: record === short.record ? short : rsa });
    const check = single(verify(signed, { world: record === null ? {} : { [name]: record } }).dkim);
    expect(check).toMatchObject({ outcome, fault });
  });
  it.each([`p=${public64}`, `v=DKIM1; h=sha1:sha256; s=*; t=y:s; p=${public64.replace(/(.{40})/g, '$1 ')}`])('%s will do', (record) => {
    expect(single(verify(signByHand(message, { key: rsa }), { world: { [name]: record } }).dkim).outcome).toBe('pass');
  });
  it('a strict key wants i= of the domain itself', () => {
    const signed = signByHand(message, { key: rsa, tags: { i: '@news.example.org' } });
    expect(single(verify(signed, { world: { [name]: `t=s; p=${public64}` } }).dkim).fault).toBe('key-unfit');
  });
  it('a changed body is told without a key', () => {
    const signed = signByHand(message, { key: rsa }).replace('Hello', 'Hallo');
    expect(single(verify(signed, { world: {} }).dkim).fault).toBe('body-changed');
  });
});

describe('what could not be checked', () => {
  it('nobody was asked: the body’s hash alone', () => {
    const signed = signByHand(message, { key: rsa });
    const { dkim, asked, mode } = verify(signed, { offline: true });
    expect({ asked, mode, ...single(dkim) }).toMatchObject({
      asked: [],
      mode: 'offline',
      outcome: 'untold',
      fault: 'key-not-asked',
      body: 'same',
    });
    expect(single(verify(signed.replace('Hello', 'Hallo'), { offline: true }).dkim).fault).toBe('body-changed');
  });
  it('only the header was given: it is as signed, and the body is not known', () => {
    const header = signByHand(message, { key: rsa }).split('\r\n\r\n')[0] ?? '';
    const report = verify(header, { world: { [name]: rsa.record } });
    expect(report.body).toBe('missing');
    for (const text of [header, `${header}\r\n\r\n`, `${header}\n\n \n`])
      expect(single(verify(text, { world: { [name]: rsa.record } }).dkim)).toMatchObject({
        fault: 'body-missing',
        header: 'same',
        body: 'unchecked',
      });
  });
  it('the message was cut', () => {
    const signed = signByHand(message, { key: rsa });
    expect(single(verify(signed, { world: { [name]: rsa.record }, isCut: true }).dkim)).toMatchObject({
      outcome: 'untold',
      fault: 'message-cut',
    });
  });
  it('of a hundred signatures twenty are checked', () => {
    const [field = ''] = signByHand(message, { key: rsa }).split('\r\n');
    const { dkim } = verify(`${`${field}\r\n`.repeat(100)}${message}`, { world: { [name]: rsa.record } });
    expect(dkim.filter(({ outcome }) => outcome === 'pass')).toHaveLength(20);
    expect(dkim.filter(({ fault }) => fault === 'too-many')).toHaveLength(80);
  });
});

it('a header made to cost time is checked in little of it', () => {
  const names = Array.from({ length: 500 }, () => 'x').join(':');
  const [field = ''] = signByHand(`From: a@example.org\r\n\r\n`, { key: rsa, tags: { h: `from:${names}` } }).split('\r\n');
  const set = (instance: number) =>
    ['Seal', 'Message-Signature', 'Authentication-Results'].map(
      (kind) => `ARC-${kind}: i=${instance}; ${field.slice(field.indexOf(':') + 1)}`,
    );
  const arc = Array.from({ length: 50 }, (_, at) => set(at + 1)).flat();
  const filler = Array.from({ length: 1800 }, () => `X: ${' y'.repeat(200)}`);
  const text = [...Array.from({ length: 20 }, () => field), ...arc, ...filler, 'From: a@example.org', '', 'x'.repeat(100_000)].join('\r\n');
  const startedAt = performance.now();
  expect(verify(text, { world: { [name]: rsa.record } }).dkim).toHaveLength(20);
  expect(performance.now() - startedAt).toBeLessThan(5000);
});

describe('any message', () => {
  const line = fc.array(fc.constantFrom('a', ' ', '\t', '.', '>From ', 'ü', '=', '  '), { maxLength: 8 }).map((parts) => parts.join(''));
  const body = fc.array(line, { maxLength: 8 }).map((lines) => lines.map((each) => `${each}\r\n`).join(''));
  const form = fc.constantFrom('simple/simple', 'simple/relaxed', 'relaxed/simple', 'relaxed/relaxed');
  const folds = fc.constantFrom('Subject: x', 'Subject:  a \r\n\t b', 'subject : a\r\n  b  ', 'Subject:');
  it('signed by another program it holds, and with one octet changed it holds by neither or by both', async () => {
    const { dkimVerify } = await import('mailauth/lib/dkim/verify.js');
    const other = async (text: string) => {
      const { results } = await dkimVerify(Buffer.from(text, 'latin1'), { resolver: async () => [[rsa.record]] });
      return results[0]?.status.result === 'pass';
    };
    await fc.assert(
      fc.asyncProperty(body, form, folds, fc.nat(), async (text, canonical, subject, at) => {
        const whole = `From: a@example.org\r\n${subject}\r\n\r\n${text}`;
        const signed = await signByLibrary(whole, { key: rsa, form: canonical });
        const ours = (given: string) => verify(given, { world: { [name]: rsa.record } }).dkim[0]?.outcome === 'pass';
        expect(ours(signed)).toBe(true);
        const place = signed.length - whole.length + (at % whole.length);
        const changed = `${signed.slice(0, place)}${signed[place] === 'a' ? 'b' : 'a'}${signed.slice(place + 1)}`;
        expect(ours(changed)).toBe(await other(changed));
      }),
      { numRuns: 150 },
    );
  });
  it('whatever stands in it, checking ends', () => {
    const piece = fc.constantFrom(
      'DKIM-Signature: ',
      'v=1; ',
      'a=rsa-sha256; ',
      'd=example.org; ',
      's=s1; ',
      'h=from; ',
      'bh=; ',
      'b=AAAA',
      '\r\n',
      'i=1; ',
      'ARC-Seal: ',
      'cv=none; ',
      'l=9999999999; ',
      '\u0000',
      'From: x',
      '\r\n\r\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 40 }), (pieces) => {
        const report = verify(pieces.join(''), { world: { [name]: rsa.record } });
        expect(report.dkim.every(({ outcome, fault }) => (outcome === 'pass') === (fault === null))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
