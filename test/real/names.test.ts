import { expect, it } from 'vitest';
import { moveDomain } from './support/name-service.js';
import { describeReal, hostingServers, probes } from './support/real-tests.js';
import { assertScenario, testScenarios } from './support/scenario.js';
import { nameServers } from './support/world.js';

describeReal('a domain', () => {
  testScenarios([
    {
      name: 'does not exist',
      to: 'bob@nowhere.example',
      found: { outcome: 'undeliverable', cause: 'domain.not-found', responsible: 'sender-user', troubles: ['error domain.not-found'] },
    },
    {
      name: 'has neither MX nor address',
      to: 'bob@no-mx.example',
      found: { outcome: 'undeliverable', cause: 'mx.missing', responsible: 'recipient-dns', troubles: ['error mx.missing'] },
    },
    {
      name: 'has no MX, and its web server refuses port 25',
      to: 'bob@web-only.example',
      found: {
        outcome: 'delayed',
        cause: 'mx.missing',
        responsible: 'recipient-dns',
        troubles: ['error mx.missing', 'error port.refused, explained'],
      },
    },
    {
      name: 'says that it takes no mail',
      to: 'bob@null-mx.example',
      found: { outcome: 'undeliverable', cause: 'mx.null', responsible: 'sender-user', troubles: ['error mx.null'] },
    },
    {
      name: 'has an MX that names a host that does not exist',
      to: 'bob@missing-target.example',
      found: {
        outcome: 'undeliverable',
        cause: 'mx.target-not-found',
        responsible: 'recipient-dns',
        troubles: ['error mx.target-not-found'],
      },
    },
    {
      name: 'has a signature that does not fit its MX record',
      to: 'bob@bogus.example',
      found: { outcome: 'delayed', cause: 'domain.dnssec-bogus', responsible: 'recipient-dns', troubles: ['error domain.dnssec-bogus'] },
    },
    {
      name: 'is delegated to a server only that has not got it',
      to: 'bob@lame.example',
      found: {
        outcome: 'delayed',
        cause: 'domain.lame-delegation',
        responsible: 'recipient-dns',
        troubles: ['error domain.lame-delegation'],
      },
    },
    {
      name: 'is delegated to one server that has it and one that has not',
      to: 'bob@half-lame.example',
      found: { outcome: 'deliverable', cause: null, responsible: 'nobody', troubles: ['warning domain.lame-delegation'] },
    },
    {
      name: 'is delegated to a dead server only',
      to: 'bob@dead.example',
      found: {
        outcome: 'delayed',
        cause: 'domain.servers-unreachable',
        responsible: 'recipient-dns',
        troubles: ['error domain.servers-unreachable'],
      },
    },
    {
      name: 'is delegated to one server that lives and one that is dead',
      to: 'bob@half-dead.example',
      found: { outcome: 'deliverable', cause: null, responsible: 'nobody', troubles: ['warning domain.server-unreachable'] },
    },
    {
      name: 'has servers that hold different versions',
      to: 'bob@disagreeing.example',
      found: { outcome: 'deliverable', cause: null, responsible: 'nobody', troubles: ['warning domain.servers-disagree'] },
    },
  ]);
});

describeReal('a resolver', () => {
  it('still has the old MX in its cache after the domain has moved', async () => {
    await probes().usual.run(`dig @${nameServers.resolver} moved.example MX`);
    await moveDomain(hostingServers());
    const { report } = await assertScenario({
      name: '',
      to: 'bob@moved.example',
      found: {
        outcome: 'undeliverable',
        cause: 'resolver.stale',
        responsible: 'local',
        troubles: ['error resolver.stale', 'error server.relay-denied, explained'],
      },
    });
    expect(report.verdict.waitingHelps).toBe('yes');
    expect(report.opinions.map(({ role, answer }) => `${role}: ${answer}`)).toEqual([
      expect.stringMatching(/mx\.(exim|postfix)\.example/),
      expect.stringMatching(/mx\.(exim|postfix)\.example/),
    ]);
  });

  it('serves a copy of the zone of its own, which never follows', async () => {
    const { report } = await assertScenario({
      name: '',
      to: 'bob@copied.example',
      at: 'misinformed',
      found: {
        outcome: 'undeliverable',
        cause: 'resolver.zone-copy',
        responsible: 'local',
        troubles: ['error resolver.zone-copy', 'error server.relay-denied, explained'],
      },
    });
    expect(report.verdict.waitingHelps).toBe('no');
  });

  it('does not answer', async () => {
    await assertScenario({
      name: '',
      to: 'bob@postfix.example',
      options: ['--resolver', nameServers.dead, '--no-walk'],
      found: {
        outcome: 'inconclusive',
        cause: 'local.resolver-unreachable',
        responsible: 'local',
        troubles: ['error local.resolver-unreachable'],
      },
    });
  });
});
