/**
 * NetEase of China, docomo and au of Japan: codes of their own, and an unknown user who is none.
 */
import { defineProviderEntries, type ReplyEntry } from '../reply-entry.js';

const netease = defineProviderEntries(
  {
    provider: 'netease',
    source: 'NetEase mail help: bounce codes',
    link: 'https://mail.163.com/help/help_spam_16.htm',
    exampleHost: '163mx01.mxmail.netease.com',
  },
  [
    {
      name: 'spam',
      code: 'message.spam',
      phrases: ['dt spm'],
      examples: ['554 DT:SPM 163 mx14,PsCowAC3,1234 please see http://mail.163.com/help/help_spam_16.htm'],
    },
    {
      name: 'traffic',
      code: 'sender.rate-limited',
      phrases: ['rp (trc|drc|qrc|cel|sia)', 'hl (iff|frequency)'],
      examples: ['451 RP:TRC 163 mx14,RsCowAA please see http://mail.163.com/help/help_spam_16.htm'],
    },
    {
      name: 'connections',
      code: 'sender.too-many-connections',
      phrases: ['(ic|ri) (ccn|cec)', 'rp ccl'],
      examples: ['421 RP:CCL 163 mx14 please see http://mail.163.com/help/help_spam_16.htm'],
    },
    {
      name: 'sender',
      code: 'sender.unauthenticated',
      phrases: ['mi (dmc|spf|sfq|nhd)'],
      examples: ['550 MI:SPF 163 mx14 please see http://mail.163.com/help/help_spam_16.htm'],
    },
    {
      name: 'blocked',
      code: 'sender.blocked',
      phrases: ['(rp|mi) (ceb|ipb|wrb)', 'ip is rejected'],
      examples: ['554 IP is rejected, smtp auth error limit exceed'],
    },
  ],
);

/** Both take every recipient and refuse behind the message, with the words for an unknown user, what the owner's own settings refuse. */
const behindTheMessage = {
  code: 'recipient.filtered',
  phrases: ['user unknown', 'unknown user'],
  stages: ['data', 'message'],
  remedy: [
    'Behind the message "unknown user" may mean that the owner lets no mail from your domain in: ask the owner to allow it, or correct the address.',
  ],
} as const;

const docomo = defineProviderEntries(
  { provider: 'docomo', source: 'NTT docomo: notes for senders of mail', exampleHost: 'mfsmax.docomo.ne.jp' },
  [
    {
      name: 'filtered',
      ...behindTheMessage,
      examples: [{ reply: '550 Unknown user bob@docomo.ne.jp', stage: 'message', host: 'mfsmax.docomo.ne.jp' }],
    },
    {
      name: 'rate',
      code: 'sender.rate-limited',
      enhanced: ['4.7.0', '4.7.1'],
      examples: [{ reply: '452 4.7.1 Try again later', stage: 'rcpt', host: 'mfsmax.docomo.ne.jp' }],
    },
  ],
);

const kddi = defineProviderEntries({ provider: 'kddi', source: 'KDDI: notes for senders of mail', exampleHost: 'lsean.ezweb.ne.jp' }, [
  {
    name: 'filtered',
    ...behindTheMessage,
    examples: [{ reply: '550 <bob@ezweb.ne.jp>: User unknown', stage: 'message', host: 'lsean.ezweb.ne.jp' }],
  },
]);

export const easternCarrierEntries: readonly ReplyEntry[] = [...netease, ...docomo, ...kddi];
