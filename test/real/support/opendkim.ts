/**
 * OpenDKIM as a milter that signs what a mail server on the same machine takes for sending.
 */
import type { Daemon, Host } from './host.js';
import { assertSucceeded, waitUntil } from './process.js';

/** For `non_smtpd_milters` and `smtpd_milters` of Postfix. */
export const opendkimMilter = 'inet:127.0.0.1:8891';

export interface SigningDomain {
  readonly domain: string;
  readonly selector: string;
}

export interface OpenDkim {
  readonly daemon: Daemon;
  /** The key as OpenDKIM's own tool writes it for a zone file, with its whole name. */
  readonly keyRecord: string;
}

/** Makes a key of 2048 bits, and starts the milter. */
export async function startOpenDkim(host: Host, { domain, selector }: SigningDomain): Promise<OpenDkim> {
  const folder = '/run/keys';
  const makeKey = `mkdir -p ${folder} && opendkim-genkey -b 2048 -d ${domain} -s ${selector} -D ${folder}`;
  assertSucceeded('opendkim-genkey', await host.run(makeKey));
  host.write(
    '/etc/bed-opendkim.conf',
    [
      'Syslog no',
      'UserID root',
      'Mode s',
      'Socket inet:8891@127.0.0.1',
      `Domain ${domain}`,
      `Selector ${selector}`,
      `KeyFile ${folder}/${selector}.private`,
      'InternalHosts 127.0.0.1',
      'Canonicalization relaxed/simple',
      'OversignHeaders From',
      '',
    ].join('\n'),
  );
  const daemon = host.start('opendkim', 'opendkim -f -x /etc/bed-opendkim.conf');
  const listens = async () => (await host.run('ss -ltn')).stdout.includes(':8891');
  await waitUntil('OpenDKIM', listens, 10_000);
  const keyRecord = host.read(`${folder}/${selector}.txt`).replace(/^\S+/, `${selector}._domainkey.${domain}.`);
  return { daemon, keyRecord };
}
