/**
 * Postfix: one instance, with a listener for each demand that a test makes.
 */
import { createAccounts } from './accounts.js';
import { type Certificates, installCertificates } from './certificates.js';
import type { Daemon, Host } from './host.js';
import { assertSucceeded } from './process.js';
import { waitForSmtp } from './smtp-ready.js';

export interface PostfixListener {
  readonly address: string;
  /** Parameters that differ from the instance's, without spaces around `=`. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Postscreen in front: a line of the greeting at once, the rest 6 s later. */
  readonly screened?: boolean;
}

export interface PostfixOptions {
  readonly hostName: string;
  /** Domains whose mailboxes are the machine's users. */
  readonly localDomains: readonly string[];
  /** Domains whose mail goes to Dovecot by LMTP on port 24 of the loopback. */
  readonly virtualDomains: readonly string[];
  readonly virtualMailboxes: readonly string[];
  readonly listeners: readonly PostfixListener[];
}

/** Starts Postfix and waits until every listener listens. */
export async function startPostfix(host: Host, options: PostfixOptions, certificates: Certificates): Promise<Daemon> {
  createAccounts(host);
  installCertificates(host, certificates);
  host.write('/etc/postfix/main.cf', mainConfiguration(options));
  host.write('/etc/postfix/master.cf', masterConfiguration(options.listeners));
  host.write('/etc/aliases', '');
  const prepare =
    'mkdir -p /var/spool/postfix /var/lib/postfix /var/mail; chown postfix /var/lib/postfix; chmod 1777 /var/mail; postfix set-permissions';
  // It complains about manual pages that are not unpacked; what matters shows when it starts.
  await host.run(prepare);
  assertSucceeded('postfix check', await host.run('postfix check'));
  const daemon = host.start('postfix', 'postfix start-fg');
  for (const { address } of options.listeners) await waitForSmtp(host, address, ['/var/log/postfix.out', '/var/log/postfix.log']);
  return daemon;
}

/** Messages in the queue. */
export async function countPostfixQueue(host: Host): Promise<number> {
  const listing = assertSucceeded(
    'find',
    await host.run('cd /var/spool/postfix; find maildrop incoming active deferred hold corrupt -type f'),
  );
  return listing.split('\n').filter((line) => line !== '').length;
}

function mainConfiguration(options: PostfixOptions): string {
  return [
    'compatibility_level = 3.6',
    `myhostname = ${options.hostName}`,
    `mydestination = ${options.localDomains.join(', ')}`,
    `virtual_mailbox_domains = ${options.virtualDomains.join(', ')}`,
    `virtual_mailbox_maps = inline:{${options.virtualMailboxes.map((mailbox) => `${mailbox}=here`).join(', ')}}`,
    'virtual_transport = lmtp:inet:127.0.0.1:24',
    'mynetworks = 127.0.0.0/8',
    'inet_interfaces = all',
    'inet_protocols = all',
    'alias_maps =',
    'alias_database =',
    'maillog_file = /var/log/postfix.log',
    'smtpd_tls_security_level = may',
    'smtpd_tls_cert_file = /etc/mail-tls/leaf.pem',
    'smtpd_tls_key_file = /etc/mail-tls/leaf.key',
    'smtpd_relay_restrictions = reject_unauth_destination',
    'smtpd_recipient_restrictions =',
    '',
  ].join('\n');
}

/** The services that a receiving Postfix needs, none of them in a chroot. */
function masterConfiguration(listeners: readonly PostfixListener[]): string {
  const internal = ['tlsmgr unix - - n 1000? 1 tlsmgr', 'rewrite unix - - n - - trivial-rewrite', 'bounce unix - - n - 0 bounce'];
  const delivering = [
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'verify unix - - n - 1 verify',
    'flush unix n - n 1000? 0 flush',
  ];
  const outward = [
    'smtp unix - - n - - smtp',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'discard unix - - n - - discard',
  ];
  const local = ['local unix - n n - - local', 'virtual unix - n n - - virtual', 'lmtp unix - - n - - lmtp', 'anvil unix - - n - 1 anvil'];
  const queue = [
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'scache unix - - n - 1 scache',
  ];
  const others = [
    'proxymap unix - - n - - proxymap',
    'showq unix n - n - - showq',
    'postlog unix-dgram n - n - 1 postlogd',
    'dnsblog unix - - n - 0 dnsblog',
    'tlsproxy unix - - n - 0 tlsproxy',
  ];
  return [
    ...listeners.flatMap(listenerLines),
    'smtpd pass - - n - - smtpd',
    ...internal,
    ...delivering,
    ...outward,
    ...local,
    ...queue,
    ...others,
    '',
  ].join('\n');
}

function listenerLines(listener: PostfixListener): string[] {
  const { address } = listener;
  const endpoint = address.includes(':') ? `[${address}]:25` : `${address}:25`;
  const parameters = listener.parameters.map(([name, value]) => `  -o { ${name} = ${value} }`);
  return [`${endpoint} inet n - n - ${listener.screened === true ? '1 postscreen' : '- smtpd'}`, ...parameters];
}
