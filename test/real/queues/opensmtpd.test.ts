/** What OpenSMTPD really lists, logs and writes to senders. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OwnHost } from '../support/host.js';
import { waitUntil } from '../support/process.js';
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

const waiting = ['1 example.com deferred sender.greylisted', '1 example.org deferred recipient.mailbox-full'];
/** A message for a closed port stays in flight for more than a minute, which no test waits for. */
const answered = recipients.filter((recipient) => !recipient.endsWith('@nowhere.example'));

const configuration = `
bounce warn-interval 1s
listen on 127.0.0.1
action "out" relay host smtp://127.0.0.1:2525
action "brief" relay host smtp://127.0.0.1:2525 ttl 4s
match for domain "refused.example" reject
match from any for domain "brief.example" action "brief"
match from any for any action "out"
`;

/** smtpctl and sendmail want to be setgid, which they are not where they are only unpacked. */
const makeSetgid =
  'cp /usr/sbin/smtpctl /run/smtpctl; chgrp opensmtpq /run/smtpctl; chmod 2755 /run/smtpctl; mount --bind /run/smtpctl /usr/sbin/smtpctl';

describeReal('OpenSMTPD', () => {
  let host: OwnHost;
  beforeAll(async () => {
    host = await createQueueMachine('opensmtpd');
    host.write('/etc/smtpd.conf', configuration);
    await host.run(
      `mkdir -p /var/spool/smtpd /var/mail /var/lib/opensmtpd/empty; chmod 711 /var/spool/smtpd; ln -sf /etc/smtpd.conf /etc/opensmtpd.conf; ${makeSetgid}`,
    );
    host.start('smtpd', 'smtpd -F -f /etc/smtpd.conf');
    await waitUntil('smtpd', async () => (await host.run('ss -Hltn "sport = :25"')).stdout !== '', 15_000);
    await sendEach(host, 'sendmail -f admin@corp.example', answered);
    const told = () => answered.every((recipient) => new RegExp(`to=<${recipient}>.* result=`).test(host.read(syslogFile)));
    await waitUntil('deliveries', told, 30_000);
  });
  afterAll(async () => await host?.stop());

  it('has its queue found by itself, and read from its listing', async () => {
    for (const report of [await readOwnQueue(host), await readListing(host, 'smtpctl show queue')]) {
      expect(report.recognisedAs).toBe('smtpctl');
      expect(listGroups(report)).toEqual(waiting);
      expect(report.groups.every(({ expiresAt }) => expiresAt !== null)).toBe(true);
    }
  });

  it('logs what became of each message', async () => {
    await expectUsualLog(host, syslogFile, ['opensmtpd']);
  });

  it('logs what it refuses itself', async () => {
    expect(await expectRefusal(host, syslogFile, { domain: 'refused.example' })).toBe('refused refused.example recipient.unknown');
  });

  it('writes a bounce that says why', async () => {
    expect(await readNotice(host, 'unknown@example.com', 'failed')).toEqual(['failed unknown@example.com recipient.unknown']);
  });

  it('tries just the group again with the command, and removes just the group', async () => {
    const before = await readOwnQueue(host);
    acceptMailFor(host, 'greylisted');
    await runFirst(host, findGroup(before, 'sender.greylisted').release);
    await waitForDelivery(host, syslogFile, 'greylisted@example.com');
    await sendEach(host, 'sendmail -f admin@corp.example', ['full@example.net']);
    await waitForGroups(host, ['1 example.net deferred recipient.mailbox-full', ...waiting.slice(1)]);
    await runFirst(host, findGroup(await readOwnQueue(host), 'example.net').remove);
    await waitForGroups(host, waiting.slice(1));
  });

  it('warns of a delay, and gives up in the end', async () => {
    expect(await readNotice(host, 'full@example.org', 'delayed')).toEqual(['delayed full@example.org recipient.mailbox-full']);
    await sendEach(host, 'sendmail -f admin@corp.example', ['full@brief.example']);
    await waitUntil('the end', () => host.read(syslogFile).includes('Envelope expired'), 30_000);
    expect(await readFates(host, syslogFile, 'full@brief.example')).toEqual(['failed recipient.mailbox-full']);
    // OpenSMTPD 6.8 calls the notice of the end a delay too; its text tells the expiry.
    const isTold = async () =>
      (await readNotice(host, 'full@brief.example', 'delayed')).includes('delayed full@brief.example queue.expired');
    await waitUntil('the last notice', isTold, 20_000);
  });
});
