/**
 * Tencent QQ, i.ua, mail.ru and Yandex: providers of the East whose texts have meanings of their own.
 */
import type { Code } from '../../../model/vocabulary.js';
import { defineProviderEntries, type EntrySketch, type ReplyEntry } from '../reply-entry.js';

const qq = defineProviderEntries(
  { provider: 'qq', source: 'Tencent QQ Mail help: bounce messages', link: 'https://service.mail.qq.com/', exampleHost: 'mx3.qq.com' },
  [
    {
      name: 'frequency',
      code: 'sender.rate-limited',
      phrases: [
        '(ip|domain|sender|mail|domain name) frequency (limited|limit)',
        'frequency limited',
        'mailbox unavailable or access denied',
      ],
      examples: [
        '550 Ip frequency limited [MTAwMC4x IP: 192.0.2.22]. http://service.mail.qq.com/cgi-bin/help?subtype=1',
        '550 Domain frequency limited',
        '550 Mailbox unavailable or access denied',
      ],
      remedy: ['Send less to this provider, and steadily: it counts what comes from an address and a domain.'],
    },
    {
      name: 'connections',
      code: 'sender.too-many-connections',
      phrases: ['connection frequency limited'],
      examples: ['550 Connection frequency limited [MTAwMC4x IP: 192.0.2.22]. http://service.mail.qq.com/cgi-bin/help'],
    },
    { name: 'spf', code: 'sender.spf-failed', phrases: ['spf check failed'], examples: ['550 SPF check failed'] },
    { name: 'dmarc', code: 'sender.dmarc-failed', phrases: ['dmarc check failed'], examples: ['550 DMARC check failed'] },
    {
      name: 'suspected-ip',
      code: 'sender.blocked',
      phrases: ['suspected (spam ip|bounce attacks)', 'suspected spam ip'],
      examples: ['550 Suspected spam ip'],
    },
    {
      name: 'content',
      code: 'message.spam',
      phrases: ['mail content denied', 'mail is rejected by recipients', 'message content denied'],
      examples: ['550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1'],
    },
    {
      name: 'unknown',
      code: 'recipient.unknown',
      phrases: ['mailbox not found', 'recipient not found'],
      examples: ['550 Mailbox not found'],
    },
    {
      name: 'deactivated',
      code: 'recipient.disabled',
      phrases: ['(account|user|mailbox) (is |)(deactivated|disabled|inactive|not activated)'],
      examples: ['550 Account is deactivated'],
    },
  ],
);

function iuaText(name: string, code: Code, phrases: readonly string[], example: string): EntrySketch {
  return { name, code, phrases, examples: [example] };
}

const iua = defineProviderEntries(
  { provider: 'i-ua', source: 'i.ua: mail.i.ua/err', link: 'https://mail.i.ua/err/', exampleHost: 'mx.i.ua' },
  [
    iuaText('relay', 'server.relay-denied', ['(relay|relaying) *'], '550 Relay not permitted. See http://mail.i.ua/err/1/'),
    iuaText(
      'unknown',
      'recipient.unknown',
      ['(user|mailbox) (unknown|not found)', 'no such (user|mailbox)'],
      '550 Mailbox not found. See http://mail.i.ua/err/2/',
    ),
    iuaText('unused', 'recipient.disabled', ['mailbox is frozen'], '550 Mailbox is frozen. See http://mail.i.ua/err/3/'),
    iuaText(
      'full',
      'recipient.mailbox-full',
      ['mailbox is full', '(mailbox|quota) (exceeded|full)'],
      '552 Mailbox is full. See http://mail.i.ua/err/4/',
    ),
    iuaText('rate', 'sender.rate-limited', ['too many messages', 'rate limit'], '550 Too many messages. See http://mail.i.ua/err/5/'),
    iuaText('hello', 'hello.rejected', ['(helo|ehlo) *'], '550 Bad HELO. See http://mail.i.ua/err/7/'),
    iuaText('sender', 'sender.rejected', ['sender (rejected|denied|blocked|refused)'], '550 Sender rejected. See http://mail.i.ua/err/8/'),
    iuaText('blocked', 'sender.blocked', ['(ip|host) * blocked', 'blacklisted'], '550 Your IP is blocked. See http://mail.i.ua/err/9/'),
    iuaText(
      'allow-list',
      'recipient.restricted',
      ['whitelist *', 'white list'],
      '550 Recipient takes mail from his white list only. See http://mail.i.ua/err/10/',
    ),
  ],
);

