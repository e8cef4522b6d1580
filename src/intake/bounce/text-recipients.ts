/**
 * The recipients that a report names in its prose, each with the piece of the text that is about it.
 *
 * From the surest to the vaguest form: a line that holds nothing but an address (or begins with one and a colon), a
 * sentence that names one, Sendmail's `550 <bob@example.com>... User unknown`, then any address that is not the
 * reporter's own. The first form that yields an address is taken, and only that one.
 */

export interface TextRecipient {
  readonly address: string;
  /** What stands with the address, up to the next recipient. */
  readonly piece: string;
}

const addressSource = String.raw`(?:"[^"\n]{1,64}"|[^\s<>"(),;:@\[\]=*]{1,64})@(?:[\w-]+\.)*[\w-]+`;

interface Form {
  readonly pattern: RegExp;
  /** The words about the address stand before it, not behind. */
  readonly wordsBefore?: true;
}

/** Each with the address as its first or second group; all of them global and by line. */
const forms: readonly Form[] = [
  // `<bob@example.com>:`, `  bob@example.com`, `* bob@example.com`, `>>> a <a@b>`, `bob@example.com [User unknown]`, `bob@example.com on Thu, …`
  {
    pattern: new RegExp(
      String.raw`^[ \t]*(?:>>> ?|[*\u2022-] |\d+\) |Recipient:? |Recipient Address:[ \t]*)?(?:"[^"\n]*" |[\w.-]+@[\w.-]+ )?(?:<(${addressSource})>|(?:mailto:)?(${addressSource}))(?:[ \t]*$|:[ \t]|:$|[ \t]*[(\[][^\n]*$|[ \t]+on [A-Z0-9][^\n]*$|\.\.\.|,[ \t]|[ \t]+(?:-|=>) |[ \t]+(?:Invalid Address|malformed)|[ \t]{2,}(?:delivery (?:failed|delayed)|delivered|relayed|expanded)\b)`,
      'gim',
    ),
  },
  { pattern: new RegExp(String.raw`^(?:\*\* )?[245]\d\d[ -][^\n]*?<(${addressSource})>`, 'gm'), wordsBefore: true },
  {
    pattern: new RegExp(
      String.raw`(?:delivered? (?:the |your )?(?:message |mail |it )?to:?|delivery to|deliver (?:your |the )?(?:message|mail)s? to:?|recipient(?: address)?(?: is)?:|recipients?:|address(?:ee)?:|user(?:id)?:|account:?|RCPT TO:|mailbox(?: is)? full:|failed(?: to)?:|could not be (?:sent|delivered) to:?|unable to reach|mailing list|reject(?:ed)? (?:for|to)|Sent <<< RCPT TO:|undeliverable to)\s*(?:<(${addressSource})>|(${addressSource}))`,
      'gi',
    ),
  },
];

/** Not whom to turn to: "please contact <support@example.com>". */
const anyAddress = new RegExp(
  String.raw`(?<!(?:contact|assistance|help|e-?mail(?: to)?|write to|send (?:mail|an e-?mail) to)\b[^\n]{0,20})<?(?<![^\s<>"(),;:[\]])(${addressSource})>?`,
  'gi',
);

/** The recipients in order, none twice; addresses in `others` (the reporter, the sender) never. */
export function findTextRecipients(report: string, others: ReadonlySet<string>): readonly TextRecipient[] {
  const listed = findListedRecipients(report, others);
  return listed.length > 0 ? listed : collect(report, { pattern: anyAddress }, others).slice(0, 1);
}

/** The same without the vaguest form. */
export function findListedRecipients(report: string, others: ReadonlySet<string>): readonly TextRecipient[] {
  for (const form of forms) {
    const found = collect(report, form, others);
    if (found.length > 0) return found;
  }
  return [];
}

/** What is said of one recipient stands at the front of its piece. */
const pieceLimit = 8000;

interface Place {
  readonly address: string;
  readonly index: number;
  readonly end: number;
}

