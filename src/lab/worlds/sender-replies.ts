/**
 * Worlds in which the sender is refused, or who connects.
 */
import { describeRefusal, type RefusalSketch } from './refusal.js';

const refusals: readonly RefusalSketch[] = [
  {
    name: 'sender-greylisted',
    title: 'Postgrey tells newcomers to come back.',
    stage: 'rcpt',
    reply: '450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html',
    code: 'sender.greylisted',
    responsible: 'nobody',
  },
  {
    name: 'sender-postscreen',
    title: 'Postscreen tests a newcomer and says "Service currently unavailable".',
    stage: 'rcpt',
    reply: '450 4.3.2 Service currently unavailable',
    code: 'sender.greylisted',
  },
  {
    name: 'sender-blocklisted',
    title: 'The source address stands on a blocklist.',
    stage: 'rcpt',
    reply:
      '554 5.7.1 Service unavailable; Client host [203.0.113.5] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.5',
    code: 'sender.blocklisted',
    responsible: 'sender-mail',
  },
  {
    name: 'sender-domain-blocklisted',
    title: "The sender's domain stands on a blocklist.",
    stage: 'mail',
    reply: '554 5.7.1 Service unavailable; Sender address [admin@example.net] blocked using dbl.spamhaus.org',
    code: 'sender.domain-blocklisted',
  },
  {
    name: 'sender-blocked',
    title: 'Microsoft has banned the source address.',
    stage: 'mail',
    reply:
      '550 5.7.606 Access denied, banned sending IP [203.0.113.5]. To request removal from this list please visit https://sender.office.com/ and follow the directions.',
    host: 'example-com.mail.protection.outlook.com',
    code: 'sender.blocked',
  },
  {
    name: 'sender-reputation-low',
    title: 'Gmail defers for the reputation of the source address.',
    stage: 'rcpt',
    reply:
      '421 4.7.0 [203.0.113.5] Our system has detected that this message is suspicious due to the very low reputation of the sending IP address. - gsmtp',
    host: 'gmail-smtp-in.l.google.com',
    code: 'sender.reputation-low',
  },
  {
    name: 'sender-no-reverse-dns',
    title: 'The server finds no name for the source address.',
    stage: 'rcpt',
    reply: '450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.5]',
    code: 'sender.no-reverse-dns',
    responsible: 'sender-dns',
  },
  {
    name: 'sender-spf-failed',
    title: 'The server refuses for SPF.',
    stage: 'rcpt',
    reply:
      '550 5.7.23 <bob@example.com>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see http://www.open-spf.org/Why?s=mfrom;id=admin@example.net;ip=203.0.113.5',
    code: 'sender.spf-failed',
    responsible: 'sender-dns',
  },
  {
    name: 'sender-domain-unknown',
    title: "The server cannot resolve the sender's domain.",
    stage: 'rcpt',
    reply: '450 4.1.8 <admin@example.net>: Sender address rejected: Domain not found',
    code: 'sender.domain-not-found',
  },
  {
    name: 'sender-rejected',
    title: 'The server refuses this sender.',
    stage: 'mail',
    reply: '554 5.7.1 <admin@example.net>: Sender address rejected: Access denied',
    code: 'sender.rejected',
  },
  {
    name: 'sender-null-refused',
    title: 'The server refuses the null sender (--null-sender).',
    stage: 'mail',
    reply: '550 5.7.1 Null sender <> not accepted here',
    code: 'sender.null-refused',
    options: { from: '' },
  },
  {
    name: 'sender-rate-limited',
    title: 'The server wants less mail from here.',
    stage: 'mail',
    reply: '450 4.7.1 Error: too much mail from 203.0.113.5',
    code: 'sender.rate-limited',
  },
  {
    name: 'sender-too-many-connections',
    title: 'The server has too many connections from here.',
    stage: 'mail',
    reply: '421 4.7.0 Too many concurrent SMTP connections from this IP address; please try again later',
    code: 'sender.too-many-connections',
  },
  {
    name: 'sender-malformed',
    title: "The server takes the sender's address for malformed.",
    stage: 'mail',
    reply: '501 5.1.7 Bad sender address syntax',
    code: 'sender.malformed',
  },
  {
    name: 'sender-null-mx',
    title: "The server finds that the sender's domain takes no mail.",
    stage: 'rcpt',
    reply: '550 5.7.27 <admin@example.net>: Sender address rejected: Domain example.net does not accept mail (nullMX)',
    code: 'sender.null-mx',
  },
  {
    name: 'sender-geo-blocked',
    title: 'The server refuses the country of the source address.',
    stage: 'rcpt',
    reply: '554 5.7.1 Connections from your country are not accepted',
    code: 'sender.geo-blocked',
  },
  {
    name: 'sender-unauthenticated',
    title: 'The server wants SPF or DKIM of the sender.',
    stage: 'rcpt',
    reply: '550 5.7.26 Unauthenticated email is not accepted from example.net',
    code: 'sender.unauthenticated',
  },
  {
    name: 'sender-dmarc-failed',
    title: "The sender's own DMARC policy has it refused.",
    stage: 'rcpt',
    reply: '550 5.7.1 Email rejected per DMARC policy for example.net',
    code: 'sender.dmarc-failed',
  },
  {
    name: 'sender-too-many-recipients',
    title: 'The server takes no more recipients in this session.',
    stage: 'rcpt',
    reply: '452 4.5.3 Error: too many recipients',
    code: 'sender.too-many-recipients',
  },
];

export const senderReplyWorlds = refusals.map(describeRefusal);
