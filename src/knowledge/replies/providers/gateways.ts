/**
 * Filters in front of other people's servers: Mimecast, Proofpoint, Barracuda, Cloudflare Email Routing, Symantec, Trend Micro.
 */
import { defineProviderEntries, type ReplyEntry } from '../reply-entry.js';

const mimecast = defineProviderEntries(
  {
    provider: 'mimecast',
    source: 'Mimecast: SMTP error codes',
    link: 'https://mimecastsupport.zendesk.com/hc/en-us/articles/34000709564691',
    exampleHost: 'eu-smtp-inbound-1.mimecast.com',
  },
  [
    {
      name: 'inbounds-disabled',
      code: 'mx.null',
      phrases: ['account inbounds disabled', 'inbounds disabled'],
      examples: ['550 Administrative prohibition - account inbounds disabled'],
      responsible: 'recipient-mail',
    },
    {
      name: 'greylisted',
      code: 'sender.greylisted',
      phrases: ['internal resources are temporarily unavailable', 'resources are temporarily unavailable'],
      examples: ['451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451'],
      remedy: ['Let the queue try again: "resources unavailable" is how this filter greylists.'],
    },
    {
      name: 'reputation',
      code: 'sender.reputation-low',
      phrases: ['(local |)ct ip reputation', 'ip reputation'],
      examples: ['550 local CT IP reputation (policy) - https://community.mimecast.com/docs/DOC-1369#550'],
    },
    {
      name: 'spoofing',
      code: 'sender.unauthenticated',
      phrases: ['anti spoofing policy', 'inbound not allowed', 'header based anti spoofing'],
      examples: ['550 Rejected by header based Anti-Spoofing policy: alice@example.net', '550 anti-spoofing policy - Inbound not allowed'],
    },
    {
      name: 'envelope',
      code: 'sender.blocked',
      phrases: ['envelope blocked'],
      examples: ['550 Envelope blocked - User Entry', '550 Envelope blocked - User Domain Entry'],
      responsible: 'recipient-mail',
      remedy: ["Ask the recipient's administrator: a policy of his blocks the sender's address or domain."],
    },
    {
      name: 'network',
      code: 'sender.blocked',
      phrases: ['host network not allowed'],
      examples: ['554 Host network not allowed - https://community.mimecast.com/docs/DOC-1369#554 [z7qZw5BPd1zlDYHka4589ru.us222]'],
    },
    {
      name: 'tls',
      code: 'tls.required',
      replyCodes: [553],
      phrases: ['tls *', '(use|requires|mandates) (of |)(tls|a secure)', 'email rejected due to security policies'],
      examples: ['553 This route requires encryption (TLS)', '553 Email rejected due to security policies - TLS is needed'],
    },
    { name: 'relay', code: 'server.relay-denied', phrases: ['open relay not allowed'], examples: ['550 Open relay not allowed'] },
  ],
);

const proofpoint = defineProviderEntries(
  {
    provider: 'proofpoint',
    source: 'Proofpoint: dynamic reputation and IP check',
    link: 'https://ipcheck.proofpoint.com/',
    exampleHost: 'mx0a-00000001.pphosted.com',
  },
  [
    {
      name: 'blocked',
      code: 'sender.blocked',
      phrases: ['blocked see (<link>|<list>)', 'local policy violation blocked'],
      examples: ['554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.225', '550 5.7.0 Local Policy Violation - Blocked'],
      remedy: ['Look the address up at https://ipcheck.proofpoint.com/ and ask for removal.'],
    },
  ],
);

