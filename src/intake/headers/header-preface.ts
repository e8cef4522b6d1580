/**
 * What people copy along with a header: a heading like `Message headers:` and the empty line below it.
 */

const mostParagraphs = 3;
const mostLines = 3;
/** A field says something in its own line or in a fold; a heading says nothing behind its colon. */
const fieldWithValue = /^(?:> ?)?[A-Za-z][A-Za-z0-9-]*[ \t]*:(?!\/\/)[^\n]*(?:[^\s]|\n[ \t]+\S)/m;

/** How many characters stand before the header; 0 where it begins at once, or none is to be seen. */
export function measurePreface(text: string): number {
  let at = 0;
  for (let paragraph = 0; paragraph < mostParagraphs; paragraph += 1) {
    const [whole = '', lines] = /^\s*(\S.*?)\n[ \t\r]*\n/s.exec(text.slice(at)) ?? [];
    const rest = lines ?? text.slice(at);
    // Nothing but a heading has come so far, or the header begins.
    if (rest.trim() === '' || fieldWithValue.test(rest)) return at;
    if (lines === undefined || lines.split('\n').length > mostLines) return 0;
    at += whole.length;
  }
  return 0;
}
