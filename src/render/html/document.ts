/**
 * The frame of every page: no scripts, nothing loaded from anywhere; the page's own policy forbids both.
 */
import { type Markup, markup } from './markup.js';
import { styleSheet } from './style-sheet.js';

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A whole document with a final line end; `body` is what stands in its body. */
export function layDocument(title: string, body: Markup): string {
  const head = layHead(title).html.replace('<style></style>', () => `<style>\n${styleSheet}\n</style>`);
  return `<!doctype html>\n<html lang="en">\n${head}${markup`<body>\n${body}</body>\n`.html}</html>\n`;
}

function layHead(title: string): Markup {
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style></style>
</head>
`;
}
