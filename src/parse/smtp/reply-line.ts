/**
 * One line of a reply: code, what separates it from the text, whether another line follows (RFC 5321 section 4.2).
 */

export interface ReplyLine {
  readonly code: number;
  /** A hyphen behind the code: more lines follow. */
  readonly continues: boolean;
  /** Neither space nor hyphen nor the end of the line stands behind the code (`250ok`). */
  readonly lacksSeparator: boolean;
}

/** Three digits, 200 to 599, and no fourth one: `2026-11-23` is no reply. */
const replyLine = /^([2-5]\d\d)(?!\d)(.?)/s;

/** What the line says as part of a reply; null where it does not begin with a reply code. */
export function parseReplyLine(text: string): ReplyLine | null {
  const [, code, separator] = replyLine.exec(text) ?? [];
  if (code === undefined) return null;
  return {
    code: Number(code),
    continues: separator === '-',
    lacksSeparator: separator !== '' && separator !== ' ' && separator !== '-' && separator !== '\t',
  };
}

/** Whether octets that begin a line can still become a reply line. */
export function mayBeginReply(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, 4));
  return /^([2-5](\d(\d(\D)?)?)?)?$/s.test(beginning);
}
