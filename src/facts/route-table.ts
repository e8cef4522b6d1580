/**
 * The route as a table: every exchange with its addresses, and in a few words what became of each.
 */

import type { ConnectFailure } from '../model/evidence.js';
import type { Fact, FactView } from '../model/fact.js';
import type { IpAddress } from '../model/ip-address.js';
import type { Exchange } from '../model/reply.js';
import type { RouteAddress, RouteExchange } from '../model/report.js';
import { stageWords } from '../model/stage-words.js';
import type { Stage } from '../model/vocabulary.js';
import { type Conversation, concludeSmtp, type HostResult, hostResults, needsMissingSmtpUtf8 } from './host-results.js';
import { authorityRoute, type ExchangeProblem, mailRoute, type PlannedExchange } from './mail-route.js';
import { isLoopback } from './own-place.js';
import { senderCourse } from './sender-course.js';

export const routeTable: Fact<readonly RouteExchange[]> = {
  name: 'route-table',
  derive(view) {
    const results = view.read(hostResults);
    const onRoute = view.read(mailRoute).exchanges.map((exchange) => tabulate(view, exchange, results));
    const newOnes = view
      .read(authorityRoute)
      .exchanges.filter((exchange) => results.some((host) => !host.onRoute && host.exchange.exchange === exchange.exchange))
      .map((exchange) =>
        tabulate(
          view,
          exchange,
          results.filter((host) => !host.onRoute),
        ),
      );
    return [...onRoute, ...newOnes];
  },
};

/** Where a conforming sender ends: an address, null where nowhere. */
export const endsAt: Fact<IpAddress | null> = {
  name: 'ends-at',
  derive: (view) => view.read(senderCourse).at?.address ?? null,
};

const problemWords: Readonly<Record<ExchangeProblem, string>> = {
  'not-found': 'the name does not exist',
  'no-address': 'the name has no address',
  'lookup-failed': 'its lookup failed',
  'alias-loop': 'its aliases lead round in a circle',
  'is-address': 'an address where a name must stand',
};

function tabulate(view: FactView, exchange: PlannedExchange, results: readonly HostResult[]): RouteExchange {
  const own = results.filter((host) => exchange.addresses.includes(host.address));
  const rows = exchange.addresses.flatMap((address) => own.find((host) => host.address === address) ?? []);
  return {
    exchange: exchange.exchange,
    preference: exchange.preference,
    via: exchange.via,
    implicit: exchange.implicit,
    addresses: rows.map((host) => tabulateHost(view, host)),
    problem: exchange.problem === null ? null : problemWords[exchange.problem],
  };
}

function tabulateHost(view: FactView, host: HostResult): RouteAddress {
  const { connect, ping, smtp } = host;
  const reached = behindTls(host);
  const greeting = smtp?.exchanges.find(({ stage }) => stage === 'greeting') ?? null;
  return {
    address: host.address,
    pingMs: ping?.outcome.state === 'answered' ? ping.outcome.roundTripMs : null,
    ping:
      ping?.outcome.state === 'answered'
        ? 'answered'
        : ping?.outcome.state === 'failed' && ping.outcome.failure === 'silent'
          ? 'silent'
          : 'unknown',
    connectMs: connect?.outcome.state === 'connected' ? connect.durationMs : null,
    greetingMs: greeting?.receivedMs == null || connect === null ? null : roundTenth(greeting.receivedMs - connect.startedMs),
    tls: describeTls(host),
    stage: reached.stage,
    result: reached.result,
    reply: reached.decisive?.reply?.lines[0]?.text ?? null,
    remark: describeHost(view, host),
    evidence: host.evidence,
  };
}

/** Where TLS fails, what came of it in plain text. */
function behindTls(host: HostResult): Conversation {
  return host.event === 'tls-failed' && host.plain !== null ? concludeSmtp(host.plain) : host;
}

function roundTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function describeTls({ tls, smtp }: HostResult): string | null {
  if (tls !== null) return tls.outcome.state === 'established' ? tls.outcome.protocol : tls.outcome.state === 'failed' ? 'failed' : null;
  const greeted = smtp?.exchanges.some(({ stage, reply }) => stage === 'hello' && reply !== null && reply.code < 300);
  return greeted ? 'none' : null;
}

const failureWords: Readonly<Record<ConnectFailure, string>> = {
  refused: 'refuses the connection',
  reset: 'resets the connection',
  'host-unreachable': 'host unreachable',
  'network-unreachable': 'network unreachable',
  prohibited: 'prohibited by a firewall',
  silent: 'no connection',
  'no-source': 'no way there from here',
  other: 'no connection',
};

function describeHost(view: FactView, host: HostResult): string {
  if (host.result === 'not-tried') return describeUntried(view, host);
  if (host.event === 'no-connection') return describeConnect(host);
  if (host.event === 'tls-failed') return describePlain(host);
  return describeConversation(host);
}

function describeUntried(view: FactView, host: HostResult): string {
  const skipped = host.connect?.outcome.state === 'skipped' ? host.connect.outcome.reason : null;
  if (skipped === 'no-family') return `not tried: no IPv${host.family} here`;
  if (skipped === 'private') return `not tried: a ${isLoopback(host.address) ? 'loopback' : 'private'} address`;
  if (skipped === 'deadline') return 'not tried: the time was up';
  if (skipped === 'interrupted') return 'not tried: interrupted';
  if (!view.file.options.probe) return 'not asked (--no-probe)';
  return view.read(senderCourse).at === null ? 'not asked' : 'not asked: senders end above';
}

function describeConnect({ connect }: HostResult): string {
  if (connect?.outcome.state !== 'failed') return 'no connection';
  const { failure, waitedMs } = connect.outcome;
  return failure === 'silent' ? `no connection in ${seconds(waitedMs)}` : failureWords[failure];
}

function describePlain({ plain }: HostResult): string {
  const behind = plain === null ? null : concludeSmtp(plain);
  return behind?.decisive ? `TLS fails; in plain text ${describeReply(behind.decisive)}` : 'TLS fails';
}

function describeConversation(host: HostResult): string {
  if (host.result === 'accepted' && host.decisive) return `${describeReply(host.decisive)}: accepted`;
  if (host.decisive) return describeReply(host.decisive);
  if (host.result === 'looked-at') return 'speaks SMTP; no recipient asked for';
  if (host.result === 'stopped-before-mail') return 'in order up to MAIL, where the trace stops';
  if (host.smtp !== null && needsMissingSmtpUtf8(host.smtp)) return 'does not offer SMTPUTF8';
  return describeBreak(host);
}

function describeBreak({ smtp, stage }: HostResult): string {
  if (smtp?.outcome.state !== 'failed' || stage === null) return 'broken off';
  const { failure, waitedMs } = smtp.outcome;
  const where = stage === 'greeting' ? 'no greeting' : `no reply to ${stageWords[stage]}`;
  if (failure === 'timeout') return `${where} in ${seconds(waitedMs)}`;
  if (failure === 'cut-short') return `the trace ended at ${stageWords[stage]}`;
  if (failure === 'not-smtp') return 'does not speak SMTP';
  return failure === 'flood' ? 'floods' : `hung up at ${stageWords[stage]}`;
}

/** In a table the verb of a command is enough. */
const stageVerbs: Readonly<Partial<Record<Stage, string>>> = { mail: 'MAIL', rcpt: 'RCPT' };

function describeReply({ reply, stage }: Exchange): string {
  if (reply === null) return 'no reply';
  const code = reply.enhanced === null ? `${reply.code}` : `${reply.code} ${reply.enhanced}`;
  return stage === 'greeting' ? `${code} as greeting` : `${code} to ${stageVerbs[stage] ?? stageWords[stage]}`;
}

function seconds(ms: number): string {
  return ms < 10_000 ? `${Math.round(ms / 100) / 10} s` : `${Math.round(ms / 1000)} s`;
}
