/**
 * Enhanced status codes about network, protocol and content (RFC 3463 sections 3.5 to 3.7, RFC 4954, 6531, 7372).
 */
import type { StatusCode } from './status-code.js';

export const networkStatuses: readonly StatusCode[] = [
  { detail: '4.0', meaning: 'something in network or routing', code: 'host.no-answer', vague: true, alsoMeans: [] },
  {
    detail: '4.1',
    meaning: 'the host did not answer',
    code: 'host.no-answer',
    vague: false,
    alsoMeans: ['host.', 'connection.', 'port.', 'greeting.', 'queue.expired', 'network.'],
  },
  {
    detail: '4.2',
    meaning: 'the connection broke off',
    code: 'connection.dropped',
    vague: false,
    alsoMeans: ['connection.', 'host.', 'server.', 'queue.expired'],
  },
  {
    detail: '4.3',
    meaning: 'DNS or a directory was not available',
    code: 'domain.lookup-failed',
    vague: false,
    alsoMeans: ['domain.', 'mx.', 'server.', 'sender.domain-not-found'],
  },
  {
    detail: '4.4',
    meaning: 'no next hop was found',
    code: 'domain.not-found',
    temporaryCode: 'domain.lookup-failed',
    vague: false,
    alsoMeans: ['domain.', 'mx.', 'server.', 'host.'],
  },
  {
    detail: '4.5',
    meaning: 'the mail system is congested',
    code: 'server.busy',
    vague: false,
    alsoMeans: ['server.', 'sender.rate-limited', 'sender.too-many-connections', 'recipient.mailbox-busy'],
  },
  { detail: '4.6', meaning: 'a loop', code: 'server.routing-loop', vague: false, alsoMeans: ['mx.points-here', 'server.misconfigured'] },
  {
    detail: '4.7',
    meaning: 'too old, the sender gave up',
    code: 'queue.expired',
    vague: true,
    alsoMeans: ['host.', 'connection.', 'domain.', 'server.', 'sender.greylisted', 'recipient.mailbox-full'],
  },
];

export const protocolStatuses: readonly StatusCode[] = [
  { detail: '5.0', meaning: 'something in the protocol', code: 'reply.undisclosed', vague: true, alsoMeans: [] },
  {
    detail: '5.1',
    meaning: 'a command out of order or unsupported',
    code: 'server.protocol-error',
    vague: false,
    alsoMeans: ['server.auth-required', 'tls.', 'hello.rejected', 'sender.'],
  },
  {
    detail: '5.2',
    meaning: 'a command that was not understood',
    code: 'server.protocol-error',
    vague: false,
    alsoMeans: ['address.', 'sender.malformed', 'hello.rejected', 'tls.'],
  },
  {
    detail: '5.3',
    meaning: 'too many recipients at once',
    code: 'sender.too-many-recipients',
    vague: false,
    alsoMeans: ['sender.rate-limited', 'sender.quota-exceeded', 'server.'],
  },
  {
    detail: '5.4',
    meaning: "a command's arguments are wrong",
    code: 'server.protocol-error',
    vague: false,
    alsoMeans: ['address.', 'sender.malformed', 'sender.rejected', 'hello.rejected', 'message.too-large'],
  },
  { detail: '5.5', meaning: 'protocol versions do not fit', code: 'server.protocol-error', vague: false, alsoMeans: ['tls.'] },
  {
    detail: '5.6',
    meaning: 'a line of the login is too long',
    code: 'sender.login-failed',
    vague: false,
    alsoMeans: ['server.protocol-error'],
  },
];

export const contentStatuses: readonly StatusCode[] = [
  {
    detail: '6.0',
    meaning: 'something about the content',
    code: 'message.malformed',
    vague: true,
    alsoMeans: [],
  },
  { detail: '6.1', meaning: 'the media type is not supported', code: 'message.encoding', vague: false, alsoMeans: ['message.'] },
  { detail: '6.2', meaning: 'a conversion is needed and forbidden', code: 'message.encoding', vague: false, alsoMeans: ['message.'] },
  { detail: '6.3', meaning: 'a conversion is needed and not possible', code: 'message.encoding', vague: false, alsoMeans: ['message.'] },
  { detail: '6.4', meaning: 'converted with loss', code: 'message.encoding', vague: false, alsoMeans: ['message.'] },
  { detail: '6.5', meaning: 'the conversion failed', code: 'message.encoding', vague: false, alsoMeans: ['message.'] },
  {
    detail: '6.6',
    meaning: 'remote content could not be fetched',
    code: 'message.content-rejected',
    vague: false,
    alsoMeans: ['message.'],
  },
  {
    detail: '6.7',
    meaning: 'addresses outside ASCII are not allowed here',
    code: 'address.utf8-unsupported',
    vague: false,
    alsoMeans: ['address.', 'message.encoding'],
  },
  { detail: '6.8', meaning: 'the reply would need UTF-8', code: 'message.encoding', vague: false, alsoMeans: ['message.', 'address.'] },
  {
    detail: '6.9',
    meaning: 'UTF-8 headers cannot be passed on',
    code: 'message.encoding',
    vague: false,
    alsoMeans: ['message.', 'address.'],
  },
  {
    detail: '6.10',
    meaning: 'a withdrawn duplicate of x.6.8',
    code: 'message.encoding',
    vague: false,
    alsoMeans: ['message.', 'address.'],
  },
];
