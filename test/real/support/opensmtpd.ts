/**
 * OpenSMTPD with one local domain, its mailboxes the machine's users.
 *
 * Debian 12's OpenSMTPD 6.8 fails every TLS handshake (its key process and OpenSSL 3 do not fit), so
 * the usual listener offers none; another one does, and shows what a broken STARTTLS looks like.
 */
import { createAccounts } from './accounts.js';
import { type Certificates, installCertificates } from './certificates.js';
import type { Daemon, Host } from './host.js';
import { waitForSmtp } from './smtp-ready.js';
import { mailServers } from './world.js';

/** Starts smtpd for the domains and waits until it listens. */
export async function startOpensmtpd(host: Host, domains: readonly string[], certificates: Certificates): Promise<Daemon> {
  createAccounts(host);
  installCertificates(host, certificates);
  host.write('/etc/smtpd.conf', configuration(host.name, domains));
  await host.run(
    'mkdir -p /var/spool/smtpd /var/mail /var/lib/opensmtpd/empty; chmod 711 /var/spool/smtpd; chmod 1777 /var/mail; chmod 600 /etc/mail-tls/leaf.key; ln -sf /etc/smtpd.conf /etc/opensmtpd.conf',
  );
  const daemon = host.start('smtpd', 'smtpd -d -f /etc/smtpd.conf');
  await waitForSmtp(host, mailServers.opensmtpd, ['/var/log/smtpd.out']);
  return daemon;
}

/** Messages in the queue. */
export async function countOpensmtpdQueue(host: Host): Promise<number> {
  const listing = (await host.run('find /var/spool/smtpd/queue /var/spool/smtpd/incoming /var/spool/smtpd/temporary -type f')).stdout;
  return listing.split('\n').filter((line) => line !== '').length;
}

function configuration(hostName: string, domains: readonly string[]): string {
  return `
pki bed cert "/etc/mail-tls/leaf.pem"
pki bed key "/etc/mail-tls/leaf.key"
listen on ${mailServers.opensmtpd} hostname ${hostName}
listen on ${mailServers.opensmtpdTls} tls pki bed hostname ${hostName}
action "local" mbox
match from any for domain { ${domains.map((domain) => `"${domain}"`).join(', ')} } action "local"
`;
}
