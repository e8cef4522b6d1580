/**
 * Where the report ends and the returned message begins, in a text that holds both.
 *
 * By the line that reporters put between them, or by the returned header itself: three or more header fields in a row
 * with one among them that only a message in transit has.
 */

export interface SplitReport {
  readonly report: string;
  /** From its first header on; empty where nothing was returned. */
  readonly returned: string;
}

const divider =
  /^[ \t>*=_-]*(?:(?:this|below|here|following|included|attached)\b[^\n]{0,24}\bis (?:a |the )?(?:copy|header|first)[^\n]*|(?:the )?headers? of the original[^\n]*|(?:(?:start|begin) of )?(?:the )?(?:original|unsent|returned|undelivered|bounced|forwarded) (?:message|mail)(?:[^\n]{0,40}(?:follows?|below|info|headers?|text|body|attached|to follow))?|(?:original|message) headers?(?: follow)?|text of (?:your )?message|message text follows|received: from [^\n]*\n[ \t]+(?:by|with|id) [^\n]*)[ \t.:;*=_-]*$/im;

const headerField = /^([A-Za-z][\w-]*):/;
const ofTransit = /^(?:received|message-id|mime-version|return-path|dkim-signature|x-received|x-mailer)$/i;

/** Both halves of the text. */
export function splitReport(text: string): SplitReport {
  const header = findHeaderBlock(text);
  const line = divider.exec(text);
  // A divider in the very first line is the report's own title ("Returned mail").
  const dividerAt = line === null || text.slice(0, line.index).trim() === '' ? -1 : line.index;
  const cuts = [header, dividerAt].filter((at) => at > 0);
  if (cuts.length === 0) return { report: text, returned: header === 0 ? text : '' };
  const cut = Math.min(...cuts);
  return { report: text.slice(0, cut), returned: text.slice(Math.max(header, cut)) };
}

/** Where a run of header lines begins; -1 where there is none. */
function findHeaderBlock(text: string): number {
  let at = 0;
  let run: { start: number; fields: number; transit: boolean } | null = null;
  for (const line of text.split('\n')) {
    const name = headerField.exec(line)?.[1];
    if (name !== undefined) {
      run ??= { start: at, fields: 0, transit: false };
      run.fields += 1;
      run.transit ||= ofTransit.test(name);
      if (run.fields >= 3 && run.transit) return run.start;
    } else if (!/^[ \t]/.test(line) || line.trim() === '') run = null;
    at += line.length + 1;
  }
  return -1;
}
