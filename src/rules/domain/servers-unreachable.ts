/**
 * No delegated name server of the domain answers. Where one does, but without authority, it is a lame delegation.
 */

import { authorityViews } from '../../facts/authority-views.js';
import { domainSubject } from '../../facts/case-subjects.js';
import { routeStands } from '../../facts/route-standing.js';
import { clear, defineRule } from '../../model/rule.js';

const remedy = [
  'Start the name servers of {domain}, or let UDP and TCP port 53 through to them: dig @{firstAddress} {domain} SOA',
  'If they have moved, correct the delegation (NS and glue) at the registrar of {domain}.',
];

export default defineRule({
  id: 'domain/servers-unreachable',
  needs: { authorities: authorityViews, stands: routeStands, domain: domainSubject },
  says: {
    'domain.servers-unreachable': {
      description: 'None of the name servers that the domain is delegated to answers.',
      variants: {
        dead: {
          title: 'None of the name servers of {domain} answers.',
          explanation:
            'The domain is delegated to {servers}, and nothing comes back from any of them. Senders keep the message and try again; resolvers with the answer in their cache go on until it ends.',
          severity: 'error',
          responsible: 'recipient-dns',
          remedy,
          waitingHelps: 'unknown',
        },
        unreadable: {
          title: 'What the name servers of {domain} send cannot be read.',
          explanation:
            'The domain is delegated to {servers}. Packets come back from them, but none is an answer to the question. Senders keep the message and try again.',
          severity: 'error',
          responsible: 'recipient-dns',
          remedy: ['Look at the name servers, or at a firewall that rewrites DNS in front of them: dig @{firstAddress} {domain} MX'],
          waitingHelps: 'no',
        },
        addressless: {
          title: 'The name servers of {domain} have no addresses.',
          explanation:
            'The domain is delegated to {servers}, and no address can be found for any of these names. Senders keep the message and try again.',
          severity: 'error',
          responsible: 'recipient-dns',
          remedy: ['Correct the delegation of {domain} at its registrar: names that exist, with glue where they lie within {domain}.'],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 1034 section 4.2.2', 'RFC 2182 section 3'],
      explains: [
        { code: 'domain.lookup-failed', scope: 'same' },
        { code: 'mx.target-lookup-failed', scope: 'beneath' },
      ],
    },
  },
  evaluate({ authorities, stands, domain }) {
    const { state, reason, views, addressless } = authorities;
    if (state === 'unknown') return { result: 'could-not-tell', reason: reason ?? 'the servers were not asked' };
    if (state === 'no-delegation') return { result: 'not-applicable', reason: 'the domain is not delegated' };
    const dead = views.filter((view) => view.state === 'dead');
    if (dead.length < views.length) return clear;
    const servers = [...dead.map(({ label }) => label), ...addressless];
    const unreadable = dead.every(({ failure }) => failure === 'malformed');
    const says = dead.length === 0 ? 'addressless' : unreadable ? 'unreadable' : 'dead';
    const first = dead[0]?.server.address;
    return {
      result: 'found',
      findings: [
        {
          code: 'domain.servers-unreachable',
          says,
          subject: domain,
          // A firewall between here and there looks the same; an answer that resolvers still have does not prove more.
          confidence: says === 'addressless' ? 'certain' : 'likely',
          severity: stands ? 'warning' : 'error',
          arguments: { domain: domain.name, servers, ...(first === undefined ? {} : { firstAddress: first }) },
          evidence: views.flatMap(({ answer }) => answer.evidence),
        },
      ],
    };
  },
});
