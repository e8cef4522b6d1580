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
      String.raw`^[ \t]*(?:>>> ?|[*\u2022-] |\d+\) |Recipient:? |Recipient Address:[ \t]*)?(?:"[^"\n]*" |[\w.-]+@[\w.-]+ )?(?:<(${addressSource})>|(?:mailto:)?(${addressSource}))(?:[ \t]*$|:[ \t]|:$|[ \t]*[(\[][^\n]*$|[ \t]+on [A-Z0-9][^\n]*$|\.\.\.|,[ \t]|[ \t]+(?:-|=>) |[ \t]+(?:Invalid Address|malformed))`,
      'gim',
    ),
  },
  { pattern: new RegExp(String.raw`^(?:\*\* )?[245]\d\d[ -][^\n]*?<(${addressSource})>`, 'gm'), wordsBefore: true },
  {
    pattern: new RegExp(
      String.raw`(?:delivered? (?:the |your )?(?:message |mail |it )?to:?|delivery to|deliver (?:your |the )?(?:message|mail)s? to:?|recipient(?: address)?(?: is)?:|recipients?:|address(?:ee)?:|user:|account:?|RCPT TO:|mailbox(?: is)? full:|failed(?: to)?:|could not be (?:sent|delivered) to:?|unable to reach|mailing list|reject(?:ed)? (?:for|to)|Sent <<< RCPT TO:|undeliverable to)\s*(?:<(${addressSource})>|(${addressSource}))`,
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

interface Place {
  readonly address: string;
  readonly index: number;
  readonly end: number;
}

function collect(report: string, { pattern, wordsBefore }: Form, others: ReadonlySet<string>): readonly TextRecipient[] {
  const places: Place[] = [];
  for (const match of report.matchAll(pattern)) {
    const address = (match[1] ?? match[2] ?? '').replace(/^'|\.$/g, '');
    if (isCandidate(address, others)) places.push({ address, index: match.index, end: match.index + match[0].length });
  }
  return joinPlaces(places, (order) => sliceAbout(report, places, order, wordsBefore === true));
}

function isCandidate(address: string, others: ReadonlySet<string>): boolean {
  return address !== '' && !others.has(address.toLowerCase()) && !/^mailer-daemon@|-(?:ctl|request|owner|admin|help)@/i.test(address);
}

function sliceAbout(report: string, places: readonly Place[], order: number, before: boolean): string {
  const place = places[order];
  if (place === undefined) return '';
  if (!before) return report.slice(report.lastIndexOf('\n', place.index) + 1, places[order + 1]?.index ?? report.length);
  const lineEnd = report.indexOf('\n', place.end);
  return report.slice(places[order - 1]?.end ?? 0, lineEnd < 0 ? report.length : lineEnd);
}

/** One recipient an address, with every piece that belongs to a mention of it. */
function joinPlaces(places: readonly Place[], pieceAt: (order: number) => string): readonly TextRecipient[] {
  const pieces = new Map<string, { address: string; piece: string }>();
  for (const [order, { address }] of places.entries()) {
    const known = pieces.get(address.toLowerCase());
    const piece = pieceAt(order).trim();
    pieces.set(address.toLowerCase(), {
      address: known?.address ?? address,
      piece: known === undefined ? piece : `${known.piece}\n${piece}`,
    });
  }
  return [...pieces.values()];
}

/** The piece of the report that is about this address: from its first mention to the next empty line, or to the next of the others. */
export function findPieceOf(report: string, address: string, all: readonly string[]): string | null {
  const lower = report.toLowerCase();
  const index = lower.indexOf(address.toLowerCase());
  if (index < 0) return null;
  const next = all
    .filter((other) => other.toLowerCase() !== address.toLowerCase())
    .map((other) => lower.indexOf(other.toLowerCase(), index + address.length));
  const ends = next.filter((at) => at > index);
  return report.slice(index, ends.length === 0 ? report.length : Math.min(...ends)).trim();
}
