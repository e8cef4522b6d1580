/**
 * The users that the unpacked servers expect, which no maintainer script has made.
 */
import type { Host } from './host.js';
import { knownUser } from './world.js';

const accounts: readonly (readonly [name: string, id: number, home: string])[] = [
  ['postfix', 900, '/var/spool/postfix'],
  ['Debian-exim', 901, '/var/spool/exim4'],
  ['opensmtpd', 902, '/var/lib/opensmtpd/empty'],
  ['opensmtpq', 903, '/var/lib/opensmtpd/empty'],
  ['smmta', 904, '/var/lib/sendmail'],
  ['smmsp', 905, '/var/lib/sendmail'],
  ['dovecot', 906, '/usr/lib/dovecot'],
  ['dovenull', 907, '/nonexistent'],
  ['vmail', 908, '/var/vmail'],
  ['postgrey', 909, '/var/lib/postgrey'],
  [knownUser, 910, '/'],
];
const groups: readonly (readonly [name: string, id: number])[] = [['postdrop', 920]];

/** Adds the accounts to the machine's own /etc/passwd and /etc/group; those that exist already are replaced. */
export function createAccounts(host: Host): void {
  const own = new Set([...accounts, ...groups].map(([name]) => name));
  const others = (path: string) =>
    host
      .read(path)
      .split('\n')
      .filter((line) => line !== '' && !own.has(line.split(':')[0] ?? ''));
  const users = accounts.map(([name, id, home]) => `${name}:x:${id}:${id}:${name}:${home}:/bin/sh`);
  const allGroups = [...accounts.map(([name, id]) => `${name}:x:${id}:`), ...groups.map(([name, id]) => `${name}:x:${id}:`)];
  host.write('/etc/passwd', `${[...others('/etc/passwd'), ...users].join('\n')}\n`);
  host.write('/etc/group', `${[...others('/etc/group'), ...allGroups].join('\n')}\n`);
}
