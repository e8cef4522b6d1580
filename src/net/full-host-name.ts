/**
 * A machine's full name, from what its own files say; DNS is not asked.
 */
import { type DomainName, isHostName, parseDomainName } from '../model/domain-name.js';

/** The texts that may hold it; an empty one where there is no such file. */
export interface HostNameSources {
  /** What the kernel says. */
  readonly hostName: string;
  /** `/etc/hostname`. */
  readonly hostNameFile: string;
  /** `/etc/hosts`. */
  readonly hostsFile: string;
}

/**
 * The first of at least two labels among the kernel's name, `/etc/hostname`, and the canonical name of the
 * short one in `/etc/hosts`, as `hostname -f` looks it up. Null where there is none but `localhost` and its like.
 */
export function findFullHostName({ hostName, hostNameFile, hostsFile }: HostNameSources): DomainName | null {
  const fileName = hostNameFile.replace(/#.*/g, '').trim();
  const candidates = [hostName, fileName, canonicalName(hostsFile, hostName)];
  for (const candidate of candidates) {
    const name = parseDomainName(candidate);
    if (name !== null && isFullName(name)) return name;
  }
  return null;
}

/** The first name of the first line of a hosts file (hosts(5)) that has the name among its own. */
function canonicalName(hostsFile: string, hostName: string): string {
  const wanted = hostName.toLowerCase();
  for (const line of hostsFile.split('\n')) {
    const [, ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (names.some((name) => name.toLowerCase() === wanted)) return names[0] ?? '';
  }
  return '';
}

function isFullName(name: DomainName): boolean {
  return isHostName(name) && name.includes('.') && !/^localhost\.|(^|\.)(localhost|localdomain)$/.test(name);
}
