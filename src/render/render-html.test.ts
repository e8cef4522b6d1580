import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHtml } from './render-html.js';
import { reportFullOf } from './testing/arbitrary-report.js';
import { namedReports } from './testing/named-reports.js';
import { greylisted, staleResolver, unknownRecipient } from './testing/sketched-reports.js';
import { accepted, crowded, cutShort, hostile, malformedAddress } from './testing/stretching-reports.js';

/** The tags of a page in order, without texts and attribute values. */
function tagsOf(page: string): readonly string[] {
  return [...page.matchAll(/<(\/?[a-z0-9]+)[^<>]*>/g)].map(([, name = '']) => name);
}

const empty: ReadonlySet<string> = new Set(['meta']);

/** The first tag that is closed out of turn or left open, null where none is. */
function findImbalance(page: string): string | null {
  const open: string[] = [];
  for (const tag of tagsOf(page)) {
    if (empty.has(tag)) continue;
    if (!tag.startsWith('/')) open.push(tag);
    else if (open.pop() !== tag.slice(1)) return tag;
  }
  return open.at(-1) ?? null;
}

function textOf(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

describe('the page', () => {
  it('tells everything in the order of the first screen', () => {
    const text = textOf(renderHtml(greylisted));
    const places = [
      'delayed The first server is silent',
      'Who must act Nobody: the sending server tries again by itself.',
      'Also tell The mail administrator of example.com.',
      'What to do Leave the message queued.',
      'Waiting helps',
      'Said by mx2.example.com [198.51.100.9] to RCPT TO, over TLS, at 09:42:34',
      '450 4.2.0 &lt;bob@example.com&gt;: Recipient address rejected',
      'In order DNS, MX, TLS',
      'Certainty likely',
      'Route',
      'Asked from 203.0.113.5 as mail.corp.example',
      'Findings',
      'What senders do',
      'Evidence',
      'Made by mailwhy 0.1.0',
    ].map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(-1);
  });

  it('shows who says what only where they differ', () => {
    expect(textOf(renderHtml(staleResolver))).toContain('10.0.0.53 (your resolver) 73812 10 mail.oldisp.example');
    expect(renderHtml(unknownRecipient)).not.toContain('id="opinions"');
  });

  it('says in words what a mark or a ground says', () => {
    expect(textOf(renderHtml(unknownRecipient))).toContain('550 5.1.1 to RCPT (senders end here)');
    expect(textOf(renderHtml(staleResolver))).toContain('(named by the authority only)');
  });

  it('says that a trace ended early', () => {
    expect(renderHtml(cutShort)).toContain('The trace ended before it was complete');
    expect(renderHtml(accepted)).not.toContain('The trace ended before it was complete');
  });

  it('leaves out what a malformed address has not', () => {
    const page = renderHtml(malformedAddress);
    expect(['id="route"', 'id="findings"', 'id="forecast"'].filter((part) => page.includes(part))).toEqual([]);
  });

  it('unfolds errors and warnings, and folds what follows from them', () => {
    expect([...renderHtml(staleResolver).matchAll(/<details( open)? id="f\d+">/g)].map(([, open]) => open !== undefined)).toEqual([
      true,
      false,
    ]);
  });

  it('tells what is said of thousands by the first three', () => {
    const page = renderHtml(crowded);
    expect([...page.matchAll(/<details( open)? id="f\d+">/g)].length).toBe(3);
    expect(page).toContain('… 2997 more like this');
  });

  it('leads from a finding to its evidence', () => {
    const page = renderHtml(unknownRecipient);
    const [, anchor = ''] = /<a href="#(e\d+)"><code>smtp\/192\.0\.2\.25<\/code>/.exec(page) ?? [];
    expect(page).toContain(`<details id="${anchor}">\n<summary>Conversation with mx1.example.com`);
  });

  it.each(namedReports)('of %s has every anchor once and no link to nowhere', (_, report) => {
    const page = renderHtml(report);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('a page that stands for itself', () => {
  it.each(namedReports)('of %s loads nothing and runs nothing', (_, report) => {
    const page = renderHtml(report);
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;`,
    );
    expect(tagsOf(page).filter((tag) => /^(script|img|link|iframe|object|embed|form|base|svg)$/.test(tag))).toEqual([]);
    expect(page).not.toMatch(/<[^<>]*\s(on\w+|src|srcset|style)=|url\(|@import|<a href="[^#]/);
  });

  it.each([...namedReports, ['crowds', crowded] as const])('of %s closes every tag in turn', (_, report) => {
    expect(findImbalance(renderHtml(report))).toBeNull();
  });

  it.each(namedReports)('of %s has a language, a title, one main part and headed tables', (_, report) => {
    const page = renderHtml(report);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">\n/);
    expect(page).toMatch(/<title>[^<]+<\/title>/);
    expect(tagsOf(page).filter((tag) => tag === 'main' || tag === 'h1')).toEqual(['main', 'h1']);
    expect([...page.matchAll(/<th [^>]*>/g)].filter(([tag]) => !/ scope="(col|row)"/.test(tag))).toEqual([]);
    expect(tagsOf(page).filter((tag) => tag === 'table').length).toBe(tagsOf(page).filter((tag) => tag === 'caption').length);
  });

  it('keeps light and dark, narrow and printed in its style', () => {
    const page = renderHtml(accepted);
    expect(['prefers-color-scheme: dark', '(max-width: 44rem)', '@media print'].filter((part) => !page.includes(part))).toEqual([]);
  });
});

describe('hostile texts', () => {
  it('show what they hold and do nothing', () => {
    const page = renderHtml(hostile);
    expect(page).toContain('\\x1b[2J');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;\\u{202e}gnp.exe');
    expect(page).toContain('邮箱不存在');
  });

  it('leave the tags of a page as they are, and no control character, whatever they are', () => {
    const shape = tagsOf(renderHtml(reportFullOf('x')));
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom('<', '>', '"', "'", '&', '</style>', '</title>', '<!--', ']]>', '`', '=', '\u001b[', '\u202e', '$&', 'x', ' '),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const page = renderHtml(reportFullOf(`${text}x`));
        expect(tagsOf(page)).toEqual(shape);
        expect(page).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 300 },
    );
  });
});
