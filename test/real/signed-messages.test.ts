/**
 * A message that Postfix took and OpenDKIM signed, verified by the built command with the key that BIND serves; then changed, and
 * its key withdrawn; and SPF and DMARC by the records that stand there. One machine of its own is all of it.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HeadersReport } from '../../src/model/headers-report.js';
import { reloadBind, startBind, writeBindZone } from './support/bind.js';
import { createCertificates } from './support/certificates.js';
import { createHost, type OwnHost } from './support/host.js';
import { runMailwhy } from './support/mailwhy.js';
import { opendkimMilter, startOpenDkim } from './support/opendkim.js';
import { startPostfix } from './support/postfix.js';
import { assertSucceeded, waitUntil } from './support/process.js';
import { describeReal } from './support/real-tests.js';

const resolver = '127.0.0.1';
const keyName = 's1._domainkey.example.org';

/** The whole of DNS in one zone, so that nothing has to be delegated. */
function zone(serial: number, key: string): { readonly origin: string; readonly text: string } {
  const records = [
    `@ SOA ns.example. hostmaster.example. ${serial} 7200 900 1209600 60`,
    '@ NS ns.example.',
    `ns.example. A ${resolver}`,
    key,
    'example.org. TXT "v=spf1 mx include:_spf.hosting.example -all"',
    'example.org. MX 10 mail.example.org.',
    'mail.example.org. A 192.0.2.26',
    '_spf.hosting.example. TXT "v=spf1 ip4:198.51.100.0/24" " ip4:192.0.2.0/28 ~all"',
    '_dmarc.example.org. TXT "v=DMARC1; p=reject; adkim=s"',
  ];
  return { origin: '.', text: ['$ORIGIN .', '$TTL 60', ...records, ''].join('\n') };
}

const message = [
  'From: Alice <alice@example.org>',
  'To: bob@headers.example',
  'Subject: The  offer,',
  '\tas announced',
  'Message-ID: <1@example.org>',
  '',
  'Dear Bob,  ',
  '',
  '.here it is, with a line that begins with a dot',
  '',
  '',
].join('\n');

describeReal('OpenDKIM, Postfix and BIND', () => {
  let host: OwnHost;
  let signed: string;

  beforeAll(async () => {
    host = await createHost('headers.example', 'postfix');
    host.write('/etc/resolv.conf', `nameserver ${resolver}\n`);
    const { keyRecord } = await startOpenDkim(host, { domain: 'example.org', selector: 's1' });
    await startBind(host, { address: resolver, zones: [zone(1, keyRecord)], rootHints: null });
    const listener = { address: '127.0.0.1', parameters: [] };
    const options = { hostName: host.name, localDomains: [host.name], virtualDomains: [], virtualMailboxes: [], listeners: [listener] };
    await startPostfix(host, options, await createCertificates(host, [host.name]));
    assertSucceeded('postconf', await host.run(`postconf -e non_smtpd_milters=${opendkimMilter} && postfix reload`));
    assertSucceeded('sendmail', await host.run('sendmail -f alice@example.org bob@headers.example', message));
    await waitUntil('the message', () => host.read('/var/mail/bob').includes('begins with a dot'), 20_000);
    signed = host.read('/var/mail/bob');
  });
  afterAll(() => host?.stop());

  const examine = async (octets: string, ...options: readonly string[]): Promise<HeadersReport> => {
    host.write('/run/message.eml', octets);
    const run = await runMailwhy(host, ['headers', '/run/message.eml', '--json', ...options]);
    if (run.exitCode !== 0) throw new Error(`ended with ${run.exitCode}: ${run.stderr}`);
    return JSON.parse(run.stdout) as HeadersReport;
  };
  const checkOf = ({ signatures: [signature] }: HeadersReport) => {
    const { outcome, fault, body, header } = signature?.check ?? {};
    return { outcome, fault, body, header };
  };

  it('the signature holds', async () => {
    expect(signed).toMatch(/^DKIM-Signature:/m);
    const report = await examine(signed);
    expect(checkOf(report)).toEqual({ outcome: 'pass', fault: null, body: 'same', header: 'same' });
    expect(report.signatures[0]?.check?.key).toMatchObject({ name: keyName, state: 'found', type: 'rsa', bits: 2048 });
    expect(report.problems).toEqual([]);
  });

  it('an octet of the body, and of the header, is another', async () => {
    expect(checkOf(await examine(signed.replace('Dear Bob', 'Dear Rob')))).toMatchObject({
      outcome: 'fail',
      fault: 'body-changed',
      header: 'same',
    });
    expect(checkOf(await examine(signed.replace('offer', 'order')))).toMatchObject({
      outcome: 'fail',
      fault: 'header-changed',
      body: 'same',
    });
  });

  it('SPF and DMARC by the records of today', async () => {
    const { live } = await examine(signed, '--live', '--source', '192.0.2.7');
    expect(live?.spf).toMatchObject({
      result: 'pass',
      lookups: 2,
      decidedBy: { domain: 'example.org', term: 'include:_spf.hosting.example' },
    });
    expect(live?.dmarc).toMatchObject({ result: 'pass', policy: { requested: 'reject', dkimMode: 'strict' } });
    const other = await examine(message, '--live', '--source', '203.0.113.9', '--from', 'alice@example.org');
    expect(other.live?.spf).toMatchObject({ result: 'fail', decidedBy: { domain: 'example.org', term: '-all' } });
    expect(other.live?.dmarc).toMatchObject({ result: 'fail', asks: 'reject' });
  });

  it('the key is withdrawn', async () => {
    writeBindZone(host, zone(2, `${keyName}. TXT "v=DKIM1; k=rsa; p="`));
    await reloadBind(host);
    const isGone = async () => (await host.run(`dig +short @${resolver} ${keyName} TXT`)).stdout.includes('p="');
    await waitUntil('the new zone', isGone, 10_000);
    expect(checkOf(await examine(signed))).toEqual({ outcome: 'unusable', fault: 'key-revoked', body: 'same', header: 'unchecked' });
  });
});
