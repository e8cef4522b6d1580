/**
 * Sendmail with one local domain, its mailboxes the machine's users; its configuration made by its own m4 macros.
 */
import { createAccounts } from './accounts.js';
import { type Certificates, installCertificates } from './certificates.js';
import type { Daemon, Host } from './host.js';
import { assertSucceeded } from './process.js';
import { waitForSmtp } from './smtp-ready.js';

const program = '/usr/libexec/sendmail/sendmail';

/** Starts Sendmail for the domain and waits until it listens. */
export async function startSendmail(host: Host, address: string, domain: string, certificates: Certificates): Promise<Daemon> {
  createAccounts(host);
  installCertificates(host, certificates);
  host.write('/etc/mail/bed.mc', configuration(host.name, address));
  host.write('/etc/mail/local-host-names', `${domain}\n`);
  host.write('/etc/mail/aliases', 'postmaster: bob\n');
  // Debian's local mailer is in a package that only suggests itself; this one writes the classical mailbox.
  host.write('/etc/mail/append-mailbox', '#!/bin/sh\n{ echo "From sendmail"; cat; echo; } >>"/var/mail/$1"\n');
  const prepare = [
    'set -e; mkdir -p /var/spool/mqueue /var/mail /run/sendmail/mta /var/log; chmod 1777 /var/mail; chmod 700 /var/spool/mqueue; chmod 600 /etc/mail-tls/leaf.key; chmod 755 /etc/mail/append-mailbox',
    'cd /usr/share/sendmail/cf/m4; m4 -D_CF_DIR_=/usr/share/sendmail/cf/ cf.m4 /etc/mail/bed.mc >/etc/mail/sendmail.cf',
    `ln -sf ${program} /etc/mail/newaliases; chmod 755 /etc/mail; /etc/mail/newaliases`,
  ].join('\n');
  assertSucceeded('sendmail.cf', await host.run(prepare));
  const daemon = host.start('sendmail', `${program} -bD -q30m`);
  await waitForSmtp(host, address, ['/var/log/sendmail.out']);
  return daemon;
}

/** Messages in the queue. */
export async function countSendmailQueue(host: Host): Promise<number> {
  const listing = (await host.run('find /var/spool/mqueue -type f')).stdout;
  return listing.split('\n').filter((line) => line !== '').length;
}

function configuration(hostName: string, address: string): string {
  return `
VERSIONID(\`test bed')
OSTYPE(\`debian')
DOMAIN(\`debian-mta')
undefine(\`confHOST_STATUS_DIRECTORY')
define(\`confDOMAIN_NAME', \`${hostName}')
define(\`confSERVER_CERT', \`/etc/mail-tls/leaf.pem')
define(\`confSERVER_KEY', \`/etc/mail-tls/leaf.key')
define(\`confCACERT', \`/etc/mail-tls/ca.pem')
define(\`confCACERT_PATH', \`/etc/mail-tls')
define(\`confTO_IDENT', \`0')
define(\`ALIAS_FILE', \`/etc/mail/aliases')
define(\`LOCAL_MAILER_PATH', \`/etc/mail/append-mailbox')
define(\`LOCAL_MAILER_ARGS', \`append-mailbox $u')
FEATURE(\`use_cw_file')
FEATURE(\`no_default_msa')
DAEMON_OPTIONS(\`Family=inet, Name=MTA-v4, Port=smtp, Addr=${address}')
MAILER(\`local')
MAILER(\`smtp')
`;
}
