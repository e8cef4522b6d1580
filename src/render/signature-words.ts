/**
 * The words for what became of a signature, for the text and the page.
 */
import type { ArcSet, DkimSignature, HeadersReport } from '../model/headers-report.js';
import type { SignatureCheck, SignatureFault } from '../model/signature-check.js';
import { formatDate } from './format-time.js';

const faultWords: Readonly<Record<SignatureFault, string>> = {
  'body-changed': 'does not hold: the body was changed',
  'header-changed': 'does not hold: the header was changed',
  malformed: 'is malformed',
  'algorithm-refused': 'may not be taken: its algorithm is refused',
  'from-unsigned': 'may not be taken: it leaves From out',
  'identity-outside': 'may not be taken: it speaks for another domain',
  expired: 'had expired when the message came',
  'key-missing': 'not verified: its key is not in the DNS any more, or never was',
  'key-revoked': 'not verified: its key was withdrawn',
  'key-malformed': 'not verified: its key is none',
  'key-short': 'may not be taken: its key is too short',
  'key-unfit': 'may not be taken: its key does not fit',
  'key-lookup-failed': 'not verified: its key could not be looked up',
  'key-not-asked': 'not verified: nobody was asked for its key',
  'body-missing': 'not verified: the body was not given',
  'message-cut': 'not verified: the message is larger than what is read',
  'too-many': 'not verified: too many signatures stand above it',
};

/** "holds", "does not hold: the body was changed"; with what else was found. */
export function describeCheck(check: SignatureCheck): string {
  const { fault, detail, body, header, key, unsignedBytes } = check;
  const said = fault === null ? 'holds' : faultWords[fault];
  return [
    `${said}${detail === null ? '' : ` (${detail})`}`,
    ...(fault === 'body-changed' && header === 'same' ? ['its header is as signed'] : []),
    ...(fault === 'body-changed' && header === 'changed' ? ['so was the header'] : []),
    ...(fault !== null && fault !== 'body-changed' && body === 'same' ? ['the body is as signed'] : []),
    ...(fault === 'body-missing' && header === 'same' ? ['the header is as signed'] : []),
    ...(unsignedBytes > 0 ? [`its last ${unsignedBytes} bytes are not signed`] : []),
    ...(key?.bits == null ? [] : [`key of ${key.bits} bits`]),
    ...(key?.isTest === true ? ['the domain says that it only tries DKIM out (t=y)'] : []),
  ].join('; ');
}

const alignmentWords: Readonly<Record<NonNullable<DkimSignature['alignment']>, string>> = {
  same: "From's domain",
  related: "related to From's domain",
  none: "another domain than From's",
};

/** A signature with what was found and what was recorded. */
export function describeSignature(signature: DkimSignature): string {
  const { domain, selector, algorithm, signedAt, expiresAt, hasBodyLength, recordedResult, alignment, check } = signature;
  return [
    `${domain ?? 'no domain'}, selector ${selector ?? 'not told'}${check === null ? '' : `: ${describeCheck(check)}`}`,
    ...(alignment === null ? [] : [alignmentWords[alignment]]),
    ...(algorithm === null ? [] : [algorithm]),
    ...(signedAt === null ? [] : [`signed ${formatDate(signedAt)}`]),
    ...(expiresAt === null ? [] : [`expires ${formatDate(expiresAt)}`]),
    ...(hasBodyLength ? ['leaves the end of the body unsigned (l=)'] : []),
    recordedResult === null ? 'no result recorded' : `recorded: ${recordedResult}`,
  ].join('; ');
}

/** A set of the ARC chain. */
export function describeArcSet({ instance, chain, domain, selector, results, missing, messageCheck, sealCheck }: ArcSet): string {
  const by = domain === null ? 'sealer not told' : `sealed by ${domain}${selector === null ? '' : `, selector ${selector}`}`;
  const checks = [
    ...(sealCheck === null ? [] : [`its seal ${describeCheck(sealCheck)}`]),
    ...(messageCheck === null ? [] : [`its message signature ${describeCheck(messageCheck)}`]),
  ];
  const lacks = missing.length === 0 ? '' : `; lacks ${missing.join(', ')}`;
  const said = results.length === 0 ? '' : `; it saw ${results.map(({ method, result }) => `${method} ${result}`).join(', ')}`;
  return `${instance}: ${by}; chain ${chain ?? 'not told'}${said}${lacks}${checks.map((check) => `; ${check}`).join('')}`;
}

/** The chain in a line, as it was verified; none where it was not, or there is none. */
export function describeArcChain({ verification }: HeadersReport): readonly string[] {
  const arc = verification?.arc;
  if (arc === undefined || arc.result === 'none') return [];
  const since =
    arc.unchangedSince === null
      ? ''
      : `; the message is as it was at set ${arc.unchangedSince}${arc.unchangedSince === 1 ? ', the first' : ''}`;
  if (arc.result === 'pass') return [`The chain holds${since}.`];
  if (arc.result === 'untold') return [`The chain could not be verified at set ${arc.instance ?? '?'}.`];
  return [`The chain does not hold at set ${arc.instance ?? '?'}${since}.`];
}

/** What was verified, against what, and what was not; null where there is nothing to verify. */
export function describeVerification({ verification, signatures, arc, authentication }: HeadersReport): string | null {
  if (verification === null)
    return signatures.length + arc.length + authentication.length === 0
      ? null
      : 'As recorded: nothing was verified here, and nobody was asked.';
  const { mode, body, at } = verification;
  const keys =
    mode === 'keys' ? `Signatures were verified with the keys that the DNS has at ${formatDate(at)}` : 'Nobody was asked (--offline)';
  const compared = mode === 'offline' ? '; of the signatures only the body was compared with what was signed' : '';
  const parts = {
    read: '',
    cut: '; the message is larger than the 64 MB that are read, so that no signature could be verified',
    missing: '; only a header was given: no signature can be verified without the body',
  };
  return `${keys}${body === 'read' ? compared : parts[body]}. What others checked stands as recorded.`;
}
