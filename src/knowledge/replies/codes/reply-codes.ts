/**
 * Every reply code of RFC 5321 and its extensions, and what it means at its stage where nothing else tells.
 *
 * 450, 451, 550, 553 and 554 stand for so much that they name a cause only by the stage, and only where the text
 * says nothing of its own.
 */
import { defineEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

const vague = specificity.vagueReplyCode;
const atMessage = ['data', 'message'] as const;

const temporary: readonly EntrySketch[] = [
  { name: '421', code: 'server.busy', replyCodes: [421], examples: ['421'], source: 'RFC 5321 section 3.8' },
  { name: '422', code: 'sender.login-failed', replyCodes: [422], examples: ['422'], source: 'IANA registry, x.7.12' },
  { name: '430', code: 'server.protocol-error', replyCodes: [430], examples: ['430'], source: 'IANA registry, x.5.1' },
  { name: '432', code: 'sender.login-failed', replyCodes: [432], examples: ['432'], source: 'RFC 4954 section 4.7' },
  { name: '450', code: 'reply.undisclosed', replyCodes: [450], specificity: vague, examples: ['450'] },
  { name: '451', code: 'server.error', replyCodes: [451], specificity: vague, examples: ['451'] },
  { name: '452', code: 'server.storage-full', replyCodes: [452], examples: ['452'] },
  { name: '453', code: 'server.busy', replyCodes: [453], examples: ['453'], source: 'RFC 2645 section 5.2.1, IANA registry, x.3.2' },
  {
    name: '454',
    code: 'tls.handshake-failed',
    replyCodes: [454],
    stages: ['starttls'],
    examples: [{ reply: '454', stage: 'starttls' }],
    source: 'RFC 3207 section 4',
  },
  {
    name: '454-auth',
    code: 'sender.login-failed',
    replyCodes: [454],
    stages: ['auth'],
    examples: [{ reply: '454', stage: 'auth' }],
    source: 'RFC 4954 section 6',
  },
  { name: '455', code: 'server.protocol-error', replyCodes: [455], examples: ['455'] },
  { name: '458', code: 'server.error', replyCodes: [458], examples: ['458'], source: 'RFC 1985 section 5' },
  { name: '459', code: 'server.policy', replyCodes: [459], examples: ['459'], source: 'RFC 1985 section 5' },
];

const protocol: readonly EntrySketch[] = [500, 501, 502, 503, 504, 555].map((code) => ({
  name: String(code),
  code: 'server.protocol-error' as const,
  replyCodes: [code],
  examples: [String(code)],
}));

const arguments501: readonly EntrySketch[] = [
  { name: '501-rcpt', code: 'address.malformed', replyCodes: [501], stages: ['rcpt'], examples: [{ reply: '501', stage: 'rcpt' }] },
  { name: '501-mail', code: 'sender.malformed', replyCodes: [501], stages: ['mail'], examples: [{ reply: '501', stage: 'mail' }] },
];

const permanent: readonly EntrySketch[] = [
  { name: '521', code: 'host.takes-no-mail', replyCodes: [521], examples: ['521'], source: 'RFC 7504 section 3' },
  { name: '523', code: 'tls.required', replyCodes: [523], examples: ['523'], source: 'IANA registry, x.7.10' },
  { name: '524', code: 'tls.required', replyCodes: [524], examples: ['524'], source: 'IANA registry, x.7.11' },
  { name: '525', code: 'sender.account-blocked', replyCodes: [525], examples: ['525'], source: 'IANA registry, x.7.13' },
  { name: '530', code: 'server.auth-required', replyCodes: [530], examples: ['530'], source: 'RFC 4954 section 6' },
  { name: '534', code: 'sender.login-failed', replyCodes: [534], examples: ['534'], source: 'RFC 4954 section 6' },
  { name: '535', code: 'sender.login-failed', replyCodes: [535], examples: ['535'], source: 'RFC 4954 section 6' },
  { name: '538', code: 'tls.required', replyCodes: [538], examples: ['538'], source: 'RFC 4954 section 6, IANA registry, x.7.11' },
  {
    name: '541',
    code: 'server.policy',
    replyCodes: [541],
    specificity: vague,
    examples: ['541'],
    source: 'not registered; filters use it for refusals',
  },
  { name: '550', code: 'reply.undisclosed', replyCodes: [550], specificity: vague, examples: ['550'] },
  {
    name: '550-rcpt',
    code: 'recipient.rejected',
    replyCodes: [550],
    stages: ['rcpt'],
    specificity: vague,
    examples: [{ reply: '550', stage: 'rcpt' }],
  },
  { name: '551', code: 'recipient.moved', replyCodes: [551], examples: ['551'], source: 'RFC 5321 section 3.4' },
  { name: '552', code: 'recipient.mailbox-full', replyCodes: [552], examples: ['552'] },
  {
    name: '552-mail',
    code: 'message.too-large',
    replyCodes: [552],
    stages: ['mail', ...atMessage],
    examples: [{ reply: '552', stage: 'mail' }],
    source: 'RFC 1870 section 6',
  },
  { name: '553', code: 'reply.undisclosed', replyCodes: [553], specificity: vague, examples: ['553'] },
  {
    name: '553-rcpt',
    code: 'recipient.rejected',
    replyCodes: [553],
    stages: ['rcpt'],
    specificity: vague,
    examples: [{ reply: '553', stage: 'rcpt' }],
  },
  { name: '554', code: 'reply.undisclosed', replyCodes: [554], specificity: vague, examples: ['554'] },
  {
    name: '554-rcpt',
    code: 'recipient.rejected',
    replyCodes: [554],
    stages: ['rcpt'],
    specificity: vague,
    examples: [{ reply: '554', stage: 'rcpt' }],
  },
  {
    name: '55x-mail',
    code: 'sender.rejected',
    replyCodes: [550, 551, 553, 554],
    stages: ['mail'],
    specificity: vague,
    examples: [
      { reply: '550', stage: 'mail' },
      { reply: '553 sorry', stage: 'mail' },
    ],
  },
  { name: '556', code: 'mx.null', replyCodes: [556], examples: ['556'], source: 'RFC 7504 section 4, RFC 7505 section 4' },
  {
    name: '550-hello',
    code: 'hello.rejected',
    replyCodes: [501, 504, 550, 554],
    stages: ['hello'],
    examples: [{ reply: '550', stage: 'hello' }],
    source: 'RFC 5321 section 4.1.1.1',
  },
];

const classes: readonly EntrySketch[] = [
  { name: '4yz', code: 'reply.undisclosed', classes: [4], specificity: specificity.replyClass, examples: ['499'] },
  { name: '5yz', code: 'reply.undisclosed', classes: [5], specificity: specificity.replyClass, examples: ['599'] },
];

export const replyCodeEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'code', source: 'RFC 5321 section 4.2.2', specificity: specificity.replyCode },
  [...temporary, ...protocol, ...arguments501, ...permanent, ...classes],
);
