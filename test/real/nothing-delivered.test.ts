import { expect, it } from 'vitest';
import { countMessages } from './support/mail-service.js';
import { traceAddress } from './support/mailwhy.js';
import { describeReal, mailHosts, probes } from './support/real-tests.js';

// Runs after all other files: what they may have left behind counts too.
describeReal('unasked', () => {
  it('nothing is delivered, however often somebody traces', async () => {
    const { usual } = probes();
    const servers = ['postfix', 'exim', 'opensmtpd', 'sendmail'];
    await Promise.all(servers.map((server) => traceAddress(usual, `bob@${server}.example`, { options: ['--all', '--postmaster'] })));
    const counts = await countMessages(mailHosts());
    expect(Object.entries(counts).filter(([, count]) => count !== 0)).toEqual([]);
    expect(Object.keys(counts)).toHaveLength(9);
  });
});
