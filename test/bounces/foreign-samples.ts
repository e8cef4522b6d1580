/** Bounces in languages that nobody expects, and in charsets other than UTF-8. */
import type { BounceSample, ExpectedRecipient } from './bounce-sample.js';

const unknown: ExpectedRecipient = { address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 };
const full: ExpectedRecipient = { address: 'bob@example.com', code: 'recipient.mailbox-full', status: '5.2.2', replyCode: 552 };

interface Foreign {
  readonly name: string;
  readonly headers: readonly string[];
  readonly body: string;
  readonly expected: ExpectedRecipient;
}

const foreign: readonly Foreign[] = [
  {
    name: 'an Italian subject, and a line of Postfix',
    headers: ['From: MAILER-DAEMON@mx.example.org', 'Subject: Messaggio non consegnato'],
    body: '<bob@example.com>: host mx1.example.com[192.0.2.25] said: 550 5.1.1 Utente sconosciuto',
    expected: { ...unknown, host: 'mx1.example.com' },
  },
  {
    name: 'an Italian body, the reply beneath the address',
    headers: ['From: MAILER-DAEMON@mx.example.org', 'Subject: Esito'],
    body: 'Impossibile recapitare ai seguenti destinatari:\n\n  bob@example.com\n    550 5.1.1 Utente sconosciuto',
    expected: unknown,
  },
  {
    name: 'Basque words, from the null reverse-path alone',
    headers: ['Return-Path: <>', 'From: Posta zerbitzaria <posta@mx.example.org>', 'Subject: Mezua itzuli da'],
    body: '<bob@example.com>: 552 5.2.2 postontzia beteta dago',
    expected: full,
  },
  {
    name: 'a daemon that has no domain',
    headers: ['From: MAILER-DAEMON (Posta)', 'Subject: Mezua'],
    body: '<bob@example.com>: 552 5.2.2 postontzia beteta dago',
    expected: full,
  },
  {
    name: 'French with the apostrophe of Windows',
    headers: [
      'From: Courrier <mailer-daemon@mx.example.org>',
      'Subject: Remise',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=windows-1252',
      'Content-Transfer-Encoding: quoted-printable',
    ],
    body: 'Votre message n=92a pas pu =EAtre remis aux destinataires suivants :\n\n  bob@example.com\n    Bo=EEte aux lettres pleine',
    expected: { ...full, status: null, replyCode: null },
  },
];

/** Exchange puts such a word before the subject of what came back, and nothing else that it says may be in English. */
const exchangeSubjects = [
  'Non recapitabile',
  'No se puede entregar',
  'Não entregue',
  'Onbestelbaar',
  'Olevererbart',
  'Kan ikke leveres',
  'Ei voitu toimittaa',
  'Niedostarczone',
  'Nedoručitelné',
  'Teslim edilemedi',
  'Kézbesíthetetlen',
  '未送达',
  '無法傳遞',
  '배달되지 않음',
];

const exchange: readonly Foreign[] = exchangeSubjects.map((subject) => ({
  name: `Exchange, ${subject}`,
  headers: ['Return-Path: <>', 'From: Posta <posta@mx.example.org>', `Subject: ${subject}: Minutes of Monday`],
  body: "bob@example.com\nRemote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'",
  expected: unknown,
}));

export const foreignSamples: readonly BounceSample[] = [...foreign, ...exchange].map(({ name, headers, body, expected }) => ({
  name: `another language: ${name}`,
  kind: 'failed',
  message: [...headers, 'To: ann@example.org', '', body, ''].join('\n'),
  recipients: [expected],
}));
