import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HeadersReading, readHeaders } from './read-headers.js';
import { type HeaderBlock, headerBlocks } from './testing/header-blocks.js';

function read(block: HeaderBlock): HeadersReading {
  const reading = readHeaders(headerBlocks[block]);
  if (reading === null) throw new Error('no header');
  return reading;
}

describe('the newest step of a message, as each product writes it', () => {
  const client = { from: 'mail.example.org', fromName: 'mail.example.org', fromAddress: '192.0.2.25' };
  it.each<[HeaderBlock, object]>([
    [
      'postfix',
      {
        ...client,
        by: 'mx.example.net',
        protocol: 'ESMTPS',
        tls: 'TLSv1.3',
        id: '4T0abc1234z9',
        for: 'bob@example.net',
        software: 'Postfix',
      },
    ],
    [
      'exim',
      {
        from: 'out.example.org',
        fromName: 'mail.example.org',
        fromAddress: '2001:db8::25',
        by: 'mx.example.net',
        protocol: 'esmtps',
        tls: 'TLSv1.3',
        id: '1vNABC-0000001-2x',
        for: 'bob@example.net',
        software: 'Exim',
      },
    ],
    [
      'sendmail',
      { ...client, by: 'mx.example.net', protocol: 'ESMTPS', tls: 'TLSv1.2', software: 'Sendmail', at: '2026-11-23T10:00:20.000Z' },
    ],
    [
      'exchangeOnPremises',
      {
        from: 'EX02.corp.example.net',
        fromAddress: '10.1.0.6',
        by: 'EX01.corp.example.net',
        byAddress: '10.1.0.5',
        protocol: 'Microsoft SMTP Server',
        tls: 'TLSv1.2',
        software: 'Exchange',
        isPrivate: true,
        waitedMs: 2000,
      },
    ],
    ['microsoft365', { by: 'AM0PR01MB5678.eurprd01.prod.exchangelabs.com', protocol: 'HTTPS', waitedMs: 2000 }],
    [
      'gmail',
      { from: null, by: '2002:a05:6a10:1234:b0:5c1:aaaa:bbbb', protocol: 'SMTP', owner: 'recipient', at: '2026-11-23T10:00:06.000Z' },
    ],
    ['yahoo', { from: 'mail.example.org', fromName: null, fromAddress: '192.0.2.25', by: '10.197.40.5', tls: 'TLSv1.2' }],
    ['qmail', { from: null, by: null, software: 'qmail', at: '2026-11-23T10:00:09.000Z', isPrivate: false }],
    ['openSmtpd', { ...client, by: 'mx.example.net', id: '1a2b3c4d', tls: 'TLSv1.3', software: 'OpenSMTPD' }],
    ['contentFilter', { from: 'localhost', fromAddress: '127.0.0.1', isPrivate: true, owner: 'recipient' }],
  ])('%s', (block, expected) => {
    expect(read(block).hops.at(-1)).toMatchObject(expected);
  });
});

it('the oldest step stands first, with its private client and the delay since the message’s own date', () => {
  expect(read('postfix').hops[0]).toMatchObject({
    number: 1,
    from: '10.0.0.7',
    fromName: 'pc7.example.org',
    isPrivate: true,
    owner: 'sender',
    delayMs: 2000,
  });
});

it('qmail tells the client’s name behind HELO, and an unknown reverse name is none', () => {
  expect(read('qmail').hops[1]).toMatchObject({ from: 'mail.example.org', fromName: null, fromAddress: '192.0.2.25' });
});

describe('whose each hop is', () => {
  it.each<[HeaderBlock, string[]]>([
    ['postfix', ['sender', 'recipient']],
    ['mailingList', ['sender', 'between', 'between', 'recipient']],
    ['forwarded', ['sender', 'between', 'recipient']],
    ['exchangeOnPremises', ['sender', 'recipient', 'recipient']],
    ['contentFilter', ['sender', 'recipient', 'recipient', 'recipient']],
    ['gmail', ['sender', 'recipient', 'recipient']],
  ])('%s', (block, owners) => {
    expect(read(block).hops.map(({ owner }) => owner)).toEqual(owners);
  });
});

