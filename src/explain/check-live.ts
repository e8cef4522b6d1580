/**
 * SPF and DMARC of a message by the records of today: whom it is evaluated for, what it comes to, and what was recorded on the day.
 */
import { type Authenticated, evaluateDmarc } from '../facts/dmarc/dmarc-procedure.js';
import { evaluateSpf } from '../facts/spf/spf-procedure.js';
import { type Clue, findEnvelopeClues } from '../intake/headers/envelope-clues.js';
import type { DmarcCheck } from '../model/dmarc-check.js';
import { type DomainName, parseDomainName } from '../model/domain-name.js';
import type { DkimSignature, HeadersReport } from '../model/headers-report.js';
import type { IpAddress } from '../model/ip-address.js';
import type { LiveCheck, LiveComparison, SubjectSource } from '../model/live-check.js';
import type { SignatureFault } from '../model/signature-check.js';
import type { SpfCheck } from '../model/spf-check.js';
import type { DnsSurvey } from '../survey/dns-survey.js';

/** What the user says of the envelope; null leaves it to the header. */
export interface EnvelopeOptions {
  readonly client: IpAddress | null;
  readonly helo: string | null;
  /** `''`: the null reverse-path. */
  readonly sender: string | null;
}

export type LiveReading = Pick<HeadersReport, 'hops' | 'receivedSpf' | 'authentication' | 'message' | 'signatures'>;

export interface LiveRequest {
  readonly survey: DnsSurvey;
  readonly envelope: EnvelopeOptions;
  /** ISO 8601. */
  readonly at: string;
}

/** Asks and evaluates. */
export async function checkLive(reading: LiveReading, { survey, envelope, at }: LiveRequest): Promise<LiveCheck> {
  const clues = findEnvelopeClues(reading);
  const client = preferOption(envelope.client, clues.client);
  const helo = preferOption(envelope.helo, clues.helo);
  const sender = preferOption(envelope.sender, clues.sender);
  const spf =
    client === null || sender === null
      ? null
      : await runSpf(reading, survey, { client: client.value, helo: helo?.value ?? '', sender: sender.value, at });
  const { signatures, asRecorded } = listSignatures(reading.signatures);
  const dmarc = await runDmarc(reading, survey, { spf, dkim: signatures });
  const subject = { hop: envelope.client === null ? clues.hop : null, client, helo, sender };
  return { at, subject, spf, dmarc, signaturesAsRecorded: dmarc === null ? [] : asRecorded, comparisons: compareAll(reading, spf, dmarc) };
}

function preferOption<Value>(
  given: Value | null,
  clue: Clue<Value> | null,
): { readonly value: Value; readonly source: SubjectSource } | null {
  return given === null ? clue : { value: given, source: 'option' };
}

interface SpfCaller {
  readonly client: IpAddress;
  readonly helo: string;
  readonly sender: string;
  readonly at: string;
}

async function runSpf({ hops }: LiveReading, survey: DnsSurvey, { client, helo, sender, at }: SpfCaller): Promise<SpfCheck> {
  const receiver = hops.findLast(({ by }) => by !== null)?.by ?? 'unknown';
  const subject = { client, helo, sender: await toAsciiSender(sender) };
  return survey.drive(evaluateSpf({ subject, servers: survey.servers, receiver, nowSeconds: Math.floor(Date.parse(at) / 1000) }));
}

async function toAsciiSender(sender: string): Promise<string> {
  const at = sender.lastIndexOf('@');
  const domain = sender.slice(at + 1);
  return sender.slice(0, at + 1) + ((await toAsciiName(domain)) ?? domain);
}

/** The tables of internationalised names are loaded only where a name needs them. */
async function toAsciiName(name: string): Promise<string | null> {
  if (/^[\x20-\x7e]*$/.test(name)) return name;
  return (await import('../parse/idna.js')).toAscii(name)?.ascii ?? null;
}

/** How a signature counts that could not be verified, or was broken after the delivery: as it was recorded. */
const faultsThatLeaveOpen: readonly SignatureFault[] = [
  'body-changed',
  'header-changed',
  'body-missing',
  'message-cut',
  'key-lookup-failed',
  'key-not-asked',
  'too-many',
];

function listSignatures(signatures: readonly DkimSignature[]): {
  readonly signatures: readonly Authenticated[];
  readonly asRecorded: readonly string[];
} {
  const asRecorded = new Set<string>();
  const listed = signatures.flatMap(({ domain, check, recordedResult }): Authenticated[] => {
    const name = parseDomainName(domain ?? '');
    if (name === null || check === null) return [];
    if (check.outcome === 'pass') return [{ domain: name, standing: 'pass' }];
    const isOpen = check.fault !== null && faultsThatLeaveOpen.includes(check.fault);
    if (isOpen && recordedResult === 'pass') {
      asRecorded.add(name);
      return [{ domain: name, standing: 'pass' }];
    }
    return [{ domain: name, standing: check.outcome === 'untold' ? 'undecided' : 'fail' }];
  });
  return { signatures: listed.slice(0, mostSignatures), asRecorded: [...asRecorded] };
}

/** Each domain that is not From's own costs a walk of its own. */
const mostSignatures = 10;

async function runDmarc(
  { message }: LiveReading,
  survey: DnsSurvey,
  { spf, dkim }: { readonly spf: SpfCheck | null; readonly dkim: readonly Authenticated[] },
): Promise<DmarcCheck | null> {
  const [domain, ...more] = message.fromDomains;
  const author = domain === undefined || more.length > 0 ? null : parseDomainName((await toAsciiName(domain)) ?? '');
  if (author === null) return null;
  return survey.drive(evaluateDmarc({ author, spf: readSpf(spf), dkim, servers: survey.servers }));
}

function readSpf(spf: SpfCheck | null): Authenticated | null {
  const domain: DomainName | null = parseDomainName(spf?.trace.domain ?? '');
  if (spf === null || domain === null) return null;
  return { domain, standing: spf.result === 'pass' ? 'pass' : spf.result === 'temperror' ? 'undecided' : 'fail' };
}

function compareAll(
  { authentication, receivedSpf }: LiveReading,
  spf: SpfCheck | null,
  dmarc: DmarcCheck | null,
): readonly LiveComparison[] {
  const trusted = authentication.filter(({ standing }) => standing === 'trusted').flatMap(({ results }) => results);
  const recorded = (method: string) => trusted.find((result) => result.method === method)?.result ?? null;
  const spfRecorded = recorded('spf') ?? (authentication.length === 0 ? (receivedSpf[0]?.result ?? null) : null);
  return [
    ...(spf === null ? [] : [compareOne('spf', spfRecorded, spf.result)]),
    ...(dmarc === null ? [] : [compareOne('dmarc', recorded('dmarc'), dmarc.result)]),
  ];
}

/** Results that harm, from the least on; what is not in it neither helps nor harms. */
const harm: Readonly<Record<string, number>> = { pass: 0, bestguesspass: 0, softfail: 2, permerror: 2, fail: 3, hardfail: 3 };

function compareOne(method: LiveComparison['method'], recorded: string | null, now: string): LiveComparison {
  if (recorded === null) return { method, recorded, now, verdict: 'not-recorded' };
  const [then, today] = [harm[recorded] ?? 1, harm[now] ?? 1];
  if (recorded === now) return { method, recorded, now, verdict: 'same' };
  return { method, recorded, now, verdict: today === then ? 'alike' : today < then ? 'better-now' : 'worse-now' };
}
