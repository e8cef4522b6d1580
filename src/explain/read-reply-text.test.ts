/** What people paste: replies within the words of servers, bounces, logs and mails. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReplyText } from './read-reply-text.js';

function read(text: string) {
  const found = readReplyText(text);
  if (found === null) return null;
  const { reply, host, stage, recipient } = found;
  return { code: reply.code, enhanced: reply.enhanced, host, stage, recipient };
}

const unknown = { code: 550, enhanced: '5.1.1', host: null, stage: null, recipient: null };
const bob = { ...unknown, recipient: 'bob@example.com' };
const atRcpt = { ...bob, host: 'mx.example.com', stage: 'rcpt' };

describe('a reply within other words', () => {
  it.each<[string, string, object]>([
    ['nothing else', '550 5.1.1 User unknown', unknown],
    ['the recipient in it', '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown', bob],
    [
      'the sender, whose server Exim asked back',
      '550-Verification failed for <x@example.org>\n550-Sent:     RCPT TO:<x@example.org>\n550-Response: 550 No such user\n550 5.1.1 Sender verify failed',
      unknown,
    ],
    ['in quotation marks', '"550 5.1.1 <bob@example.com>... User unknown"', bob],
    ['quoted in a mail', '> 550-5.1.1 no such user\n> 550 5.1.1 here', unknown],
    ['Postfix in a log', 'host mx.example.com[192.0.2.1] said: 550 5.1.1 <bob@example.com>: unknown (in reply to RCPT TO command)', atRcpt],
    [
      'Postfix in a bounce, wrapped',
      '<bob@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1\n    <bob@example.com>: User unknown (in reply to RCPT TO\n    command)',
      atRcpt,
    ],
    [
      'the end of a line of Postfix’ log',
      '4WxYz1: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 no such user (in reply to RCPT TO command))',
      atRcpt,
    ],
    [
      'Exim',
      'SMTP error from remote mail server after RCPT TO:<bob@example.com>: host mx.example.com [192.0.2.1]: 550 5.1.1 User unknown',
      atRcpt,
    ],
    [
      'Exim in a bounce, over lines',
      '  bob@example.com\n    SMTP error from remote mail server after RCPT TO:<bob@example.com>:\n    host mx.example.com [192.0.2.1]: 550 5.1.1 User unknown',
      atRcpt,
    ],
    [
      'Sendmail in a bounce',
      '   ----- Transcript of session follows -----\n... while talking to mx.example.com.:\n>>> RCPT To:<bob@example.com>\n<<< 550 5.1.1 User unknown',
      atRcpt,
    ],
    ['qmail', 'Remote host said: 550 5.1.1 no such user', unknown],
    ['a field of a report', 'Diagnostic-Code: smtp; 550 5.1.1 no such user', unknown],
    ['Exchange Online', "Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipientNotFound; not found'", unknown],
    ['Exchange in a bounce', '#< #5.1.1 smtp; 550 5.1.1 no such user>', unknown],
    [
      'Postfix where encryption was refused',
      '454 4.7.0 TLS not available (in reply to STARTTLS command)',
      { code: 454, enhanced: '4.7.0', ...nobody(), stage: 'starttls' },
    ],
    [
      'Postfix where the password was refused',
      'host mx.example.com[192.0.2.1] said: 535 5.7.8 authentication failed (in reply to AUTH command)',
      { code: 535, enhanced: '5.7.8', host: 'mx.example.com', stage: 'auth', recipient: null },
    ],
    [
      'a sender’s refusal names no recipient',
      '553 5.1.8 <me@example.net>: Sender address rejected',
      { code: 553, enhanced: '5.1.8', ...nobody() },
    ],
    [
      'refused at once',
      'mx.example.com[192.0.2.1] refused to talk to me: 421 4.7.0 try again later',
      { code: 421, enhanced: '4.7.0', host: 'mx.example.com', stage: 'greeting', recipient: null },
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['', ' ', 'hello', 'User unknown', '42 is no code', '5.1.1', '1550 5.1.1 x', 'call 550-1234 for help'])('none in %j', (text) => {
    expect(readReplyText(text)).toBeNull();
  });

  it('ends soon on any text, and never throws', () => {
    const pieces = fc.constantFrom(
      '550 ',
      '5.1.1 ',
      '<',
      '>',
      'a@b.example',
      'host ',
      '[1]',
      ' said: ',
      '(in reply to ',
      '\n',
      '550-',
      ': ',
      'x',
    );
    const text = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (each) => void readReplyText(each)));
    const startedAt = performance.now();
    for (const piece of ['a.', 'host a.b [', '<a@', '(in reply to ', '> ', 'said: ', '550 <', 'status=x ('])
      readReplyText(piece.repeat(40_000));
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});

function nobody() {
  return { host: null, stage: null, recipient: null };
}
