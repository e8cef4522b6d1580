/**
 * Filters that say their verdict in a word or a number of one field: a row for each product, with where the field is described.
 *
 * What a row does not know is `unknown`, never guessed.
 */
import type { FilterOpinion, FilterVerdict } from '../../../model/headers-report.js';
import type { HeaderField } from '../header-fields.js';
import { first, present, readNumber } from './filter-fields.js';

interface FilterRow {
  readonly product: string;
  /** Lower case; the verdict's own field first. */
  readonly fields: readonly [string, ...string[]];
  readonly spam: RegExp;
  readonly suspicious?: RegExp;
  readonly clean: RegExp;
  /** The field and the number in it. */
  readonly score?: readonly [field: string, number: RegExp];
  readonly threshold?: readonly [field: string, number: RegExp];
  /** A field whose value says more, and the word before it. */
  readonly says?: readonly [field: string, label: string];
}

/** One verdict for each row of which a field stands there. */
export function readTableFilters(fields: readonly HeaderField[]): readonly FilterVerdict[] {
  return rows.flatMap((row) => readRow(row, fields));
}

function readRow(row: FilterRow, fields: readonly HeaderField[]): readonly FilterVerdict[] {
  const used = present(fields, row.fields);
  if (used.length === 0) return [];
  const number = (place: FilterRow['score']) =>
    place === undefined ? null : readNumber(place[1].exec(first(fields, place[0]) ?? '')?.[1]);
  const more = row.says === undefined ? null : first(fields, row.says[0]);
  return [
    {
      product: row.product,
      fields: used,
      opinion: judge(row, first(fields, row.fields[0]) ?? ''),
      score: number(row.score),
      threshold: number(row.threshold),
      says: more === null || more === '' || row.says === undefined ? [] : [`${row.says[1]}: ${more.slice(0, 200)}.`],
    },
  ];
}

function judge({ spam, suspicious, clean }: FilterRow, value: string): FilterOpinion {
  if (spam.test(value)) return 'spam';
  if (suspicious?.test(value) === true) return 'suspicious';
  return clean.test(value) ? 'clean' : 'unknown';
}

