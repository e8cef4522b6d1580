/**
 * The words of every report: codes, outcomes, parties, severities.
 *
 * A public interface: scripts match on these strings. Words are added, never renamed.
 */

/** Every code a finding may carry, in the order of the vocabulary. */
export const codes = [
  'address.malformed',
  'address.utf8-unsupported',
  'local.resolver-unreachable',
  'local.egress-blocked',
  'local.no-ipv6',
  'local.ipv6-broken',
  'local.dns-blocked',
  'local.dns-intercepted',
  'local.egress-intercepted',
  'local.identity-assumed',
  'local.deadline-reached',
  'local.interrupted',
  'resolver.stale',
  'resolver.zone-copy',
  'resolver.split-view',
  'resolver.filtered',
  'domain.not-found',
  'domain.servers-unreachable',
  'domain.server-unreachable',
  'domain.lame-delegation',
  'domain.dnssec-bogus',
  'domain.servers-disagree',
  'domain.alias-loop',
  'domain.lookup-failed',
  'mx.missing',
  'mx.implicit',
  'mx.null',
  'mx.null-not-alone',
  'mx.target-not-found',
  'mx.target-lookup-failed',
  'mx.points-here',
  'mx.target-is-alias',
  'mx.target-is-address',
  'mx.target-private',
  'route.primary-down',
  'route.hosts-disagree',
  'host.takes-no-mail',
  'network.unreachable',
  'host.unreachable',
  'host.silent',
  'host.no-answer',
  'port.refused',
  'port.filtered',
  'path.smtp-rewritten',
  'greeting.missing',
  'greeting.closed',
  'greeting.slow',
  'greeting.busy',
  'greeting.rejected',
  'greeting.not-smtp',
  'hello.rejected',
  'hello.name-not-found',
  'connection.dropped',
  'connection.stalled',
  'tls.not-offered',
  'tls.required',
  'tls.handshake-failed',
  'tls.weak',
  'tls.certificate-expired',
  'tls.certificate-untrusted',
  'tls.certificate-name',
  'tls.sts-unmet',
  'tls.dane-unmet',
  'tls.injection',
  'server.relay-denied',
  'server.auth-required',
  'server.busy',
  'server.storage-full',
  'server.error',
  'server.misconfigured',
  'server.routing-loop',
  'server.delivery-agent-failed',
  'server.protocol-error',
  'server.policy',
  'sender.malformed',
  'sender.domain-not-found',
  'sender.null-mx',
  'sender.null-refused',
  'sender.rejected',
  'sender.spf-failed',
  'sender.dkim-failed',
  'sender.dmarc-failed',
  'sender.arc-failed',
  'sender.unauthenticated',
  'sender.no-reverse-dns',
  'sender.blocklisted',
  'sender.domain-blocklisted',
  'sender.blocked',
  'sender.reputation-low',
  'sender.geo-blocked',
  'sender.greylisted',
  'sender.rate-limited',
  'sender.too-many-connections',
  'sender.too-many-recipients',
  'sender.account-blocked',
  'sender.quota-exceeded',
  'sender.suppressed',
  'sender.login-failed',
  'recipient.unknown',
  'recipient.disabled',
  'recipient.moved',
  'recipient.mailbox-full',
  'recipient.mailbox-busy',
  'recipient.restricted',
  'recipient.filtered',
  'recipient.catch-all',
  'recipient.postmaster-unknown',
  'recipient.rejected',
  'message.too-large',
  'message.malformed',
  'message.encoding',
  'message.content-rejected',
  'message.spam',
  'message.virus',
  'queue.expired',
  'reply.undisclosed',
  'reply.unrecognised',
] as const;

export type Code = (typeof codes)[number];

export const outcomes = ['deliverable', 'delayed', 'undeliverable', 'inconclusive'] as const;
/** What senders would do with the message; never how bad it is. */
export type Outcome = (typeof outcomes)[number];

export const severities = ['error', 'warning', 'notice', 'info'] as const;
/** `error`: this alone stops or defers the mail on that route. */
export type Severity = (typeof severities)[number];

export const confidences = ['certain', 'likely', 'possible'] as const;
export type Confidence = (typeof confidences)[number];

export const parties = [
  'recipient-dns',
  'recipient-mail',
  'recipient-user',
  'network',
  'sender-dns',
  'sender-mail',
  'sender-user',
  'local',
  'nobody',
] as const;
/** Who must act. */
export type Party = (typeof parties)[number];

export const waitingAnswers = ['yes', 'no', 'unknown'] as const;
export type WaitingHelps = (typeof waitingAnswers)[number];

/** Where a reply stands in a conversation, in the order of the conversation. */
export const stages = [
  'connect',
  'greeting',
  'hello',
  'starttls',
  'tls',
  'auth',
  'mail',
  'rcpt',
  'data',
  'message',
  'rset',
  'quit',
] as const;
export type Stage = (typeof stages)[number];

/** Exit statuses of the command, from sysexits.h and the shell's 128 + SIGINT. */
export const exitStatuses = {
  ok: 0,
  usage: 64,
  dataError: 65,
  noInput: 66,
  unavailable: 69,
  software: 70,
  ioError: 74,
  temporary: 75,
  configuration: 78,
  interrupted: 130,
} as const;

/** The exit status that belongs to each outcome. */
export const outcomeExitStatuses: Readonly<Record<Outcome, number>> = {
  deliverable: exitStatuses.ok,
  delayed: exitStatuses.temporary,
  undeliverable: exitStatuses.unavailable,
  inconclusive: exitStatuses.ioError,
};
