/**
 * What a document is that nothing can be explained of, so that whoever gave it knows what to do instead.
 */

/** The first octets as Latin-1 characters → what begins so, and what helps. */
const magic: readonly (readonly [string, string])[] = [
  ['\xd0\xcf\x11\xe0', "it is a file in Outlook's own format (.msg): save the message as .eml, or paste its text"],
  ['!BDN', 'it is an Outlook data file (.pst): readpst writes its messages as files'],
  ['PK\x03\x04', 'it is a ZIP archive: unpack it first'],
  ['%PDF', 'it is a PDF: copy its text'],
  ['\x89PNG', 'it is a picture (PNG): type the reply off'],
  ['\xff\xd8\xff', 'it is a picture (JPEG): type the reply off'],
  ['GIF8', 'it is a picture (GIF): type the reply off'],
  ['7z\xbc\xaf', 'it is a 7z archive: unpack it first'],
  ['SQLite format 3', 'it is a SQLite database'],
  ['\x7fELF', 'it is a program'],
];

/** Characters that are looked at; of a text fewer than one in ten is a control character. */
const looked = 4096;

/** What is not read at all, by its first octets; null where it may be a text. */
export function describeStrange(beginning: Uint8Array, text: string): string | null {
  if (!/\S/.test(text)) return 'it is empty';
  return magic.find(([mark]) => beginsWith(beginning, mark))?.[1] ?? null;
}

function beginsWith(octets: Uint8Array, mark: string): boolean {
  for (let at = 0; at < mark.length; at += 1) if (octets[at] !== mark.charCodeAt(at)) return false;
  return true;
}

/** What a document that nothing was found in looks like, as a sentence, and whether it is a text. */
export function describeUnknown(text: string): { readonly seen: string; readonly isText: boolean } {
  const start = text.slice(0, looked);
  const odd = start.match(/[^\P{Cc}\t\n\r\f\v]|\ufffd/gu)?.length ?? 0;
  const isText = odd * 10 <= start.length;
  return { seen: isText ? 'it is a text without a reply, a bounced recipient or a line of a log' : 'it is no text', isText };
}
