/**
 * What an automatic answer means for the message that it answers, where it says more than that somebody is away.
 */
import type { AnswerPurpose } from '../intake/bounce/answer-purpose.js';
import type { ExplainedRecipient } from '../model/explained.js';

type Advice = Pick<
  ExplainedRecipient,
  'outcome' | 'addressState' | 'summary' | 'responsible' | 'remedy' | 'waitingHelps' | 'waiting' | 'confidence' | 'confidenceReason'
>;

/** Nobody but a server that refuses proves an address dead; whoever answers may mean a mailbox that others read. */
const byAnswer = {
  responsible: 'sender-user',
  addressState: 'unknown',
  waitingHelps: 'no',
  confidence: 'likely',
} as const;

const askElsewhere = 'See whether the answer names another address, and make sure by other means that it is the right one.';
const takeOff = 'If it is so for good, not for a holiday: take the address out of address books and off mailing lists.';

const advice: Readonly<Record<AnswerPurpose, Advice>> = {
  challenge: {
    ...byAnswer,
    outcome: 'delayed',
    addressState: 'alive',
    summary: 'The message is held until its sender answers this challenge.',
    remedy: [
      'The message was yours: answer as it asks, by a reply or by its link. Until then nobody reads the message.',
      'It was not yours: do not answer, as somebody wrote in your name. A DMARC policy keeps others from it.',
    ],
    waiting: 'does not help: the message is held until the challenge is answered',
    confidenceReason: 'the answer asks for a confirmation, and no server says where the message is',
  },
  undelivered: {
    ...byAnswer,
    outcome: 'undeliverable',
    summary: 'The message was not delivered, says an automatic answer.',
    remedy: [askElsewhere, takeOff],
    waiting: 'does not help: the message was not kept',
    confidenceReason: 'the answer says so, and no server refused the message',
  },
  unread: {
    ...byAnswer,
    outcome: 'deliverable',
    summary: 'The message was taken, and an automatic answer says that nobody reads the mailbox.',
    remedy: [askElsewhere, takeOff],
    waiting: 'does not help: nobody reads the mailbox',
    confidenceReason: 'the answer says so in words of its own',
  },
};

/** What is to be said of a recipient who answered so. */
export function adviseOnAnswer(purpose: AnswerPurpose): Advice {
  return advice[purpose];
}
