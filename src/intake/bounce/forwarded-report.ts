/**
 * A report that rides in somebody's message: attached, or in its text, quoted or behind the line of a mail program.
 */
import type { ReadMessage } from './message-header.js';
import { quoteMark, unquote } from './unquote.js';

/** The lines that mail programs put before what they forward. */
const forwardLine =
  /^[ \t>]*(?:-{2,} ?(?:forwarded|original|weitergeleitete|ursprüngliche|message (?:transféré|d['’]origine)|mensaje (?:reenviado|original)|messaggio (?:inoltrato|originale)|mensagem (?:encaminhada|original)|пересылаемое|исходное)[^\n]*|begin forwarded message:|_{20,}|anfang der weitergeleiteten nachricht:|début du message (?:réexpédié|transféré) ?:)[ \t]*$/im;

const fewestQuotedLines = 4;

/** The front of a header in whose first fields a mail system is the writer, in any language of the field's name. */
const systemHeader =
  /^(?:[^\n:]{1,30}:[^\n]*\n){0,4}[^\n:]{1,30}:[^\n]*(?:mailer-?daemon|post_?master|microsoft (?:outlook|exchange)|microsoftexchange|mail delivery)/i;

/** The text of what may be a report, as a message or as its words alone; null where nothing is carried. */
export function findForwarded({ parts, text }: ReadMessage): string | null {
  const attached = parts.find(({ type }) => type === 'message/rfc822' || type === 'message/global');
  if (attached !== undefined) return attached.text;
  const line = forwardLine.exec(text);
  const behind = line === null ? null : unquote(text.slice(line.index + line[0].length)).trimStart();
  // A line that is quoted itself may be the report's own, before the message that came back; then no mail system wrote what follows.
  if (line !== null && behind !== null && (!quoteMark.test(line[0]) || systemHeader.test(behind))) return behind;
  const quoted = text.split('\n').filter((each) => quoteMark.test(each));
  return quoted.length < fewestQuotedLines ? null : unquote(quoted.join('\n'));
}
