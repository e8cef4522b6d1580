/** What Exim really lists, logs and writes to senders. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OwnHost } from '../support/host.js';
import { assertSucceeded, waitUntil } from '../support/process.js';
import {
  createQueueMachine,
  expectRefusal,
  expectUsualLog,
  findGroup,
  listFailures,
  listGroups,
  readFates,
  readListing,
  readLog,
  readNotice,
  readOwnQueue,
  runFirst,
  sendEach,
  waitForDelivery,
  waitForGroups,
} from '../support/queue-machine.js';
import { describeReal } from '../support/real-tests.js';
import { acceptMailFor } from '../support/refusing-server.js';

const log = '/var/log/exim4/mainlog';
const waiting = ['1 example.com deferred -', '1 example.org deferred -', '1 nowhere.example deferred -'];

/** `retry`: when addresses are tried again and given up. */
function configuration(retry: string): string {
  return `
primary_hostname = out.exim.example
keep_environment =
never_users =
delay_warning = 1s
acl_smtp_rcpt = acl_refuse
begin acl
acl_refuse:
  deny message = relay not permitted
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
* * ${retry}
`;
}

describeReal('Exim', () => {
  let host: OwnHost;
  beforeAll(async () => {
    host = await createQueueMachine('exim');
    host.write('/etc/exim4/exim4.conf', configuration('F,2h,15m'));
    await host.run('mkdir -p /var/spool/exim4 /var/log/exim4; chown -R Debian-exim:Debian-exim /var/spool/exim4 /var/log/exim4');
    host.start('exim', 'exim4 -bdf -oX 25');
    await sendEach(host, 'exim4 -odf -f admin@corp.example');
    await waitUntil('exim', async () => (await host.run('ss -Hltn "sport = :25"')).stdout !== '', 15_000);
  });
  afterAll(async () => await host?.stop());

  it('has its queue found by itself, and read from each of its listings', async () => {
    const reports = [
      await readOwnQueue(host),
      ...(await Promise.all(['exim4 -bp', 'exipick', 'exipick -bp'].map((command) => readListing(host, command)))),
    ];
    for (const report of reports) {
      expect(report.recognisedAs).toBe('exim-bp');
      expect(listGroups(report)).toEqual(waiting);
      expect(report.notUnderstood.lines).toBe(0);
    }
    const ids = await readListing(host, 'exipick -i');
    expect(ids.messages).toBe(3);
    expect(ids.groups[0]?.ids).toHaveLength(3);
  });

  it('logs what became of each message', async () => {
    await expectUsualLog(host, log, ['exim'], ['deferred nowhere.example port.refused']);
  });

  it('logs what it refuses itself', async () => {
    expect(await expectRefusal(host, log, { domain: 'elsewhere.example' })).toBe('refused elsewhere.example server.relay-denied');
  });

  it('writes a bounce that says why', async () => {
    expect(await readNotice(host, 'unknown@example.com', 'failed')).toEqual(['failed unknown@example.com recipient.unknown']);
  });

  it('tries just the group again with the command, and removes just the group', async () => {
    const before = await readOwnQueue(host);
    acceptMailFor(host, 'greylisted');
    await runFirst(host, findGroup(before, 'example.com').release);
    await waitForDelivery(host, log, 'greylisted@example.com');
    await runFirst(host, findGroup(before, 'example.org').remove);
    await waitForGroups(host, waiting.slice(2));
  });

  it('freezes a message, and thaws it with the command', async () => {
    const { ids } = findGroup(await readOwnQueue(host), 'nowhere.example');
    assertSucceeded('exim -Mf', await host.run(`exim4 -Mf ${ids.join(' ')}`));
    const frozen = await readOwnQueue(host);
    expect(listGroups(frozen)).toEqual(['1 nowhere.example frozen -']);
    await runFirst(host, findGroup(frozen, 'nowhere.example').release);
    await waitForGroups(host, waiting.slice(2));
  });

  it('warns of a delay, and gives up in the end', async () => {
    await host.run('sleep 1; exim4 -qff');
    // Exim's warning names the recipient and gives no reason.
    expect((await readNotice(host, 'bob@nowhere.example', 'delayed'))[0]).toMatch(/^delayed bob@nowhere\.example /);
    host.write('/etc/exim4/exim4.conf', configuration('F,1s,1s'));
    await host.run('sleep 1; exim4 -qff');
    await waitUntil('the end', () => host.read(log).includes('retry timeout exceeded'), 20_000);
    expect(listFailures(await readLog(host, [log]))).toContain('failed nowhere.example queue.expired');
    expect(await readFates(host, log, 'bob@nowhere.example')).toEqual(['failed port.refused']);
    expect(await readNotice(host, 'bob@nowhere.example', 'failed')).toEqual(['failed bob@nowhere.example queue.expired']);
  });
});
