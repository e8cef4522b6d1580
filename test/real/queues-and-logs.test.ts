/**
 * Queues and logs as Postfix, Exim, Sendmail and OpenSMTPD really write them, each alone on a machine of its own whose
 * next hop greylists, is full, knows nobody, or is not there. Exchange and qmail cannot be had here: their formats follow
 * the makers' documentation (src/explain/explain-queue.test.ts, src/explain/explain-log.test.ts).
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { explainLog } from '../../src/explain/explain-log.js';
import { explainQueue } from '../../src/explain/explain-queue.js';
import type { LogReport } from '../../src/model/log-report.js';
import type { QueueReport } from '../../src/model/queue-report.js';
import { createAccounts } from './support/accounts.js';
import { createCertificates } from './support/certificates.js';
import { createHost, type OwnHost, type Software } from './support/host.js';
import { startPostfix } from './support/postfix.js';
import { assertSucceeded, waitUntil } from './support/process.js';
import { describeReal } from './support/real-tests.js';
import { startRefusingServer, startSyslog, syslogFile } from './support/refusing-server.js';

const recipients = ['bob@example.com', 'greylisted@example.com', 'full@example.org', 'unknown@example.com', 'bob@nowhere.example'];

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function readQueue(text: string): Promise<QueueReport> {
  const report = await explainQueue(once(text));
  if ('fault' in report) throw new Error(`${report.fault}: ${text}`);
  return report;
}

function listGroups(report: QueueReport): readonly string[] {
  return report.groups.map(({ destination, state, cause, messages }) => `${messages} ${destination} ${state} ${cause?.code ?? '-'}`).sort();
}

function listFailures(report: LogReport): readonly string[] {
  return [...new Set(report.groups.map(({ outcome, domain, cause }) => `${outcome} ${domain} ${cause?.code}`))].sort();
}

async function createMachine(software: Software): Promise<OwnHost> {
  const host = await createHost(`out.${software}.example`, software);
  host.write('/etc/hosts', `127.0.0.1 localhost ${host.name}\n192.0.2.99 corp.example example.com example.org nowhere.example\n`);
  host.write('/etc/resolv.conf', 'nameserver 127.0.0.1\n');
  createAccounts(host);
  await startSyslog(host);
  await startRefusingServer(host);
  return host;
}

async function sendEach(host: OwnHost, command: string, to: readonly string[] = recipients): Promise<void> {
  for (const recipient of to) {
    const message = `From: admin@corp.example\nTo: ${recipient}\nMessage-ID: <${recipient.replace('@', '.')}@corp.example>\nSubject: test\n\nHello\n`;
    assertSucceeded(`${command} ${recipient}`, await host.run(`${command} ${recipient}`, message));
  }
}

const usualGroups = ['1 example.com deferred sender.greylisted', '1 example.org deferred recipient.mailbox-full'];
const usualFailures = [
  'deferred example.com sender.greylisted',
  'deferred example.org recipient.mailbox-full',
  'failed example.com recipient.unknown',
];

describeReal('Postfix', () => {
  let host: OwnHost;
  beforeAll(async () => {
    host = await createMachine('postfix');
    const options = {
      hostName: host.name,
      localDomains: [],
      virtualDomains: [],
      virtualMailboxes: [],
      listeners: [{ address: '127.0.0.1', parameters: [] }],
    };
    await startPostfix(host, options, await createCertificates(host, [host.name]));
    const map = ['example.com', 'example.org', 'corp.example'].map((domain) => `${domain}=smtp:[127.0.0.1]:2525`);
    const settings = `postconf -e 'transport_maps = inline:{${[...map, 'nowhere.example=smtp:[127.0.0.1]:2526'].join(', ')}}' 'smtp_tls_security_level =' && postfix reload`;
    assertSucceeded('postconf', await host.run(settings));
    await sendEach(host, 'sendmail -f admin@corp.example');
    await waitUntil(
      'deliveries',
      () => (host.read('/var/log/postfix.log').match(/, status=/g) ?? []).length >= recipients.length + 1,
      30_000,
    );
  });
  afterAll(async () => await host?.stop());

  it.each(['postqueue -j', 'postqueue -p', 'mailq'])('lists its queue with %s', async (command) => {
    const listing = assertSucceeded(command, await host.run(command));
    const report = await readQueue(listing);
    expect(listGroups(report)).toEqual([...usualGroups, '1 nowhere.example deferred host.no-answer'].sort());
    expect(report.notUnderstood.lines).toBe(0);
  });

  it('logs what became of each message, and one message over its whole way', async () => {
    const log = host.read('/var/log/postfix.log');
    const report = await explainLog([once(log)]);
    expect(report.recognisedAs).toEqual(['postfix']);
    expect(listFailures(report)).toEqual([...usualFailures, 'deferred nowhere.example host.no-answer'].sort());
    expect(report.totals.delivered).toBe(2);
    const { story } = await explainLog([once(log)], { story: { message: null, recipient: 'unknown@example.com' } });
    expect(story?.map(({ text }) => text).join('\n')).toMatch(
      /uid=0 from=[\s\S]*status=bounced[\s\S]*sender non-delivery notification[\s\S]*removed/,
    );
    expect(story?.filter(({ cause }) => cause !== null).map(({ cause }) => cause?.code)).toEqual(['recipient.unknown']);
  });

  it('removes with the command just the group that it belongs to, and expires the rest', async () => {
    const report = await readQueue(assertSucceeded('postqueue', await host.run('postqueue -j')));
    const [command = ''] = report.groups.find(({ destination }) => destination === 'example.org')?.remove ?? [];
    assertSucceeded(command, await host.run(command));
    const after = await readQueue(assertSucceeded('postqueue', await host.run('postqueue -j')));
    expect(after.groups.map(({ destination }) => destination).sort()).toEqual(['example.com', 'nowhere.example']);
    await host.run(
      "postconf -e 'maximal_queue_lifetime = 0' 'bounce_queue_lifetime = 0' 'queue_run_delay = 1' && postfix reload && sleep 1 && postqueue -f",
    );
    await waitUntil('expiry', () => host.read('/var/log/postfix.log').includes('status=expired'), 20_000);
    const { groups } = await explainLog([once(host.read('/var/log/postfix.log'))]);
    expect(groups.some(({ outcome, cause }) => outcome === 'failed' && cause?.code === 'queue.expired')).toBe(true);
  });
});

const eximConfiguration = `
primary_hostname = out.exim.example
keep_environment =
never_users =
begin routers
nowhere:
  driver = manualroute
  domains = nowhere.example
  transport = nowhere_smtp
  route_list = * 127.0.0.1
  self = send
all:
  driver = manualroute
  domains = ! out.exim.example
  transport = refuser_smtp
  route_list = * 127.0.0.1
  self = send
begin transports
refuser_smtp:
  driver = smtp
  port = 2525
nowhere_smtp:
  driver = smtp
  port = 2526
begin retry
* * F,2h,15m
`;

describeReal('Exim', () => {
  let host: OwnHost;
  beforeAll(async () => {
    host = await createMachine('exim');
    host.write('/etc/exim4/exim4.conf', eximConfiguration);
    await host.run('mkdir -p /var/spool/exim4 /var/log/exim4; chown -R Debian-exim:Debian-exim /var/spool/exim4 /var/log/exim4');
    await sendEach(host, 'exim4 -odf -f admin@corp.example');
  });
  afterAll(async () => await host?.stop());

  it.each(['exim4 -bp', 'exipick'])('lists its queue with %s', async (command) => {
    const report = await readQueue(assertSucceeded(command, await host.run(command)));
    expect(report.recognisedAs).toBe('exim-bp');
    expect(listGroups(report)).toEqual(['1 example.com deferred -', '1 example.org deferred -', '1 nowhere.example deferred -']);
    const [remove = ''] = report.groups.find(({ destination }) => destination === 'nowhere.example')?.remove ?? [];
    expect(remove).toMatch(/^exim -Mrm \S+$/);
  });

  it('logs what became of each message', async () => {
    const log = host.read('/var/log/exim4/mainlog');
    const report = await explainLog([once(log)]);
    expect(report.recognisedAs).toEqual(['exim']);
    expect(listFailures(report)).toEqual([...usualFailures, 'deferred nowhere.example host.no-answer'].sort());
    const { story } = await explainLog([once(log)], { story: { message: null, recipient: 'unknown@example.com' } });
    expect(story?.filter(({ cause }) => cause !== null).map(({ cause }) => cause?.code)).toEqual(['recipient.unknown']);
    expect(story?.at(-1)?.text).toContain('Completed');
  });
});

const sendmailConfiguration = `
VERSIONID(\`test')
OSTYPE(\`debian')
DOMAIN(\`debian-mta')
undefine(\`confHOST_STATUS_DIRECTORY')
define(\`confDOMAIN_NAME', \`out.sendmail.example')
define(\`SMART_HOST', \`relay:[127.0.0.1]')
define(\`RELAY_MAILER_ARGS', \`TCP $h 2525')
define(\`ESMTP_MAILER_ARGS', \`TCP $h 2526')
FEATURE(\`accept_unresolvable_domains')
FEATURE(\`nocanonify')
MAILER(\`local')
MAILER(\`smtp')
`;

describeReal('Sendmail', () => {
  const program = '/usr/libexec/sendmail/sendmail';
  let host: OwnHost;
  beforeAll(async () => {
    host = await createMachine('sendmail');
    host.write('/etc/mail/out.mc', sendmailConfiguration);
    host.write('/etc/mail/aliases', '');
    host.write('/etc/mail/local-host-names', '');
    const prepare = [
      'set -e; mkdir -p /var/spool/mqueue /run/sendmail/mta; chmod 700 /var/spool/mqueue',
      'cd /usr/share/sendmail/cf/m4; m4 -D_CF_DIR_=/usr/share/sendmail/cf/ cf.m4 /etc/mail/out.mc >/etc/mail/sendmail.cf',
      `ln -sf ${program} /etc/mail/newaliases; chmod 755 /etc/mail; /etc/mail/newaliases`,
    ].join('\n');
    assertSucceeded('sendmail.cf', await host.run(prepare));
    for (const recipient of recipients)
      await host.run(`${program} -Am -odi -f admin@corp.example ${recipient}`, `Subject: test\n\nHello\n`);
  });
  afterAll(async () => await host?.stop());

  it('lists its queue with mailq', async () => {
    const report = await readQueue(assertSucceeded('mailq', await host.run(`${program} -Am -bp`)));
    expect(report.recognisedAs).toBe('sendmail-mailq');
    expect(listGroups(report)).toEqual(usualGroups);
    expect(report.notUnderstood.lines).toBe(0);
  });

  it('logs what became of each message', async () => {
    const report = await explainLog([once(host.read(syslogFile))]);
    expect(report.recognisedAs).toEqual(['sendmail']);
    expect(listFailures(report)).toEqual(usualFailures);
  });
});

const opensmtpdConfiguration = `
listen on 127.0.0.1
action "out" relay host smtp://127.0.0.1:2525
action "nowhere" relay host smtp://127.0.0.1:2526
match from any for domain "nowhere.example" action "nowhere"
match from any for any action "out"
`;

/** smtpctl wants to be setgid, which it is not where it is only unpacked. */
const asQueueGroup = 'setpriv --regid opensmtpq --clear-groups';