describe('where it waited longest', () => {
  it.each<[HeaderBlock, object]>([
    ['postfix', { hop: 2, waitedMs: 603_000, host: 'mail.example.org', owner: 'sender' }],
    ['mailingList', { hop: 4, waitedMs: 1_170_000, host: 'lists.example.com', owner: 'between' }],
    ['clockError', { hop: 3, waitedMs: 18_000 }],
  ])('%s', (block, expected) => {
    expect(read(block).longestWait).toMatchObject(expected);
  });
});

it('a clock two hours ahead of both neighbours is off, and no wait is measured with it', () => {
  const { hops } = read('clockError');
  expect(hops.map(({ clock }) => clock)).toEqual(['plausible', 'off', 'plausible']);
  expect(hops[1]).toMatchObject({ clockErrorMs: 7_190_000, waitedMs: null, delayMs: 7_208_000 });
});

describe('loops', () => {
  it('two servers that give a message to each other are a loop', () => {
    expect(read('loop').loops).toEqual([
      { kind: 'same-host', subject: 'b.example.com', hops: [2, 4, 6], confidence: 'certain' },
      { kind: 'same-host', subject: 'a.example.net', hops: [3, 5, 7], confidence: 'certain' },
    ]);
  });
  it.each<HeaderBlock>(['contentFilter', 'mailingList', 'forwarded', 'gmail'])('%s is none', (block) => {
    expect(read(block).loops).toEqual([]);
  });
  it('an address delivered to twice, and more than 25 hops', () => {
    const hop = 'Received: from a by b; Mon, 23 Nov 2026 10:00:00 +0000\n';
    const { loops } = readHeaders(`Delivered-To: bob@example.net\nDelivered-To: BOB@example.net\n${hop.repeat(26)}`) ?? { loops: [] };
    expect(loops.map(({ kind }) => kind)).toEqual(['delivered-twice', 'too-many-hops']);
  });
});

describe('recorded authentication', () => {
  it('only what the receiving side added above the sender’s fields is trusted', () => {
    expect(read('forwarded').authentication.map(({ host, standing }) => [host, standing])).toEqual([
      ['mx.example.net', 'trusted'],
      ['mx.example.net', 'forgeable'],
      ['fwd.example.com', 'other-host'],
    ]);
  });
  it('a user of the same provider may have written what stands beneath the oldest hop', () => {
    const text = [
      'Received: by mx.google.com with SMTPS id b for <bob@gmail.com>; Mon, 23 Nov 2026 10:00:01 +0000',
      'Authentication-Results: mx.google.com; dmarc=pass header.from=gmail.com',
      'Received: from pc ([192.0.2.7]) by smtp.gmail.com with ESMTPSA id a; Mon, 23 Nov 2026 10:00:00 +0000',
      'Authentication-Results: mx.google.com; dmarc=pass header.from=bank.example',
      'From: alice@gmail.com',
    ].join('\n');
    expect(readHeaders(text)?.authentication.map(({ standing }) => standing)).toEqual(['trusted', 'forgeable']);
  });
  it('Gmail’s results with their properties', () => {
    const [record] = read('gmail').authentication;
    expect(record?.standing).toBe('trusted');
    expect(record?.results.map(({ method, result }) => `${method}=${result}`)).toEqual(['dkim=fail', 'spf=pass', 'dmarc=fail']);
    expect(record?.results[2]).toMatchObject({ comment: 'p=REJECT sp=REJECT dis=NONE', properties: [['header.from', 'example.org']] });
  });
  it('Microsoft 365 names no host', () => {
    const [record] = read('microsoft365').authentication;
    expect(record).toMatchObject({ host: null, standing: 'trusted' });
    expect(record?.results.map(({ method, result }) => `${method}=${result}`)).toEqual([
      'spf=pass',
      'dkim=none',
      'dmarc=bestguesspass',
      'compauth=pass',
    ]);
  });
  it('signatures with what was recorded of them', () => {
    expect(read('postfix').signatures).toEqual([
      {
        domain: 'example.org',
        selector: 's1',
        algorithm: 'rsa-sha256',
        signedAt: '2026-11-23T10:00:00.000Z',
        expiresAt: '2026-11-30T10:00:00.000Z',
        hasBodyLength: true,
        recordedResult: 'pass',
        alignment: 'same',
        check: null,
      },
    ]);
  });
  it('the ARC chain by instance', () => {
    expect(read('gmail').arc).toMatchObject([{ instance: 1, chain: 'none', domain: 'google.com', selector: 'arc-20240605', missing: [] }]);
    expect(readHeaders('From: a@example.org\nARC-Seal: i=2; cv=fail; d=example.com; s=x')?.arc).toMatchObject([
      { instance: 2, chain: 'fail', missing: ['ARC-Message-Signature', 'ARC-Authentication-Results'] },
    ]);
  });
  it('Received-SPF', () => {
    expect(read('exim').receivedSpf).toMatchObject([
      { result: 'pass', clientAddress: '2001:db8::25', envelopeFrom: 'alice@example.org', helo: 'out.example.org' },
    ]);
  });
});

