/**
 * What is wrong with what the receiving side recorded: of authentication, and of its spam filters.
 */
import { findProperty } from '../intake/headers/authentication-results.js';
import type { HeadersReading } from '../intake/headers/read-headers.js';
import type { AuthenticationResult, DkimSignature, FilterVerdict, HeadersProblem } from '../model/headers-report.js';
import type { SignatureOutcome } from '../model/signature-check.js';
import { domainOf } from './domain-of.js';
import { assignDmarcFailure, isDmarcRecordedAsPass } from './recorded-way.js';

/** In the order in which they are told where they weigh the same. `toldElsewhere`: methods that are left out here. */
export function listRecordProblems(reading: HeadersReading, toldElsewhere: readonly string[]): readonly HeadersProblem[] {
  return [...describeAuthentication(reading, toldElsewhere), ...describeFilters(reading), ...describeForgeable(reading)];
}

const failures = new Set(['fail', 'permerror', 'softfail', 'temperror', 'hardfail']);

function describeAuthentication(reading: HeadersReading, toldElsewhere: readonly string[]): readonly HeadersProblem[] {
  const results = reading.authentication.filter(({ standing }) => standing === 'trusted').flatMap((record) => record.results);
  // What was verified here says more of a signature that is broken.
  const broken = domainsWith(reading.signatures, ['fail', 'unusable']);
  return results
    .filter(({ method, result }) => remedies[method] !== undefined && failures.has(result) && !toldElsewhere.includes(method))
    .filter((result) => result.method !== 'dkim' || !broken.has(subjectDomain(result)))
    .filter((result, at, all) => all.findIndex((other) => other.method === result.method && other.result === result.result) === at)
    .map((result) => describeFailure(result, reading));
}

function describeFailure(result: AuthenticationResult, reading: HeadersReading): HeadersProblem {
  const { method } = result;
  const domain = subjectDomain(result) ?? domainOf(reading.message.from) ?? "the sender's domain";
  const because = [result.reason, result.comment].filter((text) => text !== null).join('; ');
  const isHarmless = method !== 'dmarc' && isDmarcRecordedAsPass(reading);
  return {
    severity: isHarmless || result.result === 'temperror' ? 'notice' : method === 'dmarc' ? 'error' : 'warning',
    summary: `${method.toUpperCase()} ended as ${result.result} for ${domain}${because === '' ? '' : ` (${because})`}.${describeContext(result, domain, reading)}`,
    ...assign(result, domain, reading),
  };
}

function assign(
  { method, result }: AuthenticationResult,
  domain: string,
  reading: HeadersReading,
): Pick<HeadersProblem, 'actor' | 'remedy'> {
  const remedy = remedies[method]?.(domain) ?? [];
  if (result === 'temperror') return { actor: null, remedy };
  return method === 'dmarc' ? assignDmarcFailure(reading, domain) : { actor: `The administrator of mail and DNS of ${domain}`, remedy };
}

/** What makes the failure less grave, or explains it. */
function describeContext({ method }: AuthenticationResult, domain: string, reading: HeadersReading): string {
  if (method === 'dmarc') return '';
  const holding = domainsWith(reading.signatures, ['pass']);
  const passed = isDmarcRecordedAsPass(reading) ? ' DMARC passed all the same, so this alone does no harm.' : '';
  if (method === 'dkim' && holding.has(domain)) return `${holdsNow}${passed}`;
  const isForwarded = reading.hops.some(({ owner }) => owner === 'between');
  return `${passed}${isForwarded ? ' It came over servers in between, and forwarding or a list does that.' : ''}`;
}

const remedies: Readonly<Record<string, (domain: string) => readonly string[]>> = {
  spf: (domain) => [`Name every server that sends for ${domain} in its SPF record, the one that sent this message too.`],
  dkim: (domain) => [
    `See that the selector's key in the DNS of ${domain} is the signer's, and that nothing changes the message after signing.`,
  ],
  dmarc: () => ['Look whether it fails every time; a lookup failed then.'],
  arc: () => ['See which forwarder changed the message after it had sealed it.'],
};

const holdsNow = ' Here it holds, with the key that the DNS has now: on the day the key was not there yet, or could not be fetched.';

function domainsWith(signatures: readonly DkimSignature[], outcomes: readonly SignatureOutcome[]): ReadonlySet<string | null> {
  return new Set(signatures.filter(({ check }) => check !== null && outcomes.includes(check.outcome)).map(({ domain }) => domain));
}

function subjectDomain(result: AuthenticationResult): string | null {
  const names: Readonly<Record<string, readonly string[]>> = {
    spf: ['smtp.mailfrom', 'smtp.helo'],
    dkim: ['header.d', 'header.i'],
    dmarc: ['header.from'],
  };
  const found = (names[result.method] ?? []).map((name) => findProperty(result, name)).find((value) => value !== null && value !== '');
  return found?.replace(/^.*@/, '') ?? null;
}

const opinions: Readonly<Partial<Record<FilterVerdict['opinion'], readonly [severity: HeadersProblem['severity'], taken: string]>>> = {
  infected: ['warning', 'infected'],
  phishing: ['error', 'phishing'],
  spam: ['warning', 'spam'],
  suspicious: ['notice', 'suspicious'],
};

function describeFilters(reading: HeadersReading): readonly HeadersProblem[] {
  return reading.filters.flatMap(({ product, opinion, score, threshold, says }) => {
    const known = opinions[opinion];
    if (known === undefined) return [];
    const [severity, taken] = known;
    const points = score === null ? '' : ` (score ${score}${threshold === null ? '' : `, spam from ${threshold}`})`;
    return [
      {
        severity,
        summary: `${product} took it for ${taken}${points}.${says[0] === undefined ? '' : ` ${says[0]}`}`,
        actor: 'The administrator of the spam filter, where the message was wanted; else its sender',
        remedy: [adviseOnFilter(opinion, reading)],
      },
    ];
  });
}

/** An entry that allows a sender helps only where nobody else can take its name. */
function adviseOnFilter(opinion: FilterVerdict['opinion'], reading: HeadersReading): string {
  if (opinion === 'phishing' || opinion === 'infected')
    return 'Leave it where it is held and open nothing in it. Where it is surely wanted: release this one message and report it as taken wrongly; do not allow its sender.';
  const results = reading.authentication.filter(({ standing }) => standing === 'trusted').flatMap((record) => record.results);
  const methods = results.filter(({ method }) => method === 'dkim' || method === 'dmarc' || method === 'spf');
  const isProven = methods.length === 0 || methods.some(({ method, result }) => method !== 'spf' && result === 'pass');
  if (isProven) return 'Where it was wanted: allow the sender by its authenticated domain, and report the message as no spam.';
  return 'Where it was wanted: have the sender mend SPF, DKIM and DMARC first, since an entry that allows a domain without proof lets forgeries in as well; report the message as no spam.';
}

function describeForgeable({ authentication }: HeadersReading): readonly HeadersProblem[] {
  const forgeable = authentication.filter(({ standing }) => standing === 'forgeable');
  if (forgeable.length === 0) return [];
  return [
    {
      severity: 'notice',
      summary: `Authentication-Results in the name of ${forgeable[0]?.host ?? 'the receiving side'} came with the message: its sender may have written them, so they are not believed.`,
      actor: 'The administrator of the receiving server',
      remedy: ['Remove such fields at the border (RFC 8601 section 5).'],
    },
  ];
}
