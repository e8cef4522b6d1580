/**
 * Worlds in which the server refuses for its own state or rules, or for the message.
 */
import { describeRefusal, type RefusalSketch } from './refusal.js';

const refusals: readonly RefusalSketch[] = [
  {
    name: 'server-relay-denied',
    title: 'The exchange does not take mail for the domain.',
    stage: 'rcpt',
    reply: '554 5.7.1 <bob@example.com>: Relay access denied',
    code: 'server.relay-denied',
    responsible: 'recipient-mail',
  },
  {
    name: 'server-relay-denied-sendmail',
    title: 'Sendmail does not relay for the domain.',
    stage: 'rcpt',
    reply: '550 5.7.1 <bob@example.com>... Relaying denied',
    code: 'server.relay-denied',
  },
  {
    name: 'server-auth-required',
    title: 'The exchange takes mail only from those who log in.',
    stage: 'mail',
    reply: '530 5.7.0 Authentication required',
    code: 'server.auth-required',
    responsible: 'recipient-dns',
  },
  {
    name: 'server-busy',
    title: 'The exchange is overloaded.',
    stage: 'mail',
    reply: '451 4.3.2 Server busy, please try again later',
    code: 'server.busy',
  },
  {
    name: 'server-storage-full',
    title: 'The exchange has no room left.',
    stage: 'mail',
    reply: '452 4.3.1 Insufficient system storage',
    code: 'server.storage-full',
  },
  {
    name: 'server-error',
    title: 'The exchange has a fault of its own.',
    stage: 'rcpt',
    reply: '451 4.3.0 <bob@example.com>: Temporary lookup failure',
    code: 'server.error',
  },
  {
    name: 'server-misconfigured',
    title: 'The exchange is set up wrongly.',
    stage: 'rcpt',
    reply: '451 4.3.5 Server configuration problem',
    code: 'server.misconfigured',
  },
  {
    name: 'server-routing-loop',
    title: 'The exchange finds itself again.',
    stage: 'rcpt',
    reply: '554 5.4.6 Too many hops',
    code: 'server.routing-loop',
  },
  {
    name: 'server-policy',
    title: 'Refused by a rule that is not named.',
    stage: 'rcpt',
    reply: '550 5.7.1 Message rejected due to local policy',
    code: 'server.policy',
  },
  {
    name: 'message-too-large',
    title: 'The announced size is more than the server takes.',
    stage: 'mail',
    reply: '552 5.3.4 Message size exceeds fixed limit',
    code: 'message.too-large',
    options: { sizeBytes: 99_000_000 },
  },
  {
    name: 'server-delivery-agent-failed',
    title: 'The program that delivers at the other end has failed.',
    stage: 'rcpt',
    reply: '451 4.3.0 <bob@example.com>: Temporary failure in delivery agent: mail system lmtp unavailable',
    code: 'server.delivery-agent-failed',
  },
  {
    name: 'server-protocol-error',
    title: 'The exchange does not understand what it is told.',
    stage: 'rcpt',
    reply: '503 5.5.1 Bad sequence of commands',
    code: 'server.protocol-error',
  },
];

export const serverReplyWorlds = refusals.map(describeRefusal);
