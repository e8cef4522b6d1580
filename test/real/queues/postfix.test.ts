/** What Postfix really lists, logs and writes to senders. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCertificates } from '../support/certificates.js';
import type { OwnHost } from '../support/host.js';
import { startPostfix } from '../support/postfix.js';
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
  recipients,
  refusedDomains,
  runFirst,
  sendEach,
  waitForDelivery,
  waitForGroups,
} from '../support/queue-machine.js';
import { describeReal } from '../support/real-tests.js';
import { acceptMailFor } from '../support/refusing-server.js';

const log = '/var/log/postfix.log';
const waiting = [
  '1 example.com deferred sender.greylisted',
  '1 example.org deferred recipient.mailbox-full',
  '1 nowhere.example deferred port.refused',
];

describeReal('Postfix', () => {
  let host: OwnHost;
  const configure = async (...settings: readonly string[]) =>
    assertSucceeded('postconf', await host.run(`postconf -e ${settings.map((setting) => `'${setting}'`).join(' ')} && postfix reload`));
  const logged = async (text: string, times: number) => await waitUntil(text, () => host.read(log).split(text).length > times, 30_000);

  beforeAll(async () => {
    host = await createQueueMachine('postfix');
    const listeners = [{ address: '127.0.0.1', parameters: [['smtpd_client_restrictions', '']] as const }];
    const options = { hostName: host.name, localDomains: [], virtualDomains: [], virtualMailboxes: [], listeners };
    await startPostfix(host, options, await createCertificates(host, [host.name]));
    const map = refusedDomains.map((domain) => `${domain}=smtp:[127.0.0.1]:2525`);
    await configure(
      `transport_maps = inline:{${[...map, 'nowhere.example=smtp:[127.0.0.1]:2526'].join(', ')}}`,
      'smtp_tls_security_level =',
      'delay_warning_time = 1s',
    );
    await sendEach(host, 'sendmail -f admin@corp.example');
    await logged(', status=', recipients.length + 1);
  });
  afterAll(async () => await host?.stop());

  it('has its queue found by itself, and read from each of its listings', async () => {
    for (const report of [
      await readOwnQueue(host),
      ...(await Promise.all(['postqueue -j', 'postqueue -p'].map((command) => readListing(host, command)))),
    ]) {
      expect(listGroups(report)).toEqual(waiting);
      expect(report.notUnderstood.lines).toBe(0);
    }
  });

  it('logs what became of each message', async () => {
    await expectUsualLog(host, log, ['postfix'], ['deferred nowhere.example port.refused']);
  });

  it('logs what it refuses itself', async () => {
    expect(await expectRefusal(host, log, { domain: 'elsewhere.example', source: '127.0.0.2' })).toBe(
      'refused elsewhere.example server.relay-denied',
    );
  });

  it('writes a bounce that says why', async () => {
    expect(await readNotice(host, 'unknown@example.com', 'failed')).toEqual(['failed unknown@example.com recipient.unknown']);
  });

  it('tries just the group again with the command, and removes just the group', async () => {
    const before = await readOwnQueue(host);
    acceptMailFor(host, 'greylisted');
    await runFirst(host, findGroup(before, 'sender.greylisted').release);
    await waitForDelivery(host, log, 'greylisted@example.com');
    await runFirst(host, findGroup(before, 'example.org').remove);
    await waitForGroups(host, waiting.slice(2));
  });

  it('holds a message, and releases it with the command', async () => {
    const { ids } = findGroup(await readOwnQueue(host), 'nowhere.example');
    assertSucceeded('postsuper', await host.run(`postsuper -h ${ids.join(' ')}`));
    const held = await readOwnQueue(host);
    expect(listGroups(held)).toEqual(['1 nowhere.example held port.refused']);
    await runFirst(host, findGroup(held, 'nowhere.example').release);
    await waitUntil('the release', async () => (await readOwnQueue(host)).groups.every(({ state }) => state !== 'held'), 20_000);
  });

  it('warns of a delay, and gives up in the end', async () => {
    await configure('queue_run_delay = 1s', 'minimal_backoff_time = 1s', 'maximal_backoff_time = 1s');
    await host.run('sleep 1; postqueue -f');
    expect(await readNotice(host, 'bob@nowhere.example', 'delayed')).toEqual(['delayed bob@nowhere.example port.refused']);
    await configure('maximal_queue_lifetime = 0', 'bounce_queue_lifetime = 0');
    await host.run('sleep 1; postqueue -f');
    await logged('status=expired', 1);
    expect(listFailures(await readLog(host, [log]))).toContain('failed null queue.expired');
    expect(await readFates(host, log, 'bob@nowhere.example')).toEqual(['failed port.refused']);
    expect(await readNotice(host, 'bob@nowhere.example', 'failed')).toEqual(['failed bob@nowhere.example port.refused']);
  });
});
