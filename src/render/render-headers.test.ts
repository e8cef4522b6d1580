import { describe, expect, it } from 'vitest';
import { explainHeaders } from '../explain/explain-headers.js';
import { type HeaderBlock, headerBlocks } from '../intake/headers/testing/header-blocks.js';
import type { HeadersReport } from '../model/headers-report.js';
import { displayWidth } from './display-width.js';
import { renderHeaders, renderHeadersLine } from './render-headers.js';
import { renderHeadersHtml } from './render-headers-html.js';

function report(text: string): HeadersReport {
  const found = explainHeaders(text);
  if (found === null) throw new Error('no header');
  return found;
}

const blocks = Object.keys(headerBlocks) as HeaderBlock[];
const plain = { width: 80, colour: false, verbose: false };

it('the picture of the way: a bar by the delay, and who gave it over', () => {
  const text = renderHeaders(report(headerBlocks.mailingList), plain);
  expect(text.split('\n').filter((line) => /^\d {2}|^The way/.test(line))).toEqual([
    'The way, the oldest hop first; 23 Nov 2026, UTC',
    '1  mail.example.org   10:00:02          +2 s  █',
    '2  lists.example.com  10:00:10          +8 s  █',
    '3  lists.example.com  10:00:30         +20 s  █',
    `4  mx.example.net     10:20:00  +19 min 30 s  ${'█'.repeat(34)}`,
  ]);
  expect(text).toContain('\n   from localhost (127.0.0.1); ESMTP; Postfix; id BBB; between; private network\n');
});

describe.each(blocks)('%s', (block) => {
  it.each([40, 60, 80, 160])('no line is wider than %i columns', (width) => {
    for (const verbose of [false, true])
      for (const line of renderHeaders(report(headerBlocks[block]), { width, colour: false, verbose }).split('\n'))
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });
});

describe('a hostile message', () => {
  const hostile = report(
    [
      'Received: from \u001b[2Jevil (<script>alert(1)</script> [192.0.2.1]) by "a</code><img src=x>" with ESMTP; Mon, 23 Nov 2026 10:00:00 +0000',
      'Subject: \u001b]0;title\u0007 <script>alert(1)</script> \u202egnp.exe',
      'X-Spam-Status: Yes, score=9 required=5',
    ].join('\n'),
  );
  it('moves no cursor in the terminal', () => {
    for (const text of [renderHeaders(hostile, plain), renderHeadersLine(hostile)]) {
      expect([...text].filter((character) => /[\p{Cc}\u202e]/u.test(character) && character !== '\n')).toEqual([]);
    }
  });
  it('opens no element on the page', () => {
    const html = renderHeadersHtml(hostile);
    expect(['<script', '<img', '\u001b', '\u202e'].filter((text) => html.includes(text))).toEqual([]);
    expect(html).toContain('&lt;script&gt;');
  });
});

it('the page says what the text says, with a bar for each wait', () => {
  const html = renderHeadersHtml(report(headerBlocks.postfix));
  expect(html).toContain('It took 10 min 3 s over 2 hops to mx.example.net.');
  expect(html.match(/<rect /g)).toHaveLength(2);
  expect(html).toContain('nothing was verified here');
  expect(html.endsWith('</html>\n')).toBe(true);
});
