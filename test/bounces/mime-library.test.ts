/** What is read without the MIME library is what the library reads: over every sample, and over the corpus where it is there. */
import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';
import { readSimpleMessage } from '../../src/intake/bounce/simple-message.js';
import { restoreWindowsPunctuation } from '../../src/intake/bounce/windows-punctuation.js';
import { readLabelledBounces } from '../corpus/labelled-messages.js';
import { makeOrdinaryMessages } from '../corpus/ordinary-messages.js';
import { allSamples } from './all-samples.js';

const made = allSamples.map(({ name, message }) => ({ name, message }));
const ordinary = makeOrdinaryMessages().map(({ name, bytes }) => ({ name, message: new TextDecoder().decode(bytes) }));
const corpus = readLabelledBounces().map(({ name, bytes }) => ({ name, message: bytes.toString() }));

/** Blanks, where the two may differ at the ends of parts, do not count. */
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What the library does not mend: windows-1252 before Node 23, a parameter whose line has lost the blanks at its front, UTF-8 that goes by another name. */
function mend(message: string): string {
  const folded = message.replace(/;\s*\n(?=(?:boundary|charset)=)/gi, ';\n ');
  const isUtf8 = /[^\p{ASCII}]/u.test(folded);
  return isUtf8 ? folded.replace(/(charset\s*=\s*"?)(?:iso-|windows-)[\w-]+/gi, '$1utf-8') : folded;
}

async function readByLibrary(message: string) {
  const { text = '', attachments } = await PostalMime.parse(message, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' });
  const parts = attachments.map(({ mimeType, content }) => `${mimeType.toLowerCase()} ${squeeze(String(content))}`);
  return { text: squeeze(restoreWindowsPunctuation(text)), parts };
}

it('of every message that is in good order', async () => {
  const different: string[] = [];
  let simple = 0;
  for (const { name, message } of [...made, ...ordinary, ...corpus]) {
    const text = message.replace(/\r\n?/g, '\n');
    const own = text.includes('\uFFFD') ? null : readSimpleMessage(text);
    if (own === null) continue;
    simple += 1;
    const read = { text: squeeze(own.plain), parts: own.parts.map((part) => `${part.type} ${squeeze(part.text)}`) };
    const expected = await readByLibrary(mend(text));
    // Where there is no plain part the library makes a text of the HTML.
    if (own.plain.trim() === '' && own.html !== '') expected.text = '';
    if (JSON.stringify(read) !== JSON.stringify(expected)) different.push(`${name}: ${JSON.stringify({ read, expected }).slice(0, 600)}`);
  }
  expect(different).toEqual([]);
  expect(simple).toBeGreaterThan((made.length + ordinary.length) / 2);
});
