/**
 * HTML as plain lines: what a report says where it has no plain part.
 *
 * No parser: tags are cut out, blocks end lines, the common entities are resolved. Linear in the length, whatever stands
 * there; of a page beyond the bound the front is read.
 */

/** A report says its reason at the front; what is longer is a returned newsletter. */
const lengthLimit = 500_000;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'", '#39': "'" };

/** The text of a piece of HTML, a line for each block. */
export function stripHtml(html: string): string {
  return cutHidden(html.slice(0, lengthLimit))
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/h\d|\/li|\/table)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z!][^<>@]*>/gi, ' ')
    .replace(/&(#?\w{1,8});/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/[ \t]+/g, ' ');
}

const hidden: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<style', '</style>'],
  ['<script', '</script>'],
  ['<head', '</head>'],
];

/** Without comments, styles and what else no reader sees; one that never ends is left where it is. */
function cutHidden(html: string): string {
  return hidden.reduce((text, [start, end]) => cutBetween(text, start, end), html);
}

function cutBetween(text: string, start: string, end: string): string {
  const lower = text.toLowerCase();
  const kept: string[] = [];
  let from = 0;
  for (let at = lower.indexOf(start); at >= 0; at = lower.indexOf(start, from)) {
    const close = lower.indexOf(end, at);
    if (close < 0) break;
    kept.push(text.slice(from, at));
    from = close + end.length;
  }
  return kept.length === 0 ? text : [...kept, text.slice(from)].join('');
}
