/**
 * Findings that say the same of many subjects, folded: a thousand lost exchanges are told by the first three.
 */
import type { Finding } from '../model/report.js';

/** So many findings of one code and variant are shown one by one; beyond that only the first few are. */
const foldedBeyond = 5;
const shownOfMany = 3;

/** A finding to show, and how many like it are left out behind it. */
export interface FoldedFinding {
  readonly finding: Finding;
  readonly alike: number;
}

/** The findings in their order, of each code and variant five at the most, or three and the number of the others. */
export function foldFindings(findings: readonly Finding[]): readonly FoldedFinding[] {
  const totals = new Map<string, number>();
  for (const finding of findings) totals.set(kindOf(finding), (totals.get(kindOf(finding)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return findings.flatMap((finding) => {
    const total = totals.get(kindOf(finding)) ?? 0;
    const nth = (seen.get(kindOf(finding)) ?? 0) + 1;
    seen.set(kindOf(finding), nth);
    if (total <= foldedBeyond || nth < shownOfMany) return [{ finding, alike: 0 }];
    return nth === shownOfMany ? [{ finding, alike: total - shownOfMany }] : [];
  });
}

function kindOf({ code, says }: Finding): string {
  return `${code}/${says}`;
}
