/**
 * Apple iCloud. In April 2021 an outage answered 5.1.1 for mailboxes that exist.
 */
import { defineProviderEntries, type ReplyEntry } from '../reply-entry.js';

export const appleEntries: readonly ReplyEntry[] = defineProviderEntries(
  {
    provider: 'apple',
    source: 'Apple Support: postmaster information for iCloud Mail',
    link: 'https://support.apple.com/102322',
    exampleHost: 'mx01.mail.icloud.com',
  },
  [
    {
      name: 'local-policy',
      code: 'server.policy',
      phrases: ['(cs01|hm07|hm08)'],
      examples: [
        '554 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
        '550 5.7.1 [CS01] Message rejected due to local policy.',
        '550 5.7.1 [HM08] Message rejected due to local policy.',
      ],
      remedy: ['See to SPF, DKIM, DMARC and the reverse name, then write to icloudadmin@apple.com.'],
      responsible: 'sender-mail',
    },
    {
      name: 'private-relay',
      code: 'sender.unauthenticated',
      phrases: ['hme1'],
      examples: ['550 5.1.1 [HME1] This message was blocked because the sender domain is not authenticated for Hide My Email'],
      remedy: ['Register the sender domain for the private relay, and let SPF and DKIM pass.'],
    },
    { name: 'gone', code: 'recipient.moved', enhanced: ['5.1.6'], examples: ['550 5.1.6 recipient no longer on server: bob@icloud.com'] },
    {
      name: 'inactive',
      code: 'recipient.disabled',
      enhanced: ['5.1.1'],
      phrases: ['inactive email address'],
      examples: ['550 5.1.1 <bob@icloud.com>: inactive email address'],
    },
    {
      name: 'unknown',
      code: 'recipient.unknown',
      enhanced: ['5.1.1'],
      examples: ['550 5.1.1 unknown or illegal alias: bob@icloud.com', '550 5.1.1 <bob@privaterelay.appleid.com>: user not found'],
      remedy: ['Wait a day before you take addresses off a list: many of these at once may be a fault of the provider.'],
    },
    { name: 'full', code: 'recipient.mailbox-full', enhanced: ['5.2.2'], examples: ['552 5.2.2 over quota'] },
    {
      name: 'too-much',
      code: 'recipient.mailbox-busy',
      enhanced: ['4.7.1'],
      phrases: ['for this recipient', 'messages to <addr> deferred', 'too (many|much) * recipient'],
      examples: ['421 4.7.1 Messages to bob@icloud.com deferred due to excessive volume', '421 4.7.1 too much mail for this recipient'],
    },
    {
      name: 'proofpoint',
      code: 'sender.blocked',
      enhanced: ['5.7.0'],
      phrases: ['blocked'],
      examples: ['550 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1'],
      remedy: ['Look the address up at https://ipcheck.proofpoint.com/ and ask for removal.'],
    },
    {
      name: 'sender-domain',
      code: 'sender.domain-not-found',
      enhanced: ['4.1.8'],
      examples: ['450 4.1.8 <alice@example.net>: Sender address rejected: Domain not found'],
    },
  ],
);
