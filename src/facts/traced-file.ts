/**
 * The frame of the case, as a fact: what was asked, how, and as whom.
 */
import type { CaseFile } from '../model/case-file.js';
import type { EndEvidence } from '../model/evidence.js';
import type { Fact } from '../model/fact.js';

export const tracedFile: Fact<CaseFile> = { name: 'traced-file', derive: ({ file }) => file };

/** Why the trace ended early; null where it is complete. */
export const earlyEnd: Fact<EndEvidence | null> = {
  name: 'early-end',
  derive: (view) => view.list('end')[0] ?? null,
};
