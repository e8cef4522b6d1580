/**
 * Who must act on a complaint, and what to do: by the type that the report gives (RFC 5965 section 7.3, RFC 6591).
 */
import type { Party } from '../model/vocabulary.js';

export interface ComplaintAdvice {
  readonly responsible: Party;
  readonly remedy: readonly string[];
}

const stop: ComplaintAdvice = {
  responsible: 'sender-user',
  remedy: [
    'Send no more mail to this recipient: take the address off the list at once.',
    'See how it came onto the list, and whether it was asked.',
  ],
};

const byType: Readonly<Record<string, ComplaintAdvice>> = {
  fraud: {
    responsible: 'sender-mail',
    remedy: [
      'The message was reported as phishing: see by its header whether it left your servers, and whose account sent it.',
      'It did not: publish a DMARC policy, so that others cannot write in your name.',
    ],
  },
  virus: {
    responsible: 'sender-mail',
    remedy: ['The message carried malware: find the machine or account that sent it, and clean it.', 'Scan outgoing mail.'],
  },
  'not-spam': { responsible: 'nobody', remedy: ['Nothing to do: a recipient says that the message was no spam.'] },
  'auth-failure': {
    responsible: 'sender-dns',
    remedy: [
      'The message failed SPF, DKIM or DMARC at the reporter: see in the report which one, and by the address whether it was yours.',
      'It was yours: let SPF name the address that sends, and sign with the domain of From.',
    ],
  },
};

/** Null: the report gives no type, which is taken for abuse. */
export function adviseOnComplaint(feedbackType: string | null): ComplaintAdvice {
  return byType[feedbackType ?? ''] ?? stop;
}
