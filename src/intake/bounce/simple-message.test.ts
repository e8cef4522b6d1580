/** Messages in good order, and those that are left to the library. */
import { describe, expect, it } from 'vitest';
import { readSimpleMessage } from './simple-message.js';

const mixed = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n';

describe('a message in good order', () => {
  it.each([
    ['without MIME', 'From: a@x.example\n\nHello\n', { plain: 'Hello\n', parts: [] }],
    ['in an mbox', 'From a@x.example Mon Nov 23 10:00:00 2026\nFrom: a@x.example\n\nHello\n', { plain: 'Hello\n', parts: [] }],
    [
      'with parts, a preamble and an epilogue',
      `${mixed}preamble\n--b\n\none\n--b\nContent-Type: message/delivery-status\n\nStatus: 5.1.1\n--b--\nepilogue\n`,
      { plain: 'one', parts: [{ type: 'message/delivery-status', text: 'Status: 5.1.1' }] },
    ],
    [
      'cut off within a part',
      `${mixed}--b\n\none\n--b\nContent-Type: text/rfc822-headers\n\nSubject: x`,
      { plain: 'one', parts: [{ type: 'text/rfc822-headers', text: 'Subject: x' }] },
    ],
    [
      'with an alternative within',
      `${mixed}--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\nplain\n--c\nContent-Type: text/html\n\n<p>html\n--c--\n--b--\n`,
      { plain: 'plain', html: '<p>html', parts: [] },
    ],
    [
      'with a text that is attached',
      `${mixed}--b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nnote\n--b--\n`,
      { plain: '', parts: [{ type: 'text/plain', text: 'note' }] },
    ],
  ])('%s', (_, text, expected) => {
    expect(readSimpleMessage(text)).toMatchObject(expected);
  });

  it('has its encoded words decoded', () => {
    expect(readSimpleMessage('Subject: =?utf-8?Q?unzustellbar=3A_caf=C3=A9?=\n\n')?.headers.get('subject')).toEqual(['unzustellbar: café']);
  });
});

describe('left to the library is', () => {
  it.each([
    ['a boundary that never comes', `${mixed}text\n--other\n\none\n`],
    ['a type that is none', 'Content-Type: text\n\nHello\n'],
    ['a charset that nobody knows', 'Content-Type: text/plain; charset=x-7\nContent-Transfer-Encoding: quoted-printable\n\na=20b\n'],
    ['a message without a body', 'Subject: a\n'],
    ['flowed text', 'Content-Type: text/plain; format=flowed\n\na \nb\n'],
    [
      'nesting as no report has it',
      'Content-Type: multipart/mixed; boundary=a\n\n'.concat(
        ...['a', 'b', 'c', 'd', 'e'].map(
          (mark) => `--${mark}\nContent-Type: multipart/mixed; boundary=${String.fromCharCode(mark.charCodeAt(0) + 1)}\n\n`,
        ),
      ),
    ],
  ])('%s', (_, text) => {
    expect(readSimpleMessage(text)).toBeNull();
  });
});
