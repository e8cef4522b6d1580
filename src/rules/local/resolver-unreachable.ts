/**
 * A DNS server that this machine is configured to use does not answer.
 */
import { domainSubject } from '../../facts/case-subjects.js';
import { type ResolverHealth, resolverHealth } from '../../facts/resolver-health.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

const remedy = [
  'See whether the DNS server on {resolver} runs and lets this machine ask: dig @{resolver} {domain} MX',
  'If it is gone, take it out of the configuration: on Linux /etc/resolv.conf or resolvectl, on Windows Set-DnsClientServerAddress.',
];

export default defineRule({
  id: 'local/resolver-unreachable',
  needs: { resolvers: resolverHealth, domain: domainSubject },
  says: {
    'local.resolver-unreachable': {
      description: 'A DNS server that this machine is configured to use does not answer.',
      variants: {
        none: {
          title: 'The resolver {resolver} does not answer, and this machine has no other that does.',
          explanation:
            'Without a resolver this machine can send mail to nobody; the message stays in the queue. How it fails: {failure}. That says nothing about {domain}.',
          severity: 'error',
          responsible: 'local',
          remedy,
          waitingHelps: 'no',
        },
        one: {
          title: 'The resolver {resolver} does not answer; another one does.',
          explanation: 'Each lookup that comes to it first waits in vain, so that mail from here is slow. How it fails: {failure}.',
          severity: 'warning',
          responsible: 'local',
          remedy,
          waitingHelps: 'no',
        },
      },
      references: ['RFC 1034 section 5.3.1'],
      explains: [
        { code: 'domain.lookup-failed', scope: 'all' },
        { code: 'mx.target-lookup-failed', scope: 'all' },
      ],
    },
  },
  evaluate({ resolvers, domain }) {
    const asked = resolvers.filter(({ state }) => state !== 'not-asked');
    if (asked.length === 0) return { result: 'not-applicable', reason: 'no resolver was asked' };
    const dead = asked.filter(({ state }) => state === 'dead');
    const says = dead.length === asked.length ? 'none' : 'one';
    return concludeFindings(
      dead.map((resolver) => ({
        code: 'local.resolver-unreachable',
        says,
        subject: { kind: 'resolver', name: nameOf(resolver), within: [] },
        confidence: 'certain',
        arguments: { domain: domain.name, resolver: resolver.address, failure: failures[resolver.failure ?? 'timeout'] },
        evidence: resolver.evidence,
      })),
    );
  },
});

const failures: Readonly<Record<NonNullable<ResolverHealth['failure']>, string>> = {
  timeout: 'silence',
  unreachable: 'port or host unreachable',
  malformed: 'answers that cannot be read',
};

function nameOf({ address, port }: ResolverHealth): string {
  return port === 53 ? address : `${address}#${port}`;
}
