import { expect, it } from 'vitest';
import { traceAddress } from './support/mailwhy.js';
import { waitUntil } from './support/process.js';
import { describeReal, mailHosts, probes } from './support/real-tests.js';

const message =
  'From: admin@corp.example\r\nTo: bob@postfix.example\r\nSubject: told to\r\n\r\nA line.\r\n.A line with a dot in front.\r\n';

describeReal('a message that the trace is told to send', () => {
  it('arrives once, dots and all', async () => {
    const { usual } = probes();
    const { postfix } = mailHosts();
    usual.write('/run/message.eml', message);
    const { report, exitStatus } = await traceAddress(usual, 'bob@postfix.example', { options: ['--send', '/run/message.eml'] });
    expect({ outcome: report.verdict.outcome, exitStatus }).toEqual({ outcome: 'deliverable', exitStatus: 0 });
    expect(report.route[0]?.addresses[0]).toMatchObject({ stage: 'message', result: 'accepted' });
    await waitUntil('the mailbox', () => postfix.read('/var/mail/bob') !== '', 10_000);
    const mailbox = postfix.read('/var/mail/bob');
    expect(mailbox.match(/^Subject: told to$/gm)).toHaveLength(1);
    expect(mailbox).toContain('\nA line.\n.A line with a dot in front.\n');
    postfix.write('/var/mail/bob', '');
  });
});
