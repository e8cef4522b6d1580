/**
 * Octets from a server → complete replies, incrementally and bounded (RFC 5321 section 4.2).
 *
 * Servers lie and slip: nothing here throws, and what departs from the grammar becomes an issue of the reply.
 * Where the code changes between lines the last line's counts, as in Postfix. A line without a code inside a
 * reply is kept as one of its lines; outside of a reply it is handed out as noise. At most 512 lines or 64 KiB
 * from one reply's end to the next one's; beyond that the reader gives up (`flood`) and swallows the rest.
 */
import type { ReceivedText, Reply, ReplyIssue } from '../../model/reply.js';
import { extractEnhancedStatus } from './enhanced-status.js';
import { createLineReader, type RawLine } from './line-reader.js';
import { decodeReceivedText, hasControlCharacters } from './received-text.js';
import { parseReplyLine } from './reply-line.js';

export const replyLinesLimit = 512;
export const replyOctetsLimit = 65_536;

export type ReplyEvent =
  /** Every line, in order; `noise`: it is no part of a reply. */
  | { readonly type: 'line'; readonly line: ReceivedText; readonly noise: boolean; readonly issues: readonly ReplyIssue[] }
  /** Follows the event of its last line. */
  | { readonly type: 'reply'; readonly reply: Reply }
  /** Beyond the bounds; `reply` is the beginning of what would have been one, marked as truncated. The last event. */
  | { readonly type: 'flood'; readonly reply: Reply | null };

export interface ReplyReader {
  push(bytes: Uint8Array): ReplyEvent[];
  /** The beginning of a line whose end has not come. */
  pending(): Uint8Array;
  /** The stream is over: what stands unfinished comes out as a reply marked `truncated`. */
  finish(): ReplyEvent[];
}

interface Draft {
  readonly lines: ReceivedText[];
  readonly issues: Set<ReplyIssue>;
  code: number;
}

/** A reader at the beginning of a stream. */
export function createReplyReader(): ReplyReader {
  const reader = createLineReader();
  let draft: Draft | null = null;
  let lineCount = 0;
  let octetCount = 0;
  let flooded = false;

  function addLine(raw: RawLine): ReplyEvent[] {
    const line = decodeReceivedText(raw.bytes);
    const issues = lineIssues(line, raw);
    const parsed = parseReplyLine(line.text);
    lineCount += 1;
    if (parsed === null && draft === null) return [{ type: 'line', line, noise: true, issues }];
    draft = extendDraft(draft, line, [...issues, ...(parsed?.lacksSeparator ? (['no-text-separator'] as const) : [])]);
    const event: ReplyEvent = { type: 'line', line, noise: false, issues };
    if (parsed === null) {
      draft.issues.add('code-changes');
      return [event];
    }
    if (parsed.code !== draft.code && draft.lines.length > 1) draft.issues.add('code-changes');
    draft.code = parsed.code;
    return parsed.continues ? [event] : [event, { type: 'reply', reply: takeReply(draft) }];
  }

  function takeReply(complete: Draft): Reply {
    draft = null;
    lineCount = 0;
    octetCount = 0;
    return draftReply(complete);
  }

  function takeTruncated(): Reply | null {
    if (draft === null) return null;
    draft.issues.add('truncated');
    return takeReply(draft);
  }

  function addPiece(piece: Uint8Array): ReplyEvent[] {
    octetCount += piece.length;
    const events = reader.push(piece).flatMap(addLine);
    if (lineCount <= replyLinesLimit && octetCount <= replyOctetsLimit) return events;
    flooded = true;
    return [...events, { type: 'flood', reply: takeTruncated() }];
  }

  return {
    push(bytes) {
      const events: ReplyEvent[] = [];
      // Line by line, so that the counts are those of one reply.
      for (const piece of splitBehindLf(bytes)) {
        if (flooded) break;
        events.push(...addPiece(piece));
      }
      return events;
    },
    pending: () => reader.pending(),
    finish() {
      const raw = flooded ? null : reader.finish();
      const events = raw === null ? [] : addLine(raw).map(markTruncated);
      const reply = takeTruncated();
      return reply === null ? events : [...events, { type: 'reply', reply }];
    },
  };
}

function* splitBehindLf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end + 1;
    yield bytes.subarray(start, next);
    start = next;
  }
}

function lineIssues(line: ReceivedText, raw: RawLine): ReplyIssue[] {
  const issues: ReplyIssue[] = [...raw.issues];
  if (line.bytesBase64 !== undefined) issues.push('not-utf8');
  if (hasControlCharacters(line.text)) issues.push('control-characters');
  return issues;
}

function extendDraft(draft: Draft | null, line: ReceivedText, issues: readonly ReplyIssue[]): Draft {
  const extended = draft ?? { lines: [], issues: new Set<ReplyIssue>(), code: 0 };
  extended.lines.push(line);
  for (const issue of issues) extended.issues.add(issue);
  return extended;
}

function draftReply(draft: Draft): Reply {
  const texts = draft.lines.map((line) => line.text);
  return { code: draft.code, enhanced: extractEnhancedStatus(draft.code, texts), lines: draft.lines, issues: [...draft.issues] };
}

/** The last line had no end, so a reply that it seems to complete may lack something. */
function markTruncated(event: ReplyEvent): ReplyEvent {
  if (event.type !== 'reply') return event;
  return { type: 'reply', reply: { ...event.reply, issues: [...event.reply.issues, 'truncated'] } };
}
