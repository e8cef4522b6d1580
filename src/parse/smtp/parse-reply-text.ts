/**
 * A reply as people paste it: one line or several, maybe joined by a log into one, maybe wrapped by a mail program.
 *
 * What stands before the reply (`host mx said:`) is for the caller to remove. Nothing is guessed: a text
 * that does not begin with a reply code is no reply.
 */
import type { Reply, ReplyIssue } from '../../model/reply.js';
import { extractEnhancedStatus } from './enhanced-status.js';
import { hasControlCharacters } from './received-text.js';
import { parseReplyLine } from './reply-line.js';
import { replyLinesLimit, replyOctetsLimit } from './reply-reader.js';

/** The reply that the text is; null where it does not begin with a code from 200 to 599. At most 64 Ki characters are read. */
export function parseReplyText(text: string): Reply | null {
  const lines = joinWrapped(splitLines(text.slice(0, replyOctetsLimit).trim()));
  const parsed = lines.map(parseReplyLine);
  const last = parsed.at(-1);
  if (last === null || last === undefined) return null;
  const issues = new Set<ReplyIssue>();
  if (parsed.some((line) => line?.code !== last.code)) issues.add('code-changes');
  if (parsed.some((line) => line?.lacksSeparator)) issues.add('no-text-separator');
  if (lines.some(hasControlCharacters)) issues.add('control-characters');
  if (last.continues) issues.add('truncated');
  return {
    code: last.code,
    enhanced: extractEnhancedStatus(last.code, lines),
    lines: lines.map((line) => ({ text: line })),
    issues: [...issues],
  };
}

/**
 * Lines as they stand; a log's one line with several in it (`550-5.1.1 a 550 5.1.1 b`) taken apart. Where the next line goes on
 * with the code, the line is whole, and a code within it is quoted (`550-Response: 550 No such user`).
 */
function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.flatMap((line, at) => {
    const [, code] = /^\s*([2-5]\d\d)-/.exec(line) ?? [];
    if (code === undefined || lines[at + 1]?.trimStart().startsWith(code) === true) return [line];
    return line.split(new RegExp(`\\s+(?=${code}[- ])`));
  });
}

/** A line without a code continues the one before it; what stands before the first code ends the reading. */
function joinWrapped(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines.map((each) => each.trim())) {
    if (line === '' || joined.length >= replyLinesLimit) continue;
    const previous = joined.at(-1);
    if (parseReplyLine(line) !== null) joined.push(line);
    else if (previous === undefined) return [];
    else joined[joined.length - 1] = `${previous} ${line}`;
  }
  return joined;
}
