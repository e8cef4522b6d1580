import { expect } from 'vitest';
import { describeReal } from './support/real-tests.js';
import { testScenarios } from './support/scenario.js';
import { postfixAddresses, probeAddresses } from './support/world.js';

/** Hosts that answer on port 25, so that a silence is not laid on this network. */
const controls = ['--control', 'mx.exim.example', '--control', 'mx.sendmail.example'];
const hasty = ['--connect-timeout', '6'];

describeReal('a host that cannot be reached', () => {
  testScenarios([
    {
      name: 'is the primary, unreachable, and the backup takes the mail',
      to: 'bob@backup.example',
      found: {
        outcome: 'deliverable',
        cause: null,
        responsible: 'nobody',
        troubles: ['warning host.unreachable', 'warning route.primary-down'],
      },
      also: ({ report }) => expect(report.endsAt).toBe(postfixAddresses.plain),
    },
    {
      name: 'is the primary, silent, and the backup takes the mail without waiting for it',
      to: 'bob@silent-primary.example',
      options: controls,
      found: {
        outcome: 'deliverable',
        cause: null,
        responsible: 'nobody',
        troubles: ['warning host.silent', 'warning route.primary-down'],
      },
      also: ({ report }) => expect(report.endsAt).toBe(postfixAddresses.plain),
    },
    {
      name: 'is up and refuses port 25',
      to: 'bob@refused.example',
      found: { outcome: 'delayed', cause: 'port.refused', responsible: 'recipient-mail', troubles: ['error port.refused'] },
    },
    {
      name: 'answers ping and drops port 25',
      to: 'bob@filtered.example',
      options: [...controls, ...hasty],
      found: { outcome: 'delayed', cause: 'port.filtered', responsible: 'network', troubles: ['error port.filtered'] },
    },
    {
      name: 'is behind a firewall that says that port 25 is prohibited',
      to: 'bob@prohibited.example',
      found: { outcome: 'delayed', cause: 'port.filtered', responsible: 'network', troubles: ['error port.filtered'] },
    },
    {
      name: 'answers nothing at all',
      to: 'bob@silent.example',
      options: [...controls, ...hasty],
      found: { outcome: 'delayed', cause: 'host.silent', responsible: 'recipient-mail', troubles: ['error host.silent'] },
    },
    {
      name: 'is not there, as a router says',
      to: 'bob@absent.example',
      found: { outcome: 'delayed', cause: 'host.unreachable', responsible: 'recipient-mail', troubles: ['error host.unreachable'] },
    },
  ]);
});

describeReal('a network that drops outgoing port 25', () => {
  testScenarios([
    {
      name: 'is told from a dead destination by hosts that live elsewhere and are silent on 25',
      to: 'bob@postfix.example',
      at: 'egressBlocked',
      options: [...controls, ...hasty],
      found: {
        outcome: 'inconclusive',
        cause: 'local.egress-blocked',
        responsible: 'local',
        troubles: ['error local.egress-blocked', 'error port.filtered, explained'],
      },
      also: ({ report }) => expect(report.vantage.source).toContain(probeAddresses.egressBlocked),
    },
  ]);
});

describeReal('a server that makes one wait', () => {
  testScenarios([
    {
      name: 'greets after 12 s',
      to: 'bob@slow.example',
      found: { outcome: 'deliverable', cause: null, responsible: 'nobody', troubles: ['warning greeting.slow'] },
      also: ({ report }) => expect(report.route[0]?.addresses[0]?.greetingMs).toBeGreaterThan(11_500),
    },
  ]);
});

describeReal('a server whose TLS is broken', () => {
  testScenarios([
    {
      name: 'offers STARTTLS and fails every handshake, and takes mail in plain text',
      to: 'bob@broken-tls.example',
      found: { outcome: 'deliverable', cause: null, responsible: 'nobody', troubles: ['warning tls.handshake-failed'] },
      also: ({ report }) => expect(report.route[0]?.addresses[0]).toMatchObject({ tls: 'failed' }),
    },
  ]);
});
