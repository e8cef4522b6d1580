/**
 * Messages examined over the lab's DNS: what becomes of their signatures, of SPF and DMARC by its records, and who must act.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnvelopeOptions } from '../../src/explain/check-live.js';
import { examineMessage } from '../../src/explain/explain-headers.js';
import { createTestKey, sealByLibrary, signByHand } from '../../src/facts/signatures/testing/signer.js';
import { type Lab, startLab } from '../../src/lab/lab.js';
import type { HeadersReport } from '../../src/model/headers-report.js';
import { assertIpAddress } from '../../src/model/ip-address.js';
import { renderDocument } from '../../src/render/render-document.js';
import { renderHeaders } from '../../src/render/render-headers.js';
import { renderHeadersHtml } from '../../src/render/render-headers-html.js';

const key = createTestKey('rsa', 2048);
const text = (domain: string, ...words: readonly string[]) => `${domain} TXT ${words.map((word) => `"${word}"`).join(' ')}`;
const keyRecord = (name: string, record: string) => text(name, ...(record.match(/.{1,200}/g) ?? []));

const server = { 'ns1.dns.example': '192.0.2.3' };
let lab: Lab;

beforeAll(async () => {
  lab = await startLab({
    zones: {
      'example.org': {
        servers: server,
        records: [
          keyRecord('s1._domainkey.example.org', key.record),
          text('old._domainkey.example.org', 'v=DKIM1; p='),
          text('example.org', 'v=spf1 ip4:192.0.2.0/28 -all'),
          text('_dmarc.example.org', 'v=DMARC1; p=reject'),
          text('moved.example.org', 'v=spf1 ip4:203.0.113.9 -all'),
          text('open.example.org', 'v=spf1 +all'),
          text('broken.example.org', 'v=spf1 include:nowhere.example.org ~all'),
        ],
      },
      'example.com': {
        servers: server,
        records: [text('lists.example.com', 'v=spf1 ip4:198.51.100.20 -all'), keyRecord('arc._domainkey.lists.example.com', key.record)],
      },
      'dns.example': { servers: server, records: [] },
    },
    resolvers: { '192.0.2.53': { kind: 'recursive' } },
    hosts: {},
  });
});

afterAll(async () => {
  await lab.stop();
});

const message = [
  'From: Alice <alice@example.org>',
  'To: bob@example.net',
  'Subject: Offer',
  'Date: Mon, 23 Nov 2026 11:00:00 +0100',
  'Message-ID: <1@example.org>',
  '',
  'Dear Bob,',
  'here it is.',
  '',
].join('\r\n');

const received = (from: string, address: string, by: string, seconds: string) =>
  `Received: from ${from} (${from} [${address}]) by ${by} (Postfix) with ESMTPS id A1; Mon, 23 Nov 2026 10:00:${seconds} +0000\r\n`;
const direct = received('mail.example.org', '192.0.2.7', 'mx.example.net', '05');
const viaList =
  received('lists.example.com', '198.51.100.20', 'mx.example.net', '09') +
  received('mail.example.org', '192.0.2.7', 'lists.example.com', '05') +
  'List-Id: Talk <talk.lists.example.com>\r\n';
const recorded = (results: string) => `Authentication-Results: mx.example.net; ${results}\r\n`;
const returnPath = (path: string) => `Return-Path: <${path}>\r\n`;

interface Asked {
  readonly offline?: boolean;
  readonly live?: Partial<EnvelopeOptions>;
}

async function examine(octets: string, { offline = false, live }: Asked = {}): Promise<HeadersReport> {
  const bytes = Uint8Array.from(octets, (character) => character.charCodeAt(0));
  const report = await examineMessage(
    { octets: bytes, isHeaderCut: false, isBodyCut: false },
    {
      doors: lab.doors,
      options: { resolvers: null, deadlineMs: 20_000 },
      offline,
      live: live === undefined ? null : { client: null, helo: null, sender: null, ...live },
    },
  );
  if (report === null) throw new Error('no header');
  return report;
}

const gist = ({ problems }: HeadersReport) =>
  problems.map(({ severity, summary, actor }) => `${severity}: ${summary} → ${actor ?? 'nobody'}`);

describe('signatures', () => {
  it('a message as it was signed has no problem, and one question was asked', async () => {
    const report = await examine(direct + signByHand(message, { key }));
    expect(gist(report)).toEqual([]);
    expect(report.signatures.map(({ check }) => check?.outcome)).toEqual(['pass']);
    expect(report.evidence.map(({ id }) => id)).toEqual(['dns/txt/s1._domainkey.example.org/192.0.2.53']);
  });
  it('nobody is asked where nobody may be', async () => {
    const report = await examine(direct + signByHand(message, { key }), { offline: true });
    expect(report).toMatchObject({ verification: { mode: 'offline' }, evidence: [], problems: [] });
    expect(renderHeaders(report, { width: 80, colour: false, verbose: false })).toContain('Nobody was asked (--offline)');
  });
  it.each<[string, string, readonly string[]]>([
    [
      'a list changed it',
      `${recorded('dkim=fail header.d=example.org')}${viaList}${signByHand(message, { key }).replace(/^Subject: /m, 'Subject: [talk] ')}-- \r\nTalk list\r\n`,
      [
        'warning: The body and the header of the message are not what example.org signed: 2 lines were added at the end, beginning "Talk list"; [talk] was put before the subject. It came over lists.example.com, a mailing list: lists add footers and tags. → The administrator of lists.example.com',
      ],
    ],
    [
      'a list changed it, and DMARC failed for that',
      `${recorded('dkim=fail header.d=example.org; dmarc=fail header.from=example.org')}${viaList}${signByHand(message, { key })}footer\r\n`,
      [
        'error: DMARC ended as fail for example.org. → The administrator of lists.example.com',
        'warning: The body of the message is not what example.org signed: a line was added at the end, beginning "footer". It came over lists.example.com, a mailing list: lists add footers and tags. → The administrator of lists.example.com',
      ],
    ],
    [
      'it was changed after it had come',
      `${recorded('dkim=pass header.d=example.org')}${direct}${signByHand(message, { key }).replace('Dear', 'Deer')}`,
      [
        'notice: The body of the message is not what example.org signed: something in it was changed, added or cut. The receiving side found it as signed, so it was changed after that: the message as it came was in order, this file is another. → nobody',
      ],
    ],
    [
      'its key was withdrawn',
      direct + signByHand(message, { key, tags: { s: 'old' } }),
      [
        'warning: The DKIM key of example.org (old._domainkey.example.org) was withdrawn (p= is empty); since when is not told. → The administrator of DNS of example.org',
      ],
    ],
    [
      'its key is not there, and the message is old',
      direct.replace('2026', '2024') + signByHand(message, { key, tags: { s: 'gone' } }),
      [
        expect.stringMatching(
          /^notice: The DKIM key of example.org \(gone\._domainkey\.example\.org\) is not in the DNS; since when is not told\. The message is \d+ d.* old and keys are changed from time to time, so that proves little\./,
        ),
      ],
    ],
    [
      'it was recorded as broken and holds here',
      `${recorded('dkim=temperror header.d=example.org')}${direct}${signByHand(message, { key })}`,
      [
        'notice: DKIM ended as temperror for example.org. Here it holds, with the key that the DNS has now: on the day the key was not there yet, or could not be fetched. → nobody',
      ],
    ],
  ])('%s', async (_, octets, expected) => {
    expect(gist(await examine(octets))).toEqual(expected);
  });
  it('an ARC chain that was broken behind its last seal', async () => {
    const sealed = await sealByLibrary(signByHand(message, { key }), { key, domain: 'lists.example.com', chain: 'none' });
    expect((await examine(viaList + sealed)).verification?.arc).toMatchObject({ result: 'pass', unchangedSince: 1 });
    expect(gist(await examine(viaList + sealed.replace('Dear', 'Deer')))).toContainEqual(
      'notice: The ARC chain is broken: the message was changed after the last seal, that of lists.example.com. Receivers ignore it. → The administrator of the forwarder that sealed it last',
    );
  });
});

describe('by the records of today', () => {
  const signed = signByHand(message, { key });
  it.each<[string, string, Asked['live'], readonly string[]]>([
    ['all is in order', direct + returnPath('alice@example.org') + signed, {}, []],
    [
      'the server is no longer named, and the signature holds',
      recorded('spf=pass smtp.mailfrom=alice@moved.example.org; dmarc=pass header.from=example.org') + direct + signed,
      {},
      [
        'notice: The SPF record of moved.example.org forbids 192.0.2.7 today (fail, by -all). On the day pass was recorded: the record, or what it includes, was changed since. DMARC passes all the same, so this alone does no harm. → The administrator of DNS of moved.example.org',
      ],
    ],
    [
      'neither SPF nor a signature passes',
      direct + returnPath('alice@moved.example.org') + message,
      {},
      [
        'error: DMARC fails for example.org by the records of today: neither SPF nor a signature passes. Receivers are asked to refuse it (p=reject of example.org). → The administrator of mail and DNS of example.org',
        'warning: The SPF record of moved.example.org forbids 192.0.2.7 today (fail, by -all). → The administrator of DNS of moved.example.org',
      ],
    ],
    [
      'everybody may send',
      direct + returnPath('alice@open.example.org') + signed,
      {},
      [
        'warning: The SPF record of open.example.org lets everybody pass (+all): anybody may send in its name. → The administrator of DNS of open.example.org',
      ],
    ],
    [
      'an include leads nowhere',
      direct + returnPath('alice@broken.example.org') + signed,
      {},
      [
        'notice: The SPF record of broken.example.org cannot be evaluated today (permerror): include:nowhere.example.org: nowhere.example.org does not exist (in the record of broken.example.org). DMARC passes all the same, so this alone does no harm. → The administrator of DNS of broken.example.org',
      ],
    ],
    [
      'it was mended since',
      recorded('spf=softfail smtp.mailfrom=alice@example.org; dmarc=fail header.from=example.org') + direct + signed,
      {},
      [
        'notice: DMARC passes for example.org by the records of today; on the day fail was recorded: it was mended since, or could not be looked up then. → nobody',
        'notice: SPF passes for example.org by the records of today; on the day softfail was recorded: it was mended since, or could not be looked up then. → nobody',
      ],
    ],
    [
      'a list sent it on, changed',
      `${returnPath('talk@lists.example.com')}${viaList}${signed}footer\r\n`,
      {},
      [
        'error: DMARC fails for example.org by the records of today: SPF passes for lists.example.com, which is not example.org or of its organization. Receivers are asked to refuse it (p=reject of example.org). → The administrator of lists.example.com',
        'warning: The body of the message is not what example.org signed: a line was added at the end, beginning "footer". It came over lists.example.com, a mailing list: lists add footers and tags. → The administrator of lists.example.com',
      ],
    ],
    [
      'the envelope is not told',
      signed,
      {},
      [
        'notice: SPF could not be evaluated: the header does not tell the client (--source ADDR) and the envelope sender (--from ADDRESS). → nobody',
      ],
    ],
    [
      'the envelope is given',
      direct + returnPath('alice@example.org') + signed,
      { client: assertIpAddress('203.0.113.1'), sender: 'alice@moved.example.org' },
      [
        'notice: The SPF record of moved.example.org forbids 203.0.113.1 today (fail, by -all). DMARC passes all the same, so this alone does no harm. → The administrator of DNS of moved.example.org',
      ],
    ],
  ])('%s', async (_, octets, live, expected) => {
    expect(gist(await examine(octets, { live: live ?? {} }))).toEqual(expected);
  });

  it('a chain that holds may save what a list changed', async () => {
    const sealed = await sealByLibrary(`${signed}footer\r\n`, {
      key,
      domain: 'lists.example.com',
      chain: 'none',
      results: 'dkim=pass header.d=example.org',
    });
    const report = await examine(returnPath('talk@lists.example.com') + viaList + sealed, { live: {} });
    expect(gist(report)[0]).toContain(
      'The ARC chain holds, and lists.example.com says that the message passed there: receivers that trust it may take the message.',
    );
  });

  it('who was checked is told with where it stands, and every rendering says so', async () => {
    const report = await examine(direct + returnPath('alice@example.org') + signed, { live: { helo: 'other.example.org' } });
    expect(report.live?.subject).toEqual({
      hop: 1,
      client: { value: '192.0.2.7', source: 'received' },
      helo: { value: 'other.example.org', source: 'option' },
      sender: { value: 'alice@example.org', source: 'return-path' },
    });
    for (const page of [renderHeaders(report, { width: 200, colour: false, verbose: true }), renderHeadersHtml(report)]) {
      expect(page).toContain('HELO other.example.org (as given), envelope sender alice@example.org (by Return-Path)');
      expect(page).toContain('example.org: ip4:192.0.2.0/28 matches: 192.0.2.7 is in it');
    }
    expect(JSON.parse(renderDocument(report))).toMatchObject({ kind: 'headers', live: { dmarc: { result: 'pass' } } });
  });

  it('what a stranger wrote moves no cursor and opens no element', async () => {
    const footer = '\u001b[2J\u009b <script>alert(1)</script>\r\n';
    const report = await examine(`${direct}${returnPath('"<script>x"@example.org')}${signed}${footer}`, {
      live: { helo: '\u001b]0;x\u0007<script>' },
    });
    expect(report.signatures[0]?.check?.changes).toMatchObject([{ kind: 'footer' }]);
    const page = renderHeadersHtml(report);
    expect(page).not.toContain('<script');
    for (const shown of [page, renderHeaders(report, { width: 80, colour: false, verbose: true }), renderDocument(report)])
      expect([...shown].filter((character) => /[\p{Cc}]/u.test(character) && character !== '\n')).toEqual([]);
  });
});