const rows: readonly FilterRow[] = [
  {
    // Cisco Secure Email (IronPort) user guide, "Anti-Spam"; the result itself is for Cisco's eyes only.
    product: 'Cisco IronPort',
    fields: ['x-ironport-anti-spam-filtered', 'x-ironport-anti-spam-result', 'x-ironport-av', 'x-ipas-result', 'x-sbrs', 'x-amp-result'],
    spam: /^(?!)/,
    clean: /^(?!)/,
    says: ['x-sbrs', 'Reputation of the sending address, from -10 to +10'],
  },
  {
    // Cisco Secure Email, "Threat Scanner": Negative, Positive.
    product: 'Cisco Threat Scanner',
    fields: ['x-threatscanner-verdict'],
    spam: /^\s*positive/i,
    clean: /^\s*negative/i,
  },
  {
    // Sophos PureMessage for UNIX, administrator's reference: "pmx_mark"; half of a hundred is where it marks.
    product: 'Sophos PureMessage',
    fields: ['x-pmx-spam', 'x-perlmx-spam', 'x-pmx-version'],
    spam: /Probability=(?:[5-9]\d|100)%/i,
    clean: /Probability=(?:\d|[1-4]\d)%/i,
    score: ['x-pmx-spam', /Probability=(\d{1,3})%/i],
  },
  {
    // Kaspersky Secure Mail Gateway online help, "Special headers".
    product: 'Kaspersky Secure Mail Gateway',
    fields: ['x-ksmg-antispam-status', 'x-ksmg-antispam-rate', 'x-ksmg-antiphishing', 'x-ksmg-antivirus-status', 'x-ksmg-rule-id'],
    spam: /^\s*(?:spam|blacklisted|mass_?mail)/i,
    suspicious: /^\s*(?:probable_?spam|formal)/i,
    clean: /^\s*(?:not_?detected|trusted|clean)/i,
    score: ['x-ksmg-antispam-rate', /(\d{1,3})/],
    says: ['x-ksmg-antispam-method', 'Method'],
  },
  {
    // Kaspersky Security for Linux Mail Server online help, "Message headers".
    product: 'Kaspersky for Linux Mail Server',
    fields: ['x-klms-antispam-status', 'x-klms-antispam-rate', 'x-klms-antiphishing', 'x-klms-antivirus-status'],
    spam: /^\s*(?:spam|blacklisted|mass_?mail)/i,
    suspicious: /^\s*(?:probable_?spam|formal)/i,
    clean: /^\s*(?:not_?detected|trusted|clean)/i,
    score: ['x-klms-antispam-rate', /(\d{1,3})/],
    says: ['x-klms-antispam-method', 'Method'],
  },
  {
    // Kaspersky Anti-Spam 3.0 user guide, chapter 6.
    product: 'Kaspersky Anti-Spam',
    fields: ['x-spamtest-status-extended', 'x-spamtest-status', 'x-spamtest-rate'],
    spam: /^\s*(?:spam|blacklisted)/i,
    suspicious: /^\s*(?:probable_spam|formal)/i,
    clean: /^\s*(?:not_detected|trusted)/i,
    score: ['x-spamtest-rate', /(\d{1,3})/],
  },
  {
    // Trend Micro ScanMail and Hosted Email Security: "Yes" or "No", the score, the threshold.
    product: 'Trend Micro',
    fields: ['x-tm-as-result', 'x-tm-as-product-ver', 'x-tmase-result', 'x-tm-as-user-approved-sender'],
    spam: /^[\s:]*yes/i,
    clean: /^[\s:]*no/i,
    score: ['x-tm-as-result', /^[\s:]*(?:yes|no)(?:-\d{1,3})??--?(-?\d{1,4}\.\d{1,6})/i],
  },
  {
    // Symantec Email Security.cloud, "Understanding email headers": "Yes, hits=7.0 required=7.0 tests=…".
    product: 'Symantec Email Security.cloud',
    fields: ['x-spamreason', 'x-spaminfo', 'x-viruschecked', 'x-msg-ref', 'x-brightmail-tracker'],
    spam: /^\s*yes/i,
    clean: /^\s*no\b/i,
    score: ['x-spamreason', /\bhits=(-?[\d.]{1,10})/i],
    threshold: ['x-spamreason', /\brequired=(-?[\d.]{1,10})/i],
    says: ['x-spaminfo', 'It says'],
  },
  {
    // Vade Filter, integration guide: "clean", "spam:low", "phishing", "suspect".
    product: 'Vade',
    fields: ['x-vade-spamstate', 'x-vade-spamscore', 'x-vade-spamcause'],
    spam: /^\s*(?:spam|phishing|scam|malware|virus)/i,
    suspicious: /^\s*(?:suspect|pce|mce|dce|commercial)/i,
    clean: /^\s*(?:clean|legit|not_?spam)/i,
    score: ['x-vade-spamscore', /(-?\d{1,6})/],
    says: ['x-vade-spamstate', 'State'],
  },
  {
    // OVHcloud, "Understanding the headers of an email": the same engine under other names.
    product: 'OVHcloud (Vade)',
    fields: ['x-vr-spamstate', 'x-ovh-spam-status', 'x-vr-spamscore', 'x-vr-spamcause', 'x-ovh-spam-reason'],
    spam: /^\s*(?:spam|virus|phishing|yes)/i,
    suspicious: /^\s*suspect/i,
    clean: /^\s*(?:ok|clean|no)\b/i,
    score: ['x-vr-spamscore', /(-?\d{1,6})/],
  },
  {
    // Cyren (Commtouch) engine, as IceWarp, MDaemon and others write it: reference code behind it.
    product: 'Cyren',
    fields: ['x-ctch-spam', 'x-ctch-refid', 'x-ctch-vod', 'x-ctch-flags'],
    spam: /^\s*(?:confirmed|spam)/i,
    suspicious: /^\s*(?:suspected|suspect|bulk)/i,
    clean: /^\s*(?:nonspam|non_?spam|unknown)/i,
  },
  {
    // Cloudmark Authority: cv and a score of 0 to 100.
    product: 'Cloudmark',
    fields: ['x-cmae-score', 'x-cmae-analysis', 'x-authority-analysis', 'x-cnfs-analysis', 'x-cmae-envelope'],
    spam: /^\s*(?:9\d|100)\b/,
    clean: /^\s*\d{1,2}(?:\.\d{1,6})?\s*$/,
    score: ['x-cmae-score', /(\d{1,3}(?:\.\d{1,6})?)/],
  },
  {
    // Hornetsecurity (formerly antispameurope), header reference.
    product: 'Hornetsecurity',
    fields: ['x-antispameurope-spamstatus', 'x-antispameurope-reason', 'x-antispameurope-virus', 'x-antispameurope-mailarchiv'],
    spam: /^\s*(?:spam|virus|content)/i,
    suspicious: /^\s*(?:info|newsletter)/i,
    clean: /^\s*(?:clean|ok)/i,
    says: ['x-antispameurope-reason', 'Reason'],
  },
  {
    // Fortinet FortiMail, "Email headers": its client address and what it found.
    product: 'FortiMail',
    fields: ['x-feas-spam-outbreak', 'x-feas-dictionary', 'x-feas-bannedword', 'x-feas-spf', 'x-feas-system-wide', 'x-feas-client-ip'],
    spam: /\S/,
    clean: /^(?!)/,
    says: ['x-feas-bannedword', 'Banned word'],
  },
  {
    // Yandex Mail: 1 stands in ordinary mail, 4 marks spam; what the other numbers mean is not published.
    product: 'Yandex',
    fields: ['x-yandex-spam'],
    spam: /^\s*4\b/,
    clean: /^\s*1\b/,
  },
  {
    // Mail.ru postmaster help: X-Mras is Ok where its filter found nothing, BAD or Probable Spam else.
    product: 'Mail.ru',
    fields: ['x-mras', 'x-mailru-sender', 'x-mailru-src'],
    spam: /^\s*(?:bad|spam)/i,
    suspicious: /^\s*probable/i,
    clean: /^\s*ok\b/i,
  },
  {
    // United Internet (GMX, web.de, 1&1 IONOS): "notjunk:1;", "junk:10;", "unknown:2;".
    product: 'GMX / web.de / IONOS',
    fields: ['x-ui-filterresults', 'x-ui-out-filterresults', 'x-gmx-antispam', 'x-gmx-antivirus'],
    spam: /^\s*junk:/i,
    clean: /^\s*(?:notjunk|unknown):/i,
    says: ['x-gmx-antispam', 'It says'],
  },
  {
    // Yahoo: written where it was filed as bulk.
    product: 'Yahoo',
    fields: ['x-yahoofilteredbulk'],
    spam: /\S/,
    clean: /^(?!)/,
  },
  {
    // Proton: its own analysis.
    product: 'Proton',
    fields: ['x-pm-spam-action', 'x-pm-spamscore', 'x-pm-spam'],
    spam: /^\s*(?:spam|inbox_to_spam|phishing)/i,
    clean: /^\s*(?:inbox|dunno|none)/i,
    score: ['x-pm-spamscore', /(-?[\d.]{1,10})/],
  },
  {
    // MailScanner, "%org-name%-MailScanner-SpamCheck": "not spam, SpamAssassin (score=-1, required 6, …)".
    product: 'MailScanner',
    fields: ['x-mailscanner-spamcheck', 'x-mailscanner', 'x-mailscanner-spamscore', 'x-mailscanner-from'],
    spam: /^\s*spam\b/i,
    clean: /^\s*not spam\b/i,
    score: ['x-mailscanner-spamcheck', /\bscore=(-?[\d.]{1,10})/i],
    threshold: ['x-mailscanner-spamcheck', /\brequired (-?[\d.]{1,10})/i],
  },
  {
    // DSPAM README, "Headers".
    product: 'DSPAM',
    fields: ['x-dspam-result', 'x-dspam-probability', 'x-dspam-confidence', 'x-dspam-signature'],
    spam: /^\s*(?:spam|blacklisted)/i,
    clean: /^\s*(?:innocent|whitelisted)/i,
    score: ['x-dspam-probability', /([\d.]{1,10})/],
  },
  {
    // bogofilter(1): "Spam, tests=bogofilter, spamicity=0.99".
    product: 'Bogofilter',
    fields: ['x-bogosity'],
    spam: /^\s*(?:spam|yes)\b/i,
    suspicious: /^\s*unsure\b/i,
    clean: /^\s*(?:ham|no)\b/i,
    score: ['x-bogosity', /spamicity=([\d.]{1,10})/i],
  },
  {
    // MDaemon, MailScanner and others: the names of the DNS lists that the sending address stands on.
    product: 'DNS blocklists',
    fields: ['x-rbl-warning', 'x-dnsbl-listed', 'x-spamhaus', 'x-zen-warning', 'x-blacklisted-by'],
    spam: /^(?!)/,
    suspicious: /\S/,
    clean: /^(?!)/,
    says: ['x-rbl-warning', 'It says'],
  },
  {
    // Postgrey, milter-greylist, policyd: that the message was put off, and for how long.
    product: 'Greylisting',
    fields: ['x-greylist', 'x-milter-greylist'],
    spam: /^(?!)/,
    clean: /\S/,
    says: ['x-greylist', 'It says'],
  },
];
