import { expect } from 'vitest';
import { describeReal } from './support/real-tests.js';
import { testScenarios, verdictReply } from './support/scenario.js';
import { probeAddresses } from './support/world.js';

describeReal('a sender that the server does not want', () => {
  testScenarios([
    {
      name: 'comes for the first time and is greylisted by postgrey',
      to: 'bob@greylisting.example',
      found: { outcome: 'delayed', cause: 'sender.greylisted', responsible: 'nobody', troubles: ['error sender.greylisted'] },
      also: (run) => {
        expect(verdictReply(run)).toContain('Greylisted');
        expect(run.report.verdict.waitingHelps).toBe('yes');
      },
    },
    {
      name: 'writes from a domain that does not exist',
      to: 'bob@choosy.example',
      from: 'admin@nowhere.example',
      found: {
        outcome: 'delayed',
        cause: 'sender.domain-not-found',
        responsible: 'sender-dns',
        // The server's reply, and our own look at the domain.
        troubles: ['error sender.domain-not-found'],
      },
      also: (run) => expect(verdictReply(run)).toContain('Domain not found'),
    },
    {
      name: 'stands on a blocklist that the reply names',
      to: 'bob@blocklisting.example',
      at: 'listed',
      found: {
        outcome: 'undeliverable',
        cause: 'sender.blocklisted',
        responsible: 'sender-mail',
        troubles: ['error sender.blocklisted'],
      },
      also: (run) => {
        expect(verdictReply(run)).toContain('blocked using dnsbl.example');
        expect(run.report.vantage.source).toContain(probeAddresses.listed);
      },
    },
    {
      name: 'is not on the blocklist, and the same server takes its mail',
      to: 'bob@blocklisting.example',
      found: { outcome: 'deliverable', cause: null, responsible: 'nobody', troubles: [] },
    },
    {
      name: 'has no reverse DNS',
      to: 'bob@reverse.example',
      at: 'nameless',
      found: {
        outcome: 'delayed',
        cause: 'sender.no-reverse-dns',
        responsible: 'sender-dns',
        // The server's reply, and our own look at the address.
        troubles: ['error sender.no-reverse-dns'],
      },
      also: (run) => expect(verdictReply(run)).toContain('cannot find your'),
    },
  ]);
});
