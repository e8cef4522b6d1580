/**
 * The header of a message → its way, its proofs and its filters' opinions, and who must act where something is wrong.
 *
 *   const report = explainHeaders(await readFile('message.eml', 'utf8'));
 *   if (report !== null) console.log(report.summary, report.longestWait);
 *
 * All of it as recorded: no signature is verified, and nothing is asked of anybody.
 */
import { readHeaders } from '../intake/headers/read-headers.js';
import type { HeadersReport } from '../model/headers-report.js';
import { packageVersion } from '../model/version.generated.js';
import { listProblems } from './headers-problems.js';
import { summarise } from './headers-words.js';

export { readHeaderText } from '../intake/headers/header-text.js';

/** The report; null where no header field stands in the text. `cut`: the text is not the whole header. */
export function explainHeaders(text: string, cut = false): HeadersReport | null {
  const reading = readHeaders(text, cut);
  if (reading === null) return null;
  const problems = listProblems(reading);
  return { schema: 'mailwhy/1', version: packageVersion, kind: 'headers', summary: summarise(reading, problems), problems, ...reading };
}