const mailRu = defineProviderEntries(
  {
    provider: 'mail-ru',
    source: 'Mail.ru postmaster: SMTP errors',
    link: 'https://help.mail.ru/mail-help/postmaster',
    exampleHost: 'mxs.mail.ru',
  },
  [
    {
      name: 'local-user',
      code: 'recipient.unknown',
      phrases: ['message was not accepted invalid mailbox', 'local mailbox * is unavailable', 'invalid mailbox', 'user not found'],
      examples: ['550 Message was not accepted -- invalid mailbox. Local mailbox bob@mail.ru is unavailable: user not found'],
    },
    {
      name: 'terminated',
      code: 'recipient.disabled',
      phrases: ['message was not accepted invalid mailbox * account is (disabled|terminated)', 'account is (disabled|terminated)'],
      examples: ['550 Message was not accepted -- invalid mailbox. Local mailbox bob@mail.ru is unavailable: account is disabled'],
    },
    {
      name: 'full',
      code: 'recipient.mailbox-full',
      phrases: ['mailbox quota exceeded', 'message was not accepted * quota'],
      examples: ['552 mailbox quota exceeded'],
    },
    {
      name: 'dmarc',
      code: 'sender.dmarc-failed',
      phrases: ['dmarc *'],
      examples: [
        '550 5.7.1 This message was not accepted due to domain (example.net) owner DMARC policy (RFC 7489) https://help.mail.ru/mail-help/postmaster/dmarc',
      ],
    },
    {
      name: 'spam',
      code: 'message.spam',
      phrases: ['spam message (rejected|discarded)', 'spam message rejected'],
      examples: [
        '550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=1 or report details to abuse@corp.mail.ru.',
      ],
    },
    {
      name: 'blocked',
      code: 'sender.blocked',
      phrases: ['we do not accept mail from (this ip|dynamic ips)', 'ip address * blocked'],
      examples: ['550 We do not accept mail from dynamic IPs.'],
    },
    {
      name: 'too-many',
      code: 'sender.rate-limited',
      phrases: ['try again later * too many', 'too many (spam |)messages', 'ratelimit~ *'],
      examples: ['451 Ratelimit exceeded', '421 too many messages'],
    },
  ],
);

const yandex = defineProviderEntries(
  { provider: 'yandex', source: 'Yandex Mail help: SMTP errors', link: 'https://yandex.com/support/mail/', exampleHost: 'mx.yandex.ru' },
  [
    {
      name: 'unknown',
      code: 'recipient.unknown',
      phrases: ['no such user', 'bad address mailbox syntax'],
      examples: ['550 5.7.1 No such user!'],
    },
    {
      name: 'policy',
      code: 'recipient.rejected',
      enhanced: ['5.7.1'],
      phrases: ['policy rejection on the target address'],
      examples: ['550 5.7.1 Policy rejection on the target address'],
    },
    {
      name: 'spam',
      code: 'message.spam',
      phrases: ['message rejected under suspicion of spam', 'suspicion of spam'],
      examples: ['554 5.7.1 Message rejected under suspicion of SPAM; https://ya.cc/1IrBc'],
    },
    {
      name: 'spam-limit',
      code: 'sender.rate-limited',
      phrases: ['too many (connections|messages|bad)', 'spam limit'],
      examples: ['451 4.7.1 Sorry, the service is currently unavailable. Too many bad messages from you'],
    },
    {
      name: 'greylisted',
      code: 'sender.greylisted',
      phrases: ['service is currently unavailable please come back later', 'please come back later'],
      examples: ['451 4.7.1 Sorry, the service is currently unavailable. Please come back later.'],
    },
    {
      name: 'full',
      code: 'recipient.mailbox-full',
      phrases: ['mailbox size limit exceeded', 'recipient storage limit exceeded'],
      examples: ['552 5.2.2 Mailbox size limit exceeded'],
    },
  ],
);

export const asianEntries: readonly ReplyEntry[] = [...qq, ...iua, ...mailRu, ...yandex];
