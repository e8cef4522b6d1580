/**
 * What servers say of the address in MAIL FROM and of its domain.
 */
import { defineEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

const sender = '(sender|mail from|mailfrom|envelope from|return path|from|envelope sender|sending|reverse path)';
const product = specificity.productPhrase;

const domain: readonly EntrySketch[] = [
  {
    name: 'sender-domain-not-found',
    code: 'sender.domain-not-found',
    source: 'Postfix: reject_unknown_sender_domain; Sendmail: "Domain of sender address … does not exist"; Exim: verify = sender',
    phrases: [
      'sender address rejected domain not found',
      'sender address rejected * does not resolve',
      'sender address rejected malformed dns server reply',
      'domain of sender (address |)(<addr> |)(does not exist|does not resolve|could not be resolved)',
      'domain of sender * (does not exist|does not resolve|could not)',
      `${sender} (address |)domain (does not|doesnt) (exist|resolve)`,
      `${sender} (address |)(domain |)(<host> |<addr> |)(is |)(unresolvable|not resolvable|unresolveable)`,
      `${sender} domain (is |was |)(not found|unknown|invalid|unresolvable|not valid|could not be resolved)`,
      '(unresolvable|unknown|invalid|nonexistent|non existent|unresolveable) (rfc 5321 |rfc 5322 |)(sender|from|mail from|envelope) (from |)(address |)domain',
      'unresolvable rfc 532~ * domain',
      'unroutable sender address',
      'unrouteable sender',
      'cannot resolve (your |)(the |)(sender|from) (address |)domain',
      'could not resolve (sender|mail from) domain',
      'dns * (sender|mail from) domain',
      '(sender|your) domain must (exist|resolve)',
      '(no|without) (a |)valid sender domain',
      '(no |missing )mx * sender (domain|address)',
      'sender domain must (exist|resolve)',
      'sender (address |)domain has no * (mx|a) record',
      'valid return address',
    ],
    examples: [
      '450 4.1.8 <alice@example.net>: Sender address rejected: Domain not found',
      '553 5.1.8 <alice@example.net>... Domain of sender address alice@example.net does not exist',
      '451 4.1.8 Domain of sender address alice@example.net does not resolve',
      '550 Unroutable sender address',
      '550 Sender domain not found',
    ],
    specificity: product,
  },
  {
    name: 'sender-null-mx',
    code: 'sender.null-mx',
    source: 'RFC 7505 section 4.2; Postfix: "Sender address rejected: Domain … does not accept mail (nullMX)"',
    phrases: [
      'sender address rejected domain <host> does not accept mail nullmx',
      `${sender} (address |)(domain |) * (has |)(a |)null mx`,
      'sender address rejected * nullmx',
      `${sender} domain * does not accept mail`,
    ],
    examples: [
      '550 5.7.27 <alice@example.net>: Sender address rejected: Domain example.net does not accept mail (nullMX)',
      '550 5.7.27 Sender domain has a null MX',
    ],
    specificity: product + 10,
  },
  {
    name: 'sender-verify-failed',
    code: 'sender.rejected',
    source: 'Exim specification: require verify = sender, callouts; Postfix: reject_unverified_sender',
    // Above "Unrouteable address", which Exim puts in front of it as the reason.
    phrases: [
      'sender verif~ fail~',
      'sender verify failed',
      'sender address rejected (undeliverable|unverified) address',
      'callout verification failed',
      'could not complete sender verify',
      'verification failed for <addr>',
      'callback setup failed while verifying',
    ],
    examples: [
      '550 Sender verify failed',
      '451 Could not complete sender verify callout',
      '550 Callback setup failed while verifying <alice@example.net>',
      '550 5.1.7 <alice@example.net>: Sender address rejected: undeliverable address: host mx.example.net said',
      '550-Verification failed for <alice@example.net>\r\n550-Unrouteable address\r\n550 Sender verify failed',
    ],
    specificity: product + 20,
  },
];

const address: readonly EntrySketch[] = [
  {
    name: 'sender-malformed',
    code: 'sender.malformed',
    source: 'Postfix: reject_non_fqdn_sender, "Bad sender address syntax"; Sendmail: "Domain name required for sender address"',
    phrases: [
      'bad sender (address |)syntax',
      'sender address rejected need fully qualified address',
      'sender address (is |)(malformed|invalid|syntactically invalid)',
      'domain name required (for sender|)',
      'syntactically invalid sender',
      '(malformed|invalid) (sender|mail from|return path|from) (address|syntax)',
      'syntax error in (mail from|sender|from)',
      'sender address must contain a domain',
      'sender syntax error',
      'sender (address |)has invalid (syntax|format)',
    ],
    examples: [
      '501 5.1.7 Bad sender address syntax',
      '504 5.5.2 <alice>: Sender address rejected: need fully-qualified address',
      '553 5.5.4 <alice>... Domain name required for sender address alice',
    ],
    specificity: product,
  },
  {
    name: 'null-sender-refused',
    code: 'sender.null-refused',
    source: 'RFC 5321 section 4.5.5; RFC 5321 section 6.1',
    phrases: [
      '(null|empty|blank) (sender|envelope sender|return path|mail from|reverse path|from address) * (not|refused|rejected|denied|reject)',
      '(null|empty|blank) (sender|envelope sender|return path|mail from|reverse path|sender address) (not|is not|refused|rejected|denied|are not)',
      '(do not|dont|not) accept (null|empty|blank|bounce~) (sender~|message~|mail|)',
      'bounce~ (not accepted|are not accepted|refused|rejected|not allowed)',
      'does not (send|accept) bounces',
      'mail from must not be empty',
    ],
    examples: ['550 5.7.1 Null sender not allowed', '550 We do not accept null senders', '554 5.7.1 Empty envelope sender rejected'],
    specificity: product,
  },
  {
    name: 'sender-rejected',
    code: 'sender.rejected',
    source: 'Postfix: check_sender_access; Sendmail: access map; Exim: deny senders',
    phrases: [
      'sender address rejected',
      'sender (is |was |has been |)(rejected|refused|denied|blocked|blacklisted|blocklisted|not allowed|not permitted|not accepted|unwelcome|banned|invalid)',
      '(your |this |)sender (address |)(is |was |has been |)(rejected|refused|denied|blocked|blacklisted|blocklisted|not allowed|banned)',
      '(mail|email|messages) from (<addr> |this sender |your address |your domain |this address |this domain |)(is |are |has been |)(rejected|refused|denied|blocked|not accepted|not allowed|not welcome|banned|unwelcome)',
      'not accepting mail (from|with) (this|your|these) (sender|address|domain|content)',
      'bad sender',
      'unknown sender',
      'invalid sender',
      'sender not (authorized|authorised)',
      '(address|domain) (is |has been |)blacklisted',
      'envelope blocked',
      'sender domain (is |)(blocked|blacklisted|rejected|banned|denied)',
      'badmailfrom',
      'on (our|the|a) (local |)(sender |domain |)(blacklist|blocklist|deny list) * sender',
      'envelope sender is in my badmailfrom list',
      'access denied * sender',
    ],
    examples: [
      '501 5.1.8 Sender address rejected',
      '554 5.7.1 <alice@example.net>: Sender address rejected: Access denied',
      '553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)',
      '550 5.7.1 Sender blocked',
    ],
  },
  {
    name: 'sender-login-mismatch',
    code: 'sender.rejected',
    source: 'Postfix: reject_sender_login_mismatch; Exchange: SendAsDenied',
    phrases: [
      'sender address rejected not (logged in|owned by user)',
      'sendasdenied',
      'not allowed to send as',
      'client does not have permissions to send as this sender',
      'permission to send (as|from) this',
    ],
    examples: [
      '553 5.7.1 <alice@example.net>: Sender address rejected: not owned by user bob',
      '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
    ],
    responsible: 'sender-user',
    specificity: product,
  },
];

export const senderEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'text', source: 'RFC 3463 section 3.2', specificity: specificity.phrase },
  [...domain, ...address],
);
