/**
 * Where on the page a finding or an observation stands. Ids hold texts from the network, so anchors are numbers.
 */
import type { Report } from '../../model/report.js';
import { foldFindings } from '../fold-findings.js';
import { orderFindings } from '../order-findings.js';
import { type Markup, markup } from './markup.js';

/** Anchors by the id of what they lead to; what is folded away has none. */
export type Anchors = ReadonlyMap<string, string>;

export function createAnchors(report: Report): Anchors {
  const findings = foldFindings(orderFindings(report));
  return new Map([
    ...report.evidence.map(({ id }, at): [string, string] => [id, `e${at + 1}`]),
    ...findings.map(({ finding: { id } }, at): [string, string] => [id, `f${at + 1}`]),
  ]);
}

/** The id, as a link where it leads anywhere. */
export function linkTo(id: string, anchors: Anchors): Markup {
  const anchor = anchors.get(id);
  return anchor === undefined ? markup`<code>${id}</code>` : markup`<a href="#${anchor}"><code>${id}</code></a>`;
}
