/**
 * Enhanced status codes about addresses, mailboxes and the receiving system (RFC 3463 sections 3.2 to 3.4).
 */
import type { StatusCode } from './status-code.js';

export const addressingStatuses: readonly StatusCode[] = [
  { detail: '1.0', meaning: 'something about an address', code: 'reply.undisclosed', vague: true, alsoMeans: [] },
  {
    detail: '1.1',
    meaning: 'no such mailbox: what stands left of the @ is wrong',
    code: 'recipient.unknown',
    vague: false,
    alsoMeans: ['recipient.disabled', 'recipient.moved', 'recipient.rejected', 'address.'],
  },
  {
    detail: '1.2',
    meaning: 'the domain does not exist or takes no mail',
    code: 'domain.not-found',
    vague: false,
    alsoMeans: ['domain.', 'mx.', 'server.relay-denied', 'address.malformed'],
  },
  {
    detail: '1.3',
    meaning: 'the recipient address is badly written',
    code: 'address.malformed',
    vague: false,
    alsoMeans: ['address.', 'recipient.unknown', 'server.protocol-error'],
  },
  { detail: '1.4', meaning: 'the address fits several mailboxes', code: 'recipient.unknown', vague: false, alsoMeans: ['recipient.'] },
  { detail: '1.5', meaning: 'the address is valid', code: 'reply.undisclosed', vague: true, alsoMeans: [] },
  {
    detail: '1.6',
    meaning: 'the mailbox has moved',
    code: 'recipient.moved',
    vague: false,
    alsoMeans: ['recipient.unknown', 'recipient.disabled'],
  },
  {
    detail: '1.7',
    meaning: 'the sender address is badly written',
    code: 'sender.rejected',
    vague: false,
    alsoMeans: [
      'sender.malformed',
      'sender.domain-not-found',
      'sender.null-refused',
      'sender.null-mx',
      'sender.unauthenticated',
      'sender.blocked',
    ],
  },
  {
    detail: '1.8',
    meaning: "the sender's domain does not exist or cannot get replies",
    code: 'sender.domain-not-found',
    vague: false,
    alsoMeans: [
      'sender.rejected',
      'sender.null-mx',
      'sender.malformed',
      'sender.no-reverse-dns',
      'sender.account-blocked',
      'hello.rejected',
    ],
  },
  { detail: '1.9', meaning: 'handed to a system that reports no further', code: 'reply.undisclosed', vague: true, alsoMeans: [] },
  {
    detail: '1.10',
    meaning: "the recipient's domain declares that it takes no mail (null MX)",
    code: 'mx.null',
    vague: false,
    alsoMeans: ['domain.', 'recipient.unknown'],
  },
];

export const mailboxStatuses: readonly StatusCode[] = [
  { detail: '2.0', meaning: 'something about the mailbox', code: 'reply.undisclosed', vague: true, alsoMeans: [] },
  {
    detail: '2.1',
    meaning: 'the mailbox is disabled',
    code: 'recipient.disabled',
    vague: false,
    alsoMeans: ['recipient.'],
  },
  { detail: '2.2', meaning: 'the mailbox is full', code: 'recipient.mailbox-full', vague: false, alsoMeans: ['server.storage-full'] },
  {
    detail: '2.3',
    meaning: 'larger than this mailbox allows',
    code: 'message.too-large',
    vague: false,
    alsoMeans: ['recipient.mailbox-full'],
  },
  { detail: '2.4', meaning: 'the list could not be expanded', code: 'server.error', vague: false, alsoMeans: ['server.', 'recipient.'] },
];

export const systemStatuses: readonly StatusCode[] = [
  { detail: '3.0', meaning: 'something about the receiving system', code: 'server.error', vague: true, alsoMeans: [] },
  {
    detail: '3.1',
    meaning: 'its disk is full',
    code: 'server.storage-full',
    vague: false,
    alsoMeans: ['server.', 'recipient.mailbox-full'],
  },
  {
    detail: '3.2',
    meaning: 'it takes no mail now',
    code: 'server.busy',
    vague: false,
    alsoMeans: [
      'server.',
      'sender.greylisted',
      'sender.rate-limited',
      'sender.too-many-connections',
      'host.takes-no-mail',
      'greeting.',
      'mx.null',
    ],
  },
  {
    detail: '3.3',
    meaning: 'a wanted feature is missing there',
    code: 'server.misconfigured',
    vague: false,
    alsoMeans: ['server.', 'address.utf8-unsupported', 'message.encoding'],
  },
  {
    detail: '3.4',
    meaning: 'larger than the system allows',
    code: 'message.too-large',
    vague: false,
    alsoMeans: ['server.storage-full', 'message.malformed'],
  },
  {
    detail: '3.5',
    meaning: 'the system is wrongly configured',
    code: 'server.misconfigured',
    vague: false,
    alsoMeans: ['server.', 'mx.points-here'],
  },
  { detail: '3.6', meaning: 'accepted with another priority', code: 'reply.undisclosed', vague: true, alsoMeans: [] },
];