describeReal('OpenSMTPD', () => {
  /** A message for a closed port stays in flight for more than a minute, which no test waits for. */
  const answered = recipients.filter((recipient) => !recipient.endsWith('@nowhere.example'));
  let host: OwnHost;
  beforeAll(async () => {
    host = await createMachine('opensmtpd');
    host.write('/etc/smtpd.conf', opensmtpdConfiguration);
    await host.run(
      'mkdir -p /var/spool/smtpd /var/mail /var/lib/opensmtpd/empty; chmod 711 /var/spool/smtpd; ln -sf /etc/smtpd.conf /etc/opensmtpd.conf',
    );
    host.start('smtpd', 'smtpd -F -f /etc/smtpd.conf');
    await waitUntil('smtpd', async () => (await host.run('ss -Hltn "sport = :25"')).stdout !== '', 15_000);
    await sendEach(host, `${asQueueGroup} sendmail -f admin@corp.example`, answered);
    const told = () => answered.every((recipient) => new RegExp(`to=<${recipient}>.* result=`).test(host.read(syslogFile)));
    await waitUntil('deliveries', told, 30_000);
  });
  afterAll(async () => await host?.stop());

  it('lists its queue with smtpctl show queue', async () => {
    const report = await readQueue(assertSucceeded('smtpctl', await host.run(`${asQueueGroup} smtpctl show queue`)));
    expect(report.recognisedAs).toBe('smtpctl');
    // What was refused may still be on its way out of the queue.
    expect(listGroups(report).filter((group) => !group.includes(' active '))).toEqual(usualGroups);
    expect(report.groups.every(({ expiresAt }) => expiresAt !== null)).toBe(true);
  });

  it('logs what became of each message', async () => {
    const report = await explainLog([once(host.read(syslogFile))]);
    expect(report.recognisedAs).toEqual(['opensmtpd']);
    expect(listFailures(report)).toEqual(usualFailures);
  });
});
