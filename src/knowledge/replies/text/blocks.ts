/**
 * What servers say when they refuse for who sends: blocklists by name, blocks without one, reputation.
 */
import { defineEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

const product = specificity.productPhrase;
const blocked = '(blocked|rejected|refused|denied|listed|blacklisted|blocklisted|banned|block listed|black listed|deny listed)';
const client =
  '(ip|ip address|ip addresses|client|client host|client ip|host|server|mail server|mailserver|sending ip|sender ip|source ip|network|mta|your ip|your ip address|your host|your server|connecting ip|remote host|remote ip)';
/** The same where "rejected" may follow: a server rejects as well, and is then no client ("mail server rejected message"). */
const refusedClient =
  '(ip|ip address|ip addresses|client|client host|client ip|sending ip|sender ip|source ip|your ip|your ip address|your host|your server|connecting ip|remote ip|host is|host was|host has been|server is|server was|server has been|mailserver is|mailserver was|mailserver has been|network is|network was|network has been|mta is|mta was|mta has been)';

const listed: readonly EntrySketch[] = [
  {
    name: 'traffic-not-accepted',
    code: 'sender.blocked',
    source: 'Microsoft Learn: Email non-delivery reports and SMTP errors in Exchange Online (5.7.708)',
    phrases: ['traffic not accepted from this ip'],
    examples: ['550 Service unavailable. Access denied, traffic not accepted from this IP.'],
    specificity: product,
  },
  {
    // Above what the list itself says behind it: "spam source", "open relay".
    name: 'looked-up-list',
    code: 'sender.blocklisted',
    source: 'Postfix: reject_rbl_client, default_rbl_reply',
    phrases: [`${blocked} (using|via) (rbl |dnsbl |the |)(<host>|<list>)`],
    examples: [
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.example; https://check.example/ip/192.0.2.1',
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using dnsbl.example; spam source',
    ],
    specificity: product + 15,
  },
  {
    name: 'blocked-using-list',
    code: 'sender.blocklisted',
    source: 'Postfix: reject_rbl_client; Exim: dnslists; Sendmail: FEATURE(dnsbl); OpenSMTPD, Haraka, rspamd',
    phrases: [
      `${blocked} (at|in|on|from) (rbl |dnsbl |the |)(<host>|<list>)`,
      `${blocked} by (rbl |dnsbl |the |)<list>`,
      `${blocked} by (rbl|dnsbl) <host>`,
      'listed by <host>',
      `${blocked} * <list>`,
      `<list> * ${blocked}`,
      'rejected because <ip> is in a (black list|blacklist|blocklist) at (<host>|<list>)',
      'listed (in|on|by|at) (the |dnsbl |rbl |a |)(<list>|<host>)',
      'found (in|on) (the |dnsbl |rbl |a |)(<list>|<host>)',
      'found at <list>',
      '<ip> * <list>',
      'blocked see <list>',
      'open relay * <list>',
    ],
    examples: [
      '550 JunkMail rejected - mail.example.net [192.0.2.1]:41234 is in an RBL: https://www.spamhaus.org/query/ip/192.0.2.1',
      '550 rejected because 192.0.2.1 is in a black list at bl.spamcop.net',
    ],
    specificity: product,
  },
  {
    // Below what is said besides: "user unknown (protected by …)".
    name: 'list-named',
    code: 'sender.blocklisted',
    source: 'filters that give a link to the list and no more',
    phrases: ['<list>'],
    examples: ['553 http://www.spamhaus.org/query/bl?ip=192.0.2.222'],
    specificity: specificity.phrase - 20,
  },
  {
    // Above the words that the server then puts around it: nobody is listed, its own questions are refused.
    name: 'list-refuses-the-asker',
    code: 'server.misconfigured',
    source: 'Spamhaus: error codes 127.255.255.254 and 127.255.255.255, "Error: open resolver"; URIBL: "Query Refused"',
    phrases: ['error open resolver', 'excessive number of queries', 'query refused see'],
    examples: [
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/192.0.2.53/',
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; Error: excessive number of queries; https://check.spamhaus.org/returnc/vol/192.0.2.53/',
    ],
    remedy: [
      'At the recipient: the blocklist does not answer the resolver of the mail server, and its refusal is taken for a listing; ask it through a resolver of your own, or with a key of the list.',
    ],
    responsible: 'recipient-mail',
    specificity: product + 30,
  },
  {
    name: 'on-a-list',
    code: 'sender.blocklisted',
    source: 'Filters that name the kind of list and not the list',
    phrases: [
      `(is |are |)(listed|found) (on|in|by|at) (an |a |the |our |one or more |several |multiple |)(rbl|dnsbl|dns blacklist|dns blocklist|blacklist~|blocklist~|realtime list|real time list)`,
      'in an rbl',
      '(rbl|dnsbl) (restriction|check|listing|reject~|filtered|match)',
      '(found|listed) on one or more (rbls|dnsbls|blacklists|blocklists)',
      `${blocked} (using|by|via|due to|because of) (an |a |the |)(rbl|dnsbl|dns blacklist|dns blocklist|realtime blacklist)`,
      'real time (blackhole|block|black) list',
      'listed (in|on) (the |)dnsbl',
    ],
    examples: [
      '554 5.7.1 Your host is listed in a DNSBL',
      '550 Rejected by RBL check',
      '550 Email from 192.0.2.1 is currently blocked by a DNS blacklist',
    ],
  },
  {
    name: 'domain-on-list',
    code: 'sender.domain-blocklisted',
    source: 'Postfix: reject_rhsbl_sender; SpamAssassin and Exim: DBL, SURBL and URIBL look-ups',
    phrases: [
      '<domainlist>',
      `${blocked} * <domainlist>`,
      '<list> dbl',
      'dbl * <list>',
      '(sender address|sender domain|from domain|domain|url|link|uri|mailfrom domain) * (is |)(listed|blocked|blacklisted|blocklisted) (in|on|by|at|using) <list>',
      '(mailfrom|sender|from) domain is listed',
      '(blacklisted|blocklisted|listed|blocked) (url|uri|link|domain)',
      '(url|link|uri|domain) * (in message |)(is |)(blacklisted|blocklisted|listed)',
      'sender address rejected * (blacklist|blocklist|dbl)',
      'rhsbl',
    ],
    examples: [
      '554 5.7.1 Service unavailable; Sender address [alice@example.net] blocked using dbl.spamhaus.org; https://www.spamhaus.org/query/domain/example.net',
      '550-REJECTED - Blacklisted URL in message. (example.com) in [black].',
      '550 5.1.0 MailFrom domain is listed in Spamhaus. To request removal from this list see',
    ],
    specificity: product + 20,
  },
];

const unnamed: readonly EntrySketch[] = [
  {
    name: 'client-blocked',
    code: 'sender.blocked',
    source: 'Postfix: check_client_access; Sendmail: access map, "Access denied" for a client; firewalls',
    phrases: [
      `${refusedClient} (<ip> |<host> |)(is |was |has been |)(temporarily |permanently |currently |locally |)${blocked}`,
      `${client} * (has been |is |)(blocked|banned|blacklisted|blocklisted)`,
      'client host rejected',
      'client host rejected access denied',
      'host network not allowed',
      'messages from <ip> werent sent',
      'messages from <ip> were not sent',
      'on our (block|black|deny) list',
      'on (our|the|a|your|my|local) (local |internal |)(blacklist|blocklist|denylist|block list|black list|banlist)',
      '(connection|connections|mail|email|messages) (from|by) (<ip>|your ip|this ip|your server|your host|your network|this host|<host>) (is |are |was |were |have been |has been |)(blocked|rejected|refused|denied|not accepted|not allowed|not welcome|prohibited|banned)',
      'banned sending ip',
      'not accepting (mail|connections|messages) from (your|this) (server|ip|host|network)',
      'your (ip|ip address|server|host|network) (<ip> |)(is |has been |)(blocked|banned|blacklisted|blocklisted|rejected|refused|not allowed|not accepted)',
      'please use the smtp server of your isp',
      'use (your|the) (isp|isps|providers|provider) (smtp|mail|outgoing) (server|relay|host)',
      '(dynamic|dialup|dial up|residential|dhcp|consumer|dynamically assigned|dynamic allocated) (ip|address~|host~|pool|range|client~|connection~|network~)',
      '(ip|address) (is |appears to be |)(in a |a |)(dynamic|dialup|residential)',
      'smtp access denied',
      'cannot accept mail from your (ip|server|host)',
      'refused your (ip|host|server)',
      'ask your postmaster for help',
      'connection (refused|rejected) (due to|by) (policy|local policy)',
      'no smtp service here for you',
      '(you|your) (are|have been|were) (blocked|banned|blacklisted)',
      'blocked ip',
      'ip blocked',
      'blocked for (abuse|spam|spamming)',
      '(invalid|not a valid|bad) ip',
      '(forbidden|denied|refused|prohibited) (by|for|from) your ip',
      'not (allowed|permitted|authorized) to connect',
      'not (authorized|authorised) to send (mail|email) directly',
      '(host|server|ip|client|network) (is |)not (allowed|permitted|authorized|authorised) to send',
      'send (mail|email|messages) from (this|your) (ip|host|server|network)',
      '(may not|cannot|can not|not allowed to|not permitted to) send (mail|email|messages) to this (domain|server|host|system|network)',
      'no (mail|email) from (you|<ip>|your ip|your host|your server|your network)',
      'your address (is |has been |)(blocked|banned|blacklisted) <ip>',
      'is blocked for assistance forward this error to',
    ],
    examples: [
      '554 5.7.1 <mail.example.net[192.0.2.1]>: Client host rejected: Access denied',
      '554 Your IP address 192.0.2.1 is blocked',
      '553 5.3.0 flpd575 DNSBL:RBL 521< 192.0.2.1 >_is_blocked.For assistance forward this error to abuse_rbl@abuse-att.net',
      '550 5.7.0 <bob@example.com>... Please use the smtp server of your ISP.',
      '550 Dynamic IP addresses are not allowed to send mail here',
      '554 IP=192.0.2.254 - A problem occurred. (Ask your postmaster for help or to contact help@example.org to clarify.) (BL)',
    ],
  },
  {
    // Above spam and viruses in this message: it is the client that is known for them.
    name: 'harmful-client',
    code: 'sender.blocked',
    source: 'filters that remember who sent spam, viruses, or the mail of others',
    phrases: [
      '(source of|sending|sends) (spam|junk|unsolicited mail|unsolicited email)',
      'spam source',
      'infected (host|machine|computer)',
      'your (machine|computer|host|server) (is |may be |)infected',
      'is an open (relay|proxy)',
      'as an open (relay|proxy)',
      'spam abuse detected from (ip|<ip>) *',
    ],
    examples: [
      '554 5.7.1 192.0.2.1 has been blocked for sending spam',
      '554 Your computer is infected with a virus',
      '554 5.7.1 Your mail server is an open relay',
      '550 Access denied, spam abuse detected from IP 192.0.2.1',
    ],
    specificity: product + 10,
  },
  {
    // Above the refusal to relay, to log in, and a recipient that takes mail from insiders only.
    name: 'client-not-accepted',
    code: 'sender.blocked',
    source: 'Postfix and Exim: custom texts of access tables; firewalls',
    phrases: [
      '(does not|doesnt|do not|dont|not) accept (any |)(mail|email|messages|connections) from (your|this|unknown) (network|ip|ip address|host|hosts|server|servers|isp|provider|range)',
      '(server|host|system|we) (does not|doesnt|do not|dont) accept (any |)(mail|email|messages) from you',
      '(ip|ip address|host|server|client|<ip>) (is |)not (whitelisted|allowlisted|white listed)',
      '(ip|ip address|host|server|client|<ip>) (is |)not (in|on) (the |our |a |)(whitelist|allowlist|white list|allow list)',
      '(ip|ip address|host|server|network|<ip>) (<ip> |)(is |has been |was |)(temporarily |permanently |)(blocked|banned|blacklisted|blocklisted|prohibited) from sending',
      '(ip|ip address|host|server|<ip>) (is |has been |was |)(temporarily |)(blocked|banned|blacklisted) by (our |the |a |)(anti spam|antispam|spam)',
    ],
    examples: [
      '550 5.7.1 We do not accept mail from your network',
      '550 5.7.1 Your IP is not whitelisted',
      '554 5.7.1 Your IP has been blocked from sending mail to us',
    ],
    specificity: product + 60,
  },
  {
    // Its own status says that a rule refuses, not that nobody listens.
    name: 'connection-refused-by-rule',
    code: 'sender.blocked',
    source: 'firewalls and filters that say "connection refused" in a conversation',
    phrases: ['connection (refused|rejected)'],
    enhanced: ['x.7.0', 'x.7.1'],
    examples: ['554 5.7.1 Connection refused'],
  },
  {
    name: 'says-misconfigured',
    code: 'sender.blocked',
    source: 'filters that tell the sender of a fault in its own setup',
    phrases: [
      'your (mail |smtp |)(server|system|host|mailserver|dns|domain) (is |appears to be |seems to be |may be |)(misconfigured|not properly configured|not correctly configured|incorrectly configured|badly configured)',
    ],
    examples: ['550 5.7.1 Your mail server is misconfigured'],
    specificity: product + 10,
  },
  {
    // Above the words that a host takes no mail from anybody.
    name: 'no-service-for-you',
    code: 'sender.blocked',
    source: 'Exim and Postfix: custom refusals at the greeting',
    phrases: ['no smtp service here for you', 'email from <ip> is currently blocked by * anti spam'],
    examples: [
      '554 5.7.1 No SMTP service here for you',
      "571 Email from 192.0.2.1 is currently blocked by the provider's anti-spam system.",
    ],
    specificity: product + 10,
  },
  {
    name: 'blocked-hint',
    code: 'sender.blocked',
    phrases: [
      'blacklist~ *',
      '(blacklisted|blocklisted|blacklist|blocklist)',
      'banned',
      'delist',
      'delisting',
      'request removal',
      'removal request',
      'unblock',
    ],
    examples: ['554 5.7.1 blacklisted', '550 Banned', '550 Blocked. Request removal at https://example.com/'],
    specificity: specificity.hint,
  },
  {
    name: 'poor-reputation',
    code: 'sender.reputation-low',
    source: 'Cisco SenderBase, Proofpoint, Barracuda, Trend Micro, Vade, Rspamd reputation',
    phrases: [
      '(poor|bad|low|very low|negative|no|insufficient|suspicious|questionable|unknown|weak|worst) (ip |domain |sender |senderbase |email |mail |server |)reputation',
      'reputation * (too low|low|bad|poor|very bad|insufficient|is poor)',
      '(due to|because of|based on) (its |the |your |a |) (ip |sender |poor |bad |low |domain |)reputation',
      'senderbase',
      'reputation (score|filter|filtering|check|block|blocked|service|verdict)',
      'ip reputation',
      'domain reputation',
      'sender reputation',
      '(too many|high number of|excessive) (complaints|user complaints|spam complaints)',
      'low reputation',
    ],
    examples: [
      "554-mx.example.com\r\n554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
      '550 5.7.1 Rejected because of poor IP reputation',
      '421 4.7.0 low reputation of the sending domain',
    ],
    specificity: product,
  },
];

export const blockEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'text', source: 'DNS blocklists: RFC 5782; texts of common filters', specificity: specificity.phrase },
  [...listed, ...unnamed],
);
