/**
 * What is wrong with a message's DKIM signatures, as they were verified here: what happened, who must act, what to do.
 *
 * What was recorded on the day counts too: a signature that held then was broken after the delivery, and a key that is
 * gone now says little of an old message.
 */
import type { HeadersReading } from '../intake/headers/read-headers.js';
import type { DkimSignature, HeadersProblem, HeadersReport } from '../model/headers-report.js';
import type { MessageChange, SignatureCheck, SignatureFault } from '../model/signature-check.js';
import { describeTime } from './headers-words.js';
import { isDmarcRecordedAsPass, nameCarriers } from './recorded-way.js';

/** What is read and what was found besides. */
export type Examined = HeadersReading & Pick<HeadersReport, 'verification' | 'live' | 'evidence'>;

/** Signers keep an old key for some days after they have changed to a new one. */
const freshMs = 7 * 86_400_000;

/** One problem for each fault and domain. */
export function listSignatureProblems(examined: Examined): readonly HeadersProblem[] {
  const broken = examined.signatures.flatMap((signature): Broken[] => {
    const { check } = signature;
    return check?.fault == null ? [] : [{ signature, check, fault: check.fault, examined }];
  });
  const distinct = broken.filter(
    ({ fault, signature: { domain } }, at) =>
      broken.findIndex((other) => other.fault === fault && other.signature.domain === domain) === at,
  );
  return [...distinct.flatMap((each) => wordings[each.fault]?.(each) ?? []), ...describeUnsigned(examined), ...describeAlignment(examined)];
}

interface Broken {
  readonly signature: DkimSignature;
  readonly check: SignatureCheck;
  readonly fault: SignatureFault;
  readonly examined: Examined;
}

type Wording = (broken: Broken) => HeadersProblem;

/** What is not in the table could not be checked, which is no problem of the message. */
const wordings: Readonly<Partial<Record<SignatureFault, Wording>>> = {
  'body-changed': describeChanged,
  'header-changed': describeChanged,
  malformed: (broken) => describeSigner(broken, `The DKIM signature of ${nameDomain(broken)} is malformed: ${broken.check.detail}.`),
  'algorithm-refused': (broken) =>
    describeSigner(broken, `The DKIM signature of ${nameDomain(broken)} uses ${broken.check.detail}, which receivers no longer take.`),
  'from-unsigned': (broken) =>
    describeSigner(
      broken,
      `The DKIM signature of ${nameDomain(broken)} leaves From out (h=), so it proves nothing (RFC 6376 section 5.4).`,
    ),
  'identity-outside': (broken) =>
    describeSigner(broken, `The DKIM signature of ${nameDomain(broken)} speaks for another domain: ${broken.check.detail}.`),
  expired: (broken) =>
    describeSigner(broken, `The DKIM signature of ${nameDomain(broken)} had expired (x=) when the message came.`, [
      'Give signatures a life of more than the five days that a message may wait in a queue, or none.',
    ]),
  'key-missing': (broken) => describeGone(broken, 'is not in the DNS'),
  'key-revoked': (broken) => describeGone(broken, 'was withdrawn (p= is empty)'),
  'key-malformed': (broken) => describeKey(broken, `is none: ${broken.check.detail}`),
  'key-unfit': (broken) => describeKey(broken, `does not fit: ${broken.check.detail}`),
  'key-short': (broken) =>
    describeKey(broken, `has only ${broken.check.detail}: receivers take none below 1024 (RFC 8301 section 3.2)`, [
      'Make a key of 2048 bits, publish it under a new selector, sign with it.',
    ]),
  'key-lookup-failed': (broken) => ({
    severity: 'notice',
    summary: `The key of ${nameDomain(broken)} could not be looked up (${broken.check.detail}): its signature is not verified.`,
    actor: null,
    remedy: ['Try again; where it stays so, look at the name servers of that domain with mailwhy.'],
  }),
};

function nameDomain({ signature }: Broken): string {
  return signature.domain ?? 'an unnamed domain';
}

/** A notice where it did no harm on the day. */
function severityOf({ signature, examined }: Broken): HeadersProblem['severity'] {
  return signature.recordedResult === 'pass' || isDmarcRecordedAsPass(examined) ? 'notice' : 'warning';
}

function describeSigner(
  broken: Broken,
  summary: string,
  remedy: readonly string[] = [
    "Correct the signer's configuration, and have it sign From, To, Subject, Date and Message-ID with rsa-sha256.",
  ],
): HeadersProblem {
  return { severity: severityOf(broken), summary, actor: `The administrator of mail of ${nameDomain(broken)}`, remedy };
}

function describeKey(broken: Broken, what: string, remedy?: readonly string[]): HeadersProblem {
  return {
    severity: severityOf(broken),
    summary: `The DKIM key of ${nameDomain(broken)} (${broken.check.key?.name}) ${what}.`,
    actor: `The administrator of DNS of ${nameDomain(broken)}`,
    remedy: remedy ?? [`Publish the signer's public key at ${broken.check.key?.name}, whole and of the type that it signs with.`],
  };
}

