/**
 * What is wrong with the certificate: opportunistic senders do not care, policies (MTA-STS, own rules) do.
 */
import { hostArguments } from '../../facts/host-arguments.js';
import { type HostResult, hostResults } from '../../facts/host-results.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

const care =
  'Mail still comes encrypted from senders that do not check, which is nearly all of them; those bound by MTA-STS or a rule of their own refuse.';
const common = { severity: 'notice', responsible: 'recipient-mail', waitingHelps: 'no' } as const;

export default defineRule({
  id: 'tls/certificate',
  needs: { hosts: hostResults },
  says: {
    'tls.certificate-expired': {
      description: "The server's certificate has expired.",
      variants: {
        expired: {
          ...common,
          severity: 'warning',
          title: 'The certificate of {exchange} [{address}] expired on {validToAt}.',
          explanation: care,
          remedy: ['At the recipient: renew the certificate of {exchange} and reload the mail server.'],
        },
      },
      references: ['RFC 5280 section 4.1.2.5', 'RFC 7672 section 2.1'],
      explains: [],
    },
    'tls.certificate-untrusted': {
      description: "The server's certificate does not chain to a trusted root.",
      variants: {
        untrusted: {
          ...common,
          title: 'The certificate of {exchange} [{address}] does not lead to a trusted root ({fault}).',
          explanation: `It is self-signed, or an intermediate certificate is missing. ${care}`,
          remedy: ['At the recipient: use a certificate of a public authority and send the whole chain.'],
        },
      },
      references: ['RFC 5280 section 6.1', 'RFC 8461 section 4.2'],
      explains: [],
    },
    'tls.certificate-name': {
      description: "The server's certificate is for other names.",
      variants: {
        name: {
          ...common,
          title: 'The certificate of {exchange} [{address}] is for {names}, not for {exchange}.',
          explanation: care,
          remedy: ['At the recipient: get a certificate that names {exchange}, or name in the MX the host that the certificate is for.'],
        },
      },
      references: ['RFC 6125 section 6.4', 'RFC 8461 section 4.2'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    const established = hosts.filter(({ tls }) => tls?.outcome.state === 'established');
    if (established.length === 0) return { result: 'not-applicable', reason: 'no certificate was seen' };
    return concludeFindings(established.flatMap(describeCertificate));
  },
});

function describeCertificate(host: HostResult) {
  const outcome = host.tls?.outcome.state === 'established' ? host.tls.outcome : null;
  const leaf = outcome?.chain[0];
  if (outcome === null || leaf === undefined) return [];
  const common = { subject: host.subject, confidence: 'certain' as const, evidence: host.evidence };
  const expired = outcome.chainFault === 'CERT_HAS_EXPIRED';
  const names = leaf.names.slice(0, 4);
  const given = { ...hostArguments(host), validToAt: leaf.validTo, fault: outcome.chainFault, names };
  return [
    ...(expired ? [{ ...common, code: 'tls.certificate-expired' as const, says: 'expired', arguments: given }] : []),
    ...(outcome.chainFault !== null && !expired
      ? [{ ...common, code: 'tls.certificate-untrusted' as const, says: 'untrusted', arguments: given }]
      : []),
    ...(outcome.nameMatches === false ? [{ ...common, code: 'tls.certificate-name' as const, says: 'name', arguments: given }] : []),
  ];
}
