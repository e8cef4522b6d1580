/** Written by scripts/generate-rules.mjs from the files of this folder; do not edit. */
import type { RegisteredRule } from '../model/rule.js';
import addressMalformed from './address/malformed.js';
import addressReported from './address/reported.js';
import addressUtf8Unsupported from './address/utf8-unsupported.js';
import connectionDropped from './connection/dropped.js';
import connectionReported from './connection/reported.js';
import connectionStalled from './connection/stalled.js';
import domainAliasLoop from './domain/alias-loop.js';
import domainDnssecBogus from './domain/dnssec-bogus.js';
import domainLameDelegation from './domain/lame-delegation.js';
import domainLookupFailed from './domain/lookup-failed.js';
import domainNotFound from './domain/not-found.js';
import domainReported from './domain/reported.js';
import domainServerUnreachable from './domain/server-unreachable.js';
import domainServersDisagree from './domain/servers-disagree.js';
import domainServersUnreachable from './domain/servers-unreachable.js';
import greetingBusy from './greeting/busy.js';
import greetingClosed from './greeting/closed.js';
import greetingMissing from './greeting/missing.js';
import greetingNotSmtp from './greeting/not-smtp.js';
import greetingRejected from './greeting/rejected.js';
import greetingReported from './greeting/reported.js';
import greetingSlow from './greeting/slow.js';
import helloNameNotFound from './hello/name-not-found.js';
import helloRejected from './hello/rejected.js';
import hostNoAnswer from './host/no-answer.js';
import hostReported from './host/reported.js';
import hostSilent from './host/silent.js';
import hostTakesNoMail from './host/takes-no-mail.js';
import hostUnreachable from './host/unreachable.js';
import localDeadlineReached from './local/deadline-reached.js';
import localDnsBlocked from './local/dns-blocked.js';
import localDnsIntercepted from './local/dns-intercepted.js';
import localEgressBlocked from './local/egress-blocked.js';
import localEgressIntercepted from './local/egress-intercepted.js';
import localIdentityAssumed from './local/identity-assumed.js';
import localInterrupted from './local/interrupted.js';
import localIpv6Broken from './local/ipv6-broken.js';
import localNoIpv6 from './local/no-ipv6.js';
import localResolverUnreachable from './local/resolver-unreachable.js';
import messageContentRejected from './message/content-rejected.js';
import messageEncoding from './message/encoding.js';
import messageMalformed from './message/malformed.js';
import messageSpam from './message/spam.js';
import messageTooLarge from './message/too-large.js';
import messageVirus from './message/virus.js';
import mxImplicit from './mx/implicit.js';
import mxMissing from './mx/missing.js';
import mxNull from './mx/null.js';
import mxPointsHere from './mx/points-here.js';
import mxReported from './mx/reported.js';
import mxTargetIsAddress from './mx/target-is-address.js';
import mxTargetIsAlias from './mx/target-is-alias.js';
import mxTargetLookupFailed from './mx/target-lookup-failed.js';
import mxTargetNotFound from './mx/target-not-found.js';
import mxTargetPrivate from './mx/target-private.js';
import networkUnreachable from './network/unreachable.js';
import pathSmtpRewritten from './path/smtp-rewritten.js';
import portFiltered from './port/filtered.js';
import portRefused from './port/refused.js';
import portReported from './port/reported.js';
import queueExpired from './queue/expired.js';
import recipientCatchAll from './recipient/catch-all.js';
import recipientDisabled from './recipient/disabled.js';
import recipientFiltered from './recipient/filtered.js';
import recipientMailboxBusy from './recipient/mailbox-busy.js';
import recipientMailboxFull from './recipient/mailbox-full.js';
import recipientMoved from './recipient/moved.js';
import recipientPostmasterUnknown from './recipient/postmaster-unknown.js';
import recipientRejected from './recipient/rejected.js';
import recipientRestricted from './recipient/restricted.js';
import recipientUnknown from './recipient/unknown.js';
import replyUndisclosed from './reply/undisclosed.js';
import replyUnrecognised from './reply/unrecognised.js';
import resolverFiltered from './resolver/filtered.js';
import resolverSplitView from './resolver/split-view.js';
import resolverStale from './resolver/stale.js';
import resolverZoneCopy from './resolver/zone-copy.js';
import routeHostsDisagree from './route/hosts-disagree.js';
import routePrimaryDown from './route/primary-down.js';
import senderAccountBlocked from './sender/account-blocked.js';
import senderArcFailed from './sender/arc-failed.js';
import senderBlocked from './sender/blocked.js';
import senderBlocklisted from './sender/blocklisted.js';
import senderDkimFailed from './sender/dkim-failed.js';
import senderDmarcFailed from './sender/dmarc-failed.js';
import senderDomainRefused from './sender/domain-refused.js';
import senderGeoBlocked from './sender/geo-blocked.js';
import senderGreylisted from './sender/greylisted.js';
import senderLoginFailed from './sender/login-failed.js';
import senderMalformed from './sender/malformed.js';
import senderNullRefused from './sender/null-refused.js';
import senderOwnAddress from './sender/own-address.js';
import senderOwnDomain from './sender/own-domain.js';
import senderQuotaExceeded from './sender/quota-exceeded.js';
import senderRateLimited from './sender/rate-limited.js';
import senderRejected from './sender/rejected.js';
import senderReputationLow from './sender/reputation-low.js';
import senderReverseDnsRefused from './sender/reverse-dns-refused.js';
import senderSpfFailed from './sender/spf-failed.js';
import senderSuppressed from './sender/suppressed.js';
import senderTooManyConnections from './sender/too-many-connections.js';
import senderTooManyRecipients from './sender/too-many-recipients.js';
import senderUnauthenticated from './sender/unauthenticated.js';
import serverAuthRequired from './server/auth-required.js';
import serverBusy from './server/busy.js';
import serverDeliveryAgentFailed from './server/delivery-agent-failed.js';
import serverError from './server/error.js';
import serverMisconfigured from './server/misconfigured.js';
import serverPolicy from './server/policy.js';
import serverProtocolError from './server/protocol-error.js';
import serverRelayDenied from './server/relay-denied.js';
import serverRoutingLoop from './server/routing-loop.js';
import serverStorageFull from './server/storage-full.js';
import tlsCertificate from './tls/certificate.js';
import tlsHandshakeFailed from './tls/handshake-failed.js';
import tlsInjection from './tls/injection.js';
import tlsNotOffered from './tls/not-offered.js';
import tlsPolicyUnmet from './tls/policy-unmet.js';
import tlsReported from './tls/reported.js';
import tlsRequired from './tls/required.js';

