/**
 * What somebody did to the header after signing, where taking it back makes the signature hold.
 */
import type { MessageChange } from '../../model/signature-check.js';
import type { RawField } from '../../parse/mail/raw-message.js';

/** What lists and filters put before a subject: "[list]", "***SPAM***", "{Spam?}", "EXTERNAL:". */
const subjectTag =
  /^(Subject[ \t]*:(?:[ \t\r\n]*(?:Re|Fwd?|Aw|Wg):)*[ \t\r\n]*)((?:\[[^\]\r\n]{1,60}\]|\*{2,5}[^*\r\n]{1,30}\*{2,5}|\{[^}\r\n]{1,30}\}|(?:EXTERNAL|EXTERN|SPAM)[ \t]*:)[ \t\r\n]*)/i;

/** The tag in front of the subject; none where the signature does not hold without it either. */
export function findHeaderChanges(
  fields: readonly RawField[],
  holdsWith: (fields: readonly RawField[]) => boolean,
): readonly MessageChange[] {
  const at = fields.findLastIndex(({ name }) => name === 'subject');
  const subject = fields[at];
  const [whole = '', front = '', tag = ''] = subjectTag.exec(subject?.text ?? '') ?? [];
  if (subject === undefined || whole === '') return [];
  const bare = front + subject.text.slice(whole.length);
  const repaired = fields.map((field, index) => (index === at ? { ...field, text: bare } : field));
  return holdsWith(repaired) ? [{ part: 'header', kind: 'subject-tag', lines: null, begins: tag.trim() }] : [];
}