describe('spam filters', () => {
  it.each<[HeaderBlock, object]>([
    [
      'sendmail',
      {
        product: 'SpamAssassin',
        opinion: 'spam',
        score: 7.4,
        threshold: 5,
        says: ['Tests that matched: BAYES_99 +3.5, DKIM_INVALID +0.1.'],
      },
    ],
    ['openSmtpd', { product: 'rspamd', opinion: 'clean', score: -1.2, threshold: 15 }],
    ['exchangeOnPremises', { product: 'Exchange / Microsoft 365', opinion: 'spam', score: 6 }],
    [
      'microsoft365',
      {
        opinion: 'clean',
        score: 1,
        says: [
          'SCL 1: no spam.',
          'BCL 5: bulk mail that some complain about.',
          'SFV:NSPM: the filter found no spam.',
          'IPV:NLI: the connecting address is on no reputation list.',
          'It came from 192.0.2.25 (DE).',
        ],
      },
    ],
  ])('%s', (block, expected) => {
    expect(read(block).filters).toMatchObject([expected]);
  });
  it.each<[string, object]>([
    ['X-Proofpoint-Spam-Details: rule=notspam policy=default score=0 spamscore=0', { product: 'Proofpoint', opinion: 'clean', score: 0 }],
    ['X-Mimecast-Spam-Score: 8', { product: 'Mimecast', opinion: 'suspicious', score: 8 }],
    [
      'X-Barracuda-Spam-Status: Yes, SCORE=9.50 using global scores of TAG_LEVEL=3.5 KILL_LEVEL=9.0',
      { product: 'Barracuda', opinion: 'spam', score: 9.5, threshold: 3.5 },
    ],
    [
      'X-Spam-Status: No, score=-1.9 required=5.0\nX-Spam-Flag: YES',
      { product: 'SpamAssassin', opinion: 'clean', score: -1.9, threshold: 5 },
    ],
    [
      'X-Forefront-Antispam-Report: CIP:192.0.2.5;SCL:9;SFV:SPM;CAT:HPHISH;',
      {
        opinion: 'phishing',
        score: 9,
        says: [
          'CAT:HPHISH: phishing, high confidence.',
          'SCL 9: spam, high confidence.',
          'SFV:SPM: the filter took it for spam.',
          'It came from 192.0.2.5.',
        ],
      },
    ],
    ['X-Forefront-Antispam-Report: SCL:9;SFV:SPM;CAT:MALW;', { opinion: 'infected' }],
    ['X-Gm-Spam: 1', { product: 'Google Workspace', opinion: 'spam' }],
  ])('%s', (field, expected) => {
    expect(readHeaders(field)?.filters).toMatchObject([expected]);
  });
});

