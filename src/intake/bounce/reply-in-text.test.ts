/** Replies as prose quotes them. */
import { describe, expect, it } from 'vitest';
import { findReply } from './reply-in-text.js';

describe('a reply in prose', () => {
  it.each([
    [
      'Postfix',
      '<bob@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 no such user (in reply to RCPT TO command)',
      { text: '550 5.1.1 no such user', replyCode: 550, status: '5.1.1', host: 'mx.example.com', stage: 'rcpt' },
    ],
    [
      'Postfix, wrapped behind the code',
      '<bob@example.com>: host\n    mx.example.com[192.0.2.1] said: 550\n    no such user',
      { text: '550\n    no such user', replyCode: 550, status: null, host: 'mx.example.com', stage: null },
    ],
    [
      'Postfix, wrapped within its words about the command',
      '<bob@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 no such user (in\n    reply to end\n    of DATA command)',
      { text: '550 5.1.1 no such user', replyCode: 550, status: '5.1.1', host: 'mx.example.com', stage: 'message' },
    ],
    [
      'Exim',
      'bob@example.com\n    SMTP error from remote mail server after end of data:\n    host mx.example.com [192.0.2.1]: 554 5.7.1 spam',
      { text: '554 5.7.1 spam', replyCode: 554, status: '5.7.1', host: 'mx.example.com', stage: 'message' },
    ],
    [
      'qmail',
      '<bob@example.com>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 no mailbox here (#5.1.1)\nGiving up on 192.0.2.1.',
      { text: '550 no mailbox here (#5.1.1)', replyCode: 550, status: '5.1.1', host: null, stage: 'rcpt' },
    ],
    [
      "Sendmail's own code before the other side's",
      '554 <bob@example.com>... 550 Host unknown',
      { text: '550 Host unknown', replyCode: 550, status: null, host: null, stage: null },
    ],
    [
      'what a relay gave up on',
      'Message expired: unable to deliver in 840 minutes.<421 4.4.2 Connection timed out>',
      { text: '421 4.4.2 Connection timed out>', replyCode: 421, status: '4.4.2', host: null, stage: null },
    ],
    [
      'words without a code',
      'retry timeout exceeded',
      { text: 'retry timeout exceeded', replyCode: null, status: null, host: null, stage: null },
    ],
    [
      'numbers that are no codes',
      'after 450 minutes on 192.0.2.5 with version 5.1.1.2',
      { text: 'after 450 minutes on 192.0.2.5 with version 5.1.1.2', replyCode: null, status: null, host: null, stage: null },
    ],
  ])('%s', (_, piece, expected) => {
    expect(findReply(piece)).toEqual(expected);
  });
});
