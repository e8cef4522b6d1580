/** HTML as the lines that a reader sees. */
import { expect, it } from 'vitest';
import { stripHtml } from './html-text.js';

it.each([
  ['blocks', '<p>one</p><div>two<br>three</div>', ['one', 'two', 'three']],
  ['what nobody sees', '<head><title>x</title></head><style>p{}</style><!-- no --><p>one</p>', ['one']],
  ['entities', '<p>a &lt;b@x.example&gt; &amp; c&nbsp;d</p>', ['a <b@x.example> & c d']],
  ['an address in brackets, which is no tag', '<p>to <bob@example.com></p>', ['to <bob@example.com>']],
  ['a comment that never ends', '<p>one</p><!-- two', ['one', '<!-- two']],
])('%s', (_, html, lines) => {
  expect(
    stripHtml(html)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ).toEqual(lines);
});

it.each(['<br', '<style', '<!--', '<head ', '&', '<a '])('takes a million characters of %s in its stride', (piece) => {
  const begun = performance.now();
  stripHtml(piece.repeat(1_000_000 / piece.length));
  expect(performance.now() - begun).toBeLessThan(2000);
});
