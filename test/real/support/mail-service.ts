/**
 * The bed's mail servers: Postfix in several moods (with Dovecot and Postgrey behind it), Exim, OpenSMTPD, Sendmail.
 */
import { type Certificates, createCertificates } from './certificates.js';
import { countDovecotMessages, quotaService, startDovecot } from './dovecot.js';
import { countEximQueue, startExim } from './exim.js';
import { createHost, type Host, type Software } from './host.js';
import type { Network } from './network.js';
import { countOpensmtpdQueue, startOpensmtpd } from './opensmtpd.js';
import { countPostfixQueue, type PostfixListener, startPostfix } from './postfix.js';
import { postgreyService, startPostgrey } from './postgrey.js';
import { countSendmailQueue, startSendmail } from './sendmail.js';
import { knownUser, mailServers, nameServers, postfixAddresses } from './world.js';

export interface MailHosts {
  readonly postfix: Host;
  readonly exim: Host;
  readonly opensmtpd: Host;
  readonly sendmail: Host;
}

export interface MailService extends MailHosts {
  readonly certificates: Certificates;
}

/** Starts all of them. */
export async function startMailService(network: Network): Promise<MailService> {
  const create = async (name: string, software: Software | null, addresses: readonly string[]) => {
    const host = await createHost(name, software);
    await network.attach(host, addresses);
    host.write('/etc/resolv.conf', `nameserver ${nameServers.resolver}\n`);
    host.write('/etc/hosts', `127.0.0.1 localhost\n${addresses[0]} ${name}\n`);
    return host;
  };
  const [postfix, exim, opensmtpd, sendmail] = await Promise.all([
    create('mx.postfix.example', 'postfix', Object.values(postfixAddresses)),
    create('mx.exim.example', 'exim', [mailServers.exim]),
    create('mx.opensmtpd.example', 'opensmtpd', [mailServers.opensmtpd, mailServers.opensmtpdTls]),
    create('mx.sendmail.example', 'sendmail', [mailServers.sendmail]),
    create('idle.example', null, [mailServers.noService, mailServers.filtered, mailServers.prohibited]),
  ]);
  const certificates = await createCertificates(postfix, certifiedNames);
  await network.blackhole(mailServers.silent);
  await network.filter([
    `ip daddr ${mailServers.filtered} tcp dport 25 drop`,
    `ip daddr ${mailServers.prohibited} tcp dport 25 reject with icmp type admin-prohibited`,
  ]);
  await Promise.all([
    startPostfixMachine(postfix, certificates),
    startExim(exim, mailServers.exim, 'exim.example', certificates),
    startOpensmtpd(opensmtpd, ['opensmtpd.example', 'broken-tls.example'], certificates),
    startSendmail(sendmail, mailServers.sendmail, 'sendmail.example', certificates),
  ]);
  return { postfix, exim, opensmtpd, sendmail, certificates };
}

/** Messages that lie in queues and mailboxes, by server. */
export async function countMessages(hosts: MailHosts): Promise<Readonly<Record<string, number>>> {
  const { postfix, exim, opensmtpd, sendmail } = hosts;
  return {
    'postfix queue': await countPostfixQueue(postfix),
    'postfix mailboxes': await countMailboxMessages(postfix),
    'dovecot mailboxes': await countDovecotMessages(postfix),
    'exim queue': await countEximQueue(exim),
    'exim mailboxes': await countMailboxMessages(exim),
    'opensmtpd queue': await countOpensmtpdQueue(opensmtpd),
    'opensmtpd mailboxes': await countMailboxMessages(opensmtpd),
    'sendmail queue': await countSendmailQueue(sendmail),
    'sendmail mailboxes': await countMailboxMessages(sendmail),
  };
}

const certifiedNames = [
  'mx.postfix.example',
  '*.postfix.example',
  'mx.dual.example',
  'mx.exim.example',
  'mx.opensmtpd.example',
  'tls.opensmtpd.example',
  'mx.sendmail.example',
];

/** Domains whose mail the Postfix machine takes for its users. */
const postfixDomains = [
  'postfix.example',
  'corp.example',
  'dual.example',
  'greylisting.example',
  'blocklisting.example',
  'reverse.example',
  'choosy.example',
  'slow.example',
  'screened.example',
  'backup.example',
  'silent-primary.example',
  'signed.example',
  'bogus.example',
  'half-lame.example',
  'half-dead.example',
  'disagreeing.example',
  'moved.example',
  'copied.example',
];

async function startPostfixMachine(host: Host, certificates: Certificates): Promise<void> {
  const listeners = postfixListeners();
  const mailboxes = [`${knownUser}@quota.example`, 'full@quota.example'];
  await startPostfix(
    host,
    { hostName: host.name, localDomains: postfixDomains, virtualDomains: ['quota.example'], virtualMailboxes: mailboxes, listeners },
    certificates,
  );
  await Promise.all([startPostgrey(host), startDovecot(host, mailboxes, ['full@quota.example'])]);
}

function postfixListeners(): readonly PostfixListener[] {
  const demanding = (address: string, restriction: string): PostfixListener => ({
    address,
    parameters: [['smtpd_recipient_restrictions', restriction]],
  });
  return [
    { address: postfixAddresses.plain, parameters: [] },
    { address: postfixAddresses.plain6, parameters: [] },
    demanding(postfixAddresses.greylisting, postgreyService),
    demanding(postfixAddresses.blocklisting, 'reject_rbl_client dnsbl.example'),
    demanding(postfixAddresses.reverseDns, 'reject_unknown_client_hostname'),
    demanding(postfixAddresses.senderDomain, 'reject_unknown_sender_domain'),
    demanding(postfixAddresses.quota, quotaService),
    {
      address: postfixAddresses.slow,
      parameters: [
        ['smtpd_delay_reject', 'no'],
        ['smtpd_client_restrictions', 'sleep 12'],
      ],
    },
    { address: postfixAddresses.screened, parameters: [], screened: true },
  ];
}

/** Messages in mailboxes of the classical form: each begins with a line "From ". */
async function countMailboxMessages(host: Host): Promise<number> {
  return Number((await host.run("cat /var/mail/* 2>/dev/null | grep -c '^From '")).stdout.trim() || '0');
}
