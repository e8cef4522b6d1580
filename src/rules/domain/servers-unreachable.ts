/**
 * No delegated name server of the domain is of any use: all are dead, or some are and the others are lame.
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
        unusable: {
          title: 'No name server of {domain} is of any use: some are silent, the others are not authoritative.',
          explanation:
            'Nothing comes back from {silent}. Those that answer, {lame}, do not know the zone. Senders keep the message and try again.',
          severity: 'error',
          responsible: 'recipient-dns',
          remedy: [...remedy, 'Load the zone {domain} on {lame}, or take them out of the delegation.'],
          waitingHelps: 'unknown',
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
        { code: 'domain.lame-delegation', scope: 'beneath' },
        { code: 'mx.target-lookup-failed', scope: 'beneath' },
      ],
    },
  },
  evaluate({ authorities, stands, domain }) {
    const { state, reason, views, addressless } = authorities;
    if (state === 'unknown') return { result: 'could-not-tell', reason: reason ?? 'the servers were not asked' };
    if (state === 'no-delegation') return { result: 'not-applicable', reason: 'the domain is not delegated' };
    const dead = views.filter((view) => view.state === 'dead');
    const lame = views.filter((view) => view.state === 'lame');
    if (dead.length + lame.length < views.length || (dead.length === 0 && lame.length > 0)) return clear;
    const labels = [...dead.map(({ label }) => label), ...addressless];
    const says = views.length === 0 ? 'addressless' : lame.length > 0 ? 'unusable' : 'dead';
    const lists = says === 'unusable' ? { silent: labels, lame: lame.map(({ label }) => label) } : { servers: labels };
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
          arguments: { domain: domain.name, ...lists, ...(first === undefined ? {} : { firstAddress: first }) },
          evidence: views.flatMap(({ answer }) => answer.evidence),
        },
      ],
    };
  },
});
