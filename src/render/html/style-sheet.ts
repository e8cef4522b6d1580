/**
 * The style sheet of the page: light and dark by the reader's preference, narrow screens, print.
 *
 * Each text colour has a contrast of at least 4.5 to its ground in both schemes. Colours repeat what words say.
 */

const colours = `
:root { color-scheme: light dark; --ground: #ffffff; --raised: #f4f5f7; --text: #1b1f24; --quiet: #57606a; --line: #d0d7de;
  --good: #116329; --late: #7d4e00; --bad: #a40e26; --unsure: #6639ba; --note: #0550ae; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171b; --raised: #1e2329; --text: #e6e9ed; --quiet: #a3adb8; --line: #3a424c;
    --good: #56d364; --late: #e3b341; --bad: #ff8f88; --unsure: #c9a6ff; --note: #79b8ff; }
}`;

const page = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 68rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
code, pre { font: 0.9em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; unicode-bidi: isolate; }
header { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; justify-content: space-between; align-items: baseline;
  padding-bottom: 0.75rem; border-bottom: 1px solid var(--line); }
header p { margin: 0; }
.asked { font-weight: 600; }
.quiet, footer, figcaption { color: var(--quiet); }
h1 { margin: 1.5rem 0 0.25rem; font-size: 1.5rem; line-height: 1.3; }
h2 { margin: 2.25rem 0 0.5rem; font-size: 1.15rem; }
.badge { display: inline-block; padding: 0.05em 0.5em; border: 2px solid currentColor; border-radius: 0.35em;
  font-size: 0.85em; font-weight: 700; letter-spacing: 0.02em; text-transform: uppercase; }
.good { color: var(--good); } .late { color: var(--late); } .bad { color: var(--bad); } .unsure { color: var(--unsure); }
.strong { color: var(--note); }
a { color: var(--note); }
:focus-visible { outline: 3px solid var(--note); outline-offset: 2px; }
.notice { padding: 0.5rem 0.75rem; border-left: 4px solid var(--late); background: var(--raised); }
footer { margin-top: 2.5rem; padding-top: 0.75rem; border-top: 1px solid var(--line); font-size: 0.9rem; }`;

const verdict = `
.facts { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: 0.5rem 1.25rem; margin: 1.25rem 0 0; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; }
.facts ol, .facts ul, details ol, details ul { margin: 0; padding-left: 1.4rem; }
pre { margin: 0.4rem 0 0; padding: 0.6rem 0.8rem; background: var(--raised); border-radius: 0.35rem; white-space: pre-wrap; }`;

const table = `
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.94rem; }
caption { text-align: left; color: var(--quiet); padding: 0 0 0.4rem; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--quiet); white-space: nowrap; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tbody th, td.verbatim { min-width: 9.5rem; }
@media screen and (min-width: 60rem) { tbody th { min-width: 13rem; } }
tr.ends > * { background: var(--raised); font-weight: 600; }`;

const details = `
details { margin: 0.5rem 0; border: 1px solid var(--line); border-radius: 0.4rem; }
summary { padding: 0.5rem 0.8rem; cursor: pointer; }
details > div { padding: 0 0.8rem 0.7rem; }
details p { margin: 0.4rem 0; }
summary code { color: var(--quiet); }
.transcript { padding-left: 0; list-style: none; }
ol.transcript { padding-left: 0; }
.transcript li { display: grid; grid-template-columns: 4rem 7.5rem 1fr; gap: 0 0.75rem; }
.transcript .time { text-align: right; font-variant-numeric: tabular-nums; color: var(--quiet); }
.transcript .who { color: var(--quiet); }`;

const narrow = `
@media (max-width: 44rem) {
  body { padding: 1rem 0.9rem 2rem; }
  h1 { font-size: 1.25rem; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dt { margin-top: 0.7rem; font-size: 0.9rem; }
  table, caption, tbody, tr, td, tbody th { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  tr { margin: 0 0 0.75rem; padding: 0.4rem 0.7rem; border: 1px solid var(--line); border-radius: 0.4rem; }
  tr.ends { background: var(--raised); }
  td, tbody th, td.verbatim { padding: 0.1rem 0; border: 0; min-width: 0; }
  td.number { text-align: left; white-space: normal; }
  [data-title] { display: grid; grid-template-columns: 6rem 1fr; gap: 0 0.75rem; }
  [data-title]::before { content: attr(data-title); color: var(--quiet); font-weight: 400; }
  .transcript li { grid-template-columns: 4rem 1fr; margin-bottom: 0.35rem; }
  .transcript code { grid-column: 1 / -1; }
}`;

const print = `
@media print {
  :root { color-scheme: light; --ground: #ffffff; --raised: #ffffff; --text: #000000; --quiet: #444444; --line: #999999;
    --good: #000000; --late: #000000; --bad: #000000; --unsure: #000000; --note: #000000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  pre { border: 1px solid var(--line); }
  a { text-decoration: none; }
  tr, li, .facts dd { break-inside: avoid; }
  h2, summary, caption { break-after: avoid; }
  details { border: 0; border-top: 1px solid var(--line); border-radius: 0; }
  details::details-content { content-visibility: visible; block-size: auto; }
  thead { display: table-header-group; }
}`;

export const styleSheet: string = [colours, page, verdict, table, details, narrow, print].join('').trim();
