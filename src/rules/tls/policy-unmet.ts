/**
 * A policy of the recipient's domain, MTA-STS or DANE, demands what its server does not give. Only reports tell so.
 */
import { replyRule, withUntold } from '../reply-rule.js';

const common = { severity: 'error', responsible: 'recipient-mail', alsoInform: ['recipient-dns'], waitingHelps: 'no' } as const;

export default replyRule({
  id: 'tls/policy-unmet',
  says: {
    'tls.sts-unmet': {
      description: 'The MTA-STS policy of the domain demands what its mail server does not give.',
      variants: withUntold('reported', {
        ...common,
        title: 'The MTA-STS policy of {domain} is not met by its own mail server.',
        untold: "The MTA-STS policy of the recipient's domain is not met by its own mail server.",
        explanation:
          'The domain publishes over HTTPS that its mail servers have certain names and valid certificates. A sender that obeys found another name, a certificate that is expired or not trusted, or no STARTTLS, and did not deliver. Senders without MTA-STS notice nothing. The policy is cached for up to its max_age, so an old one lives on for a while.',
        remedy: [
          'Compare: dig {domain} MX with the mx lines of https://mta-sts.{domain}/.well-known/mta-sts.txt; every exchange must be covered.',
          'Look at the certificate: openssl s_client -starttls smtp -connect EXCHANGE:25 -verify_hostname EXCHANGE; it must be valid, with its whole chain.',
          'After a change of the policy, change the id in _mta-sts.{domain} TXT.',
          'Until it is repaired: mode: testing in the policy, and a new id.',
        ],
      }),
      references: ['RFC 8461 section 4', 'RFC 8461 section 5', 'RFC 8460'],
      explains: [],
    },
    'tls.dane-unmet': {
      description: 'DANE demands what the mail server does not give.',
      variants: withUntold('reported', {
        ...common,
        title: 'The TLSA records for {domain} do not fit the certificate of its mail server.',
        untold: "The TLSA records of the recipient's mail server do not fit its certificate.",
        explanation:
          'The domain publishes in signed DNS which key its mail server has. A sender that obeys DANE found another one, no STARTTLS, or DNSSEC that does not validate, and did not deliver. Most often the certificate was renewed and the record was not. Senders without DANE notice nothing.',
        remedy: [
          'Look at the record: dig _25._tcp.EXCHANGE TLSA, for each exchange of {domain}.',
          'Compute what it should be: openssl x509 -in cert.pem -noout -pubkey | openssl pkey -pubin -outform DER | sha256sum, and publish it as 3 1 1.',
          'Before each renewal publish the next key beside the present one, or keep the key (certbot renew --reuse-key).',
          'If DNSSEC fails: see that the DS record at the parent fits the keys of the zone.',
        ],
      }),
      references: ['RFC 7672 section 2.2', 'RFC 7672 section 8', 'RFC 7671 section 8'],
      explains: [],
    },
  },
});
