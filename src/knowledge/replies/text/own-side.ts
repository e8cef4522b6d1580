/**
 * What the sender's own provider says when it does not even try: a suppressed address, a blocked account, a limit reached.
 */
import { defineEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

const product = specificity.productPhrase;

const sketches: readonly EntrySketch[] = [
  {
    name: 'sender-suppressed',
    code: 'sender.suppressed',
    source: 'Amazon SES, SendGrid, Mailgun, SparkPost, Postmark: suppression lists',
    phrases: [
      'suppression list',
      '(address|recipient|delivery|email|mail) (is |was |has been |)(suppressed|on the suppression)',
      'suppressed (address|recipient|by|due|because|for)',
      '(unsubscribed|bounced) address',
      'previously (bounced|unsubscribed)',
      'hard bounced (previously|before)',
      'bounced address',
    ],
    examples: [
      '550 Recipient is on the suppression list',
      '550 5.1.1 Amazon SES did not send the message to this address because it is on the suppression list for your account',
      '550 Bounced Address',
    ],
    specificity: product,
  },
  {
    name: 'account-blocked',
    code: 'sender.account-blocked',
    source: "the sender's own provider: compromised or unverified accounts",
    phrases: [
      '(your|sender|sending|senders) account (<addr> |)(has been |is |was |)(blocked|suspended|disabled|locked|restricted|compromised) (from|for|due to|because) (sending|spam|abuse|outbound|outgoing|suspicious|security|policy)',
      'account (<addr> |)(has been |is |was |)(blocked|suspended|disabled|locked|restricted) (from|for) (sending|outbound|outgoing)',
      '(blocked|disabled|suspended|restricted|not allowed|prohibited|denied) from sending',
      '(sender|sending) (account|mailbox|privileges|permission) (is |has been |)(blocked|suspended|disabled|revoked|not verified)',
      '(email|sender) address is not verified',
      'identities failed the check',
      'bad outbound sender',
      'outgoing (mail|messages|email|smtp) (is |has been |)(blocked|suspended|disabled)',
      'account (is |)not (allowed|permitted) to send',
      'your account (has been |is )(suspended|blocked|disabled|locked)',
    ],
    examples: [
      '554 Message rejected: Email address is not verified. The following identities failed the check in region AP-NORTHEAST-1: alice@example.net',
      '550 Your account has been suspended for sending spam',
      '550 5.1.8 Access denied, bad outbound sender',
    ],
    specificity: product + 50,
  },
  {
    name: 'quota-exceeded',
    code: 'sender.quota-exceeded',
    source: "the sender's own provider: daily or hourly limits of submission",
    phrases: [
      '(daily|hourly|monthly|submission|sending|outbound|outgoing) (user |sending |message |email |mail |relay |recipient |outbound |)(quota|limit|limits) (exceeded|reached|has been|for)',
      'user (sending|message|relay|outbound) (quota|limit|limits) (exceeded|reached)',
      '(you|your account) (have |has |)(exceeded|reached) (your |the |its |) (daily|hourly|monthly|maximum|sending|outgoing|outbound|max|limit|number of)',
      '(user|account|domain|sender) (have |has |)(exceeded|reached) (your |the |its |) (daily|hourly|monthly|sending|outgoing|outbound)',
      'maximum (daily|hourly|sending) (limit|quota|emails|messages)',
      'daily (user |)sending (limit|quota)',
      'submission quota',
      'max (emails|messages|defers and failures|mails) per (hour|day)',
      'outgoing (mail |email |message |)(quota|limit)',
      '(sender address rejected|policy rejection) * quota exceeded',
      'quota exceeded for sender',
    ],
    examples: [
      '550 5.4.5 Daily user sending limit exceeded',
      '550 5.2.2 Submission quota exceeded',
      '550 You have reached your hourly limit',
      '452 4.5.3 Your account has exceeded its sending limit',
      '450 4.7.1 <alice@example.net>: Sender address rejected: Message quota exceeded for sender',
      '450 4.7.1 Recipient address rejected: Policy Rejection- Quota Exceeded.',
    ],
    specificity: product + 40,
  },
];

export const ownSideEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'text', source: 'RFC 6409 section 6', specificity: specificity.phrase },
  sketches,
);
