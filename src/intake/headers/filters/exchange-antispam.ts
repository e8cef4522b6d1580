/**
 * What Exchange and Microsoft 365 write of a message: SCL, BCL, the verdict's abbreviations.
 *
 * The tables follow Microsoft's "Anti-spam message headers in Microsoft 365" and "Spam confidence level (SCL)".
 */
import type { FilterOpinion, FilterVerdict } from '../../../model/headers-report.js';
import { fieldValues, type HeaderField } from '../header-fields.js';

/** `SFV`: how the filter came to its verdict. */
const filterVerdicts: Readonly<Record<string, string>> = {
  BLK: 'the recipient has blocked this sender',
  NSPM: 'the filter found no spam',
  SFE: 'the recipient trusts this sender: filtering was skipped',
  SKA: 'the sender or domain stands in an allow list of the policy: filtering was skipped',
  SKB: 'the sender or domain stands in a block list of the policy',
  SKI: 'the message is internal: filtering was skipped',
  SKN: 'a rule marked it as no spam before the filter',
  SKQ: 'it was released from quarantine',
  SKS: 'a rule marked it as spam before the filter',
  SPM: 'the filter took it for spam',
};

/** `CAT`: the policy that applied. */
const categories: Readonly<Record<string, string>> = {
  AMP: 'malware',
  BIMP: 'impersonation of a brand',
  BULK: 'bulk mail',
  DIMP: 'impersonation of a domain',
  FTBP: 'a blocked type of attachment',
  GIMP: 'impersonation by mailbox intelligence',
  HPHISH: 'phishing, high confidence',
  HPHSH: 'phishing, high confidence',
  HSPM: 'spam, high confidence',
  INTOS: 'phishing within the organisation',
  MALW: 'malware',
  OSPM: 'outbound spam',
  PHSH: 'phishing',
  SAP: 'safe attachments',
  SPM: 'spam',
  SPOOF: 'spoofing',
  UIMP: 'impersonation of a user',
};

const reputations: Readonly<Record<string, string>> = {
  CAL: 'the connecting address stands in an allow list',
  NLI: 'the connecting address is on no reputation list',
};

/** Nothing where none of its fields stands. */
export function readExchangeVerdict(fields: readonly HeaderField[]): readonly FilterVerdict[] {
  const first = (name: string) => fieldValues(fields, name)[0] ?? null;
  const report = parseReport(first('x-forefront-antispam-report') ?? first('x-microsoft-antispam-untrusted') ?? '');
  const scl = readNumber(first('x-ms-exchange-organization-scl') ?? report.get('SCL') ?? null);
  const bcl = readNumber(parseReport(first('x-microsoft-antispam') ?? '').get('BCL') ?? null);
  const authAs = first('x-ms-exchange-organization-authas');
  const used = exchangeFields.filter((name) => first(name) !== null);
  if (used.length === 0) return [];
  const verdict = report.get('SFV') ?? '';
  const category = report.get('CAT') ?? '';
  const opinion = conclude(scl, verdict, category);
  const policy = categories[category] === undefined ? [] : [`CAT:${category}: ${categories[category]}.`];
  const isGrave = opinion === 'phishing' || opinion === 'infected';
  const says = [
    ...(isGrave ? policy : []),
    ...(scl === null ? [] : [describeScl(scl)]),
    ...(bcl === null ? [] : [describeBcl(bcl)]),
    ...(filterVerdicts[verdict] === undefined ? [] : [`SFV:${verdict}: ${filterVerdicts[verdict]}.`]),
    ...(isGrave ? [] : policy),
    ...(reputations[report.get('IPV') ?? ''] === undefined ? [] : [`IPV:${report.get('IPV')}: ${reputations[report.get('IPV') ?? '']}.`]),
    ...describeOrigin(report),
    ...(authAs === null ? [] : [`It was taken as ${authAs.slice(0, 40)}.`]),
  ];
  return [
    {
      product: 'Exchange / Microsoft 365',
      fields: used,
      opinion,
      score: scl,
      threshold: scl === null ? null : 5,
      says,
    },
  ];
}

const exchangeFields = [
  'x-forefront-antispam-report',
  'x-microsoft-antispam',
  'x-ms-exchange-organization-scl',
  'x-ms-exchange-organization-authas',
  'x-microsoft-antispam-untrusted',
];

/** `KEY:value;KEY:value` */
function parseReport(value: string): ReadonlyMap<string, string> {
  const parts = value.slice(0, 8192).split(';');
  return new Map(
    parts.flatMap((part): [string, string][] => {
      const [, key, said] = /^\s*([A-Za-z]{2,12}):(.{0,300})$/.exec(part) ?? [];
      return key === undefined ? [] : [[key.toUpperCase(), (said ?? '').trim()]];
    }),
  );
}

function readNumber(text: string | null): number | null {
  return text !== null && /^\s*-?\d{1,2}\s*$/.test(text) ? Number(text) : null;
}

function describeScl(scl: number): string {
  if (scl < 0) return `SCL ${scl}: it skipped the spam filter.`;
  if (scl <= 1) return `SCL ${scl}: no spam.`;
  if (scl <= 4) return `SCL ${scl}: no spam by the usual thresholds.`;
  return scl <= 6 ? `SCL ${scl}: spam, by default to the junk folder.` : `SCL ${scl}: spam, high confidence.`;
}

function describeBcl(bcl: number): string {
  if (bcl === 0) return 'BCL 0: no bulk mail.';
  if (bcl <= 3) return `BCL ${bcl}: bulk mail that few complain about.`;
  return bcl <= 6 ? `BCL ${bcl}: bulk mail that some complain about.` : `BCL ${bcl}: bulk mail that many complain about; spam by default.`;
}

function describeOrigin(report: ReadonlyMap<string, string>): readonly string[] {
  const address = report.get('CIP') ?? '';
  const country = report.get('CTRY') ?? '';
  if (address === '') return [];
  return [`It came from ${address}${country === '' ? '' : ` (${country})`}.`];
}

const phishing = ['PHSH', 'HPHISH', 'HPHSH', 'INTOS'];
const malware = ['AMP', 'MALW'];

/** What the message was taken for weighs more than how sure the spam filter was. */
function conclude(scl: number | null, verdict: string, category: string): FilterOpinion {
  if (malware.includes(category)) return 'infected';
  if (phishing.includes(category)) return 'phishing';
  if (['SPM', 'SKS', 'SKB', 'BLK'].includes(verdict) || (scl !== null && scl >= 5)) return 'spam';
  if (categories[category] !== undefined && category !== 'BULK') return 'suspicious';
  return scl === null && verdict === '' ? 'unknown' : 'clean';
}