export const rules: readonly RegisteredRule[] = [
  addressMalformed,
  addressReported,
  addressUtf8Unsupported,
  connectionDropped,
  connectionReported,
  connectionStalled,
  domainAliasLoop,
  domainDnssecBogus,
  domainLameDelegation,
  domainLookupFailed,
  domainNotFound,
  domainReported,
  domainServerUnreachable,
  domainServersDisagree,
  domainServersUnreachable,
  greetingBusy,
  greetingClosed,
  greetingMissing,
  greetingNotSmtp,
  greetingRejected,
  greetingReported,
  greetingSlow,
  helloNameNotFound,
  helloRejected,
  hostNoAnswer,
  hostReported,
  hostSilent,
  hostTakesNoMail,
  hostUnreachable,
  localDeadlineReached,
  localDnsBlocked,
  localDnsIntercepted,
  localEgressBlocked,
  localEgressIntercepted,
  localIdentityAssumed,
  localInterrupted,
  localIpv6Broken,
  localNoIpv6,
  localResolverUnreachable,
  messageContentRejected,
  messageEncoding,
  messageMalformed,
  messageSpam,
  messageTooLarge,
  messageVirus,
  mxImplicit,
  mxMissing,
  mxNull,
  mxPointsHere,
  mxReported,
  mxTargetIsAddress,
  mxTargetIsAlias,
  mxTargetLookupFailed,
  mxTargetNotFound,
  mxTargetPrivate,
  networkUnreachable,
  pathSmtpRewritten,
  portFiltered,
  portRefused,
  portReported,
  queueExpired,
  recipientCatchAll,
  recipientDisabled,
  recipientFiltered,
  recipientMailboxBusy,
  recipientMailboxFull,
  recipientMoved,
  recipientPostmasterUnknown,
  recipientRejected,
  recipientRestricted,
  recipientUnknown,
  replyUndisclosed,
  replyUnrecognised,
  resolverFiltered,
  resolverSplitView,
  resolverStale,
  resolverZoneCopy,
  routeHostsDisagree,
  routePrimaryDown,
  senderAccountBlocked,
  senderArcFailed,
  senderBlocked,
  senderBlocklisted,
  senderDkimFailed,
  senderDmarcFailed,
  senderDomainRefused,
  senderGeoBlocked,
  senderGreylisted,
  senderLoginFailed,
  senderMalformed,
  senderNullRefused,
  senderOwnAddress,
  senderOwnDomain,
  senderQuotaExceeded,
  senderRateLimited,
  senderRejected,
  senderReputationLow,
  senderReverseDnsRefused,
  senderSpfFailed,
  senderSuppressed,
  senderTooManyConnections,
  senderTooManyRecipients,
  senderUnauthenticated,
  serverAuthRequired,
  serverBusy,
  serverDeliveryAgentFailed,
  serverError,
  serverMisconfigured,
  serverPolicy,
  serverProtocolError,
  serverRelayDenied,
  serverRoutingLoop,
  serverStorageFull,
  tlsCertificate,
  tlsHandshakeFailed,
  tlsInjection,
  tlsNotOffered,
  tlsPolicyUnmet,
  tlsReported,
  tlsRequired,
];
