/**
 * Many domains of which none answers, and hardly anything that arrives: then the fault lies before all of them, at the server
 * that sends. A log tells that by itself, since it tells what arrives; a queue holds nothing but what waits, so that there only
 * the silence of large providers tells, which are never silent all at once.
 */
import type { ExplainedCause } from '../model/explained-cause.js';
import type { LogReport } from '../model/log-report.js';
import type { QueueReport } from '../model/queue-report.js';
import type { Code, Party } from '../model/vocabulary.js';
import { isLargeProvider } from './cause-reader.js';

interface Fault {
  readonly codes: readonly Code[];
  readonly responsible: Party;
  readonly summary: (domains: number) => string;
  readonly remedy: readonly string[];
}

const faults: readonly Fault[] = [
  {
    codes: ['host.no-answer', 'host.unreachable', 'network.unreachable'],
    responsible: 'sender-mail',
    summary: (domains) => `None of ${domains} domains answers: most likely nothing that this server sends gets out to port 25.`,
    remedy: [
      'Trace one of the addresses from this server: mailwhy bob@example.com tells a port 25 that is shut on the way out from a host that is silent.',
      'Have TCP port 25 opened outbound at the provider or in the firewall, or send through a relay (Postfix relayhost, Exim smarthost, Sendmail SMART_HOST).',
      'Only domains that stay silent when others answer again are themselves at fault.',
    ],
  },
  {
    codes: ['domain.lookup-failed'],
    responsible: 'sender-mail',
    summary: (domains) => `The names of ${domains} domains cannot be looked up: most likely the resolver of this server does not answer.`,
    remedy: [
      'Ask the resolver of this server for one of them (dig MX example.com), and see which one it uses: /etc/resolv.conf, and its copy in the chroot (/var/spool/postfix/etc/resolv.conf).',
      'Restart or replace the resolver, or let port 53 out to it.',
      'Only domains that still cannot be looked up when others can are themselves at fault.',
    ],
  },
];

/** So many domains are not silent at once by chance, nor so many large providers. */
const manyDomains = 4;
const manyProviders = 2;
/** Of all that was tried, what else may have come to another end. */
const exceptions = 0.1;

interface Counted {
  readonly cause: ExplainedCause | null;
  readonly domain: string | null;
  readonly host: string | null;
  readonly count: number;
}

interface Suspicion {
  readonly fault: Fault;
  readonly domains: number;
}

/** `others`: how much came to an end that speaks against it. */
function suspect(all: readonly Counted[], others: number, needsProviders: boolean): Suspicion | null {
  for (const fault of faults) {
    const own = all.filter(({ cause }) => isOf(cause, fault));
    const count = own.reduce((sum, each) => sum + each.count, 0);
    const rest = others + all.reduce((sum, each) => sum + each.count, 0) - count;
    const domains = new Set(own.flatMap(({ domain }) => (domain === null || domain === '*' ? [] : domain)));
    const providers = own.filter(({ domain, host }) => isLargeProvider(host) || isLargeProvider(domain)).map(({ domain }) => domain);
    const many = new Set(providers).size >= manyProviders || (!needsProviders && domains.size >= manyDomains);
    if (many && rest <= count * exceptions) return { fault, domains: domains.size };
  }
  return null;
}

function isOf(cause: ExplainedCause | null, { codes }: Fault): boolean {
  return cause !== null && cause.code !== null && codes.includes(cause.code);
}

function blame(cause: ExplainedCause | null, { fault, domains }: Suspicion): ExplainedCause | null {
  if (cause === null || !isOf(cause, fault)) return cause;
  const { responsible, remedy } = fault;
  return { ...cause, responsible, remedy, alsoInform: [], confidence: 'likely', summary: fault.summary(domains) };
}

/** The report with who must act, where its own server is what fails. */
export function suspectLog(report: LogReport): LogReport {
  const failures = report.groups.filter(({ outcome }) => outcome !== 'refused');
  const counted = failures.map(({ cause, domain, host, events }) => ({ cause, domain, host, count: events }));
  const found = suspect(counted, report.totals.delivered, false);
  if (found === null) return report;
  return {
    ...report,
    causes: report.causes.map((each) => (each.outcome === 'refused' ? each : { ...each, cause: blame(each.cause, found) })),
    groups: report.groups.map((each) => (each.outcome === 'refused' ? each : { ...each, cause: blame(each.cause, found) })),
  };
}

/** The same of a queue. */
export function suspectQueue(report: QueueReport): QueueReport {
  const tried = report.groups.filter(({ cause, via }) => cause !== null && via === null);
  const counted = tried.map(({ cause, destination, host, messages }) => ({ cause, domain: destination, host, count: messages }));
  const found = suspect(counted, 0, true);
  return found === null ? report : { ...report, groups: report.groups.map((each) => ({ ...each, cause: blame(each.cause, found) })) };
}
