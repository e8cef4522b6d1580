/**
 * Dovecot: mailboxes with a quota, LMTP, and the policy service that tells Postfix at RCPT whose mailbox is full.
 */
import type { Daemon, Host } from './host.js';
import { waitForPort } from './smtp-ready.js';

/** Where Postfix finds the policy service. */
export const quotaService = 'check_policy_service inet:127.0.0.1:12340';

/** Starts Dovecot with a mailbox of 10 KB for each address; those of `full` hold more than that already. */
export async function startDovecot(host: Host, mailboxes: readonly string[], full: readonly string[]): Promise<Daemon> {
  host.write('/etc/dovecot/users', mailboxes.map((mailbox) => `${mailbox}::908:908::/var/vmail/${mailbox}::`).join('\n'));
  for (const mailbox of full)
    host.write(`/var/vmail/${mailbox}/Maildir/cur/1.M1P1.here,S=20000:2,S`, `Subject: big\r\n\r\n${'x'.repeat(19_980)}\r\n`);
  await host.run('mkdir -p /var/vmail; chown -R vmail:vmail /var/vmail');
  host.write('/etc/dovecot/bed.conf', configuration);
  const daemon = host.start('dovecot', 'dovecot -F -c /etc/dovecot/bed.conf');
  await waitForPort(host, '127.0.0.1', 12340);
  return daemon;
}

/** Messages in all of Dovecot's mailboxes but the one that fills a full mailbox. */
export async function countDovecotMessages(host: Host): Promise<number> {
  const listing = (await host.run("find /var/vmail -type f -path '*/Maildir/*' \\( -path '*/new/*' -o -path '*/cur/*' \\)")).stdout;
  return listing.split('\n').filter((line) => line !== '' && !line.includes('1.M1P1.here')).length;
}

const configuration = `
protocols = lmtp
base_dir = /run/dovecot
log_path = /var/log/dovecot.log
ssl = no
default_internal_user = dovecot
default_login_user = dovenull
first_valid_uid = 900
mail_location = maildir:~/Maildir
mail_plugins = quota
passdb {
  driver = passwd-file
  args = /etc/dovecot/users
}
userdb {
  driver = passwd-file
  args = /etc/dovecot/users
}
protocol lmtp {
  mail_plugins = quota
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = 24
  }
}
service quota-status {
  executable = quota-status -p postfix
  client_limit = 1
  inet_listener {
    address = 127.0.0.1
    port = 12340
  }
}
plugin {
  quota = maildir:User quota
  quota_rule = *:storage=10K
  quota_grace = 0
  quota_status_success = DUNNO
  quota_status_nouser = DUNNO
  quota_status_overquota = 552 5.2.2 Mailbox is full
}
`;
