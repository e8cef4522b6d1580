/** Reports that ride in somebody's message, in the forms that mail programs give them. */
import { describe, expect, it } from 'vitest';
import { readBounce } from './read-bounce.js';

const words = [
  'This is the mail system at host mx.example.org.',
  '',
  'Your message could not be delivered to one or more recipients.',
  '',
  '<bob@example.com>: host mx1.example.com[192.0.2.25] said: 550 5.1.1 User',
  '    unknown (in reply to RCPT TO command)',
];
const header = [
  'From: Mail Delivery System <MAILER-DAEMON@mx.example.org>',
  'Subject: Undelivered Mail Returned to Sender',
  'To: ann@example.org',
];
const letter = ['From: Ann <ann@example.org>', 'To: helpdesk@example.org', 'Subject: Fwd: Undelivered Mail Returned to Sender'];

function read(lines: readonly string[]) {
  return readBounce(new TextEncoder().encode(lines.join('\n')));
}

describe('a message that carries a report', () => {
  it.each([
    ['quoted', [...letter, '', 'What is this?', '', ...[...header, '', ...words].map((line) => `> ${line}`)]],
    ['behind the line of Gmail', [...letter, '', 'What is this?', '', '---------- Forwarded message ---------', ...header, '', ...words]],
    [
      'behind the line of Apple Mail, quoted',
      [...letter, '', 'Begin forwarded message:', '', ...[...header, '', ...words].map((line) => `> ${line}`)],
    ],
    [
      'quoted, with the line before the message that came back',
      [
        ...letter,
        '',
        'What is this?',
        '',
        ...[...words, '', '----- Original message -----', '', 'To: bob@example.com'].map((line) => `> ${line}`),
      ],
    ],
    [
      'in an answer to somebody who forwarded it',
      [
        ...letter,
        '',
        'Let me see.',
        '',
        ...['Can you help?', '', '-----Original Message-----', ...header, '', ...words].map((line) => `> ${line}`),
      ],
    ],
    ['behind the line of Outlook', [...letter, '', '-----Original Message-----', ...header, '', ...words]],
    [
      'attached',
      [
        ...letter,
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'What is this?',
        '--b',
        'Content-Type: message/rfc822',
        '',
        ...header,
        '',
        ...words,
        '--b--',
      ],
    ],
  ])('%s', async (_, lines) => {
    const { kind, recipients, carried } = await read(lines);
    expect({ kind, recipients }).toEqual({ kind: 'not-a-report', recipients: [] });
    expect(carried).toMatchObject({ kind: 'failed', recipients: [{ address: 'bob@example.com', status: '5.1.1', replyCode: 550 }] });
  });

  it('carries none where somebody quotes a letter', async () => {
    const quoted = ['Hello Ann,', 'see you on Monday', 'at ten,', 'in the hall.', 'Bob'].map((line) => `> ${line}`);
    expect(await read([...letter, '', 'Fine.', '', ...quoted])).not.toHaveProperty('carried');
  });
});