function collect(report: string, { pattern, wordsBefore }: Form, others: ReadonlySet<string>): readonly TextRecipient[] {
  const places: Place[] = [];
  for (const match of report.matchAll(pattern)) {
    const address = (match[1] ?? match[2] ?? '').replace(/^'|\.$/g, '');
    if (isCandidate(address, others) && !namesSender(report, match.index))
      places.push({ address, index: match.index, end: match.index + match[0].length });
  }
  const own = dropContinuations(report, places);
  return joinPlaces(own, (order) => sliceAbout(report, own, order, wordsBefore === true));
}

function isCandidate(address: string, others: ReadonlySet<string>): boolean {
  return address !== '' && !others.has(address.toLowerCase()) && !/^mailer-daemon@|-(?:ctl|request|owner|admin|help)@/i.test(address);
}

/** `<bob@example.com>: host … said: 553 5.1.8\n    <ann@example.org>... Domain of …`: the second is in the middle of what is said of the first. */
function dropContinuations(report: string, places: readonly Place[]): readonly Place[] {
  return places.filter(
    ({ index, end }) => !(report.startsWith('...', end - 3) && /\S\n[ \t]+$/.test(report.slice(Math.max(0, index - 2), index + 1))),
  );
}

/** Exim to others than the sender: "A message sent by <alice@example.com> could not be delivered …" */
function namesSender(report: string, index: number): boolean {
  return /\bA message sent by:?\s+$/i.test(report.slice(Math.max(0, index - 40), index));
}

function sliceAbout(report: string, places: readonly Place[], order: number, before: boolean): string {
  const place = places[order];
  if (place === undefined) return '';
  const previousEnd = places[order - 1]?.end ?? 0;
  if (!before) {
    const start = Math.max(previousEnd, report.lastIndexOf('\n', place.index) + 1);
    return report.slice(start, Math.min(places[order + 1]?.index ?? report.length, start + pieceLimit));
  }
  const lineEnd = report.indexOf('\n', place.end);
  return report.slice(Math.max(previousEnd, place.index - pieceLimit), lineEnd < 0 ? report.length : lineEnd);
}

/** One recipient an address, with every piece that belongs to a mention of it. */
function joinPlaces(places: readonly Place[], pieceAt: (order: number) => string): readonly TextRecipient[] {
  const pieces = new Map<string, { address: string; piece: string }>();
  for (const [order, { address }] of places.entries()) {
    const known = pieces.get(address.toLowerCase());
    const piece = pieceAt(order).trim();
    pieces.set(address.toLowerCase(), {
      address: known?.address ?? address,
      piece: known === undefined ? piece : known.piece.length > pieceLimit ? known.piece : `${known.piece}\n${piece}`,
    });
  }
  return [...pieces.values()];
}

/** Finds the piece of the report that is about an address: from its first mention to the next one of the others. */
export type PieceFinder = (address: string) => string | null;

/** A finder for these addresses; the report is searched once, however many there are. */
export function createPieceFinder(report: string, all: readonly string[]): PieceFinder {
  const lower = report.toLowerCase();
  const mentions = [...new Set(all.map((address) => address.toLowerCase()))].flatMap((address) => findMentions(lower, address));
  mentions.sort((a, b) => a.index - b.index);
  return (address) => {
    const wanted = address.toLowerCase();
    const index = findWhole(lower, wanted, 0);
    if (index < 0) return null;
    const next = mentions.slice(findAfter(mentions, index + wanted.length)).find((mention) => mention.address !== wanted);
    return report.slice(index, Math.min(next?.index ?? report.length, index + pieceLimit)).trim();
  };
}

interface Mention {
  readonly address: string;
  readonly index: number;
}

function findMentions(lower: string, address: string): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let index = findWhole(lower, address, 0); index >= 0; index = findWhole(lower, address, index + address.length))
    mentions.push({ address, index });
  return mentions;
}

/** Where the address stands by itself, not as the end of a longer one ("joann@…" is not about "ann@…"); -1 where it does not. */
function findWhole(lower: string, address: string, from: number): number {
  if (address === '') return -1;
  let index = lower.indexOf(address, from);
  while (index >= 0 && !standsAlone(lower, index, index + address.length)) index = lower.indexOf(address, index + 1);
  return index;
}

function standsAlone(lower: string, start: number, end: number): boolean {
  return !(start > 0 && ofAddress.test(lower.charAt(start - 1))) && !goesOn.test(lower.slice(end, end + 2));
}

const ofAddress = /[\p{L}\p{N}_.+%&~-]/u;
const goesOn = /^[.-]?[\p{L}\p{N}_@]/u;

/** The first mention that begins at the place or behind it. */
function findAfter(mentions: readonly Mention[], place: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.index ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
