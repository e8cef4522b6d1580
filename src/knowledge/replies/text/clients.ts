/**
 * What servers say of who connects: its reverse name, the name that it gives, where it comes from, how it speaks.
 */
import { defineEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

const product = specificity.productPhrase;

const sketches: readonly EntrySketch[] = [
  {
    name: 'no-reverse-dns',
    code: 'sender.no-reverse-dns',
    source:
      'Postfix: reject_unknown_client_hostname; Sendmail: FEATURE(require_rdns); Exim: verify = reverse_host_lookup; rspamd: RDNS_NONE',
    phrases: [
      'cannot find your (reverse |)hostname',
      'client host rejected cannot find your (reverse |)hostname',
      'ip name (lookup failed|possibly forged)',
      'relaying denied ip name (lookup failed|possibly forged)',
      '(reverse dns|rdns|reverse lookup|reverse hostname|ptr|reverse ip|reverse host lookup) * (fail~|missing|required|not found|invalid|does not|mismatch|not set|must|rejected|wrong|incorrect|not configured|not properly configured|not correctly configured|misconfigured)',
      '(no|missing|without|lacks|invalid|bad|wrong|generic|bogus|unable to find|incorrect) (a |valid |your |dns |)(reverse dns|rdns|ptr|reverse hostname|reverse lookup|reverse name)',
      'does not have (a |)(valid |)(ptr|reverse dns|rdns|reverse)',
      'fix (your |)reverse (dns|mapping|lookup)',
      '(has no|have no|no) (ptr|reverse|rdns) (record|dns|name|entry)',
      'unable to (resolve|verify|lookup) (your |)(reverse|ptr|rdns)',
      'reverse dns (lookup |validation |check |)(for host <ip> |)failed',
      'dns ptr (resource |)record',
      'mismatches client ip',
      'ptr record',
      'must have (a |)(valid |)(reverse dns|ptr|rdns)',
      '(forward|reverse) confirmed (reverse |)dns',
      'hostname (does not|doesnt) match (your |the |)(ip|reverse)',
      'client host (name |)(not found|unknown)',
      'dynamic reverse dns',
      '(cannot|cant|could not|unable to) (resolve|verify) your (ip|ip address|hostname|host name|host)',
    ],
    examples: [
      '450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]',
      '550 5.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]',
      '550 5.7.1 bob@example.com... Relaying denied. IP name lookup failed [192.0.2.1]',
      '554 5.7.1 Reverse DNS lookup for host 192.0.2.1 failed permanently.',
      '550 5.7.1 Connections not accepted from servers without a valid sender domain. Fix reverse DNS for 192.0.2.2',
      '421 Your server has no PTR record',
    ],
    specificity: product + 10,
  },
  {
    name: 'hello-rejected',
    code: 'hello.rejected',
    source: 'Postfix: smtpd_helo_restrictions; Exim: helo_verify_hosts, acl_smtp_helo; Haraka: helo.checks',
    phrases: [
      'helo command rejected',
      '(helo|ehlo) (command |name |argument |host |hostname |)(is |)(rejected|refused|invalid|not valid|denied|forged|fake|spoofed|mismatch|not accepted|requires|must|required|unknown|failed|bad)',
      '(bad|invalid|forged|fake|rejected|bogus|unacceptable|unresolvable|wrong|incorrect|illegal|spoofed|misconfigured) (helo|ehlo)',
      '(helo|ehlo) (host |name |hostname |)(lookup failed|lookup failure|syntax error|misconfigured)',
      'invalid name in (helo|ehlo)',
      '(syntactically invalid|malformed) (helo|ehlo)',
      '(helo|ehlo) (argument|name|string|hostname) * (invalid|not|does not|rejected|fqdn|resolve)',
      'you are not <host>',
      'pretend~ to be (me|us|my|our)',
      'need fully qualified hostname',
      'changing helo',
      'helo * (does not|doesnt) (resolve|match|exist)',
      '(helo|ehlo) * (my|our|local) (own |)(name|domain|host|hostname|ip)',
      'access denied invalid (helo|ehlo)',
    ],
    examples: [
      '450 4.7.1 <foo>: Helo command rejected: Host not found',
      '504 5.5.2 <foo>: Helo command rejected: need fully-qualified hostname',
      '550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
      '501 Syntactically invalid HELO argument(s)',
      '554 5.7.1 You are not mx.example.com',
      '550 Bad HELO - Host impersonating [mx.example.com]',
    ],
    // Above what is forged in a message.
    specificity: product + 6,
  },
  {
    name: 'geo-blocked',
    code: 'sender.geo-blocked',
    source: 'rspamd and firewall appliances: rules by country or network',
    phrases: [
      '(from |)(your |this |)(country|region|geographic~ |location) * (blocked|rejected|not allowed|not accepted|denied|banned|prohibited)',
      '(blocked|rejected|denied) (by|due to|because of) (geo|geoip|country|geographic~|your country|region)',
      '(mail|email|connections) from (this |your |)(country|region|location)',
      'geo (ip |)(blocked|restriction~|policy|filter)',
      'geoip',
      'geolocation',
      'country (is |)(blocked|not allowed|banned)',
    ],
    examples: ['554 5.7.1 Mail from your country is not accepted here', '550 Blocked by GeoIP policy'],
    specificity: product,
  },
  {
    name: 'no-ipv6',
    code: 'sender.blocked',
    phrases: [
      'ipv6 (not supported|is not accepted|not accepted|connections not accepted|mail is not accepted)',
      '(do|does) not accept (mail|email|messages) (over|from|via) ipv6',
    ],
    examples: ['550 5.7.1 We do not accept mail over IPv6'],
    remedy: ['Deliver to this recipient over IPv4 only.'],
    specificity: product,
  },
  {
    name: 'postscreen-protocol',
    code: 'sender.blocked',
    source: 'Postfix: POSTSCREEN_README, after-220 tests; Exim: smtp_enforce_sync; Sendmail: greet_pause',
    phrases: [
      'spoke too (soon|early)',
      'not yet greeted',
      '(synchronization|synchronisation) error',
      'rejecting * pregreet',
      'pregreet',
      'pipelin~ before',
      'improper (use of |)(smtp command |)pipelining',
      'sent (data|input) before (the |)(greeting|banner)',
      'early talker',
      'earlytalker',
      'you talk too (soon|much)',
      'command rejected improper use',
      'protocol (synchronization|synchronisation) error',
      'bare newline',
    ],
    examples: [
      '554 SMTP synchronization error',
      '550 5.5.1 Protocol error: early talker',
      '503 5.5.0 improper use of SMTP command pipelining',
    ],
    remedy: ['Make sure that the mail program waits for the greeting and for each reply before it speaks.'],
    specificity: product,
  },
];

export const clientEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'text', source: 'Postfix: SMTPD_ACCESS_README', specificity: specificity.phrase },
  sketches,
);
