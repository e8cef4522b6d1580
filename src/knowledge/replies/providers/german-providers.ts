/**
 * GMX, WEB.DE and IONOS, which give no enhanced codes, and Deutsche Telekom, which answers strangers with 554.
 */
import { defineProviderEntries, type ReplyEntry } from '../reply-entry.js';

const gmx = defineProviderEntries(
  {
    provider: 'gmx',
    source: 'GMX, WEB.DE and IONOS postmaster pages',
    link: 'https://postmaster.gmx.net/en/error-messages',
    exampleHost: 'mx00.emig.gmx.net',
  },
  [
    {
      name: 'reputation',
      code: 'sender.blocked',
      phrases: ['reject due to policy restrictions', 'policy restrictions', 'bad hit rate'],
      examples: [
        '554-Transaction failed\r\n554-Reject due to policy restrictions.\r\n554 For explanation visit http://postmaster.gmx.com/en/error-messages?ip=192.0.2.1&c=hi',
      ],
      remedy: ['Follow the link in the reply to the reason: many unknown recipients, or a HELO name that changes.'],
    },
    {
      name: 'rate',
      code: 'sender.rate-limited',
      phrases: ['rate limit', 'sending rate * exceeded', 'maximum * per hour'],
      examples: [
        '450-Requested mail action not taken: mailbox unavailable\r\n450 Rate limit exceeded. For explanation visit https://postmaster.gmx.com/en/error-messages?ip=192.0.2.1',
      ],
    },
    {
      name: 'listed',
      code: 'sender.blocklisted',
      phrases: ['(ip |)(address |)(is |)(block listed|blocklisted|blacklisted|black listed)'],
      examples: [
        '554-Transaction failed\r\n554 IP address is block listed. For explanation visit http://postmaster.gmx.com/en/error-messages',
      ],
    },
    {
      name: 'bad-ptr',
      code: 'sender.no-reverse-dns',
      phrases: ['bad dns ptr resource record'],
      examples: [
        '554-gmx.net (mxgmx001) Nemesis ESMTP Service not available\r\n554-No SMTP service\r\n554-Bad DNS PTR resource record.\r\n554 For explanation visit http://postmaster.gmx.com/en/error-messages?ip=192.0.2.1&c=rdns',
      ],
    },
    {
      name: 'spf',
      code: 'sender.spf-failed',
      phrases: ['spf policy', 'sender address * spf'],
      examples: [
        '550-Requested action not taken: mailbox unavailable\r\n550 Reject due to SPF policy. For explanation visit http://postmaster.gmx.com/en/error-messages',
      ],
    },
    {
      name: 'unavailable',
      code: 'recipient.unknown',
      phrases: ['requested action not taken mailbox unavailable'],
      stages: ['rcpt'],
      examples: [{ reply: '550 Requested action not taken: mailbox unavailable', stage: 'rcpt' }],
    },
  ],
);

const telekom = defineProviderEntries(
  {
    provider: 'telekom',
    source: 'Deutsche Telekom postmaster: t-online.de',
    link: 'https://postmaster.t-online.de/',
    exampleHost: 'mx00.t-online.de',
  },
  [
    {
      name: 'unlisted',
      code: 'sender.blocked',
      replyCodes: [554],
      stages: ['greeting'],
      examples: [{ reply: '554 IP=192.0.2.254 - None/bad reputation.', stage: 'greeting' }],
      remedy: ['Write to tobr@rx.t-online.de, with an imprint on the web site of the host name: new addresses are refused here.'],
    },
    {
      name: 'ask-postmaster',
      code: 'sender.blocked',
      phrases: ['ask your postmaster for help', 'a problem occurred'],
      examples: [
        '554 IP=192.0.2.254 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)',
      ],
      remedy: ['Write to the address in the reply.'],
    },
  ],
);

export const germanProviderEntries: readonly ReplyEntry[] = [...gmx, ...telekom];
