/**
 * Postgrey, the greylisting policy service of Postfix.
 */
import type { Daemon, Host } from './host.js';
import { waitForPort } from './smtp-ready.js';

/** Where Postfix finds it. */
export const postgreyService = 'check_policy_service inet:127.0.0.1:10023';

/** Starts it; whoever comes for the first time is told to come back after five minutes. */
export async function startPostgrey(host: Host): Promise<Daemon> {
  await host.run(
    'mkdir -p /var/lib/postgrey; chown postgrey /var/lib/postgrey; touch /etc/postgrey/whitelist_clients /etc/postgrey/whitelist_recipients',
  );
  const daemon = host.start(
    'postgrey',
    'postgrey --inet=127.0.0.1:10023 --dbdir=/var/lib/postgrey --user=postgrey --group=postgrey --delay=300',
  );
  await waitForPort(host, '127.0.0.1', 10023);
  return daemon;
}