function describeGone(broken: Broken, what: string): HeadersProblem {
  const age = ageOf(broken.examined);
  const isOld = age !== null && age > freshMs;
  const old = isOld ? ` The message is ${describeTime(age)} old and keys are changed from time to time, so that proves little.` : '';
  const { severity, ...told } = describeKey(broken, `${what}; since when is not told`, [
    `Publish the key at ${broken.check.key?.name}, or sign with a selector whose key stands in the DNS.`,
  ]);
  return { ...told, severity: isOld ? 'notice' : severity, summary: `${told.summary}${old}` };
}

function ageOf({ verification }: Examined): number | null {
  if (verification === null || verification.receivedAt === null) return null;
  return Date.parse(verification.at) - Date.parse(verification.receivedAt);
}

/** What storing a message does to it. */
const storageChanges: readonly MessageChange['kind'][] = ['mbox-quoting', 'dot-stuffing'];

function describeChanged(broken: Broken): HeadersProblem {
  const { check, examined, signature } = broken;
  const parts = [...(check.body === 'changed' ? ['body'] : []), ...(check.header === 'changed' ? ['header'] : [])].join(' and the ');
  const summary = `The ${parts} of the message ${parts.includes(' ') ? 'are' : 'is'} not what ${nameDomain(broken)} signed: ${describeChanges(check)}.`;
  const isStored = check.changes.length > 0 && check.changes.every(({ kind }) => storageChanges.includes(kind));
  if (isStored || signature.recordedResult === 'pass') return describeLater(summary, isStored);
  const carriers = nameCarriers(examined);
  const severity = severityOf(broken);
  if (carriers !== null)
    return {
      severity,
      summary: `${summary} It came over ${carriers.names}${carriers.isList ? ', a mailing list' : ''}: ${carriers.isList ? 'lists add footers and tags' : 'forwarders and gateways do that'}.`,
      actor: `The administrator of ${carriers.names}`,
      remedy: ['Pass signed mail on unchanged; where it must be changed, write the own address into From, sign anew and seal with ARC.'],
    };
  return {
    severity,
    summary,
    actor: `The administrator of mail of ${nameDomain(broken)}`,
    remedy: ['Sign at the last server that changes a message: behind footers, disclaimers, scanners and gateways.'],
  };
}

function describeLater(summary: string, isStored: boolean): HeadersProblem {
  const why = isStored ? 'This is how some programs store mail' : 'The receiving side found it as signed, so it was changed after that';
  return {
    severity: 'notice',
    summary: `${summary} ${why}: the message as it came was in order, this file is another.`,
    actor: null,
    remedy: ['To verify it, take the message as its server keeps it ("show original", the file in the Maildir).'],
  };
}

function describeChanges({ changes, header, body }: SignatureCheck): string {
  if (changes.length > 0) return changes.map(describeChange).join('; ');
  if (header === 'changed' && body === 'same') return 'a signed field was changed, added or removed, or the key is another one by now';
  return 'something in it was changed, added or cut';
}

function describeChange({ kind, lines, begins }: MessageChange): string {
  const quoted = begins === null || begins === '' ? '' : `, beginning "${begins}"`;
  if (kind === 'footer') return `${lines === 1 ? 'a line was' : `${lines} lines were`} added at the end${quoted}`;
  if (kind === 'subject-tag') return `${begins} was put before the subject`;
  if (kind === 'mbox-quoting') return 'a > was put before lines that begin with "From "';
  if (kind === 'dot-stuffing') return 'dots at the beginning of lines were doubled';
  return 'a line was put in front';
}

function describeUnsigned({ signatures }: Examined): readonly HeadersProblem[] {
  const open = signatures.filter(({ check }) => check?.outcome === 'pass' && check.unsignedBytes > 0);
  return open.slice(0, 1).map(({ domain, check }) => ({
    severity: 'notice',
    summary: `The DKIM signature of ${domain} leaves the last ${check?.unsignedBytes} bytes of the body unsigned (l=): anybody may have written them.`,
    actor: `The administrator of mail of ${domain}`,
    remedy: ['Sign without l= (RFC 6376 section 8.2).'],
  }));
}

/** DMARC wants a signature of From's own domain. */
function describeAlignment({ signatures, message, ...examined }: Examined): readonly HeadersProblem[] {
  const holding = signatures.filter(({ check }) => check?.outcome === 'pass');
  if (holding.length === 0 || holding.some(({ alignment }) => alignment !== 'none')) return [];
  // What DMARC says today tells it with the records themselves.
  if (examined.live !== null || isDmarcRecordedAsPass(examined)) return [];
  const domains = [...new Set(holding.map(({ domain }) => domain))].slice(0, 3).join(' and ');
  return [
    {
      severity: 'notice',
      summary: `Signed by ${domains}, not by the domain in From (${message.from ?? 'not told'}): for DMARC such a signature does not count.`,
      actor: "The administrator of mail of From's domain",
      remedy: ["Have the service that sends sign with a key of From's own domain."],
    },
  ];
}
