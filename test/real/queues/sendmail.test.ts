/** What Sendmail really lists, logs and writes to senders. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OwnHost } from '../support/host.js';
import { assertSucceeded, waitUntil } from '../support/process.js';
import {
  createQueueMachine,
  expectRefusal,
  expectUsualLog,
  findGroup,
  listGroups,
  readFates,
  readListing,
  readNotice,
  readOwnQueue,
  recipients,
  runFirst,
  sendEach,
  waitForDelivery,
  waitForGroups,
} from '../support/queue-machine.js';
import { describeReal } from '../support/real-tests.js';
import { acceptMailFor, syslogFile } from '../support/refusing-server.js';

const program = '/usr/libexec/sendmail/sendmail';
const waiting = ['1 example.com deferred sender.greylisted', '1 example.org deferred recipient.mailbox-full'];
/** Everything goes to one relay, so that nobody is without an answer. */
const answered = recipients.filter((recipient) => !recipient.endsWith('@nowhere.example'));

const configuration = `
VERSIONID(\`test')
OSTYPE(\`debian')
DOMAIN(\`debian-mta')
undefine(\`confHOST_STATUS_DIRECTORY')
define(\`confDOMAIN_NAME', \`out.sendmail.example')
define(\`SMART_HOST', \`relay:[127.0.0.1]')
define(\`RELAY_MAILER_ARGS', \`TCP $h 2525')
define(\`confTO_QUEUEWARN', \`1s')
FEATURE(\`accept_unresolvable_domains')
FEATURE(\`nocanonify')
MAILER(\`local')
MAILER(\`smtp')
`;

describeReal('Sendmail', () => {
  let host: OwnHost;
  beforeAll(async () => {
    host = await createQueueMachine('sendmail');
    host.write('/etc/mail/out.mc', configuration);
    host.write('/etc/mail/aliases', '');
    host.write('/etc/mail/local-host-names', '');
    const prepare = [
      'set -e; mkdir -p /var/spool/mqueue /run/sendmail/mta; chmod 700 /var/spool/mqueue',
      'cd /usr/share/sendmail/cf/m4; m4 -D_CF_DIR_=/usr/share/sendmail/cf/ cf.m4 /etc/mail/out.mc >/etc/mail/sendmail.cf',
      `ln -sf ${program} /etc/mail/newaliases; chmod 755 /etc/mail; /etc/mail/newaliases`,
    ].join('\n');
    assertSucceeded('sendmail.cf', await host.run(prepare));
    await sendEach(host, `${program} -Am -odi -f admin@corp.example`, answered);
    host.start('sendmail', `${program} -Am -bD -ODaemonPortOptions=Port=25,Addr=127.0.0.1`);
    await waitUntil('sendmail', async () => (await host.run('ss -Hltn "sport = :25"')).stdout !== '', 15_000);
  });
  afterAll(async () => await host?.stop());

  it('has its queue found by itself, and read from each of its listings', async () => {
    // A listing locks what it lists: one at a time.
    const plain = await readListing(host, `${program} -Am -bp`);
    for (const report of [await readOwnQueue(host), plain, await readListing(host, `${program} -Am -bp -v`)]) {
      expect(report.recognisedAs).toBe('sendmail-mailq');
      expect(listGroups(report)).toEqual(waiting);
      expect(report.notUnderstood.lines).toBe(0);
    }
  });

  it('logs what became of each message', async () => {
    await expectUsualLog(host, syslogFile, ['sendmail']);
  });

  it('logs what it refuses itself', async () => {
    expect(await expectRefusal(host, syslogFile, { domain: 'elsewhere.example', source: '127.0.0.2' })).toBe(
      'refused elsewhere.example server.relay-denied',
    );
  });

  it('writes a bounce that says why', async () => {
    expect(await readNotice(host, 'unknown@example.com', 'failed')).toEqual(['failed unknown@example.com recipient.unknown']);
  });

  it('tries just the group again with the command, and removes just the group', async () => {
    const before = await readOwnQueue(host);
    acceptMailFor(host, 'greylisted');
    const [release = ''] = findGroup(before, 'sender.greylisted').release;
    assertSucceeded(release, await host.run(`PATH=/usr/libexec/sendmail:$PATH; ${release}`));
    await waitForDelivery(host, syslogFile, 'greylisted@example.com');
    await sendEach(host, `${program} -Am -odi -f admin@corp.example`, ['full@example.net']);
    await runFirst(host, findGroup(await readOwnQueue(host), 'example.net').remove);
    await waitForGroups(host, waiting.slice(1));
  });

  it('warns of a delay, and gives up in the end', async () => {
    await host.run(`sleep 1; ${program} -Am -q`);
    expect(await readNotice(host, 'full@example.org', 'delayed')).toEqual(['delayed full@example.org recipient.mailbox-full']);
    await host.run(`${program} -Am -OTimeout.queuereturn=1s -q`);
    await waitUntil('the end', async () => (await readOwnQueue(host)).messages === 0, 20_000);
    expect(await readFates(host, syslogFile, 'full@example.org')).toEqual(['failed recipient.mailbox-full']);
    expect(await readNotice(host, 'full@example.org', 'failed')).toEqual(['failed full@example.org recipient.mailbox-full']);
  });
});
