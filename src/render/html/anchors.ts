/**
 * Where on the page a finding or an observation stands. Ids hold texts from the network, so anchors are numbers.
 */
import type { Report } from '../../model/report.js';
import { type Markup, markup } from './markup.js';

/** Anchors by the id of what they lead to. */
export type Anchors = ReadonlyMap<string, string>;

export function createAnchors({ findings, evidence }: Report): Anchors {
  return new Map([
    ...evidence.map(({ id }, at): [string, string] => [id, `e${at + 1}`]),
    ...findings.map(({ id }, at): [string, string] => [id, `f${at + 1}`]),
  ]);
}

/** The id, as a link where it leads anywhere. */
export function linkTo(id: string, anchors: Anchors): Markup {
  const anchor = anchors.get(id);
  return anchor === undefined ? markup`<code>${id}</code>` : markup`<a href="#${anchor}"><code>${id}</code></a>`;
}
