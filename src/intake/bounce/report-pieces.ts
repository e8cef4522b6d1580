/**
 * A message taken apart for reading as a report: its prose, what was returned, its fields, and who it speaks of.
 */
import { type DeliveryStatus, parseDeliveryStatus } from './delivery-status.js';
import { addressesOf, type ReadMessage, readHeaderBlock } from './message-header.js';
import { judgeWhole } from './report-kind.js';
import { splitReport } from './returned-message.js';

/** Longer prose is cut: a report says its reason at the front. */
const proseLimit = 60_000;

export interface ReportPieces {
  readonly message: ReadMessage;
  /** The prose of the report, the returned message cut off. */
  readonly report: string;
  readonly returned: string;
  readonly status: DeliveryStatus;
  readonly feedback: string | null;
}

/** The pieces of a message; whether it is a report at all is not asked here. */
export function takeApart(message: ReadMessage): ReportPieces {
  const { report, returned } = splitReport(message.text.slice(0, proseLimit));
  const statusParts = message.parts.filter(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type));
  const statusText = statusParts.map(({ text }) => text).join('\n\n');
  const inParts = parseDeliveryStatus(statusText);
  const carried = message.parts.find(({ type }) => /rfc822|global/.test(type) && !type.includes('status'))?.text;
  return {
    message,
    report,
    returned: carried ?? returned,
    // Outside its part: only where the message itself is no person's who quotes one.
    status: inParts.groups.length > 0 || !mayHoldFields(message, report) ? inParts : parseDeliveryStatus(report),
    feedback: message.parts.find(({ type }) => type === 'message/feedback-report')?.text ?? null,
  };
}

function mayHoldFields(message: ReadMessage, report: string): boolean {
  return /^[ \t]*Final-Recipient[ \t]*:/im.test(report) && judgeWhole(message, report) !== 'not-a-report';
}

/** The reporter's, and the sender's whose mail came back. */
export function ownAddresses(message: ReadMessage, returned: string): ReadonlySet<string> {
  const header = readHeaderBlock(returned.trimStart());
  const values = [
    ...(message.headers.get('from') ?? []),
    ...(message.headers.get('to') ?? []),
    ...(header.get('from') ?? []),
    ...(header.get('return-path') ?? []),
  ];
  const to = new Set(addressesOf(header.get('to') ?? []));
  return new Set(addressesOf(values).filter((address) => !to.has(address)));
}

/** The domain of From, null where it names none. */
export function reporterOf(message: ReadMessage): string | null {
  const from = message.headers.get('from')?.[0] ?? '';
  return /@([\w-]+(?:\.[\w-]+)+)/.exec(from)?.[1]?.toLowerCase() ?? null;
}

/** The first host name in the text, in lower case. */
export function hostName(value: string | null): string | null {
  return /[\w-]+(?:\.[\w-]+)+/.exec(value ?? '')?.[0].toLowerCase() ?? null;
}

/** Longer pieces are compared as they stand. */
const comparedLength = 2000;

/** The words without those that say the same again, be it in other lines, or nothing. */
export function distinct(words: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return words
    .map((each) => each.trim())
    .filter((each) => {
      const key = each.length > comparedLength ? each : each.replace(/\s+/g, ' ');
      if (key === '' || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