it('a list says that it is one, and a bounce whom it is about', () => {
  expect(read('mailingList').nature).toEqual([
    'It came by a mailing list (Talk <talk.lists.example.com>); List-Unsubscribe tells how to leave.',
    'Precedence says list: automatic answers to it are not wanted.',
  ]);
  expect(read('bounce').nature.map((text) => text.slice(0, 29))).toEqual([
    'A program answered: Auto-Subm',
    'It is a bounce of Exim or Gma',
    'Its envelope sender is empty ',
  ]);
});

describe('headers with faults', () => {
  it.each<[string, string]>([
    ['CRLF', headerBlocks.postfix.replaceAll('\n', '\r\n')],
    ['CR alone', headerBlocks.postfix.replaceAll('\n', '\r')],
    ['quoted in an answer', headerBlocks.postfix.split('\n\n')[0]?.replace(/^/gm, '> ') ?? ''],
    ['folds without their indent', headerBlocks.postfix.replaceAll(/\n[ \t]+/g, '\n')],
    ['an mbox line and empty lines before it', `\n\nFrom alice@example.org Mon Nov 23 10:00:00 2026\n${headerBlocks.postfix}`],
  ])('%s', (_, text) => {
    expect(readHeaders(text)?.hops).toEqual(read('postfix').hops);
  });
  it.each(['', '\n\n', 'no header at all', 'Note: this is prose\nand so on\nand on', '\u0000\u0001'])('%j has none', (text) => {
    expect(readHeaders(text)).toBeNull();
  });
  it('words of RFC 2047 are decoded', () => {
    expect(readHeaders('Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=')?.message.subject).toBe('Grüße');
  });
});

describe('hostile headers', () => {
  it('whatever stands in a field, reading ends with a report or none', () => {
    const name = fc.constantFrom(
      'Received',
      'Authentication-Results',
      'ARC-Seal',
      'X-Spam-Status',
      'DKIM-Signature',
      'Date',
      'Received-SPF',
      'X-Forefront-Antispam-Report',
      'From',
      'Subject',
    );
    const word = fc.constantFrom(
      'from ',
      'by ',
      '(',
      ')',
      ';',
      '"',
      '\\',
      '=',
      'i=1',
      'cv=',
      '; Mon, 23 Nov 2026 10:00:00 +0000',
      '[::1]',
      '\n ',
      '=?utf-8?Q?=',
      '99999999999999',
      'Mon, 99 Nov 9999 99:99:99 +9999',
    );
    const value = fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 30 }).map((words) => words.join(''));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 12 }), (fields) => {
        const reading = readHeaders(fields.map(([key, text]) => `${key}: ${text}`).join('\n'));
        expect(
          reading === null || reading.hops.every(({ at, text }) => (at === null || !Number.isNaN(Date.parse(at))) && text.length <= 2000),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  it.each<[string, string]>([
    ['ten thousand hops', `Received: from a by b; Mon, 23 Nov 2026 10:00:00 +0000\n`.repeat(10_000)],
    ['a field of a megabyte', `Received: from ${'('.repeat(500_000)}${')'.repeat(500_000)}`],
    ['results without end', `From: a@example.org\nAuthentication-Results: x${'; dkim=pass'.repeat(90_000)}`],
    ['spaces without end', `From: a@example.org\nAuthentication-Results: x;${' '.repeat(500_000)}=${' '.repeat(500_000)}`],
    ['addresses without end', `Received: from x (${'1.1.1.1.'.repeat(100_000)}) by y; z`],
    ['tests without end', `X-Spam-Status: Yes, tests=${'A'.repeat(900_000)}`],
  ])('%s: bounded', (_, text) => {
    const startedAt = performance.now();
    expect(readHeaders(text)?.complete).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(1500);
  });
});
