/** What automatic answers say of the message that they answer. */
import { expect, it } from 'vitest';
import { type AnswerPurpose, findTellingWords, sortAnswer } from './answer-purpose.js';

const told: readonly (readonly [words: string, purpose: AnswerPurpose | null])[] = [
  ['This mailbox is protected by TMDA. Reply to confirm; your message will then be delivered.', 'challenge'],
  ['Please verify that you are a real live human being and not a spam source.', 'challenge'],
  ['Your message is being held until you confirm it by the link below.', 'challenge'],
  ['The message requires that you verify your address.', 'challenge'],
  ['This mailbox is no longer in use and your message was not delivered.', 'undelivered'],
  ['Ihre Nachricht wurde nicht zugestellt, das Postfach ist geschlossen.', 'undelivered'],
  ['Bob no longer works for Example Inc.', 'unread'],
  ['Frau Miller ist nicht mehr bei uns tätig.', 'unread'],
  ["Monsieur Martin a quitté l'entreprise.", 'unread'],
  ['Ya no trabaja en la empresa.', 'unread'],
  ['I am away until Monday; in urgent cases call my colleague.', null],
  ['Thank you, we have your message and will answer within two days.', null],
  ['Ich bin im Urlaub, Nachrichten werden nicht weitergeleitet.', null],
];

it.each(told)('%s', (words, purpose) => {
  expect(sortAnswer(words)).toBe(purpose);
  expect(findTellingWords(`Dear sender,\n\n${words}\n\nBob`)).toBe(purpose === null ? null : words);
});

it('does not take what the answer quotes for what it says', () => {
  const away = 'I am away.\n\n';
  expect(findTellingWords(`${away}> Bob no longer works here.`)).toBeNull();
  expect(findTellingWords(`${away}On Monday Ann wrote:\n\nBob no longer works here.`)).toBeNull();
  expect(findTellingWords(`${away}-----Original Message-----\nBob no longer works here.`)).toBeNull();
});
