/**
 * Exim with one local domain, its mailboxes the machine's users.
 */
import { createAccounts } from './accounts.js';
import { type Certificates, installCertificates } from './certificates.js';
import type { Daemon, Host } from './host.js';
import { assertSucceeded } from './process.js';
import { waitForSmtp } from './smtp-ready.js';

/** Starts Exim for the domain and waits until it listens. */
export async function startExim(host: Host, address: string, domain: string, certificates: Certificates): Promise<Daemon> {
  createAccounts(host);
  installCertificates(host, certificates);
  host.write('/etc/exim4/exim4.conf', configuration(host.name, address, domain));
  await host.run(
    'mkdir -p /var/spool/exim4 /var/log/exim4 /var/mail; chmod 1777 /var/mail; chown -R Debian-exim:Debian-exim /var/spool/exim4 /var/log/exim4; chown root:Debian-exim /etc/mail-tls/leaf.key; chmod 640 /etc/mail-tls/leaf.key',
  );
  const daemon = host.start('exim', 'exim4 -bdf -q30m');
  await waitForSmtp(host, address, ['/var/log/exim.out', '/var/log/exim4/mainlog', '/var/log/exim4/paniclog']);
  return daemon;
}

/** Messages in the queue. */
export async function countEximQueue(host: Host): Promise<number> {
  return Number(assertSucceeded('exim -bpc', await host.run('exim4 -bpc')).trim());
}

function configuration(hostName: string, address: string, domain: string): string {
  return `
primary_hostname = ${hostName}
domainlist local_domains = ${domain}
local_interfaces = ${address}
tls_advertise_hosts = *
tls_certificate = /etc/mail-tls/leaf.pem
tls_privatekey = /etc/mail-tls/leaf.key
acl_smtp_rcpt = check_rcpt
acl_smtp_data = accept_all
keep_environment =
never_users = root
host_lookup = *
rfc1413_query_timeout = 0s
begin acl
check_rcpt:
  accept local_parts = postmaster
         domains = +local_domains
  require message = relay not permitted
          domains = +local_domains
  require verify = recipient
  accept
accept_all:
  accept
begin routers
local_user:
  driver = accept
  check_local_user
  transport = local_delivery
  cannot_route_message = Unknown user
begin transports
local_delivery:
  driver = appendfile
  file = /var/mail/$local_part_data
  user = $local_part_data
  group = mail
  delivery_date_add
  envelope_to_add
begin retry
* * F,2h,15m
`;
}
