/**
 * A report that rides in somebody's message: attached, or in its text, quoted or behind the line of a mail program.
 */
import type { ReadMessage } from './message-header.js';
import { quoteMark, unquote } from './unquote.js';

/** The lines that mail programs put before what they forward. */
const forwardLine =
  /^[ \t>]*(?:-{2,} ?(?:forwarded|original|weitergeleitete|ursprüngliche|message (?:transféré|d['’]origine)|mensaje (?:reenviado|original)|messaggio (?:inoltrato|originale)|mensagem (?:encaminhada|original)|пересылаемое|исходное)[^\n]*|begin forwarded message:|_{20,}|anfang der weitergeleiteten nachricht:|début du message (?:réexpédié|transféré) ?:)[ \t]*$/im;

const fewestQuotedLines = 4;

/** The text of what may be a report, as a message or as its words alone; null where nothing is carried. */
export function findForwarded({ parts, text }: ReadMessage): string | null {
  const attached = parts.find(({ type }) => type === 'message/rfc822' || type === 'message/global');
  if (attached !== undefined) return attached.text;
  const line = forwardLine.exec(text);
  // A line that is quoted itself belongs to what is quoted: the report's own, before the message that came back.
  if (line !== null && !quoteMark.test(line[0])) return unquote(text.slice(line.index + line[0].length)).trimStart();
  const quoted = text.split('\n').filter((each) => quoteMark.test(each));
  return quoted.length < fewestQuotedLines ? null : unquote(quoted.join('\n'));
}