const barracuda = defineProviderEntries(
  { provider: 'barracuda', source: 'Barracuda Email Gateway Defense: bounce messages', exampleHost: 'd1.ess.barracudanetworks.com' },
  [
    {
      name: 'deferred',
      code: 'sender.greylisted',
      phrases: ['envelope to deferred', 'deferred'],
      classes: [4],
      examples: ['450 envelope-to deferred'],
    },
    {
      name: 'listed',
      code: 'sender.blocklisted',
      phrases: ['blocked using barracuda reputation', 'barracuda reputation'],
      examples: [
        '554 Service unavailable; Client host [mx.example.net] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=192.0.2.1',
      ],
      remedy: ['Ask for removal at https://www.barracudacentral.org/rbl/removal-request.'],
    },
    {
      name: 'recipients',
      code: 'recipient.unknown',
      phrases: ['no such (domain|recipient) at this location'],
      examples: ['550 permanent failure for one or more recipients: no such recipient at this location'],
    },
  ],
);

const cloudflare = defineProviderEntries(
  {
    provider: 'cloudflare',
    source: 'Cloudflare Email Routing: SMTP errors',
    link: 'https://developers.cloudflare.com/email-routing/postmaster/',
    exampleHost: 'route1.mx.cloudflare.net',
  },
  [
    { name: 'address-unknown', code: 'recipient.unknown', enhanced: ['5.1.1'], examples: ['550 5.1.1 Address does not exist.'] },
    {
      name: 'forwarding-refused',
      code: 'server.error',
      phrases: ['upstream (error|server)', 'upstream'],
      examples: [
        '521 5.3.0 Upstream error, please check https://developers.cloudflare.com/email-routing/postmaster for possible reasons why.',
      ],
      remedy: ['Read the rest of the reply: the mailbox that mail is forwarded to refused it, and this is its answer.'],
      responsible: 'recipient-mail',
    },
    {
      name: 'rdns',
      code: 'sender.no-reverse-dns',
      phrases: ['reverse dns *', 'no reverse dns', 'ptr *'],
      examples: ['550 5.7.25 Sender has no reverse DNS'],
    },
    {
      name: 'listed',
      code: 'sender.blocklisted',
      phrases: ['found on one or more rbls', 'rbls'],
      examples: [
        '554 <192.0.2.1> found on one or more RBLs (abusixip). Refer to https://developers.cloudflare.com/email-routing/postmaster',
      ],
    },
    {
      name: 'unauthenticated',
      code: 'sender.unauthenticated',
      enhanced: ['5.7.26'],
      examples: ['550 5.7.26 Email sender is unauthenticated'],
    },
  ],
);

const symantec = defineProviderEntries(
  {
    provider: 'symantec',
    source: 'Broadcom: Email Security.cloud, SMTP reply codes',
    link: 'https://knowledge.broadcom.com/external/article/170854',
    exampleHost: 'cluster1.us.messagelabs.com',
  },
  [
    {
      name: 'filtered',
      code: 'message.spam',
      phrases: ['message filtered'],
      examples: [
        '553-Message filtered. Refer to the Troubleshooting page at\r\n553-http://www.symanteccloud.com/troubleshooting for more\r\n553 information. (#5.7.1)',
      ],
    },
    {
      name: 'connection',
      code: 'sender.blocked',
      phrases: ['connection rejected by policy'],
      examples: [
        '501 Connection rejected by policy [7.7] 38015, please visit www.messagelabs.com/support for more details about this error message.',
      ],
    },
  ],
);

const trendMicro = defineProviderEntries(
  {
    provider: 'trend-micro',
    source: 'Trend Micro Email Reputation Services',
    link: 'https://servicecentral.trendmicro.com/en-us/ers/ip-lookup/',
  },
  [
    {
      name: 'listed',
      code: 'sender.blocklisted',
      phrases: ['ers rbl', 'ers dul'],
      examples: ['550 5.7.1 Mail from 192.0.2.1 refused: ERS-RBL.'],
    },
    {
      name: 'quick-list',
      code: 'sender.reputation-low',
      phrases: ['ers qil'],
      examples: ['450 4.7.1 Client host rejected: ERS-QIL.'],
      permanence: 'temporary',
    },
  ],
);

export const gatewayEntries: readonly ReplyEntry[] = [...mimecast, ...proofpoint, ...barracuda, ...cloudflare, ...symantec, ...trendMicro];
