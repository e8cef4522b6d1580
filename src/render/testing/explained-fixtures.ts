/**
 * Explained messages for the tests of their renderers.
 */
import type { Explained, ExplainedRecipient } from '../../model/explained.js';
import { noReplyDetails } from '../../model/reply-meaning.js';

/** A mailbox that does not exist, with changes. */
export function recipientOf(changes: Partial<ExplainedRecipient> = {}): ExplainedRecipient {
  return {
    address: 'bob@example.com',
    kind: 'failed',
    outcome: 'undeliverable',
    code: 'recipient.unknown',
    status: '5.1.1',
    replyCode: 550,
    permanence: 'permanent',
    addressState: 'dead',
    summary: 'The mailbox bob does not exist at example.com.',
    responsible: 'sender-user',
    alsoInform: ['recipient-mail'],
    remedy: ['Compare the spelling of bob@example.com with an older mail from the person, or phone.', 'Remove the address.'],
    waitingHelps: 'no',
    waiting: 'does not help: every sender bounces this at once',
    retryUntil: null,
    confidence: 'certain',
    confidenceReason: 'code and text agree',
    host: 'mx1.example.com',
    stage: 'rcpt',
    reply: '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown',
    decidedBy: 'text/no-such-user',
    provider: null,
    contradicts: false,
    details: noReplyDetails,
    ...changes,
  };
}

/** A bounce with one recipient, with changes. */
export function explainedOf(changes: Partial<Explained> = {}): Explained {
  return {
    schema: 'mailwhy-explained/1',
    source: 'bounces/0001.eml',
    recognisedAs: 'bounce',
    kind: 'failed',
    reportedBy: 'mx.example.org',
    software: 'postfix',
    feedbackType: null,
    recipients: [recipientOf()],
    carries: null,
    ...changes,
  };
}
