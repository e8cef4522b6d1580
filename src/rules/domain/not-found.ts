/**
 * The domain does not exist: NXDOMAIN (RFC 2308 section 2.1), so that every sender bounces at once.
 */
import { aliasLoop } from '../../facts/alias-chain.js';
import { domainSubject } from '../../facts/case-subjects.js';
import { delegation } from '../../facts/delegation.js';
import { isRegistry } from '../../facts/delegation-result.js';
import { mailRoute } from '../../facts/mail-route.js';
import { networkDns } from '../../facts/network-dns.js';
import { type DomainName, rootName } from '../../model/domain-name.js';
import { clear, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'domain/not-found',
  needs: { route: mailRoute, walked: delegation, network: networkDns, loop: aliasLoop, domain: domainSubject },
  says: {
    'domain.not-found': {
      description: 'The domain does not exist (NXDOMAIN).',
      variants: {
        'not-registered': {
          title: 'The domain {domain} does not exist: {zone} knows no such name.',
          explanation:
            'The servers of {zone}, where {domain} would be registered, say that there is no such domain. Either it is misspelt, or its registration has ended. Every sender bounces at once.',
          severity: 'error',
          responsible: 'sender-user',
          alsoInform: ['recipient-dns'],
          remedy: [
            'Compare the spelling of {domain} with an older mail or the website.',
            'If the spelling is right, tell the owner that the registration of {domain} may have ended: whois {domain}',
          ],
          waitingHelps: 'no',
        },
        'no-such-top-level': {
          title: 'The domain {domain} does not exist: there is no top-level domain {topLevel}.',
          explanation:
            'The root servers know no {topLevel}. Either the end of the domain is misspelt, or it is a name that only some private network knows. Every sender bounces at once.',
          severity: 'error',
          responsible: 'sender-user',
          remedy: [
            'Compare the end of {domain} with an older mail or the website: .com, .org, the letters of a country.',
            'If it is an internal name, send through the mail server of that network, or write to the public address of the person.',
          ],
          waitingHelps: 'no',
        },
        'no-such-name': {
          title: 'There is no {domain}: its zone {zone} exists, this name in it does not.',
          explanation:
            'The servers of {zone} say that nothing goes by this name. Either the part before {zone} is misspelt, or its records were removed. Every sender bounces at once.',
          severity: 'error',
          responsible: 'sender-user',
          alsoInform: ['recipient-dns'],
          remedy: [
            'Compare the spelling of {domain} with an older mail; perhaps the address is one at {zone}.',
            'If the spelling is right, ask who runs the DNS of {zone} to publish the MX of {domain} again.',
          ],
          waitingHelps: 'no',
        },
        unconfirmed: {
          title: 'The domain {domain} does not exist, says the resolver here.',
          explanation:
            'Its answer is NXDOMAIN: there is no such name. The name servers above {domain} could not be asked. Every sender that uses this resolver bounces at once.',
          severity: 'error',
          responsible: 'sender-user',
          alsoInform: ['recipient-dns'],
          remedy: ['Compare the spelling of {domain} with an older mail or the website.', 'Ask another resolver: dig @9.9.9.9 {domain} MX'],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 2308 section 2.1', 'RFC 5321 section 5.1'],
      explains: [{ code: 'mx.missing', scope: 'same' }],
    },
  },
  evaluate({ route, walked, network, loop, domain }) {
    const isDelegated = network.state === 'open' && walked.zone === domain.name;
    if (route.state === 'lookup-failed' && (isDelegated || loop !== null)) return clear;
    if (route.state === 'unknown' || route.state === 'lookup-failed')
      return { result: 'could-not-tell', reason: 'the lookup of the domain gave no answer' };
    if (route.source === 'option' || route.source === 'literal') return { result: 'not-applicable', reason: 'no domain was looked up' };
    if (route.state !== 'no-domain') return clear;
    if (network.state === 'open' && walked.state === 'reached')
      return { result: 'not-applicable', reason: 'only the resolver here denies the domain, its own servers know it' };
    const told = network.state === 'open' && walked.state === 'nxdomain-at-parent';
    const says = told ? chooseWords(walked.zone) : 'unconfirmed';
    const topLevel = `.${domain.name.slice(domain.name.lastIndexOf('.') + 1)}`;
    return {
      result: 'found',
      findings: [
        {
          code: 'domain.not-found',
          says,
          subject: domain,
          confidence: told ? 'certain' : 'likely',
          arguments: { domain: domain.name, ...(told && (walked.zone === rootName ? { topLevel } : { zone: walked.zone })) },
          evidence: [...new Set([...route.evidence, ...walked.onTheWay.slice(-1).flatMap(({ evidence }) => evidence)])],
        },
      ],
    };
  },
});

/** By the zone that denies the name. */
function chooseWords(zone: DomainName): string {
  if (zone === rootName) return 'no-such-top-level';
  return isRegistry(zone) ? 'not-registered' : 'no-such-name';
}
