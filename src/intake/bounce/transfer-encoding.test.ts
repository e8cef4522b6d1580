/** Bodies in the encodings and charsets of reports. */
import { expect, it } from 'vitest';
import { decodeBody } from './transfer-encoding.js';

it.each([
  ['plain ASCII', 'User unknown', '7bit', 'us-ascii', 'User unknown'],
  ['ASCII in another charset', 'User unknown', '7bit', 'iso-8859-15', 'User unknown'],
  ['Japanese by escapes', '\u001b$B%f!<%6\u001b(B', '7bit', 'iso-2022-jp', 'ユーザ'],
  [
    'quoted-printable over a soft line end',
    'Empf=C3=A4nger =\nunbekannt  \nEnde',
    'quoted-printable',
    'utf-8',
    'Empfänger unbekannt\nEnde',
  ],
  ['quoted-printable with an equals sign that is none', 'a=b =ZZ', 'quoted-printable', 'utf-8', 'a=b =ZZ'],
  ['quoted-printable in Latin-1', 'refus=E9', 'quoted-printable', 'iso-8859-1', 'refusé'],
  ['base64 on several lines', 'VXNlciB1\nbmtub3du\n', 'base64', 'us-ascii', 'User unknown'],
  ['base64 with CR LF within', 'YQ0KYg==', 'base64', 'utf-8', 'a\nb'],
  ['UTF-7 that is ASCII alone', 'User unknown', '7bit', 'utf-7', 'User unknown'],
  ['UTF-7 by the name that Microsoft gives it', 'Empf+AOQ-nger 1 +- 1 +MOYw/DC2-!', '7bit', 'unicode-1-1-utf-7', 'Empfänger 1 + 1 ユーザ!'],
  ['UTF-7 with a run that is none', 'a +A b', '7bit', 'utf-7', 'a  b'],
  ['base64 with other characters in it', 'VXNl*ciB1', 'base64', 'utf-8', null],
  ['a charset that nobody knows', '=E9', 'quoted-printable', 'x-unknown', null],
  ['an encoding that nobody knows', 'a', 'x-uuencode', 'utf-8', null],
])('%s', (_, body, encoding, charset, expected) => {
  expect(decodeBody(body, encoding, charset)).toBe(expected);
});
