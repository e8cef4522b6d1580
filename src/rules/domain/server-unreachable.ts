/**
 * A delegated name server of the domain does not answer while another one does, with authority or without.
 */
import { type AuthorityView, authorityViews } from '../../facts/authority-views.js';
import { domainSubject } from '../../facts/case-subjects.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

const saysOfFailure: Readonly<Record<NonNullable<AuthorityView['failure']>, string>> = {
  timeout: 'silent',
  unreachable: 'refused',
  malformed: 'unreadable',
};

const severity = 'warning';
const responsible = 'recipient-dns';
const consequence = 'Lookups that come to it are slow, or fail where resolvers give up early.';
const leave = 'If it is out of service for good, take {server} out of the delegation and the NS records of {domain}.';

export default defineRule({
  id: 'domain/server-unreachable',
  needs: { authorities: authorityViews, domain: domainSubject },
  says: {
    'domain.server-unreachable': {
      description: 'A name server that the domain is delegated to does not answer.',
      variants: {
        silent: {
          title: 'The name server {server} of {domain} does not answer.',
          explanation: `Nothing comes back from it over UDP port 53. ${consequence}`,
          severity,
          responsible,
          remedy: ['Start the name server, or let UDP and TCP port 53 through: dig @{address} {domain} SOA', leave],
          waitingHelps: 'unknown',
        },
        refused: {
          title: 'Nothing answers DNS at {server}, a name server of {domain}.',
          explanation: `The host or the network in front of it says so: port unreachable, or no way there. ${consequence}`,
          severity,
          responsible,
          remedy: ['Start the name server on {address}, or correct its address: dig @{address} {domain} SOA', leave],
          waitingHelps: 'unknown',
        },
        unreadable: {
          title: 'What the name server {server} of {domain} sends cannot be read.',
          explanation: `Its packets are no answers to the question. ${consequence}`,
          severity,
          responsible,
          remedy: ['Look at the name server, or at a firewall that rewrites DNS in front of it: dig @{address} {domain} MX', leave],
          waitingHelps: 'no',
        },
        addressless: {
          title: 'The name server {server} of {domain} has no address.',
          explanation: `The domain is delegated to this name, and no address can be found for it. ${consequence}`,
          severity,
          responsible,
          remedy: ['Give {server} an address, with glue in the delegation where it lies within {domain}.', leave],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 2182 section 3', 'RFC 1912 section 2.8'],
      explains: [],
    },
  },
  evaluate({ authorities, domain }) {
    const { state, reason, views, addressless } = authorities;
    if (state === 'unknown') return { result: 'could-not-tell', reason: reason ?? 'the servers were not asked' };
    if (state === 'no-delegation' || views.every((view) => view.state === 'dead'))
      return { result: 'not-applicable', reason: 'no server of the domain answers' };
    const finding = { code: 'domain.server-unreachable' as const, confidence: 'certain' as const };
    const dead = views.flatMap(({ label, server, failure, answer }) =>
      failure === null
        ? []
        : [
            {
              ...finding,
              says: saysOfFailure[failure],
              subject: { kind: 'name-server' as const, name: label, within: [domain.name] },
              arguments: { domain: domain.name, server: label, address: server.address },
              evidence: answer.evidence,
            },
          ],
    );
    const nameless = addressless.map((server) => ({
      ...finding,
      says: 'addressless',
      subject: { kind: 'name-server' as const, name: server, within: [domain.name] },
      arguments: { domain: domain.name, server },
      evidence: [],
    }));
    return concludeFindings([...dead, ...nameless]);
  },
});
